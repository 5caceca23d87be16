namespace Scrutineer.Scrutiny.Estimation;

/// <summary>What stations that were drawn and not received could change at most.</summary>
/// <param name="Drawn">How many stations were drawn.</param>
/// <param name="Received">How many of them were received.</param>
/// <param name="Quantity">The quantity that is bounded.</param>
/// <param name="Low">Its value if nobody in a missing station had chosen so.</param>
/// <param name="High">Its value if everybody had.</param>
/// <param name="Lowest">The strata with the lowest response, at most five, each with its share received; empty where it is not known by stratum.</param>
/// <remarks>
/// A missing station of a stratum is taken to be as large as those received there are on average. Source: Manski, "Nonparametric
/// Bounds on Treatment Effects", American Economic Review 80 (1990), for bounds without assumptions on who is missing.
/// </remarks>
public sealed record Nonresponse(
    int Drawn,
    int Received,
    string Quantity,
    double Low,
    double High,
    IReadOnlyList<KeyValuePair<string, double>> Lowest
)
{
    private const int MostNamed = 5;

    /// <summary>The share of the stations drawn that was received.</summary>
    public double Response => Received / (double)Drawn;

    /// <summary>Bounds a quantity; nothing where it is not known how many were drawn, or none is missing.</summary>
    /// <param name="sample">The sample, whose frame says how many were drawn of each stratum.</param>
    /// <param name="quantity">The quantity.</param>
    /// <param name="drawn">How many were drawn in all, where the frame does not say it by stratum.</param>
    public static Nonresponse? Of(Sample sample, Quantity quantity, int? drawn = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(quantity);
        var (known, parts) = quantity.Parts(sample.Stations);
        var all = sample.Frame.Drawn ?? drawn;
        var bottomOfAll = parts.Sum(p => p.X);
        if (all is not { } total || total <= known.Count || bottomOfAll <= 0)
        {
            return null;
        }

        var byStratum = known.Zip(parts).ToLookup(p => p.First.Stratum, p => p.Second);
        var mean = bottomOfAll / known.Count;
        double least = 0;
        double missing = 0;
        double bottom = 0;
        var response = new List<KeyValuePair<string, double>>();
        foreach (var (h, stratum) in sample.Frame.Strata.Index())
        {
            var received = byStratum[h].Count();
            var of = sample.Frame.Drawn is null
                ? (received == 0 ? 0 : received * total / (double)known.Count)
                : stratum.Drawn!.Value;
            if (of <= 0)
            {
                continue;
            }

            // Without the number of its stations the stratum is the whole, and any size serves.
            var size = stratum.Stations ?? 1.0;
            var absent = Math.Max(0, 1 - (received / of));
            var each = received == 0 ? mean : byStratum[h].Average(p => p.X);
            least += received == 0 ? 0 : size * (1 - absent) * byStratum[h].Average(p => p.Y);
            missing += size * absent * each;
            bottom += size * each;
            response.Add(KeyValuePair.Create(stratum.Name, Math.Min(1, received / of)));
        }

        return new Nonresponse(
            total,
            known.Count,
            quantity.Name,
            (least + (quantity.Least * missing)) / bottom,
            (least + missing) / bottom,
            sample.Frame.Drawn is null || response.Count < 2
                ? []
                : [.. response.Where(r => r.Value < 1).OrderBy(r => r.Value).Take(MostNamed)]
        );
    }
}
