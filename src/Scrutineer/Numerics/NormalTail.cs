using MathNet.Numerics;

namespace Scrutineer.Numerics;

/// <summary>Probabilities of the standard normal distribution.</summary>
public static class NormalTail
{
    /// <summary>The probability of a value of at least z.</summary>
    public static double Above(double z) => 0.5 * SpecialFunctions.Erfc(z / Math.Sqrt(2));

    /// <summary>The probability of a value at least as far from nought as z, on either side.</summary>
    public static double Beyond(double z) => Math.Min(1, 2 * Above(Math.Abs(z)));

    /// <summary>The value below which lies a share of the distribution.</summary>
    /// <param name="share">Between 0 and 1, without both.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public static double Quantile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        return -Math.Sqrt(2) * SpecialFunctions.ErfcInv(2 * share);
    }
}
