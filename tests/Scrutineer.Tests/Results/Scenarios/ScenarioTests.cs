using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Results.Scenarios;

namespace Scrutineer.Tests.Results.Scenarios;

public sealed class ScenarioTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scrutineer-");

    public void Dispose() => folder.Delete(recursive: true);

    private static ElectionDossier Dossier()
    {
        var problems = new Problems();
        var dossier = ElectionDossier.Read(Checkout.Path("elections/kz-mazhilis-2021"), null, problems);
        Assert.Empty(problems.InOrder());
        return dossier!;
    }

    private static Scenario Shipped(string name)
    {
        var problems = new Problems();
        var path = Checkout.Path($"elections/kz-mazhilis-2021/scenarios/{name}.yaml");
        var scenario = Scenario.Read(Dossier(), path, problems);
        Assert.Empty(problems.InOrder());
        return scenario!;
    }

    private (Scenario? Scenario, IReadOnlyList<string> Problems) Written(string changes)
    {
        var path = Path.Combine(folder.FullName, "scenario.yaml");
        File.WriteAllText(
            path,
            $"scrutineer-scenario: \"1\"\nscenario: test\ntitle: a test\ncontest: lists\nchanges:\n{changes}"
        );
        var problems = new Problems();
        var scenario = Scenario.Read(Dossier(), path, problems);
        return (scenario, [.. problems.InOrder().Select(p => p.ToString())]);
    }

    private static int?[] Seats(ScenarioStep step) =>
        [.. new[] { "NurOtan", "AkZhol", "PPK", "Auyl", "Adal" }.Select(step.SeatsOf)];

    /// <summary>
    /// By hand: 5 % of 7,241,562 are 362,078.1, which Auyl passes; 6,982,944 votes for 98 seats make a quota of 71,254.5, whole
    /// parts 72, 11, 9 and 5, and the largest remainder, .375, is Auyl's.
    /// </summary>
    [Fact]
    public void Read_ThresholdOf5_AsWorkedByHand()
    {
        var scenario = Shipped("threshold-5");
        Assert.Equal([76, 12, 10, 0, 0], Seats(scenario.Real));
        Assert.Equal([72, 11, 9, 6, 0], Seats(Assert.Single(scenario.Steps)));
    }

    /// <summary>7 % of 7,241,562 are 506,909.3, so Auyl with 383,023 enters with 123,887 votes more, and not with one fewer.</summary>
    [Fact]
    public void Read_AuylInARange_EntersAtTheVoteWorkedByHand()
    {
        var scenario = Shipped("auyl");
        Assert.Equal((120_000, 130_000), (scenario.Steps[0].From, scenario.Steps[^1].To));
        var enters = scenario.Steps.First(s => s.SeatsOf("Auyl") > 0);
        Assert.Equal(123_887, enters.From);
        Assert.All(scenario.Steps, s => Assert.Equal(98, Seats(s).Sum()));
        Assert.All(scenario.Steps.Zip(scenario.Steps.Skip(1)), p => Assert.Equal(p.First.To + 1, p.Second.From));
        Assert.Equal(5_148_074 - 123_887, enters.Tally.Contenders.Single(c => c.Id == "NurOtan").Votes.Value);
    }

    [Fact]
    public void Read_Boycott_ChangesNoSeat()
    {
        var step = Assert.Single(Shipped("boycott").Steps);
        Assert.Equal(3_769_640, step.Tally.BallotsIssued.Value);
        Assert.Equal(2_574_037, step.Tally.Contenders.Single(c => c.Id == "NurOtan").Votes.Value);
        Assert.Equal([76, 12, 10, 0, 0], Seats(step));
    }

    /// <summary>600,000 of 7,841,562 votes are 7.65 %: OSDP passes, and so does the People's Party with 8.40 %.</summary>
    [Fact]
    public void Read_ListThatDidNotStand_TakesVotersWhoStayedAtHome()
    {
        var step = Assert.Single(Shipped("osdp-runs").Steps);
        Assert.Equal(8_139_280, step.Tally.BallotsIssued.Value);
        Assert.Equal(98, step.Result.Seats!.Sum());
        Assert.Equal(8, step.SeatsOf("OSDP"));
    }

    [Theory]
    [InlineData("vote-ak-zhol", 0, 88_813)]
    [InlineData("edition-2022", 0, 0)]
    public void Read_ShippedScenarios_CoverTheirRange(string name, long from, long to)
    {
        var scenario = Shipped(name);
        Assert.Equal((from, to), (scenario.Steps[0].From, scenario.Steps[^1].To));
        Assert.All(scenario.Steps, s => Assert.Equal(s.Result.House, s.Result.Seats!.Sum()));
    }

    [Fact]
    public void Read_RemovedList_GivesItsVotes()
    {
        var (scenario, problems) = Written("  - { do: remove, list: Auyl, to: Adal }\n");
        Assert.Empty(problems);
        var step = Assert.Single(scenario!.Steps);
        Assert.Equal(383_023 + 258_618, step.Tally.Contenders.Single(c => c.Id == "Adal").Votes.Value);
        Assert.Null(step.SeatsOf("Auyl"));
        Assert.Equal(7_539_280, step.Tally.BallotsIssued.Value);
    }

    [Theory]
    [InlineData("{ do: move, from: Auil, to: Adal, votes: 5 % }", "There is no list 'Auil'")]
    [InlineData("{ do: move, from: Auyl, to: Auyl, votes: 5 % }", "go to 'Auyl'")]
    [InlineData("{ do: move, from: Auyl, to: Adal, votes: 383024 }", "383,024 votes are taken from 383,023")]
    [InlineData("{ do: move, from: Auyl, to: Adal }", "has no 'votes'")]
    [InlineData("{ do: move, from: Auyl, to: Adal, votes: 20 % to 5 % }", "20 % to 5 %")]
    [InlineData("{ do: move, from: NurOtan, to: Adal, votes: 0 to 300000 }", "300,001 numbers of votes")]
    [InlineData("{ do: add, list: Adal, from: at-home, votes: 5 }", "stands already")]
    [InlineData("{ do: turnout, votes: 5 }", "given as a number")]
    [InlineData("{ do: turnout, votes: 50 %, to: Adal }", "'to' does not belong")]
    public void Read_BadChange_IsALocatedProblem(string change, string said)
    {
        var (scenario, problems) = Written($"  - {change}\n");
        Assert.Null(scenario);
        var problem = Assert.Single(problems);
        Assert.Contains("scenario.yaml:6:", problem, StringComparison.Ordinal);
        Assert.Contains(said, problem, StringComparison.Ordinal);
    }
}
