namespace Scrutineer.Scrutiny.Estimation;

/// <summary>
/// How many times clustering multiplies a variance: <c>deff = 1 + (m̄ − 1)ρ</c>, and for clusters of unequal size
/// <c>deff = 1 + [(1 + cv²) m̄ − 1]ρ</c>.
/// </summary>
/// <remarks>Source: Kish, "Survey Sampling" (1965), sections 5.4 and 8.2.</remarks>
public static class DesignEffects
{
    /// <summary>The design effect of clusters.</summary>
    /// <param name="size">The mean number of persons in a cluster, at least 1.</param>
    /// <param name="correlation">The intra-cluster correlation ρ.</param>
    /// <param name="variation">The coefficient of variation of the sizes; 0 for equal ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is below 1, or the variation is negative.</exception>
    public static double Of(double size, double correlation, double variation = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(variation);
        return 1 + ((((1 + (variation * variation)) * size) - 1) * correlation);
    }

    /// <summary>The intra-cluster correlation that a design effect means.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is not above 1, or the variation is negative.</exception>
    public static double Correlation(double size, double effect, double variation = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(size, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(variation);
        return (effect - 1) / (((1 + (variation * variation)) * size) - 1);
    }
}
