namespace Scrutineer.Cli.Tests.Input;

/// <summary>A law file that is wrong in one place: the place, what stands there, and nothing else.</summary>
public sealed class LawInputTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    /// <summary>Text of the law, what it is changed to, the text whose line is named, the column, what is said.</summary>
    public static TheoryData<string, string, string, int, string> Changes =>
        new()
        {
            { "- divide:", "- devide:", "- devide:", 15, "'devide' is not a known rule." },
            {
                "of: votes-of-admitted, cite: ce 97-1 §§1-3, checked",
                "of: votes-of-admitted, checked",
                "- divide:",
                23,
                "'cite' is missing."
            },
            {
                "share: at least 7 %, of: valid-votes,",
                "share: at least 7 %,",
                "id: threshold",
                15,
                "Rule 'threshold' states a share of nothing."
            },
            { "share: at least 7 %", "share: 7 %", "share: 7 %", 31, "For 'share' stands '7 %'." },
            {
                "share: at least 7 %",
                "share: at least 700 %",
                "id: threshold",
                15,
                "Rule 'threshold' needs at least 700 % of a base."
            },
            {
                "share: at least 7 %",
                "share: at most 7 %",
                "id: threshold",
                15,
                "Rule 'threshold' asks for 'at most 7 %'."
            },
            { "share: at least 7 %", "share: at least 7,5 %", "share: at least 7,5 %", 42, "'5 %' has no value." },
            { "of: valid-votes", "of: valid-vote", "of: valid-vote", 49, "For 'of' stands 'valid-vote'." },
            {
                "until: 1999-05-05",
                "until: 1999-05-04",
                "- edition: \"1999\"",
                5,
                "No edition is in force from 1999-05-05 to 1999-05-05."
            },
            {
                "until: 1999-05-05",
                "until: 1999-05-08",
                "- edition: \"1999\"",
                5,
                "Editions 1998 and 1999 overlap from 1999-05-06 to 1999-05-08."
            },
            { "until: 1999-05-05", "until: 1999-02-31", "until: 1999-02-31", 12, "For 'until' stands '1999-02-31'." },
            {
                "until: 1999-05-05",
                "until: 1998-05-05",
                "- edition: \"1998\"",
                5,
                "Edition 1998 ends on 1998-05-05, before it begins."
            },
            { "- edition: \"1999\"", "- edition: \"1998\"", "by: Act No. 375-I", 0, "Edition '1998' is given twice." },
            {
                "in-force: 2004-04-14",
                "in-force: 9999-12-31",
                "in-force: 9999-12-31",
                15,
                "For 'in-force' stands '9999-12-31'."
            },
            {
                "cite: ce 97-1 §§1-3",
                "cite: cx 97-1 §§1-3",
                "- divide:",
                15,
                "'cx 97-1 §§1-3' cites the act 'cx', which 'texts' does not list."
            },
            {
                "constituency: nation",
                "constituency: natoin",
                "electorate: citizens\n          ballot: list",
                11,
                "Contest 'lists' is filled at 'natoin', which is no level of this law."
            },
            {
                "seats: 77",
                "seats: 78",
                "- edition: \"1999\"",
                5,
                "The contests of edition 1999 fill 77 seats and the body has 78."
            },
            { "body.seats: 77", "body.seat: 77", "seats: 67\n      majorities", 0, "'seat' is not known here." },
            {
                "contests.districts.turnout",
                "contests.districts.turnouts",
                "- repeal: contests.districts.turnouts",
                9,
                "'contests.districts.turnouts' is not found in the edition before it."
            },
            {
                "after: second-minimum",
                "after: second-maximum",
                "insert: contests.lists.freed-seats",
                9,
                "'contests.lists.second-maximum' is not found in the edition before it."
            },
            {
                "to: second-party, seats: at least 2",
                "to: third-party, seats: at least 2",
                "when: { second-party: admitted }\n          guarantee",
                11,
                "Rule 'second-minimum' refers to 'third-party', which is no earlier rule of its kind here."
            },
            {
                "guarantee: { to: second-party, seats: at least 2",
                "guarantee: { to: second-party, seats: at most 2",
                "when: { second-party: admitted }\n          guarantee",
                11,
                "Rule 'second-minimum' asks for 'at most 2'."
            },
            {
                "participants:\n",
                "voters:\n",
                "means: ballots-issued",
                9,
                "'voters' is defined as a base and no rule can use it."
            },
            {
                "seats: 1, by: share, share: more than 1/2, of: participants",
                "seats: 1, by: share",
                "- elect: { seats: 1, by: share, otherwise",
                13,
                "Rule 'elect' elects by share and names none."
            },
            {
                "within-days: 10",
                "within-days: 2147483647",
                "- fill:",
                15,
                "Rule 'fill' sets a time of 2147483647 days."
            },
            {
                "means: ballots-issued",
                "means: participants",
                "means: participants",
                9,
                "The base 'participants' means itself."
            },
            { "set: { of: participants }", "set: { share: 0 }", "set: { share: 0 }", 33, "For 'share' stands '0'." },
            {
                "set: { of: participants }",
                "set: { off: participants }",
                "set: { off: participants }",
                26,
                "Reading 'literal' sets 'off', which the provision does not have."
            },
            {
                "set: { of: participants }",
                "set: { next-by-votes: 1 }",
                "id: threshold",
                15,
                "Under the reading 'literal': Rule 'threshold' says none or several of 'share', 'next-by-votes' and hurdles ('any', 'all', 'brackets')."
            },
            {
                "scrutineer-law: \"1\"",
                "scrutineer-law: \"2\"",
                "scrutineer-law: \"2\"",
                17,
                "The file is of version '2' of the law format."
            },
            { "name: Mazhilis\n", "name: \"\"\n", "name: \"\"", 13, "For 'name' stands ''." },
            { "id: threshold", "id: the.threshold", "id: the.threshold", 15, "The rule is called 'the.threshold'." },
            {
                "insert: contests.lists\n",
                "insert: contests.by lists\n",
                "electorate: citizens\n          ballot: list",
                11,
                "A contest is called 'by lists'."
            },
            {
                "      districts:\n        electorate: citizens\n        ballot: candidate\n        seats: 67",
                "      districts:\n        electorate: citizens\n        ballot: candidate\n        seats: 0",
                "electorate: citizens\n        ballot: candidate",
                9,
                "Contest 'districts' says neither or both of 'seats' and 'seats-by'."
            },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Law_WrongInOnePlace_IsLocated(string old, string changed, string place, int column, string found)
    {
        workspace.Edit(Workspace.LawFile, old, changed);
        var line = workspace.LineOf(Workspace.LawFile, place);
        var beginning = column > 0 ? $"{Workspace.LawFile}:{line}:{column}: {found}" : $"{Workspace.LawFile}:";
        var run = workspace.Law().AssertRefused(beginning);
        Assert.Contains(found, run.Error, StringComparison.Ordinal);
        // The dossier that stands under this law is refused for the same reason.
        Assert.Equal(run.Error, workspace.Check().AssertRefused(beginning).Error);
    }

    [Theory]
    [InlineData(
        "body:\n      name: Mazhilis\n      seats: 67\n",
        "body:\n      name: Mazhilis\n",
        "'seats' is missing."
    )]
    [InlineData("editions:\n", "edition:\n", "'editions' is missing.")]
    [InlineData("texts:\n", "text:\n", "'texts' is missing.")]
    [InlineData(
        "    ballot: { against-all: on-ballot, cite: ce 42, checked: text }\n    bases",
        "    bases",
        "'ballot' is missing."
    )]
    public void Law_WithoutAPart_SaysWhichIsMissing(string old, string changed, string found)
    {
        workspace.Edit(Workspace.LawFile, old, changed);
        Assert.Contains(found, workspace.Law().AssertRefused().Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--print", "2010", "--print: kz-mazhilis has no edition '2010'.")]
    [InlineData("--on", "2021-02-31", "--on: '2021-02-31' is no day.")]
    [InlineData("--on", "1990-01-01", "--on: No edition of kz-mazhilis is in force on 1990-01-01.")]
    public void Law_OptionThatNamesNothing_IsRefused(string option, string value, string found) =>
        workspace.Law(option, value).AssertRefusedOnlyFor(found);

    [Fact]
    public void Law_DiffOfUnknownEditions_NamesBoth() =>
        workspace
            .Law("--diff", "1994", "2030")
            .AssertRefusedOnlyFor(
                "--diff: kz-mazhilis has no edition '1994'.",
                "--diff: kz-mazhilis has no edition '2030'."
            );
}
