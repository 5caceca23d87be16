using Scrutineer.Counting.Import;
using Scrutineer.Findings;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>A full table as the population that a sample is drawn from.</summary>
internal static class Population
{
    /// <summary>Every unit that can be drawn, by strata, with the size of each stratum.</summary>
    public static Sample? Of(ProtocolTable table, SampleRequest request, Problems problems)
    {
        var levels = table.Mapping.Levels.ToList();
        if (
            request is { Strata: { } strata, Clusters: { } clusters }
            && levels.IndexOf(clusters) <= levels.IndexOf(strata)
        )
        {
            problems.Add(
                new Location("--clusters"),
                $"Units of the level '{clusters}' do not lie within those of '{strata}'.",
                "a level below that of the strata",
                "Name another level, or leave out one of the two."
            );
            return null;
        }

        // The table itself says which strata there are: first their names, then their sizes.
        var named = request.Strata is { } level
            ? new SampleFrame([.. Names(table, levels.IndexOf(level) + 1).Select(n => new FrameStratum(n, null))])
            : SampleFrame.Whole(null);
        if (Sample.Of(table, named, request.Strata, null, problems) is not { } stations)
        {
            return null;
        }

        var units = request.Clusters is { } whole
            ? stations.ByCluster(Sample.DepthOf(table.Mapping, whole), named)
            : stations;
        var registered = SampleBase.Of(table.Layout, Law.BaseName.Registered);
        var sizes = units.Stations.ToLookup(s => s.Stratum);
        var frame = new SampleFrame([
            .. named.Strata.Select(
                (s, h) =>
                    s with
                    {
                        Stations = sizes[h].Count(),
                        Registered = registered is null
                            ? null
                            : sizes[h]
                                .Aggregate(
                                    (long?)0,
                                    (sum, u) => registered.In(u) is { } voters ? sum + (long)voters : null
                                ),
                    }
            ),
        ]);
        return units.Over(frame);
    }

    /// <summary>The paths of the units of a level above the stations; of the stations themselves where it is theirs.</summary>
    private static IEnumerable<string> Names(ProtocolTable table, int depth) =>
        depth < table.Mapping.Levels.Count
            ? table.Units.Where(u => u.Level == depth - 1).Select(u => u.Path.Text)
            : Enumerable
                .Range(0, table.Count)
                .Select(row => table.StationOf(row).Text)
                .Distinct(StringComparer.Ordinal);
}
