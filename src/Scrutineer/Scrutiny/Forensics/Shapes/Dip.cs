using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Shapes;

/// <summary>
/// Hartigan's dip: the greatest distance between the empirical distribution function and the nearest one with a single mode.
/// </summary>
/// <remarks>
/// Source: J. A. Hartigan and P. M. Hartigan, "The dip test of unimodality", Annals of Statistics 13 (1985); P. M. Hartigan,
/// algorithm AS 217, Applied Statistics 34 (1985). Between the greatest convex minorant and the least concave majorant the
/// interval of the mode is narrowed until the distance within it is no greater than the distance outside.
/// </remarks>
public static class Dip
{
    /// <summary>The dip of numbers; 1/(2n) where all are equal.</summary>
    /// <param name="numbers">At least one number; they are sorted in a copy.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static double Of(ReadOnlySpan<double> numbers)
    {
        if (numbers.IsEmpty)
        {
            throw new ArgumentException("A dip needs at least one number.", nameof(numbers));
        }

        // From 1, as the published algorithm counts.
        var x = new double[numbers.Length + 1];
        numbers.CopyTo(x.AsSpan(1));
        Array.Sort(x, 1, numbers.Length);
        var n = numbers.Length;
        if (x[1] == x[n])
        {
            return 0.5 / n;
        }

        var minorant = Minorant(x, n);
        var majorant = Majorant(x, n);
        var gcm = new int[n + 2];
        var lcm = new int[n + 2];
        var (low, high) = (1, n);
        var dip = 1.0;
        while (true)
        {
            var convex = Chain(gcm, high, minorant, i => i > low);
            var concave = Chain(lcm, low, majorant, i => i < high);
            var (distance, nextLow, nextHigh) =
                convex == 2 && concave == 2 ? (1.0, gcm[convex], lcm[concave]) : Widest(x, gcm, convex, lcm, concave);
            if (distance < dip)
            {
                return dip / (2 * n);
            }

            dip = Math.Max(dip, Math.Max(OfConvex(x, gcm, convex, nextLow), OfConcave(x, lcm, concave, nextHigh)));
            if (low == nextLow && high == nextHigh)
            {
                return dip / (2 * n);
            }

            (low, high) = (nextLow, nextHigh);
        }
    }

    /// <summary>
    /// The chance of a dip at least as great in so many numbers drawn evenly, the single-moded distribution with the greatest dips:
    /// (1 + drawn dips as great) / (1 + drawn).
    /// </summary>
    /// <param name="dip">The dip.</param>
    /// <param name="count">How many numbers it is of.</param>
    /// <param name="drawn">How many times numbers are drawn.</param>
    /// <param name="seed">The seed.</param>
    /// <remarks>√n times the dip has a limit; beyond 4,000 numbers it stands for all n.</remarks>
    public static double PValue(double dip, int count, int drawn, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(drawn, 1);
        var size = Math.Min(count, 4000);
        var scaled = dip * Math.Sqrt((double)count / size);
        var random = new SplitMix64(seed);
        var numbers = new double[size];
        var above = 0;
        for (var i = 0; i < drawn; i++)
        {
            for (var j = 0; j < size; j++)
            {
                numbers[j] = random.Unit();
            }

            above += Of(numbers) >= scaled ? 1 : 0;
        }

        return (1.0 + above) / (1.0 + drawn);
    }

    /// <summary>For each point, the one before it on the greatest convex minorant of all points up to it.</summary>
    private static int[] Minorant(double[] x, int n)
    {
        var before = new int[n + 1];
        before[1] = 1;
        for (var j = 2; j <= n; j++)
        {
            before[j] = j - 1;
            while (true)
            {
                var b = before[j];
                var bb = before[b];
                if (b == 1 || (x[j] - x[b]) * (b - bb) < (x[b] - x[bb]) * (j - b))
                {
                    break;
                }

                before[j] = bb;
            }
        }

        return before;
    }

    /// <summary>For each point, the one after it on the least concave majorant of all points from it.</summary>
    private static int[] Majorant(double[] x, int n)
    {
        var after = new int[n + 1];
        after[n] = n;
        for (var k = n - 1; k >= 1; k--)
        {
            after[k] = k + 1;
            while (true)
            {
                var a = after[k];
                var aa = after[a];
                if (a == n || (x[k] - x[a]) * (a - aa) < (x[a] - x[aa]) * (k - a))
                {
                    break;
                }

                after[k] = aa;
            }
        }

        return after;
    }

    /// <summary>The change points from one end of the interval to the other; returns how many.</summary>
    private static int Chain(int[] chain, int start, int[] next, Func<int, bool> isInside)
    {
        chain[1] = start;
        var count = 1;
        while (isInside(chain[count]))
        {
            chain[count + 1] = next[chain[count]];
            count++;
        }

        return count;
    }

    /// <summary>The greatest distance between the two curves at their change points, and the interval that it leaves.</summary>
    private static (double Distance, int Low, int High) Widest(
        double[] x,
        int[] gcm,
        int convex,
        int[] lcm,
        int concave
    )
    {
        var distance = 0.0;
        var (ix, iv) = (convex - 1, 2);
        var (bestLow, bestHigh) = (convex, concave);
        do
        {
            var (g, l) = (gcm[ix], lcm[iv]);
            if (g > l)
            {
                // The next change point is on the majorant.
                var g1 = gcm[ix + 1];
                var d = l - g1 + 1 - ((x[l] - x[g1]) * (g - g1) / (x[g] - x[g1]));
                iv++;
                if (d >= distance)
                {
                    distance = d;
                    (bestLow, bestHigh) = (ix + 1, iv - 1);
                }
            }
            else
            {
                var l1 = lcm[iv - 1];
                var d = ((x[g] - x[l1]) * (l - l1) / (x[l] - x[l1])) - (g - l1 - 1);
                ix--;
                if (d >= distance)
                {
                    distance = d;
                    (bestLow, bestHigh) = (ix + 1, iv);
                }
            }

            ix = Math.Max(ix, 1);
            iv = Math.Min(iv, concave);
        } while (gcm[ix] != lcm[iv]);

        return (distance, gcm[bestLow], lcm[bestHigh]);
    }

    /// <summary>The greatest distance of the empirical function above the minorant, below the interval of the mode.</summary>
    private static double OfConvex(double[] x, int[] gcm, int convex, int low)
    {
        var dip = 0.0;
        for (var j = Array.IndexOf(gcm, low, 1, convex); j < convex; j++)
        {
            var (from, to) = (gcm[j + 1], gcm[j]);
            var greatest = 1.0;
            if (to - from > 1 && x[to] != x[from])
            {
                var slope = (to - from) / (x[to] - x[from]);
                for (var i = from; i <= to; i++)
                {
                    greatest = Math.Max(greatest, i - from + 1 - ((x[i] - x[from]) * slope));
                }
            }

            dip = Math.Max(dip, greatest);
        }

        return dip;
    }

    /// <summary>The greatest distance of the empirical function below the majorant, above the interval of the mode.</summary>
    private static double OfConcave(double[] x, int[] lcm, int concave, int high)
    {
        var dip = 0.0;
        for (var k = Array.IndexOf(lcm, high, 1, concave); k < concave; k++)
        {
            var (from, to) = (lcm[k], lcm[k + 1]);
            var greatest = 1.0;
            if (to - from > 1 && x[to] != x[from])
            {
                var slope = (to - from) / (x[to] - x[from]);
                for (var i = from; i <= to; i++)
                {
                    greatest = Math.Max(greatest, ((x[i] - x[from]) * slope) - (i - from - 1));
                }
            }

            dip = Math.Max(dip, greatest);
        }

        return dip;
    }
}
