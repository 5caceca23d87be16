using Scrutineer.Allocation;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;
using Scrutineer.Tests.Law.Golden;
using Lot = Scrutineer.Law.Evaluation.Lot;

namespace Scrutineer.Tests.Law;

/// <summary>Germany since 2023: who leads in a Wahlkreis needs cover by second votes.</summary>
public sealed class CoverTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scrutineer-");

    public void Dispose() => folder.Delete(true);

    /// <summary>
    /// Six seats; A 500 in East and 200 in West, B 300 and 400: 700 each, three each. A's three: 500, 200, 166.7: two in East,
    /// one in West. B's: 400, 300, 133: two in West, one in East. A leads in E1 with 45 %, E2 with 40 %, E3 with 42 %: E2 has no
    /// member.
    /// </summary>
    [Theory]
    [InlineData(42, "E2 A in East")]
    [InlineData(44, "E2 A in East")]
    [InlineData(39, "E3 A in East")]
    public void Apply_ThreeLeadAndTwoSeats_TheSmallestShareHasNone(int third, string expected)
    {
        var standing = Evaluate(("E1", "A", 45), ("E2", "A", 40), ("E3", "A", third), ("E4", "B", 30));
        Assert.Equal("A:3 B:3", standing.Line());
        Assert.Equal(["A:2 B:1", "A:1 B:2"], standing.Places.Select(p => p.Line()));
        var seat = Assert.Single(standing.NotCovered);
        Assert.False(seat.LotOpen);
        Assert.Equal(expected, $"{seat.Led.Place} {seat.Led.List} in {seat.Led.Within}");
    }

    /// <summary>Equal shares, §6 (3): a lot decides. The drawn has the seat; without a record both are named.</summary>
    [Fact]
    public void Apply_EqualShares_ALotDecides()
    {
        (string, string, int)[] led = [("E1", "A", 45), ("E2", "A", 42), ("E3", "A", 42)];
        var open = Evaluate(led);
        Assert.Equal([("E2", true), ("E3", true)], open.NotCovered.Select(s => (s.Led.Place, s.LotOpen)));
        Assert.Equal(Outcome.Allocated, open.Ended);
        var drawn = Evaluate([new Lot("cover", ["E2", "E3"], ["E3"]) { Place = "East" }], led);
        Assert.Equal([("E2", false)], drawn.NotCovered.Select(s => (s.Led.Place, s.LotOpen)));
    }

    /// <summary>A list that does not take part has no seat, and none of its leaders either. Five per cent are needed, or three of them.</summary>
    [Fact]
    public void Apply_ListBelowTheHurdle_CoversNobody()
    {
        var tally = Cases.Tally(
            "land",
            new()
            {
                ["East"] = new() { ["A"] = 960, ["C"] = 40 },
            }
        );
        var standing = Laws.Read("de/bundestag")
            .Named("2024")!
            .WithSeats(6, "second-votes")
            .Evaluate("second-votes", tally, earlier: Table(("E1", "C", 50), ("E2", "C", 30)));
        Assert.Equal(["E1", "E2"], standing.NotCovered.Select(s => s.Led.Place));
    }

    [Fact]
    public void Apply_NoVotesByConstituency_SaysThatItCannotBeTold()
    {
        var standing = Evaluate();
        Assert.Empty(standing.NotCovered);
        Assert.Contains(
            "cannot be told",
            standing.Steps.Single(s => s.Rule == "cover").Result,
            StringComparison.Ordinal
        );
    }

    /// <summary>
    /// A dossier with its Wahlkreise: one Land, 630 seats, so many that A's list covers all but where it has none. A has all
    /// second votes but 4 % for C, which leads in W2 with 60 of 100 and is out.
    /// </summary>
    [Fact]
    public void Dossier_WithWahlkreise_FindingNamesTheConstituency()
    {
        File.WriteAllText(
            Path.Combine(folder.FullName, "election.yaml"),
            $$"""
            scrutineer-dossier: "1"
            election: {{folder.Name}}
            title: "Made up"
            law: de/bundestag
            polling-day: 2025-02-23
            contests:
              first-votes: { ballot-order: unknown, contenders: { A: { name: List A }, C: { name: List C } } }
              second-votes: { ballot-order: unknown, contenders: { A: { name: List A }, C: { name: List C } } }
            units:
              East: {}
              W1: { within: East, contests: [first-votes] }
              W2: { within: East, contests: [first-votes] }
            sources:
              s: { title: Made up }

            """
        );
        File.WriteAllText(
            Path.Combine(folder.FullName, "results.csv"),
            """
            contest,unit,stage,figure,list,value,base,source,note
            first-votes,W1,final,votes,A,70,,s,
            first-votes,W1,final,votes,C,30,,s,
            first-votes,W2,final,votes,A,40,,s,
            first-votes,W2,final,votes,C,60,,s,
            second-votes,East,final,votes,A,192,,s,
            second-votes,East,final,votes,C,8,,s,

            """
        );
        var problems = new Problems();
        var dossier = ElectionDossier.Read(folder.FullName, null, problems);
        Assert.Equal([], problems.InOrder().Select(p => p.ToString()));
        var result = ElectionResult.Of(dossier!, problems);
        var finding = Assert.Single(result.Findings, f => f.Code == "leader-without-seat");
        Assert.Equal(
            "List C in East: W2 (60.00 %) has no member, for the seats of the list do not cover the candidate who leads there.",
            finding.Statement
        );
    }

    private static Standing Evaluate(params (string Place, string List, int PerCent)[] led) => Evaluate([], led);

    private static Standing Evaluate(IReadOnlyList<Lot> lots, (string Place, string List, int PerCent)[] led) =>
        Laws.Read("de/bundestag")
            .Named("2024")!
            .WithSeats(6, "second-votes")
            .Evaluate(
                "second-votes",
                Cases.Tally(
                    "land",
                    new()
                    {
                        ["East"] = new() { ["A"] = 500, ["B"] = 300 },
                        ["West"] = new() { ["A"] = 200, ["B"] = 400 },
                    }
                ),
                lots,
                earlier: Table(led)
            );

    private static Dictionary<string, SeatTable> Table(params (string Place, string List, int PerCent)[] led) =>
        new()
        {
            ["first-votes"] = new SeatTable(
                new Dictionary<string, IReadOnlyDictionary<string, int>>
                {
                    [Tally.Nation] = led.GroupBy(l => l.List).ToDictionary(g => g.Key, g => g.Count()),
                }
            )
            {
                Led = [.. led.Select(l => new SeatLed(l.Place, "East", l.List, new Rational(l.PerCent, 100)))],
            },
        };
}
