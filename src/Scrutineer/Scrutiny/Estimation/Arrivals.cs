namespace Scrutineer.Scrutiny.Estimation;

/// <summary>
/// Returns in the order in which they came. Towns report before villages, small stations before large ones; the first returns
/// are then no sample of all, and no interval computed from them holds.
/// </summary>
public static class Arrivals
{
    private const int MostCuts = 12;
    private static readonly double[] Shares = [0.25, 0.5, 0.75];
    private static readonly int[] Minutes = [10, 30, 60, 120, 180, 360, 720, 1440];

    /// <summary>
    /// The level of |z| from which early returns are called biased: 1 % over the three comparisons, by Bonferroni.
    /// </summary>
    public static double Critical { get; } = Numerics.Quantiles.Normal(1 - (0.01 / (2 * 3)));

    /// <summary>The share of a list by the time of the report, at full hours or other even steps.</summary>
    /// <returns>Nothing where a station's time is not known, or all came at once.</returns>
    public static IReadOnlyList<Arrival> Of(Sample sample, Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(quantity);
        if (InOrder(sample, quantity) is not { } stations)
        {
            return [];
        }

        var first = stations[0].ReportedAt!.Value;
        var last = stations[^1].ReportedAt!.Value;
        var step = Array.Find(Minutes, m => (last - first).TotalMinutes <= m * MostCuts);
        var arrivals = new List<Arrival>();
        if (step == 0 || last - first < TimeSpan.FromMinutes(2 * step))
        {
            return [];
        }

        var until = first.Date.AddMinutes(Math.Floor((first - first.Date).TotalMinutes / step) * step);
        while (until <= last)
        {
            until = until.AddMinutes(step);
            var sofar = stations.TakeWhile(s => s.ReportedAt < until).ToList();
            if (sofar.Count > 0 && quantity.Ratio(sample, sofar) is { } ratio)
            {
                var parts = quantity.Parts(sofar).Parts;
                arrivals.Add(
                    new Arrival(
                        until,
                        sofar.Count,
                        sofar.Select(s => s.Stratum).Distinct().Count(),
                        parts.Sum(p => p.Y) / parts.Sum(p => p.X),
                        ratio.Value
                    )
                );
            }
        }

        return arrivals;
    }

    /// <summary>The first quarter, half and three quarters of the returns against all of them.</summary>
    /// <returns>Nothing where a station's time is not known, or there is no spread.</returns>
    public static IReadOnlyList<EarlyReturns> Early(Sample sample, Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(quantity);
        if (
            InOrder(sample, quantity) is not { } stations
            || quantity.Ratio(sample, stations) is not { StandardError: { } error } all
        )
        {
            return [];
        }

        var early = new List<EarlyReturns>();
        foreach (var share in Shares)
        {
            var count = (int)(stations.Count * share);
            if (
                count > 1
                && quantity.Ratio(sample, stations.GetRange(0, count)) is { StandardError: { } first } part
                && first > error
            )
            {
                early.Add(
                    new EarlyReturns(
                        count,
                        share,
                        part.Value,
                        all.Value,
                        (part.Value - all.Value) / Math.Sqrt((first * first) - (error * error))
                    )
                );
            }
        }

        return early;
    }

    private static List<SampledStation>? InOrder(Sample sample, Quantity quantity)
    {
        var known = quantity.Parts(sample.Stations).Known;
        return known.Count > 1 && known.All(s => s.ReportedAt is not null)
            ? [.. known.OrderBy(s => s.ReportedAt).ThenBy(s => s.Unit)]
            : null;
    }
}
