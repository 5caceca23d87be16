namespace Scrutineer.Scrutiny.Estimation;

/// <summary>One station's part in a ratio.</summary>
/// <param name="Y">The numerator.</param>
/// <param name="X">The denominator.</param>
/// <param name="Squares">The sum over its voters of the squares of what each adds to the numerator.</param>
public readonly record struct Part(double Y, double X, double Squares);

/// <summary>What is estimated: a ratio of two figures of each station.</summary>
/// <param name="Name">The name of the quantity.</param>
/// <param name="Base">What it is a share of.</param>
/// <param name="Of">A station's part; nothing where a figure that it needs is not known there.</param>
public sealed record Quantity(string Name, string Base, Func<SampledStation, Part?> Of)
{
    /// <summary>The name of turnout.</summary>
    public const string TurnoutName = "turnout";

    /// <summary>What the name of a lead begins with.</summary>
    public const string LeadPrefix = "lead:";

    /// <summary>The least that the quantity can be: 0 for a share, −1 for a lead.</summary>
    public double Least { get; init; }

    /// <summary>A ratio of columns to a base in which every voter adds 0 or 1.</summary>
    public static Quantity Share(string name, IReadOnlyList<int> columns, SampleBase of)
    {
        ArgumentNullException.ThrowIfNull(of);
        var top = new SampleBase(of.Name, columns, []);
        return new Quantity(
            name,
            Files.ScalarType.Word(of.Name),
            station => top.In(station) is { } y && of.In(station) is { } x ? new Part(y, x, y) : null
        );
    }

    /// <summary>How far one list is ahead of another, as a share of the base.</summary>
    public static Quantity Lead(string ahead, int column, string behind, int other, SampleBase of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return new Quantity(
            $"{LeadPrefix}{ahead}-{behind}",
            Files.ScalarType.Word(of.Name),
            station =>
                station.Values[column] is { } a && station.Values[other] is { } b && of.In(station) is { } x
                    ? new Part(a - b, x, a + b)
                    : null
        )
        {
            Least = -1,
        };
    }

    /// <summary>
    /// Turnout among voters of stations with a register of their own. A station without one is outside: neither its voters nor
    /// anybody's register are counted there.
    /// </summary>
    public static Quantity Turnout(SampleBase voted, SampleBase registered)
    {
        ArgumentNullException.ThrowIfNull(voted);
        ArgumentNullException.ThrowIfNull(registered);
        return new Quantity(
            TurnoutName,
            Files.ScalarType.Word(registered.Name),
            station =>
                registered.In(station) is not { } x ? null
                : x == 0 ? default(Part)
                : voted.In(station) is { } y ? new Part(y, x, y)
                : null
        );
    }

    /// <summary>The share of stations in which observers ticked a field.</summary>
    public static Quantity Indicator(string name, int column) =>
        new(
            name,
            "stations",
            station => station.Values[column] is { } ticked ? new Part(ticked, station.Stations, ticked) : null
        );

    /// <summary>Estimates the quantity from those stations of a sample in which it is known.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="confidence">The confidence of the interval.</param>
    /// <param name="stations">The stations to use; all of the sample where nothing is given.</param>
    public Estimate Estimate(Sample sample, double confidence, IReadOnlyList<SampledStation>? stations = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var (known, parts) = Parts(stations ?? sample.Stations);
        var design = sample.Design(known);
        var estimate = new Estimate
        {
            Quantity = Name,
            Base = Base,
            Confidence = confidence,
            Stations = known.Count,
            Strata = design.Strata,
        };
        if (Ratio(design, parts) is not { } ratio)
        {
            return estimate with
            {
                Untold =
                    known.Count == 0
                        ? "no station reports the figures it needs"
                        : "its base is nought in every station",
            };
        }

        if (ratio.Value > 1 || ratio.Value < Least)
        {
            return estimate with
            {
                Untold =
                    $"it comes to {EstimateWords.Percent(ratio.Value)} of its base, which cannot be: the figures do not belong together",
            };
        }

        estimate = estimate with
        {
            Value = ratio.Value,
            DesignEffect = ratio.DesignEffect,
            IntraCluster = ratio.IntraCluster,
        };
        if (ratio.HalfWidth(confidence) is not { } half)
        {
            return estimate with { Untold = "one station has no spread, so that nothing says how far it may be off" };
        }

        if (half == 0 && design.Fraction < 1)
        {
            return estimate with
            {
                Untold = "every station has the same share, so that nothing says how far it may be off",
            };
        }

        return estimate with
        {
            StandardError = ratio.StandardError,
            Low = Math.Max(Least, ratio.Value - half),
            High = Math.Min(1, ratio.Value + half),
        };
    }

    /// <summary>The ratio itself over some stations; nothing where its base is nought.</summary>
    internal RatioEstimate? Ratio(Sample sample, IReadOnlyList<SampledStation> stations)
    {
        var (known, parts) = Parts(stations);
        return Ratio(sample.Design(known), parts);
    }

    /// <summary>The stations in which the quantity is known, with their parts.</summary>
    public (IReadOnlyList<SampledStation> Known, IReadOnlyList<Part> Parts) Parts(
        IReadOnlyList<SampledStation> stations
    )
    {
        ArgumentNullException.ThrowIfNull(stations);
        var known = new List<SampledStation>(stations.Count);
        var parts = new List<Part>(stations.Count);
        foreach (var station in stations)
        {
            if (Of(station) is { } part)
            {
                known.Add(station);
                parts.Add(part);
            }
        }

        return (known, parts);
    }

    private static RatioEstimate? Ratio(SampleDesign design, IReadOnlyList<Part> parts) =>
        RatioEstimator.Of(
            design,
            [.. parts.Select(p => p.Y)],
            [.. parts.Select(p => p.X)],
            [.. parts.Select(p => p.Squares)]
        );
}
