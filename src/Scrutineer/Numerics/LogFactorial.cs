namespace Scrutineer.Numerics;

/// <summary>The natural logarithm of n!, for binomial probabilities of any size of station.</summary>
/// <remarks>
/// Up to 131,071 from a table, beyond by the same series: Stirling's with three corrections, whose error is below 10⁻¹⁶ of the
/// value from 16 upwards (Abramowitz and Stegun, 6.1.41); below 16 from the factorial itself.
/// </remarks>
public static class LogFactorial
{
    private static readonly double[] Table = [.. Enumerable.Range(0, 1 << 17).Select(n => Compute(n))];

    /// <summary>ln n!.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is negative.</exception>
    public static double Of(long n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return n < Table.Length ? Table[n] : Compute(n);
    }

    /// <summary>The table, for loops that look up many values: the entry n is ln n!.</summary>
    public static ReadOnlySpan<double> Values => Table;

    private static double Compute(long n)
    {
        if (n < 16)
        {
            long product = 1;
            for (var i = 2; i <= n; i++)
            {
                product *= i;
            }

            return Math.Log(product);
        }

        // ln n! = ln Γ(x) with x = n + 1.
        var x = n + 1.0;
        var r = 1 / (x * x);
        return ((x - 0.5) * Math.Log(x))
            - x
            + (0.5 * Math.Log(2 * Math.PI))
            + ((1.0 / 12 - (r * ((1.0 / 360) - (r * ((1.0 / 1260) - (r / 1680)))))) / x);
    }
}
