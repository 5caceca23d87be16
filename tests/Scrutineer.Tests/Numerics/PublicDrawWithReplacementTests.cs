using System.Numerics;
using Scrutineer.Numerics;

namespace Scrutineer.Tests.Numerics;

/// <summary>Draws with replacement, in proportion to weights.</summary>
public class PublicDrawWithReplacementTests
{
    /// <summary>
    /// <c>printf 'dice,1' | sha256sum</c> and so on, times the sum of the weights, without its last 256 bits: 6, 0, 2, 6, 3, 3 of
    /// the ten parts of weights 1, 2, 3, 4.
    /// </summary>
    [Fact]
    public void WithReplacement_Golden_AsDrawnByHand() =>
        Assert.Equal([3, 0, 1, 3, 2, 2], PublicDraw.WithReplacement("dice", [1, 2, 3, 4], 6));

    [Fact]
    public void WithReplacement_MoreDraws_LeaveTheFirstAsTheyAre()
    {
        BigInteger[] weights = [5, 1, 7];
        Assert.Equal(
            PublicDraw.WithReplacement("a", weights, 10),
            PublicDraw.WithReplacement("a", weights, 200).Take(10)
        );
    }

    [Fact]
    public void WithReplacement_ManyDraws_AreInProportion()
    {
        var drawn = PublicDraw.WithReplacement("proportion", [1, 0, 3], 8000);
        Assert.DoesNotContain(1, drawn);
        // The share of the last is 3/4 with a standard deviation of 0.0048.
        Assert.InRange(drawn.Count(d => d == 2) / 8000.0, 0.735, 0.765);
    }

    [Fact]
    public void WithReplacement_NoWeight_Throws()
    {
        Assert.Throws<ArgumentException>(() => PublicDraw.WithReplacement("a", [0, 0], 1));
        Assert.Throws<ArgumentException>(() => PublicDraw.WithReplacement("a", [1, -1], 1));
    }
}
