namespace Scrutineer.Cli.Tests.Input;

/// <summary>An <c>election.yaml</c> that is wrong in one place.</summary>
public sealed class HeadInputTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    public static TheoryData<string, string, string, int, string> Changes =>
        new()
        {
            {
                "law: kz/mazhilis",
                "law: kz/mazhilis\nunits:\n  East: { within: Est }",
                "{ within",
                9,
                "The unit 'East' lies within 'Est', which is not under 'units'."
            },
            {
                "law: kz/mazhilis",
                "law: kz/mazhilis\nunits:\n  East: { within: West }\n  West: { within: East }",
                "{ within",
                9,
                "The unit 'East' lies within itself, by way of 'West'."
            },
            {
                "law: kz/mazhilis",
                "law: kz/mazhilis\nunits:\n  East: { contests: [list] }",
                "{ contests",
                9,
                "The unit 'East' names the contest 'list', which election.yaml does not have."
            },
            {
                "law: kz/mazhilis",
                "law: kz/mazhilis\nunits:\n  nation: {}",
                "{}",
                11,
                "The nation is listed under 'units'."
            },
            { "law: kz/mazhilis", "law: kz/mazhils", "law: kz/mazhils", 6, "The law 'kz/mazhils' was not found." },
            {
                "law: kz/mazhilis",
                "law: ../laws/kz/mazhilis",
                "law: ..",
                6,
                "The law '../laws/kz/mazhilis' was not found."
            },
            {
                "polling-day: 2021-01-10",
                "polling-day: 2021-02-31",
                "polling-day: 2021-02-31",
                14,
                "For 'polling-day' stands '2021-02-31'."
            },
            { "polling-day: 2021-01-10\n", "", "scrutineer-dossier", 1, "'polling-day' is missing." },
            {
                "called: 2020-10-21",
                "called: 1994-03-07",
                "called: 1994-03-07",
                9,
                "No edition of kz-mazhilis is in force for 1994-03-07."
            },
            {
                "called: 2020-10-21\npolling-day: 2021-01-10",
                "polling-day: 1994-03-07",
                "polling-day: 1994-03-07",
                14,
                "No edition of kz-mazhilis is in force for 1994-03-07."
            },
            {
                "previous: kz-mazhilis-2016",
                "edition: \"2019\"",
                "edition: \"2019\"",
                10,
                "kz-mazhilis has no edition '2019'."
            },
            {
                "previous: kz-mazhilis-2016",
                "previous: ../../etc",
                "previous: ../../etc",
                11,
                "'../../etc' cannot be the id of an election."
            },
            {
                "election: kz-mazhilis-2021",
                "election: ../../../etc",
                "election: ../../../etc",
                11,
                "'../../../etc' cannot be the id of an election."
            },
            {
                "  assembly:\n    polling-day",
                "  assemble:\n    polling-day",
                "polling-day: 2021-01-11",
                5,
                "Edition 2020 of kz-mazhilis has no contest 'assemble'."
            },
            { "colour: \"#b3402a\"", "colour: \"#b3402\"", "declared:", 5, "The colour of 'PPK' is '#b3402'." },
            {
                "bloc-colour: \"#7a5c99\"",
                "bloc-colour: \"purple\"",
                "polling-day: 2021-01-11",
                5,
                "The colour of 'assembly' is 'purple'."
            },
            { "persons: 113", "persons: -113", "persons: -113", 18, "For 'persons' stands '-113'." },
            { "persons: 113", "persons: 1e2", "persons: 1e2", 18, "For 'persons' stands '1e2'." },
            {
                "ballot-order: unknown",
                "ballot-order: maybe",
                "ballot-order: maybe",
                19,
                "For 'ballot-order' stands 'maybe'."
            },
            {
                "registered: 2020-12-04",
                "registered: 2020-13-04",
                "registered: 2020-13-04",
                21,
                "For 'registered' stands '2020-13-04'."
            },
            {
                "title: Mazhilis of Kazakhstan, 10 and 11 January 2021",
                "title: ' '",
                "title: ' '",
                8,
                "For 'title' stands ' '."
            },
            {
                "title: Mazhilis of Kazakhstan, 10 and 11 January 2021",
                "titel: Mazhilis",
                "titel: Mazhilis",
                1,
                "'titel' is not known here."
            },
            { "sources:\n", "sources: none\nsourcez:\n", "sources: none", 10, "For 'sources' stands a text." },
            {
                "scrutineer-dossier: \"1\"",
                "scrutineer-dossier: \"9\"",
                "scrutineer-dossier",
                21,
                "The file is of version '9' of the dossier format."
            },
            {
                "declared: 2021-01-12",
                "lots: [{ rule: remainders, among: [Adal, Nobody], drawn: [Auyl], source: nowhere }]",
                "lots:",
                12,
                "The lot in contest 'lists' names 'Nobody'."
            },
            {
                "declared: 2021-01-12",
                "lots: [{ rule: remainders, among: [Adal], drawn: [Auyl], source: deputies }]",
                "lots:",
                12,
                "Somebody was drawn who took no part."
            },
            {
                "declared: 2021-01-12",
                "lots: [{ rule: remainders, among: [Adal], drawn: [Adal], source: nowhere }]",
                "lots:",
                12,
                "The lot's source 'nowhere' is not listed."
            },
            {
                "declared: 2021-01-12",
                "lots: [{ rule: remainder, among: [Adal], drawn: [Adal], source: deputies }]",
                "lots:",
                12,
                "The lot names the rule 'remainder', which contest 'lists' does not have."
            },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Head_WrongInOnePlace_IsLocated(string old, string changed, string place, int column, string found)
    {
        workspace.Edit(Workspace.HeadFile, old, changed);
        var line = workspace.LineOf(Workspace.HeadFile, place);
        var run = workspace.Check().AssertRefused($"{Workspace.HeadFile}:{line}:{column}: {found}");
        Assert.Equal(run.Error, workspace.Seats().AssertRefused().Error);
    }

    [Fact]
    public void Head_EditionOption_MustNameAnEdition() =>
        workspace.Check("--edition", "2019").AssertRefusedOnlyFor("--edition: kz-mazhilis has no edition '2019'.");

    [Fact]
    public void Check_DossierThatIsAbsent_IsRefused() =>
        workspace.Run("check", "elections/none").AssertRefusedOnlyFor("elections/none: There is no such folder.");

    [Fact]
    public void Check_DossierThatIsAFile_IsRefused() =>
        workspace.Run("check", Workspace.HeadFile).AssertRefusedOnlyFor($"{Workspace.HeadFile}: This is a file.");

    [Theory]
    [InlineData("check")]
    [InlineData("seats")]
    [InlineData("law")]
    public void Command_EmptyPath_IsRefused(string command) => workspace.Run(command, "").AssertRefused();

    [Fact]
    public void Check_EmptyOutputFolder_IsRefused()
    {
        var run = workspace.Check("--out", "");
        run.AssertRefusedOnlyFor("--out: The path is empty.");
    }

    [Theory]
    [InlineData("--contest", "list", "--contest: Edition 2020 has no contest 'list'.")]
    [InlineData("--reading", "literall", "--reading: Edition 2020 has no reading 'literall'.")]
    [InlineData("--set", "threshold.share", "--set: 'threshold.share' sets nothing.")]
    [InlineData("--set", "threshold.share=", "--set: 'threshold.share=' sets nothing.")]
    [InlineData("--set", "=5 %", "--set: '=5 %' sets nothing.")]
    [InlineData("--set", "treshold.share=5 %", "--set: 'treshold.share' names no field of this edition.")]
    [InlineData("--set", "threshold.shore=5 %", "--set: 'shore' is not known here.")]
    [InlineData("--set", "threshold.share=lots", "--set: For 'share' stands 'lots'.")]
    [InlineData("--set", "threshold.share=500 %", null)]
    [InlineData("--set", "elect.seats=0", null)]
    [InlineData("--set", "lists.seats=0", null)]
    [InlineData("--set", "contests.lists=5", "--set: Here stands a text.")]
    [InlineData("--set", "contests=5", null)]
    [InlineData("--set", "body.seats=-1", "--set: For 'seats' stands '-1'.")]
    [InlineData("--set", "second-party.share=at least 5 %", null)]
    [InlineData("--set", ".=5", null)]
    [InlineData("--set", "..=5", null)]
    [InlineData("--set", "threshold.=5", null)]
    public void Seats_OptionThatNamesNothing_IsRefused(string option, string value, string? found)
    {
        var run = workspace.Seats(option, value).AssertRefused();
        Assert.StartsWith(found ?? "", run.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Seats_BadOptionsAndBadFiles_AreAllTold()
    {
        workspace.Edit(Workspace.ResultsFile, "659019", "-659019");
        workspace.Seats("--set", "x").AssertRefused("--set: 'x' sets nothing.", $"{Workspace.ResultsFile}:6:30: ");
    }

    [Theory]
    [InlineData]
    [InlineData("chekc", "elections/kz-mazhilis-2021")]
    [InlineData("check")]
    [InlineData("check", "a", "b")]
    [InlineData("schema", "laws")]
    [InlineData("law", "laws/kz/mazhilis.yaml", "--diff", "2020")]
    [InlineData("seats", "elections/kz-mazhilis-2021", "--unknown")]
    public void CommandLine_WrongCall_IsExitCode2WithAWordOfHelp(params string[] args)
    {
        var run = workspace.Run(args);
        Assert.Equal(2, run.Exit);
        Assert.Equal("", run.Out);
        Assert.EndsWith("See 'scrutineer --help'.\n", run.Error, StringComparison.Ordinal);
        run.AssertNoTrace();
    }
}
