using Scrutineer.Counting;
using Scrutineer.Law.Evaluation;
using Scrutineer.Tests.Law.Golden;

namespace Scrutineer.Tests.Law;

/// <summary>Sweden until 2014: four per cent in the whole, or twelve in a constituency to take part there.</summary>
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
    /// Two seats each in North (A 60, B 21, C 19) and South (A 66, B 15, C 19), one to level. A has all four; of five it earns
    /// three (126, 36 and 38 over 1.2: 105, 42, 31.7, 30, 25.2). It gives back the one won by 60 ÷ 3 = 20, and not by 22: in
    /// North 21 ÷ 1.2 beats 19 ÷ 1.2. B then has its one, and C gets the fifth. Until 2014 A kept four and B had none.
    /// </summary>
    [Theory]
    [InlineData("2015", "A:3 B:1 C:1", "A:1 B:1")]
    [InlineData("2005", "A:4 C:1", "A:2")]
    public void Level_MoreThanItsShare_GivesBackSince2018(string edition, string expected, string north)
    {
        var standing = Laws.Read("se/riksdag")
            .Named(edition)!
            .WithSeats(5, "riksdag")
            .Evaluate("riksdag", Two(66, 15, 19));
        Assert.Equal(expected, standing.Line());
        var place = standing.Places[0];
        Assert.Equal(north, Line(place.Seats.Select((s, i) => s - (place.SeatsBy.Of("place") ?? [0, 0, 0])[i])));
    }

    /// <summary>A's second seats in North and South cost 60 ÷ 3 both: which is given back is open.</summary>
    [Fact]
    public void Level_EqualQuotientsGivenBack_StaysOpen()
    {
        var standing = Laws.Read("se/riksdag")
            .Named("2015")!
            .WithSeats(5, "riksdag")
            .Evaluate("riksdag", Two(60, 21, 19));
        Assert.Equal(Outcome.Tied, standing.Ended);
    }

    private static string Line(IEnumerable<int> seats) =>
        string.Join(
            " ",
            seats.Select((s, i) => (Id: "ABC"[i], Seats: s)).Where(s => s.Seats > 0).Select(s => $"{s.Id}:{s.Seats}")
        );

    private static Tally Two(long southA, long southB, long southC) =>
        Cases.Tally(
            "constituency",
            new()
            {
                ["North"] = new()
                {
                    ["A"] = 60,
                    ["B"] = 21,
                    ["C"] = 19,
                },
                ["South"] = new()
                {
                    ["A"] = southA,
                    ["B"] = southB,
                    ["C"] = southC,
                },
            },
            (_, part) => part with { Seats = new Count(2) }
        );
}
