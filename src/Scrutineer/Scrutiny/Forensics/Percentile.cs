namespace Scrutineer.Scrutiny.Forensics;

/// <summary>Quantiles of sorted numbers.</summary>
public static class Percentile
{
    /// <summary>The quantile with linear interpolation between the order statistics (Hyndman and Fan, "Sample quantiles in statistical packages", 1996, type 7).</summary>
    /// <param name="sorted">At least one number, in ascending order.</param>
    /// <param name="share">From 0 to 1.</param>
    /// <exception cref="ArgumentException">There is no number.</exception>
    public static double Of(ReadOnlySpan<double> sorted, double share)
    {
        if (sorted.IsEmpty)
        {
            throw new ArgumentException("A quantile needs at least one number.", nameof(sorted));
        }

        var at = Math.Clamp(share, 0, 1) * (sorted.Length - 1);
        var below = (int)at;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }
}
