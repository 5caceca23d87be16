using MathNet.Numerics.Distributions;

namespace Scrutineer.Numerics;

/// <summary>Quantiles and tails of the distributions that intervals and tests are read from.</summary>
public static class Quantiles
{
    /// <summary>The value below which Student's t lies with a probability.</summary>
    /// <param name="probability">Above 0 and below 1.</param>
    /// <param name="degrees">Degrees of freedom, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability or the degrees are outside their range.</exception>
    public static double Student(double probability, double degrees)
    {
        Within(probability);
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        return StudentT.InvCDF(0, 1, degrees, probability);
    }

    /// <summary>The probability that Student's t lies at least as far from nought, on either side.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The degrees of freedom are below 1.</exception>
    public static double StudentBeyond(double t, double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        return 2 * StudentT.CDF(0, 1, degrees, -Math.Abs(t));
    }

    /// <summary>The value below which the standard normal distribution lies with a probability.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not above 0 and below 1.</exception>
    public static double Normal(double probability)
    {
        Within(probability);
        return MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, probability);
    }

    /// <summary>The value below which χ² lies with a probability.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability or the degrees are outside their range.</exception>
    public static double ChiSquare(double probability, int degrees)
    {
        Within(probability);
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        return ChiSquared.InvCDF(degrees, probability);
    }

    /// <summary>The probability that χ² is at least as great.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The statistic is negative, or the degrees of freedom are below 1.</exception>
    public static double ChiSquareAbove(double statistic, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(statistic);
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        return MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(degrees / 2.0, statistic / 2);
    }

    private static void Within(double probability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
    }
}
