using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Integers;

/// <summary>The chance that a binomial count makes a whole percentage.</summary>
public static class IntegerChance
{
    /// <summary>The chance that X of n is a hit, where X is binomial with n trials and the chance k/n.</summary>
    /// <remarks>
    /// Sums the binomial probabilities of the hits within 9 standard deviations and 12 counts of the mean; what lies beyond is
    /// less than 10⁻¹⁵. Only the first count of each whole percentage needs a logarithm; its neighbours follow by the ratio of
    /// successive probabilities.
    /// </remarks>
    /// <param name="k">The count, from 0 to n.</param>
    /// <param name="n">The trials, from 1 to <see cref="IntegerRule.Largest"/>.</param>
    /// <param name="rule">When a percentage is as good as whole.</param>
    public static double Of(long k, long n, IntegerRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, n);
        if (k == 0 || k == n)
        {
            return rule.IsHit(k, n) ? 1 : 0;
        }

        var reach = (long)(9 * Math.Sqrt((double)k * (n - k) / n)) + 12;
        var low = Math.Max(0, k - reach);
        var high = Math.Min(n, k + reach);
        var (logP, logQ) = (Math.Log((double)k / n), Math.Log((double)(n - k) / n));
        var odds = (double)k / (n - k);
        var table = LogFactorial.Values;
        var all = LogFactorial.Of(n);
        double sum = 0;
        for (var m = low * 100 / (n * rule.Period); ; m++)
        {
            var first = Math.Max(low, rule.First(m, n));
            if (first > high)
            {
                return Math.Min(1, sum);
            }

            var last = Math.Min(high, rule.Last(m, n));
            if (first > last)
            {
                continue;
            }

            var logs =
                n < table.Length
                    ? table[(int)first] + table[(int)(n - first)]
                    : LogFactorial.Of(first) + LogFactorial.Of(n - first);
            var mass = Math.Exp(all - logs + (first * logP) + ((n - first) * logQ));
            sum += mass;
            for (var x = first; x < last; x++)
            {
                mass *= odds * (n - x) / (x + 1);
                sum += mass;
            }
        }
    }
}
