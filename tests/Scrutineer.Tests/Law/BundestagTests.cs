using System.Text.Json;
using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;
using Scrutineer.Tests.Dossier;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>Germany under the editions of 2013 (full compensation), 2020 (three left over), 2023 and 2024 (fixed house).</summary>
public class BundestagTests
{
    private static readonly ElectoralLaw Law = Laws.Read("de/bundestag");

    [Theory]
    [InlineData("de-bundestag-2017", "2013", "AfD:94 CDU:200 CSU:46 FDP:80 GRÜNE:67 LINKE:69 SPD:153")]
    [InlineData("de-bundestag-2021", "2020", "AfD:83 CDU:152 CSU:45 FDP:92 GRÜNE:118 LINKE:39 SPD:206 SSW:1")]
    public void Dossier_GoverningEdition_GivesTheDeclaredSeatsInEveryLand(string id, string edition, string seats)
    {
        var dossier = Dossiers.Read(id);
        Assert.Equal(edition, dossier.Edition.Name);
        var result = Assert.Single(ElectionResult.OfContest(dossier, "second-votes"));
        Assert.True(result.Agrees);
        Assert.False(ElectionResult.Of(dossier, new Scrutineer.Findings.Problems()).HasErrors);
        Assert.Equal(seats, result.Standing!.Line());
        Assert.Equal(16, result.OfficialByPlace.Count);
        Assert.Equal(result.Standing!.Seats.Sum(), result.Standing.ContestSeats);
    }

    [Fact]
    public void Cases_TwoElectionsUnderThreeLaws_GivePartiesAndLands()
    {
        var cases = Cases.Read("national-germany.json");
        var byId = cases.ToDictionary(c => c.Id());
        foreach (var @case in cases)
        {
            var year = @case.Id().Split('-')[1];
            var edition = Law.Named(@case.Id()[^4..])!;
            var source = byId[$"de-{year}-law2013"];
            var standing = edition.Evaluate("second-votes", Votes(source), earlier: Direct(source));
            Assert.Equal((@case.Id(), Outcome.Allocated), (@case.Id(), standing.Ended));
            Assert.Equal((@case.Id(), @case.Expected("house").GetInt32()), (@case.Id(), standing.Seats.Sum()));
            foreach (var (party, lands) in @case.Expected("seats_by_land").Tables())
            {
                var index = standing.Tally.Contenders.ToList().FindIndex(c => c.Id == party);
                var computed = standing.Places.ToDictionary(p => p.Place, p => (long)p.Seats[index]);
                Assert.Equal(
                    (@case.Id(), party, lands.ToDictionary(l => Umlaut(l.Key), l => l.Value).Line()),
                    (@case.Id(), party, computed.Line())
                );
            }
        }
    }

    /// <summary>
    /// Two Lands of equal population, four seats in all. East: A 600, B 400 — two seats by Sainte-Laguë (600, 400, 200): one
    /// each; A won two directly. West: A 300, B 700: quotients 700, 300, 233: one each; B won two directly. Claims by 2013:
    /// A 2 + 1, B 1 + 2: three each. A 900, B 1,100: of four 1,100, 900, 366, 300: two each; six give three each (220, 180).
    /// By 2020 the mean of two and one, rounded up, is two in the same places: the claims are as before, and with up to
    /// three left over, four seats are enough; A and B each keep one more. Under both, B has more than half of the votes
    /// and half of six seats, and so gets a seventh: by its quotients 700, 400, 233, 140 one in East and three in West.
    /// </summary>
    [Theory]
    [InlineData("2013", "become 6")]
    [InlineData("2020", "4 seats are enough")]
    public void Enlarge_TwoLandsByHand_SevenSeatsWithTheMajorityClause(string edition, string enlarged)
    {
        var standing = Hand(Law.Named(edition)!.WithSeats(4, "second-votes"), ("A", 2, 0), ("B", 0, 2));
        Assert.Contains(enlarged, standing.Steps.Single(s => s.Rule == "enlarge").Result, StringComparison.Ordinal);
        Assert.Equal([0, 1], standing.SeatsBy["majority"]);
        Assert.Equal("A:3 B:4", standing.Line());
        Assert.Equal(["A:2 B:1", "A:1 B:3"], standing.Places.Select(p => p.Line()));
    }

    /// <summary>An independent's direct seat is taken off before anything is shared out: four of five, then B's majority.</summary>
    [Fact]
    public void Deduct_IndependentElected_OneSeatLess()
    {
        var standing = Hand(Law.Named("2013")!.WithSeats(5, "second-votes"), ("A", 1, 0), ("Independent", 0, 1));
        Assert.Contains(
            "Independent 1: 4 seats",
            standing.Steps.Single(s => s.Rule == "deduct").Result,
            StringComparison.Ordinal
        );
        Assert.Equal([2, 2], standing.SeatsBy["upper"]);
        Assert.Equal("A:2 B:3", standing.Line());
    }

    [Theory]
    [InlineData("2023", 3, false)]
    [InlineData("2024", 2, false)]
    [InlineData("2024", 3, true)]
    public void Admit_ThreeDirectSeats_CountSinceTheJudgment(string edition, int direct, bool admitted)
    {
        var tally = Cases.Tally(
            "land",
            new()
            {
                ["East"] = new() { ["A"] = 960, ["B"] = 40 },
            },
            (_, part) => part with { Seats = new Count(10) }
        );
        Assert.Equal(
            admitted,
            Law.Named(edition)!.Evaluate("second-votes", tally, earlier: Table(("B", "East", direct))).Admitted[1]
        );
    }

    private static Standing Hand(Edition edition, params (string List, int East, int West)[] direct) =>
        edition.Evaluate(
            "second-votes",
            Cases.Tally(
                "land",
                new()
                {
                    ["East"] = new() { ["A"] = 600, ["B"] = 400 },
                    ["West"] = new() { ["A"] = 300, ["B"] = 700 },
                },
                (_, part) => part with { Population = new Count(1000) }
            ),
            earlier: Table([.. direct.SelectMany(d => new[] { (d.List, "East", d.East), (d.List, "West", d.West) })])
        );

    private static Dictionary<string, SeatTable> Table(params (string List, string Land, int Seats)[] seats) =>
        new()
        {
            ["first-votes"] = new(
                seats
                    .Concat(seats.Select(s => (s.List, Land: "nation", s.Seats)))
                    .GroupBy(s => s.Land)
                    .ToDictionary(
                        g => g.Key,
                        g =>
                            (IReadOnlyDictionary<string, int>)
                                g.GroupBy(s => s.List).ToDictionary(l => l.Key, l => l.Sum(s => s.Seats))
                    )
            ),
        };

    private static Tally Votes(JsonElement source)
    {
        var seats = source.Input("land_quota").Numbers();
        return Cases.Tally(
            "land",
            source.Input("second_votes_by_land").Tables(),
            (land, part) => part with { Seats = new Count(seats[land]) },
            c => c.Id == "SSW" ? c with { Kind = ListKind.Minority } : c
        );
    }

    private static Dictionary<string, SeatTable> Direct(JsonElement source) =>
        Table([
            .. source
                .Input("direct_seats_by_land")
                .Tables()
                .SelectMany(land => land.Value.Select(s => (s.Key, land.Key, (int)s.Value))),
        ]);

    private static string Umlaut(string land) =>
        land switch
        {
            "Baden-Wuerttemberg" => "Baden-Württemberg",
            "Thueringen" => "Thüringen",
            _ => land,
        };
}
