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
}
