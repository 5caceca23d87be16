namespace Scrutineer.Scrutiny.Estimation;

/// <summary>How much one stratum's stations differed in an earlier election.</summary>
/// <param name="Stratum">The stratum.</param>
/// <param name="Units">How many stations, or clusters, it has.</param>
/// <param name="Deviation">The standard deviation of the residuals <c>y − Rx</c> around their mean in the stratum.</param>
public sealed record StratumSpread(FrameStratum Stratum, int Units, double Deviation);

/// <summary>
/// What a full table of an earlier election tells a designer: how far stations lie from the whole, from which the size of a
/// sample follows without a guess about clustering.
/// </summary>
public sealed record PriorSpread
{
    /// <summary>The quantity by which the sample is designed.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>Its share in the whole table.</summary>
    public required double Share { get; init; }

    /// <summary>The mean of its base over the units: voters or votes a unit.</summary>
    public required double MeanBase { get; init; }

    /// <summary>The coefficient of variation of the base over the units.</summary>
    public required double Variation { get; init; }

    /// <summary>The standard deviation of the residuals over all units.</summary>
    public required double Deviation { get; init; }

    /// <summary>The strata, in the order of the frame.</summary>
    public required IReadOnlyList<StratumSpread> Strata { get; init; }

    /// <summary>How many units there are.</summary>
    public int Units => Strata.Sum(s => s.Units);

    /// <summary>
    /// How many times the variance of units drawn at random is that of as many voters drawn one by one:
    /// <c>S²_e / (x̄ R(1 − R))</c>; nothing where every voter chose alike.
    /// </summary>
    public double? DesignEffect =>
        Share is > 0 and < 1 ? Deviation * Deviation / (MeanBase * Share * (1 - Share)) : null;

    /// <summary>The intra-cluster correlation that the design effect means for units of equal size.</summary>
    public double? IntraCluster =>
        DesignEffect is { } effect && MeanBase > 1 ? DesignEffects.Correlation(MeanBase, effect) : null;

    /// <summary>Measures the spread in a table that holds every unit; units without the figures are left out of the measure.</summary>
    /// <returns>Nothing where fewer than two units have the figures, or the base is nought everywhere.</returns>
    public static PriorSpread? Of(Sample whole, Quantity quantity)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(quantity);
        var (known, parts) = quantity.Parts(whole.Stations);
        var bottom = parts.Sum(p => p.X);
        if (known.Count < 2 || bottom <= 0)
        {
            return null;
        }

        var share = parts.Sum(p => p.Y) / bottom;
        var residuals = parts.Select(p => p.Y - (share * p.X)).ToList();
        var strata = known.Zip(residuals).ToLookup(r => r.First.Stratum, r => r.Second);
        var units = whole.Stations.CountBy(s => s.Stratum).ToDictionary();
        var overall = Spread(residuals);
        return new PriorSpread
        {
            Quantity = quantity,
            Share = share,
            MeanBase = bottom / known.Count,
            Variation = Spread([.. parts.Select(p => p.X)]) / (bottom / known.Count),
            Deviation = overall,
            Strata =
            [
                .. whole.Frame.Strata.Select(
                    (s, h) =>
                        new StratumSpread(
                            s,
                            units.GetValueOrDefault(h),
                            // One unit has no spread of its own; it is taken to differ as units do anywhere.
                            strata[h].Count() > 1
                                ? Spread([.. strata[h]])
                                : overall
                        )
                ),
            ],
        };
    }

    private static double Spread(List<double> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1));
    }
}
