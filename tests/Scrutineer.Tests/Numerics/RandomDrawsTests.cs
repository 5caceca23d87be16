using Scrutineer.Numerics;

namespace Scrutineer.Tests.Numerics;

/// <summary>Draws against the distributions they are of.</summary>
public sealed class RandomDrawsTests
{
    [Theory]
    [InlineData(7, 0.3)]
    [InlineData(40, 0.9)]
    [InlineData(300, 0.4)]
    [InlineData(5000, 0.02)]
    public void Binomial_Drawn_HasItsProbabilities(int trials, double chance)
    {
        const int Draws = 40_000;
        var random = new SplitMix64(99);
        var counts = new int[trials + 1];
        for (var i = 0; i < Draws; i++)
        {
            counts[random.Binomial(trials, chance)]++;
        }

        // χ² over the counts of which ten or more are expected.
        var (chi2, cells) = (0.0, 0);
        for (var k = 0; k <= trials; k++)
        {
            var expected =
                Draws
                * Math.Exp(
                    LogFactorial.Of(trials)
                        - LogFactorial.Of(k)
                        - LogFactorial.Of(trials - k)
                        + (k * Math.Log(chance))
                        + ((trials - k) * Math.Log(1 - chance))
                );
            if (expected >= 10)
            {
                chi2 += (counts[k] - expected) * (counts[k] - expected) / expected;
                cells++;
            }
        }

        Assert.True(ChiSquareTail.Above(chi2, cells) > 0.001, $"χ² {chi2} of {cells}");
    }

    [Fact]
    public void Binomial_Corners_AreFixed()
    {
        var random = new SplitMix64(1);
        Assert.Equal(0, random.Binomial(0, 0.5));
        Assert.Equal(0, random.Binomial(10, 0));
        Assert.Equal(10, random.Binomial(10, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.Binomial(-1, 0.5));
    }

    [Fact]
    public void Beta_Drawn_HasItsMeanAndSpread()
    {
        var random = new SplitMix64(5);
        foreach (var (mean, rho) in new[] { (0.3, 0.02), (0.7, 0.4), (0.1, 0.8) })
        {
            var x = Enumerable.Range(0, 40_000).Select(_ => random.Beta(mean, rho)).ToArray();
            var average = x.Average();
            Assert.Equal(mean, average, 0.01);
            Assert.Equal(mean * (1 - mean) * rho, x.Average(v => (v - average) * (v - average)), 0.01 * rho + 0.001);
        }

        Assert.Equal(0.4, random.Beta(0.4, 0));
    }

    [Fact]
    public void Alias_Drawn_HasItsChances()
    {
        var table = new AliasTable(8);
        table.Set([1, 0, 3, 6]);
        var random = new SplitMix64(7);
        var counts = new int[4];
        for (var i = 0; i < 100_000; i++)
        {
            counts[table.Draw(random)]++;
        }

        Assert.Equal(0, counts[1]);
        Assert.InRange(counts[0], 9_600, 10_400);
        Assert.InRange(counts[2], 29_400, 30_600);
        Assert.Throws<ArgumentException>(() => table.Set([0, 0]));
        Assert.Throws<ArgumentException>(() => table.Set(new double[9]));
    }

    [Fact]
    public void LogGamma_AsTheFactorial()
    {
        for (var n = 1; n < 200; n++)
        {
            Assert.Equal(LogFactorial.Of(n - 1), LogGamma.Of(n), 1e-9);
        }

        Assert.Equal(0.5 * Math.Log(Math.PI), LogGamma.Of(0.5), 1e-10);
    }
}
