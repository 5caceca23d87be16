using System.Text.Json;

namespace Scrutineer.Cli.Tests.Contracts;

/// <summary>
/// No explanation of a contradiction is written down anywhere: whoever changes the data that it rests on changes the
/// explanation.
/// </summary>
public sealed class ClaimsFollowTheDataTests : IDisposable
{
    private const string Claims = Workspace.Dossier + "/claims.yaml";
    private const string Parties = "registry/kz/parties.yaml";
    private const string Persons = "registry/kz/persons.yaml";

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    private IReadOnlyList<string> Explained(string topic)
    {
        var run = workspace.Run("claims", Workspace.Dossier, "--topic", topic, "--json");
        Assert.Equal(0, run.Exit);
        using var json = JsonDocument.Parse(run.Out);
        return
        [
            .. json
                .RootElement.GetProperty("contradictions")
                .EnumerateArray()
                .Select(c => $"{c.GetProperty("explained-as")}: {c.GetProperty("because")}"),
        ];
    }

    private void Follows(string topic, string before, string file, string old, string changed, string after)
    {
        Assert.Contains(Explained(topic), e => e.Contains(before, StringComparison.Ordinal));
        workspace.Edit(file, old, changed);
        var now = Explained(topic);
        Assert.DoesNotContain(now, e => e.Contains(before, StringComparison.Ordinal));
        Assert.Contains(now, e => e.Contains(after, StringComparison.Ordinal));
    }

    [Fact]
    public void Parties_WithoutTheBoycott_FiveIsAnErrorAndNoDifferenceOfTime() =>
        Follows(
            "parties",
            "different time: each is right of its own time",
            Workspace.EventsFile,
            "what: boycott\n",
            "what: congress\n",
            "6 parties were in the race"
        );

    [Fact]
    public void Names_RenamedOnAnotherDay_TheDayIsTold() =>
        Follows(
            "pro-government-parties",
            "named Adal from 5 November 2020",
            Parties,
            "to: 2020-11-05, source: adal-rename }\n      - { name: Adal, full: Political Party \"ADAL\", from: 2020-11-05",
            "to: 2020-11-03, source: adal-rename }\n      - { name: Adal, full: Political Party \"ADAL\", from: 2020-11-03",
            "named Adal from 3 November 2020"
        );

    [Fact]
    public void Share_OfAnotherStage_TheStageIsTold() =>
        Follows(
            "nur-otan-share",
            "the other the preliminary result",
            Claims,
            "stage: preliminary\n",
            "stage: final\n",
            "the other the final result"
        );

    [Fact]
    public void Shymkent_AsARegionOfTheRecord_IsNoError()
    {
        Assert.Contains("was a city", Assert.Single(Explained("shymkent")), StringComparison.Ordinal);
        workspace.Edit("registry/kz/places.yaml", "{ is: city, from: 2018-06-19", "{ is: region, from: 2018-06-19");
        Assert.Empty(Explained("shymkent"));
    }

    [Fact]
    public void Chair_WhoLeftTheOfficeBefore_IsNoChair()
    {
        Assert.DoesNotContain(Explained("assembly-chair"), e => e.Contains("did not hold", StringComparison.Ordinal));
        workspace.Edit(
            Persons,
            "{ office: assembly-chair, from: before 2021-01,",
            "{ office: assembly-chair, from: before 2020-01, to: 2020-06-01,"
        );
        Assert.Contains(
            Explained("assembly-chair"),
            e =>
                e.StartsWith("error in a source", StringComparison.Ordinal)
                && e.Contains("did not hold", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Resignation_AYearLater_TheCopiedSentenceIsRight()
    {
        const string Refuted = "taken over from an earlier text";
        Assert.Contains(Explained("resignation"), e => e.Contains(Refuted, StringComparison.Ordinal));
        workspace.Edit(Workspace.EventsFile, "- on: 2019-03-19", "- on: 2020-03-19");
        Assert.DoesNotContain(Explained("resignation"), e => e.Contains(Refuted, StringComparison.Ordinal));
    }

    [Fact]
    public void Fine_AtAnotherRate_DoesNotFit()
    {
        Assert.Empty(Explained("fine"));
        workspace.Edit(Claims, "32793 USD]", "30018 USD]");
        Assert.Contains("none that is recorded fits", Assert.Single(Explained("fine")), StringComparison.Ordinal);
    }
}
