using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>An estimated ratio of two totals.</summary>
/// <param name="Value">The ratio, 1 for all.</param>
/// <param name="StandardError">Its standard error; nothing where the sample has no spread to measure it by.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom of the standard error.</param>
/// <param name="DesignEffect">
/// How many times the variance is that of as many voters drawn one by one; nothing where that has none.
/// </param>
/// <param name="MeanBase">The mean of the denominator over the stations received: voters or votes a station.</param>
public sealed record RatioEstimate(
    double Value,
    double? StandardError,
    int DegreesOfFreedom,
    double? DesignEffect,
    double MeanBase
)
{
    /// <summary>
    /// How alike voters of one station are, from <c>deff = 1 + (m̄ − 1)ρ</c> (Kish, "Survey Sampling", 1965, section 5.4).
    /// </summary>
    public double? IntraCluster => DesignEffect is { } effect && MeanBase > 1 ? (effect - 1) / (MeanBase - 1) : null;

    /// <summary>The half-width of the interval of a confidence; nothing where there is no standard error.</summary>
    /// <param name="confidence">Above 0 and below 1, such as 0.95.</param>
    public double? HalfWidth(double confidence) =>
        StandardError is { } error ? Quantiles.Student((1 + confidence) / 2, DegreesOfFreedom) * error : null;
}
