using Scrutineer.Counting;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;
using Scrutineer.Tests.Dossier;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>Sweden: four per cent in the whole, or twelve in a constituency to take part there; seats above a share given back since 2018.</summary>
public class RiksdagTests
{
    /// <summary>
    /// North 10,000 votes, South 90,000, four and four fixed seats, ten in all. L has 3,000 of 100,000 but 30 % of North: it
    /// takes part there. North A 4,000, B 3,000, L 3,000 over 1.4: 2,857, 2,143, 2,143, then A 1,333: A 2, B 1, L 1. South A
    /// 60,000, B 30,000: 42,857, 21,429, 20,000, 12,000: A 3, B 1. Nine for A 64,000 and B 33,000 (L's one is taken off):
    /// 45,714, 23,571, 21,333, 12,800, 11,000, 9,143, 7,111, 6,600, 5,818: A 6 — with 45,714, 21,333, 12,800, 9,143, 7,111,
    /// 5,818 — and B 3. A lacks one, B one. A's next quotients: North 4,000 ÷ 5 = 800, South 60,000 ÷ 7; B's: 3,000 ÷ 3,
    /// South 30,000 ÷ 3: both in South.
    /// </summary>
    [Fact]
    public void Admit_TwelvePercentThere_TakesPartThereOnly()
    {
        var standing = Laws.Read("se/riksdag")
            .Named("2005")!
            .WithSeats(10, "riksdag")
            .Evaluate(
                "riksdag",
                Cases.Tally(
                    "constituency",
                    new()
                    {
                        ["North"] = new()
                        {
                            ["A"] = 4000,
                            ["B"] = 3000,
                            ["L"] = 3000,
                        },
                        ["South"] = new() { ["A"] = 60000, ["B"] = 30000 },
                    },
                    (_, part) => part with { Seats = new Count(4) }
                )
            );
        Assert.Equal(Outcome.Allocated, standing.Ended);
        Assert.False(standing.Admitted[2]);
        Assert.Equal([true, false], standing.Places.Select(p => p.Admitted[2]));
        Assert.Equal("A:6 B:3 L:1", standing.Line());
        Assert.Equal(["A:2 B:1 L:1", "A:4 B:2"], standing.Places.Select(p => p.Line()));
    }

    /// <summary>
    /// Three seats each in North (A 80, B 11, C 9) and South (A 81, B 8, C 11), one to level. A has all six; of seven it earns
    /// five (161, 19 and 20 over 1.2: 134.2, 53.7, 32.2, 23, 17.9, then C 16.7, B 15.8). It gives back the one won by 80 ÷ 5
    /// = 16, and not by 16.2: in North 11 ÷ 1.2 beats 9 ÷ 1.2. B then has its one, and C gets the seventh in South, where
    /// it has most votes. Until 2014 A kept six and C had the seventh.
    /// </summary>
    [Theory]
    [InlineData("2015", "A:5 B:1 C:1", "A:2 B:1", "A:3 C:1")]
    [InlineData("2005", "A:6 C:1", "A:3", "A:3 C:1")]
    public void Level_MoreThanItsShare_GivesBackSince2018(string edition, string expected, string north, string south)
    {
        var standing = Evaluate(edition, 7, 3, (80, 11, 9), (81, 8, 11));
        Assert.Equal(expected, standing.Line());
        Assert.Equal([north, south], standing.Places.Select(p => p.Line()));
    }

    /// <summary>
    /// Six seats, none to level: North A 80, B 10, C 9: A 3. South A 60, B 27, C 11: 50, 22.5, 20: A 2, B 1. In the whole 140, 37
    /// and 20 over 1.2: 116.7, 46.7, 30.8, 28, 20, C's 16.7: A 4, B 1, C 1. A gives back North's 80 ÷ 5 = 16. B's 10 ÷ 1.2 there is
    /// the largest, and B has its share: the seat goes to C.
    /// </summary>
    [Fact]
    public void Level_NextListHasItsShare_IsPassedOver()
    {
        var standing = Evaluate("2015", 6, 3, (80, 10, 9), (60, 27, 11));
        Assert.Equal("A:4 B:1 C:1", standing.Line());
        Assert.Equal(["A:2 C:1", "A:2 B:1"], standing.Places.Select(p => p.Line()));
    }

    /// <summary>
    /// Where a constituency has two fixed seats, as Gotland has, none is given back. A (60, 66) holds four and earns three of
    /// five; it keeps them, and C gets the one to level.
    /// </summary>
    [Fact]
    public void Level_TwoFixedSeats_GiveNothingBack() =>
        Assert.Equal("A:4 C:1", Evaluate("2015", 5, 2, (60, 21, 19), (66, 15, 19)).Line());

    /// <summary>A's third seats in North and South cost 80 ÷ 5 both: which is given back is open.</summary>
    [Fact]
    public void Level_EqualQuotientsGivenBack_StaysOpen() =>
        Assert.Equal(Outcome.Tied, Evaluate("2015", 7, 3, (80, 11, 9), (80, 8, 11)).Ended);

    /// <summary>Exactly four per cent of 100,000 are enough, and exactly twelve of a constituency's 10,000.</summary>
    [Theory]
    [InlineData(4000, 1200, true, true)]
    [InlineData(3999, 1200, false, true)]
    [InlineData(3999, 1199, false, false)]
    public void Admit_ExactlyAtTheHurdle_TakesPart(long votes, long north, bool whole, bool there)
    {
        var standing = Laws.Read("se/riksdag")
            .Named("2015")!
            .Evaluate(
                "riksdag",
                Cases.Tally(
                    "constituency",
                    new()
                    {
                        ["North"] = new() { ["A"] = 10000 - north, ["L"] = north },
                        ["South"] = new() { ["A"] = 90000 - votes + north, ["L"] = votes - north },
                    },
                    (_, part) => part with { Seats = new Count(5) }
                )
            );
        Assert.Equal((whole, there), (standing.Admitted[1], standing.Places[0].Admitted[1]));
    }

    /// <summary>The seats declared; those of 2022 stand in the dossier for every constituency and party.</summary>
    [Theory]
    [InlineData("se-riksdag-2014", "C:22 KD:16 L:19 M:84 MP:25 S:113 SD:49 V:21", 0)]
    [InlineData("se-riksdag-2018", "C:31 KD:22 L:20 M:70 MP:16 S:100 SD:62 V:28", 0)]
    [InlineData("se-riksdag-2022", "C:24 KD:19 L:16 M:68 MP:18 S:107 SD:73 V:24", 29)]
    public void Dossier_GivesTheDeclaredSeats(string id, string seats, int places)
    {
        var result = Assert.Single(
            ElectionResult.OfContest(Dossiers.Read(id), "riksdag", traced: false, margins: false)
        );
        Assert.Equal(seats, result.Standing!.Line());
        Assert.True(result.Agrees);
        Assert.Equal(places, result.OfficialByPlace.Count);
    }

    /// <summary>
    /// All the seats of each constituency of 2014, from the Election Authority's final result (jonasson2/voting,
    /// data/sweden_2014.csv, columns "fixed" and "adj"): so the 39 levelling seats are in the right places.
    /// </summary>
    [Fact]
    public void Place_2014_EachConstituencyHasTheSeatsPublished()
    {
        var standing = Assert
            .Single(
                ElectionResult.OfContest(Dossiers.Read("se-riksdag-2014"), "riksdag", traced: false, margins: false)
            )
            .Standing!;
        Assert.Equal(
            [
                5,
                11,
                2,
                11,
                12,
                4,
                13,
                8,
                6,
                8,
                11,
                13,
                13,
                11,
                32,
                39,
                11,
                12,
                11,
                10,
                10,
                10,
                17,
                13,
                6,
                13,
                10,
                12,
                15,
            ],
            standing.Places.Select(p => p.Seats.Sum())
        );
    }

    private static Standing Evaluate(
        string edition,
        int all,
        int each,
        (long A, long B, long C) north,
        (long A, long B, long C) south
    ) =>
        Laws.Read("se/riksdag")
            .Named(edition)!
            .WithSeats(all, "riksdag")
            .Evaluate(
                "riksdag",
                Cases.Tally(
                    "constituency",
                    new() { ["North"] = Row(north), ["South"] = Row(south) },
                    (_, part) => part with { Seats = new Count(each) }
                )
            );

    private static Dictionary<string, long> Row((long A, long B, long C) votes) =>
        new()
        {
            ["A"] = votes.A,
            ["B"] = votes.B,
            ["C"] = votes.C,
        };
}
