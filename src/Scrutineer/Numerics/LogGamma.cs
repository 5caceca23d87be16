namespace Scrutineer.Numerics;

/// <summary>The natural logarithm of the gamma function.</summary>
public static class LogGamma
{
    /// <summary>ln Γ(x).</summary>
    /// <param name="x">Above 0.</param>
    /// <remarks>
    /// Stirling's series with four corrections from 8 upwards, brought there by the recurrence (Abramowitz and Stegun, 6.1.15 and
    /// 6.1.41); the error is below 10⁻¹¹.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">x is not above 0.</exception>
    public static double Of(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        var product = 1.0;
        while (x < 8)
        {
            product *= x;
            x++;
        }

        var r = 1 / (x * x);
        var series = ((1.0 / 12) - (r * ((1.0 / 360) - (r * ((1.0 / 1260) - (r / 1680)))))) / x;
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + series - Math.Log(product);
    }
}
