using Scrutineer.Numerics;

namespace Scrutineer.Tests.Numerics;

public sealed class PoissonBinomialTests
{
    [Fact]
    public void AtLeast_EveryOutcomeOfTenTrials_AsEnumerated()
    {
        double[] chances = [0.1, 0.9, 0.5, 0.25, 0, 1, 0.75, 0.3, 0.6, 0.01];
        for (var least = -1; least <= 11; least++)
        {
            double sum = 0;
            for (var bits = 0; bits < 1 << 10; bits++)
            {
                if (System.Numerics.BitOperations.PopCount((uint)bits) >= least)
                {
                    double p = 1;
                    for (var i = 0; i < 10; i++)
                    {
                        p *= (bits >> i & 1) == 1 ? chances[i] : 1 - chances[i];
                    }

                    sum += p;
                }
            }

            Assert.Equal(sum, PoissonBinomial.AtLeast(chances, least), 1e-12);
        }
    }

    [Fact]
    public void AtLeast_FarOut_IsNoNoughtByRounding()
    {
        // 1,000 fair coins: the chance of 700 heads is 8.2496e-38 (summed with whole numbers).
        var coins = Enumerable.Repeat(0.5, 1000).ToArray();
        Assert.Equal(1, PoissonBinomial.AtLeast(coins, 700) / Coins(1000, 700), 1e-9);
    }

    [Fact]
    public void AtLeast_ManyTrials_IsNearTheSum()
    {
        // One trial that cannot succeed takes the sum over the bound from which the normal distribution stands for it.
        var chances = Enumerable.Repeat(0.2, PoissonBinomial.SummedUpTo + 1).ToArray();
        chances[^1] = 0;
        var summed = PoissonBinomial.AtLeast(chances.AsSpan(0, PoissonBinomial.SummedUpTo), 2080);
        Assert.Equal(summed, PoissonBinomial.AtLeast(chances, 2080), 1e-3);
    }

    [Fact]
    public void NormalTail_KnownPoints()
    {
        Assert.Equal(0.024997895148220435, NormalTail.Above(1.96), 1e-14);
        Assert.Equal(0.04999579029644087, NormalTail.Beyond(-1.96), 1e-14);
        Assert.Equal(1.959963984540054, NormalTail.Quantile(0.975), 1e-9);
        Assert.Equal(0.05, ChiSquareTail.Above(16.918977604620448, 9), 1e-10);
    }

    [Fact]
    public void LogFactorial_AsMultiplied()
    {
        System.Numerics.BigInteger product = 1;
        for (var n = 1; n <= 300; n++)
        {
            product *= n;
            Assert.Equal(System.Numerics.BigInteger.Log(product), LogFactorial.Of(n), 1e-11);
        }

        // The table and the series meet.
        var last = LogFactorial.Values.Length - 1;
        Assert.Equal(Math.Log(last + 1.0), LogFactorial.Of(last + 1) - LogFactorial.Of(last), 1e-8);
    }

    private static double Coins(int trials, int least)
    {
        System.Numerics.BigInteger ways = 1;
        System.Numerics.BigInteger sum = 0;
        for (var k = 0; k <= trials; k++)
        {
            sum += k >= least ? ways : 0;
            ways = ways * (trials - k) / (k + 1);
        }

        return Math.Exp(System.Numerics.BigInteger.Log(sum) - (trials * Math.Log(2)));
    }
}
