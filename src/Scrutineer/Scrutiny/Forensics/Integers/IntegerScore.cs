namespace Scrutineer.Scrutiny.Forensics.Integers;

/// <summary>Whole percentages observed against those expected, under one statistic and one weight.</summary>
/// <param name="Observed">The weight of the hits.</param>
/// <param name="Expected">Their expected weight: Σ wᵢπᵢ.</param>
/// <param name="Sd">The standard deviation of their weight: √Σ wᵢ²πᵢ(1−πᵢ).</param>
public readonly record struct IntegerScore(double Observed, double Expected, double Sd)
{
    /// <summary>Observed beyond expected.</summary>
    public double Excess => Observed - Expected;

    /// <summary>The excess in standard deviations; not a number where nothing can vary.</summary>
    public double Z => Sd > 0 ? Excess / Sd : double.NaN;

    /// <summary>Adds stations up, each with a weight.</summary>
    /// <param name="hits">The stations.</param>
    /// <param name="statistic">Which percentage.</param>
    /// <param name="weight">The weight of a station of the table; 1 if absent.</param>
    public static IntegerScore Of(IntegerHits hits, IntegerStatistic statistic, Func<int, long>? weight = null)
    {
        ArgumentNullException.ThrowIfNull(hits);
        long observed = 0;
        double expected = 0;
        double variance = 0;
        for (var i = 0; i < hits.Used.Count; i++)
        {
            var w = weight?.Invoke(hits.Used[i]) ?? 1;
            var p = hits.Chance(statistic, i);
            observed += hits.IsHit(statistic, i) ? w : 0;
            expected += w * p;
            variance += (double)w * w * p * (1 - p);
        }

        return new IntegerScore(observed, expected, Math.Sqrt(variance));
    }
}
