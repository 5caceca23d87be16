using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Integers;

/// <summary>Draws whether a binomial count makes a whole percentage: a count by its probability, each marked as a hit or not.</summary>
internal sealed class BinomialHits(IntegerRule rule)
{
    private double[] mass = new double[256];
    private byte[] isHit = new byte[256];
    private AliasTable alias = new(256);

    /// <summary>Makes ready for counts of n trials with the chance k/n.</summary>
    public void Set(long k, long n)
    {
        var reach = (long)(9 * Math.Sqrt((double)k * (n - k) / n)) + 12;
        var isFixed = k == 0 || k == n;
        var low = isFixed ? k : Math.Max(0, k - reach);
        var high = isFixed ? k : Math.Min(n, k + reach);
        var cells = (int)(high - low + 1);
        if (cells > mass.Length)
        {
            var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)cells);
            (mass, isHit, alias) = (new double[size], new byte[size], new AliasTable(size));
        }

        Masses(k, n, low, cells);
        alias.Set(mass.AsSpan(0, cells));
        for (var i = 0; i < cells; i++)
        {
            isHit[i] = (byte)(rule.IsHit(low + i, n) ? 1 : 0);
        }
    }

    /// <summary>1 for a hit, 0 for none.</summary>
    public int Draw(SplitMix64 random) => isHit[alias.Draw(random)];

    /// <summary>Ratios of successive probabilities, from the mode outwards; the constant does not matter.</summary>
    private void Masses(long k, long n, long low, int cells)
    {
        var odds = n == k ? 1 : (double)k / (n - k);
        var mode = (int)(k - low);
        mass[mode] = 1;
        for (var i = mode + 1; i < cells; i++)
        {
            var x = low + i;
            mass[i] = mass[i - 1] * odds * (n - x + 1) / x;
        }

        for (var i = mode - 1; i >= 0; i--)
        {
            var x = low + i + 1;
            mass[i] = mass[i + 1] * x / (odds * (n - x + 1));
        }
    }
}
