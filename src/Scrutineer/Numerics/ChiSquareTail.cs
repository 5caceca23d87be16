using MathNet.Numerics;

namespace Scrutineer.Numerics;

/// <summary>Probabilities of the chi-square distribution.</summary>
public static class ChiSquareTail
{
    /// <summary>The probability of a value of at least <paramref name="value"/>.</summary>
    /// <param name="value">Not negative.</param>
    /// <param name="degrees">Degrees of freedom, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is out of range.</exception>
    public static double Above(double value, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        return value == 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degrees / 2.0, value / 2);
    }
}
