using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Publishing;
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

    /// <summary>
    /// By hand: Auyl with 383,023 + 123,887 = 506,910 votes has 7 % of 7,241,562 and of up to nine votes more, since 7 % of
    /// 7,241,571 are 506,909.97, and of ten more 506,910.04.
    /// </summary>
    [Fact]
    public void Read_TwoRangesOfFewCombinations_AreAllPutUnderTheLaw()
    {
        var (scenario, problems) = Written(
            "  - { do: move, from: NurOtan, to: Auyl, votes: 123880 to 123887 }\n"
                + "  - { do: move, from: at-home, to: AkZhol, votes: 0 to 10 }\n"
        );
        Assert.Empty(problems);
        Assert.Equal((88, true, 0), (scenario!.Grid!.Points, scenario.Grid.IsWhole, scenario.Grid.Untold));
        Assert.Equal((0, 7), scenario.Grid.Seats["Auyl"]);
        Assert.Equal((0, 0), scenario.Grid.Seats["Adal"]);
        Assert.Equal(
            [(123_880, 0, 0), (123_880, 10, 0), (123_887, 0, 7), (123_887, 10, 0)],
            scenario.Steps.Select(s => (s.At[0], s.At[1], s.SeatsOf("Auyl")!.Value))
        );
        Assert.Contains(
            "These are all combinations (8 × 11).",
            ScenarioWords.Extremes(scenario),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Read_TwoRangesOfManyCombinations_AreAGridThatSaysSo()
    {
        var problems = new Problems();
        var path = Checkout.Path("elections/kz-mazhilis-2021/scenarios/two-calls.yaml");
        var scenario = Scenario.Read(Dossier(), path, problems, most: 4_000)!;
        Assert.Empty(problems.InOrder());
        Assert.Equal((31 * 31, false), (scenario.Grid!.Points, scenario.Grid.IsWhole));
        Assert.Equal(4, scenario.Steps.Count);
        Assert.Equal((0, 7), scenario.Grid.Seats["Auyl"]);
        Assert.Contains("between them seats may differ", ScenarioWords.Extremes(scenario), StringComparison.Ordinal);
    }

    [Fact]
    public void BreakEvens_OfAuyl_SayWithWhichShareItEnters() =>
        Assert.Equal(
            [
                "Auyl enters with 506,910 votes, 7.0000 % of the votes for lists, if 123,887 votes or more are changed; with one fewer it has no seat.",
            ],
            ScenarioWords.BreakEvens(Shipped("auyl"))
        );

    [Fact]
    public void BreakEvens_OfASeatThatMoves_SayFromWhomToWhom() =>
        Assert.StartsWith(
            "A seat goes from Nur Otan to Ak Zhol at 68,442 votes",
            Assert.Single(ScenarioWords.BreakEvens(Shipped("vote-ak-zhol"))),
            StringComparison.Ordinal
        );

    [Fact]
    public void AllOf_ADossier_HasItsFilesInOrderWithTheirHashes()
    {
        var problems = new Problems();
        var all = Scenario.AllOf(Dossier(), problems, most: 100);
        Assert.Empty(problems.InOrder());
        Assert.Equal(7, all.Count);
        Assert.Equal("scenarios/auyl.yaml", all[0].Input.Key);
        Assert.All(all, s => Assert.Equal(64, s.Input.Value.Length));
    }

    private (Scenario? Scenario, IReadOnlyList<string> Problems) Iceland(string change)
    {
        var path = Path.Combine(folder.FullName, "iceland.yaml");
        File.WriteAllText(
            path,
            $"scrutineer-scenario: \"1\"\nscenario: test\ntitle: a test\ncontest: althingi\nchanges:\n  - {change}\n"
        );
        var problems = new Problems();
        var dossier = ElectionDossier.Read(Checkout.Path("elections/is-althingi-2016"), null, problems);
        var scenario = Scenario.Read(dossier!, path, problems);
        return (scenario, [.. problems.InOrder().Select(p => p.ToString())]);
    }

    /// <summary>
    /// In Norðvestur 4,951 voted for D and 3,032 for V. A tenth of each of the six constituencies' votes for P, rounded down, are
    /// 2,742 of 27,449.
    /// </summary>
    [Fact]
    public void Read_Constituencies_ChangeInOneOrInEach()
    {
        var (one, none) = Iceland("{ do: move, from: D, to: V, in: Norðvestur, votes: 0 to 300 }");
        Assert.Empty(none);
        Assert.Equal((0, 300, 4_951), (one!.Ranges[0].Least, one.Ranges[0].Most, one.Ranges[0].All));
        var last = one.Steps[^1].Tally;
        var from = last
            .Parts.Single(p => p.Unit == "Norðvestur")
            .Contenders.Single(c => c.Id == "D")
            .Votes.Value!.Value;
        Assert.Equal(4_951 - one.Steps[^1].From, from);
        Assert.Equal(54_990 - one.Steps[^1].From, last.Contenders.Single(c => c.Id == "D").Votes.Value);
        Assert.Equal(63, last.Contenders.Sum(c => one.Steps[^1].SeatsOf(c.Id)));
        var each = Assert.Single(Iceland("{ do: move, from: P, to: B, votes: 10 % }").Scenario!.Steps).Tally;
        Assert.Equal(27_449 - 2_742, each.Contenders.Single(c => c.Id == "P").Votes.Value);
        Assert.All(
            each.Parts.Zip(one.Real.Tally.Parts),
            p => Assert.Equal(p.Second.VotesForLists.Value, p.First.VotesForLists.Value)
        );
    }

    [Theory]
    [InlineData("{ do: move, from: D, to: V, votes: 300 }", "Several constituencies cannot share a number")]
    [InlineData("{ do: move, from: D, to: V, votes: 1 % to 2 % }", "Several constituencies cannot share a number")]
    [InlineData("{ do: move, from: D, to: V, in: Nordvestur, votes: 300 }", "There is no constituency 'Nordvestur'")]
    public void Read_BadChangeOfConstituencies_IsALocatedProblem(string change, string said)
    {
        var (scenario, problems) = Iceland(change);
        Assert.Null(scenario);
        Assert.Contains(said, Assert.Single(problems), StringComparison.Ordinal);
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
