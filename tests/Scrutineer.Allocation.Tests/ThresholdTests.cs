namespace Scrutineer.Allocation.Tests;

public class ThresholdTests
{
    // Two well-known libraries lose B, because 100 × 0.07 is above 7 in doubles.
    [Fact]
    public void Apply_ExactlySevenPercent_IsAdmitted()
    {
        long[] votes = [93, 7];
        Assert.Equal([93L, 7], new Threshold(Rational.Parse("7%")).Apply(votes));
        Assert.Equal([93L, 0], new Threshold(Rational.Parse("7%"), inclusive: false).Apply(votes));
    }

    [Theory]
    [InlineData("7%", 100)]
    [InlineData("5%", 20)]
    [InlineData("1/2", 2)]
    public void Admits_ThousandElectoratesAtTheShare_TurnsOnOneVote(string share, int parts)
    {
        var atLeast = new Threshold(Rational.Parse(share));
        var moreThan = new Threshold(Rational.Parse(share), inclusive: false);
        for (var n = 1L; n <= 1_000; n++)
        {
            var total = parts * ((n * 7_919) + (n * n * n * 1_000_003));
            var exact = (long)(total * atLeast.Share).Numerator;
            Assert.True(atLeast.Admits(exact, total));
            Assert.False(moreThan.Admits(exact, total));
            Assert.False(atLeast.Admits(exact - 1, total));
            Assert.True(moreThan.Admits(exact + 1, total));
        }
    }

    // Mazhilis 2004: AIST had 336,177 votes, 7.07 % of the valid ones and 6.87 % of the 4,893,204 who took part.
    [Fact]
    public void Apply_BaseNamed_IsTheBaseUsed()
    {
        long[] votes = [2883706, 572672, 541239, 336177, 163824];
        Assert.Equal(336177, new Threshold(Rational.Parse("7%"), @base: 4757773).Apply(votes)[3]);
        Assert.Equal(0, new Threshold(Rational.Parse("7%"), @base: 4893204).Apply(votes)[3]);
    }

    [Fact]
    public void Apply_SumAboveSixtyFourBits_StaysExact()
    {
        long[] votes = [long.MaxValue, long.MaxValue];
        Assert.Equal(votes, new Threshold(new Rational(1, 2)).Apply(votes));
        Assert.Equal([0L, 0], new Threshold(new Rational(1, 2), inclusive: false).Apply(votes));
    }

    [Fact]
    public void Constructor_ShareOutsideNoughtToOne_IsMisuse()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Threshold(7));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Threshold(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Threshold(0, @base: -1));
        Assert.Equal(new Threshold(1, false, 5), new Threshold(1, false, 5));
    }
}
