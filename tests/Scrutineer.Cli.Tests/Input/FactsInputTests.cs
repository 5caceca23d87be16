using System.Text.Json;

namespace Scrutineer.Cli.Tests.Input;

/// <summary>Events, calendars and lists that cannot be used, each told with its place; and the contracts of their commands.</summary>
public sealed class FactsInputTests : IDisposable
{
    private const string Events = Workspace.EventsFile;
    private const string List = Workspace.Dossier + "/lists/Adal.yaml";

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("who: [OSDP]", "who: [OSPD]", "'OSPD' is not in the registry. Expected an id of the registry.")]
    [InlineData("on: 2020-11-27\n", "on: 2020-11-31\n", "For 'on' stands '2020-11-31'.")]
    [InlineData("what: boycott\n", "what: boykott\n", "Did you mean 'boycott'?")]
    [InlineData("where: Almaty", "where: CEC", "'CEC' is not in the registry as a place.")]
    [InlineData("[osdp-boycott, ", "[nobody, ", "The source 'nobody' is not listed in election.yaml.")]
    [InlineData("  nomination: {", "  nominaton: {", "has no window 'nominaton' in its calendar.")]
    [InlineData("contest: lists", "contest: list", "The event belongs to the contest 'list'")]
    [InlineData("called: { PPK", "called: { Tokayev: T, PPK", "and not that it took part.")]
    [InlineData("scrutineer-events: \"1\"", "scrutineer-events: \"2\"", "version '2'")]
    public void Calendar_EventsThatCannotBe_AreLocated(string old, string changed, string says)
    {
        workspace.Edit(Events, old, changed);
        foreach (var command in new[] { "calendar", "parties", "check" })
        {
            var run = workspace.Run(command, Workspace.Dossier);
            Assert.Equal(2, run.Exit);
            Assert.Equal("", run.Out);
            Assert.Contains(says, run.Error, StringComparison.Ordinal);
            Assert.Contains($"{Events}:", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Calendar_WindowThatIsCountedFromItself_IsLocated()
    {
        workspace.Edit(
            Workspace.LawFile,
            "{ offset: on the day, of: nomination.opens,",
            "{ offset: on the day, of: registration.opens,"
        );
        var run = workspace.Law();
        Assert.Equal(2, run.Exit);
        Assert.Contains(
            "'registration.opens' is counted, by way of others, from itself.",
            run.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Calendar_WindowThatIsCountedFromNothing_IsLocated()
    {
        workspace.Edit(Workspace.LawFile, "of: registration.closes", "of: registration.close");
        var run = workspace.Law();
        Assert.Equal(2, run.Exit);
        Assert.Contains("'campaign.opens' is counted from 'registration.close'.", run.Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'registration.closes'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Parties_RegistryThatIsNotThere_IsAProblem()
    {
        workspace.Edit(Workspace.HeadFile, "registry: kz", "registry: zz");
        var run = workspace.Run("parties", Workspace.Dossier);
        Assert.Equal(2, run.Exit);
        Assert.Contains("The registry 'zz' was not found.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-02-30")]
    [InlineData("yesterday")]
    public void Parties_DayThatDoesNotExist_IsAProblem(string day)
    {
        var run = workspace.Run("parties", Workspace.Dossier, "--as-of", day);
        Assert.Equal(2, run.Exit);
        Assert.Contains($"--as-of: '{day}' is no day.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-11-05", 6)]
    [InlineData("2020-11-28", 5)]
    public void Parties_Json_CountsThoseInTheRace(string day, int parties)
    {
        var run = workspace.Run("parties", Workspace.Dossier, "--as-of", day, "--json");
        Assert.Equal(0, run.Exit);
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(parties, json.RootElement.GetProperty("in-the-race").GetInt32());
        Assert.Equal(
            parties,
            json.RootElement.GetProperty("parties")
                .EnumerateArray()
                .Count(p => p.GetProperty("in-the-race").GetBoolean())
        );
    }

    [Fact]
    public void Calendar_JsonAndIcs_AreWritten()
    {
        var run = workspace.Run("calendar", Workspace.Dossier, "--json", "--ics", "calendar.ics");
        Assert.Equal(0, run.Exit);
        using var json = JsonDocument.Parse(run.Out);
        var nomination = json
            .RootElement.GetProperty("windows")
            .EnumerateArray()
            .Single(w => w.GetProperty("window").GetString() == "nomination");
        Assert.Equal("counted-otherwise", nomination.GetProperty("closes").GetProperty("state").GetString());
        Assert.Equal(-41, nomination.GetProperty("closes").GetProperty("days-from-polling").GetInt32());
        Assert.StartsWith("BEGIN:VCALENDAR", workspace.Read("calendar.ics"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+07:00", "2021-01-10T19:30", "too late")]
    [InlineData("+07:00", "2021-01-10T06:30", "kept")]
    [InlineData("+05:00", "2021-01-10T20:30", "kept")]
    [InlineData("+05:00", "2021-01-10T07:30", "too early")]
    public void Calendar_PlaceWithAnotherClock_IsJudgedByIt(string utc, string on, string verdict)
    {
        const string Places = "registry/kz/places.yaml";
        var places = workspace.Read(Places);
        var almaty = places.IndexOf("\n  Almaty:\n", StringComparison.Ordinal);
        var clock = places.IndexOf("+06:00", almaty, StringComparison.Ordinal);
        workspace.Write(Places, places[..clock] + utc + places[(clock + utc.Length)..]);
        workspace.Edit(Events, "on: between 2021-01-10T07:00 and 2021-01-10T20:00", $"on: {on}\n    where: Almaty");
        var run = workspace.Run("calendar", Workspace.Dossier);
        Assert.Equal(0, run.Exit);
        Assert.Contains($"voting: {verdict}", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void ListCheck_FileThatCannotBeRead_TellsEveryProblem()
    {
        workspace.Edit(List, "list: Adal", "list: Adal\nlast-share: seven\nsubmitted: 2020-11-31");
        var run = workspace.Run("list", "check", List, "--law", "kz/mazhilis");
        Assert.Equal(2, run.Exit);
        Assert.Contains($"{List}:5:", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{List}:6:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ListCheck_WithoutLawAndDossier_IsAProblem()
    {
        var run = workspace.Run("list", "check", List);
        Assert.Equal(2, run.Exit);
        Assert.Contains("Neither a law nor a dossier is named.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ListCheck_NumberOnTheBallotThatDiffers_IsAnError()
    {
        workspace.Edit(List, "ballot-number: 5", "ballot-number: 4");
        var run = workspace.Run("list", "check", List, "--dossier", Workspace.Dossier, "--json");
        Assert.Equal(1, run.Exit);
        using var json = JsonDocument.Parse(run.Out);
        Assert.False(json.RootElement.GetProperty("sound").GetBoolean());
        Assert.Contains("ballot-order-differs", run.Out, StringComparison.Ordinal);
    }
}
