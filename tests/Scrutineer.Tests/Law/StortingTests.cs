using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;
using Scrutineer.Tests.Dossier;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>Norway: county seats, levelling seats, and the county in which each levelling seat is placed.</summary>
public class StortingTests
{
    private static readonly ElectoralLaw Law = Laws.Read("no/storting");

    [Theory]
    [InlineData("no-storting-1993", "A:67 FRP:10 H:28 KRF:13 RV:1 SP:32 SV:13 V:1")]
    [InlineData("no-storting-2013", "A:55 FRP:29 H:48 KRF:10 MDG:1 SP:10 SV:7 V:9")]
    [InlineData("no-storting-2017", "A:49 FRP:27 H:45 KRF:8 MDG:1 RØDT:1 SP:19 SV:11 V:8")]
    [InlineData("no-storting-2021", "A:48 FRP:21 H:36 KRF:3 MDG:3 PF:1 RØDT:8 SP:28 SV:13 V:8")]
    [InlineData("no-storting-2025", "A:53 FRP:47 H:24 KRF:7 MDG:8 RØDT:9 SP:9 SV:9 V:3")]
    public void Dossier_GoverningEdition_GivesTheDeclaredSeatsInEveryCounty(string id, string seats)
    {
        var dossier = Dossiers.Read(id);
        var result = Assert.Single(ElectionResult.OfContest(dossier, "storting"));
        Assert.Equal(seats, result.Standing!.Line());
        Assert.True(result.Agrees);
        Assert.Equal(id == "no-storting-1993" ? 0 : 19, result.OfficialByPlace.Count);
    }

    /// <summary>The Constitution of 1988 fixed the seats of each county; a dossier of today does not carry them.</summary>
    [Fact]
    public void Edition1989_CountiesWithoutSeats_IsUnknownAndNotAHouseForEachCounty()
    {
        var standing = Law.Named("1989")!.Evaluate("storting", Dossiers.Read("no-storting-2021").TallyOf("storting"));
        Assert.Equal(Outcome.Unknown, standing.Ended);
        Assert.Equal("How many seats Østfold fills is not in the dossier.", standing.Because);
    }

    /// <summary>
    /// North A 700, B 300 and South A 600, B 250, two seats each, one to level: North A 500, 233 before B 214; South A 429, 200
    /// before B 179: A 4. In the whole A 929, 433, 260, 186 and B 393: A 4, B 1. B's seat is where its quotient is largest,
    /// 300 ÷ 1.4 = 214 in North. With 320 in South beside A's 1,000 it has 229 there, A two seats, and again one to level.
    /// </summary>
    [Theory]
    [InlineData(250, 600, "A:2 B:1", "A:2")]
    [InlineData(320, 1000, "A:2", "A:2 B:1")]
    public void Place1989_LevellingSeat_GoesToTheLargestQuotientLeft(long b, long a, string north, string south)
    {
        var tally = Cases.Tally(
            "county",
            new()
            {
                ["North"] = new() { ["A"] = 700, ["B"] = 300 },
                ["South"] = new() { ["A"] = a, ["B"] = b },
            },
            (_, part) => part with { Seats = new Count(2) }
        );
        var standing = Law.Named("1989")!.WithSeats(5, "storting").Evaluate("storting", tally);
        Assert.Equal([north, south], standing.Places.Select(p => p.Line()));
    }

    [Fact]
    public void Cases_AllFour_GiveCountySeatsLevellingSeatsAndTheirCounties()
    {
        foreach (var @case in Cases.Read("national-norway.json"))
        {
            var seats = @case.Input("district_seats").Numbers();
            var tally = Cases.Tally(
                "county",
                @case.Input("votes_by_district").Tables(),
                (county, part) => part with { Seats = new Count(seats[county]) }
            );
            var standing = Law.Named(@case.Id() == "no-storting-1993" ? "1989" : "2005")!.Evaluate("storting", tally);
            Assert.Equal(Outcome.Allocated, standing.Ended);
            Assert.Equal((@case.Id(), @case.Expected("total").Numbers().Line()), (@case.Id(), standing.Line()));
            foreach (var (county, expected) in @case.Expected("district_seats_by_party").Tables())
            {
                var place = standing.Places.Single(p => p.Place == county);
                Assert.Equal((county, expected.Line()), (county, Of(place, place.SeatsBy["county-seats"]).Line()));
            }

            Assert.Equal(
                @case.Expected("leveling_by_party").Numbers().Line(),
                Of(standing, standing.SeatsBy["level"]).Line()
            );
            foreach (var name in new[] { "leveling_by_county", "leveling_by_county_official" })
            {
                if (@case.GetProperty("expected").TryGetProperty(name, out var counties))
                {
                    foreach (var county in counties.EnumerateObject())
                    {
                        var place = standing.Places.Single(p => p.Place == county.Name);
                        Assert.Equal($"{county.Value.GetString()}:1", Of(place, place.SeatsBy["place"]).Line());
                    }
                }
            }
        }
    }

    /// <summary>
    /// Two counties of two seats and one levelling seat each, six in all. By hand: quotients with 1.4 in North (A 60, B 39,
    /// C 1) give A 42.9, B 27.9, then A 20 — one each; in South (A 66, B 30, C 4) A 47.1 and then A 22 against B 21.4, so
    /// both to A. Of six seats A (126), B (69) and C (5): 90, 49.3, 42, 25.2, 23, 18 give A 4 and B 2; A lacks one, B one.
    /// </summary>
    [Fact]
    public void Level_TwoCountiesByHand_EachListGetsWhatItLacks()
    {
        var standing = Small().Evaluate("storting", Two((60, 39, 1), (66, 30, 4)));
        Assert.Equal("A:1 B:1", Of(standing.Places[0], standing.Places[0].SeatsBy["county-seats"]).Line());
        Assert.Equal("A:2", Of(standing.Places[1], standing.Places[1].SeatsBy["county-seats"]).Line());
        Assert.Equal("A:4 B:2", standing.Line());
        // A's claims: 60/3 ÷ 100/2 = 0.40 and 66/5 ÷ 50 = 0.264; B's: 39/3 ÷ 50 = 0.26 and 30/1 ÷ 50 = 0.60.
        Assert.Equal("B:1", Of(standing.Places[1], standing.Places[1].SeatsBy["place"]).Line());
        Assert.Equal("A:1", Of(standing.Places[0], standing.Places[0].SeatsBy["place"]).Line());
    }

    /// <summary>
    /// B is strong in the small county South only: by hand North (A 900, B 0) gives both seats to A, South (A 20, B 30) one
    /// each (21.4, 14.3). Of six, 920 against 50: 657, 307, 184, 131, 102, 83.6 all go to A before B's 35.7: A 6. B holds
    /// one, more than its share of none: it keeps it and leaves, and A has the other five.
    /// </summary>
    [Fact]
    public void Level_ListHoldsMoreThanItsShare_KeepsItAndDropsOut()
    {
        var standing = Small().Evaluate("storting", Two((900, 0, 0), (20, 30, 0)));
        Assert.Equal("A:5 B:1", standing.Line());
        Assert.Equal("A:2", Of(standing, standing.SeatsBy["level"]).Line());
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(7, false)]
    public void Admit_ExactlyFourPercent_TakesPart(long votes, bool admitted)
    {
        var standing = Small().Evaluate("storting", Two((100, 100 - votes, 0), (0, 0, votes)));
        Assert.Equal(admitted, standing.Admitted[2]);
    }

    [Fact]
    public void CountySeats_EqualQuotientsAndVotes_AskForALotAndTakeIt()
    {
        var tied = Small().Evaluate("storting", Two((50, 50, 50), (66, 30, 4)));
        Assert.Equal(Outcome.Tied, tied.Ended);
        var tie = Assert.Single(tied.OpenTies);
        Assert.Equal(("North", 2, "county-seats"), (tie.Place, tie.Seats, tie.Rule));
        var drawn = Small()
            .Evaluate(
                "storting",
                Two((50, 50, 50), (66, 30, 4)),
                [new Lot("county-seats", ["A", "B", "C"], ["B", "C"]) { Place = "North" }]
            );
        Assert.Equal("B:1 C:1", Of(drawn.Places[0], drawn.Places[0].SeatsBy["county-seats"]).Line());
    }

    [Fact]
    public void Apportion_NeitherPeopleNorSeatsReported_CannotBeTold()
    {
        var tally = Two((1, 1, 1), (1, 1, 1));
        var blind = tally with { Parts = [.. tally.Parts.Select(p => p with { Seats = Count.NotReported })] };
        var standing = Small().Evaluate("storting", blind);
        Assert.Equal(Outcome.Unknown, standing.Ended);
        Assert.Contains("North", standing.Because, StringComparison.Ordinal);
    }

    private static Dictionary<string, long> Of(Standing standing, IReadOnlyList<int> seats) =>
        seats.Select((s, i) => (standing.Id(i), (long)s)).ToDictionary(s => s.Item1, s => s.Item2);

    private static Edition Small() => Law.Named("2005")!.WithSeats(6, "storting");

    private static Tally Two((long A, long B, long C) north, (long A, long B, long C) south) =>
        Cases.Tally(
            "county",
            new()
            {
                ["North"] = new()
                {
                    ["A"] = north.A,
                    ["B"] = north.B,
                    ["C"] = north.C,
                },
                ["South"] = new()
                {
                    ["A"] = south.A,
                    ["B"] = south.B,
                    ["C"] = south.C,
                },
            },
            (_, part) => part with { Seats = new Count(2) }
        );

    /// <summary>
    /// Twelve seats for 10,000 people and 1,000: over 1, 3, 5 … the small one has its first by 1,000 against 10,000 ÷ 11, and
    /// no second: eleven and one. Since the act of 2023 it has four, one of them for levelling.
    /// </summary>
    [Theory]
    [InlineData("2005", 10, 0)]
    [InlineData("2024", 7, 3)]
    public void Apportion_SmallCounty_HasFourSince2024(string edition, int large, int small)
    {
        var problems = new Scrutineer.Findings.Problems();
        var changed = Law.Named(edition)!
            .With(
                [],
                [
                    KeyValuePair.Create("contests.storting.apportion.seats", "12"),
                    KeyValuePair.Create("contests.storting.seats", "12"),
                ],
                problems
            );
        Assert.Equal([], problems.InOrder().Select(p => p.ToString()));
        var tally = Cases.Tally(
            "county",
            new()
            {
                ["Large"] = new() { ["A"] = 100 },
                ["Small"] = new() { ["A"] = 100 },
            },
            (county, part) =>
                part with
                {
                    Population = new Count(county == "Large" ? 10_000 : 1_000),
                    Area = new Count(0),
                }
        );
        var standing = changed!.Evaluate("storting", tally);
        Assert.Equal([large, small], standing.Places.Select(p => p.SeatsBy["county-seats"].Sum()));
    }
}
