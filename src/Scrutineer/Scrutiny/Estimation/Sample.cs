using Scrutineer.Counting;
using Scrutineer.Counting.Corrections;
using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Import;
using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>The stations of a sample that were received, each once, with their strata.</summary>
public sealed class Sample
{
    private const int MostNamed = 5;

    private Sample(ProtocolTable table, SampleFrame frame, IReadOnlyList<SampledStation> stations)
    {
        Table = table;
        Frame = frame;
        Stations = stations;
    }

    /// <summary>The table that they were read from.</summary>
    public ProtocolTable Table { get; }

    /// <summary>The form and ballot that the columns follow.</summary>
    public FormLayout Layout => Table.Layout;

    /// <summary>The frame that they were drawn from.</summary>
    public SampleFrame Frame { get; }

    /// <summary>The stations, or clusters, in the order of the table.</summary>
    public IReadOnlyList<SampledStation> Stations { get; }

    /// <summary>What reading them has to say: observers who differ.</summary>
    public IReadOnlyList<Finding> Findings { get; private init; } = [];

    /// <summary>Takes the stations of a table.</summary>
    /// <param name="table">The table, one row a copy of a station's protocol.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="level">The level of the mapping that names the stratum; nothing where the frame is one stratum.</param>
    /// <param name="asOf">Only what had been reported at this moment; all where nothing is said.</param>
    /// <param name="problems">
    /// Receives strata that the frame does not have, and strata of which more was received than there is. Nothing is returned
    /// while one stands.
    /// </param>
    /// <exception cref="ArgumentException">The mapping has no such level.</exception>
    public static Sample? Of(ProtocolTable table, SampleFrame frame, string? level, Moment? asOf, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(problems);
        var depth = level is null ? 0 : DepthOf(table, level);
        var order = new List<UnitPath>();
        var rows = new Dictionary<UnitPath, List<int>>();
        for (var row = 0; row < table.Count; row++)
        {
            if (asOf is not null && !(table.ReportedAt(row) <= asOf.To))
            {
                continue;
            }

            var unit = table.StationOf(row);
            if (!rows.TryGetValue(unit, out var copies))
            {
                rows[unit] = copies = [];
                order.Add(unit);
            }

            copies.Add(row);
        }

        var own = new Problems();
        var findings = new List<Finding>();
        var agreeing = 0;
        var stations = new List<SampledStation>(order.Count);
        foreach (var unit in order)
        {
            var copies = rows[unit];
            if (Stratum(table, frame, unit, depth, copies[0], own) is not { } stratum)
            {
                continue;
            }

            var station = Merge(table, unit, stratum, copies, out var differing);
            stations.Add(station);
            if (differing.Count > 0)
            {
                findings.Add(Differing(table, unit, copies, differing));
            }
            else if (copies.Count > 1)
            {
                agreeing++;
            }
        }

        if (agreeing > 0)
        {
            findings.Add(
                new Finding(
                    "station-observed-twice",
                    Severity.Info,
                    $"{Shown.Of(agreeing, "station was", "stations were")} reported by several observers who agree in every figure; each counts once.",
                    "copies of one protocol",
                    $"scrutineer import {table.File}"
                )
            );
        }

        foreach (var group in stations.GroupBy(s => s.Stratum))
        {
            var (stratum, received) = (frame.Strata[group.Key], group.Count());
            if (received > stratum.Stations)
            {
                own.Add(
                    frame.Source is { } source ? new Location(source.Path) : new Location("--stations"),
                    $"{Shown.Of(received, "station was", "stations were")} received of {(stratum.Name.Length > 0 ? $"stratum '{stratum.Name}'" : "the whole")}, which has {Shown.Whole(stratum.Stations.Value)}.",
                    "a frame with all stations",
                    "Check that frame and table are of the same election and level."
                );
            }
        }

        problems.AddAll(own);
        return own.Any ? null : new Sample(table, frame, stations) { Findings = findings };
    }

    /// <summary>
    /// The same sample by clusters: every unit of a level that was drawn whole is one row, with the sums of its stations. The frame
    /// then counts such units.
    /// </summary>
    /// <param name="level">A level of the mapping above the stations.</param>
    /// <param name="frame">The frame, which counts units of that level, with the same strata.</param>
    /// <exception cref="ArgumentException">The mapping has no such level.</exception>
    public Sample ByCluster(string level, SampleFrame frame)
    {
        var depth = DepthOf(Table, level);
        var clusters = Stations
            .GroupBy(s => (s.Stratum, Unit: s.Unit.Upto(depth)))
            .Select(g => new SampledStation(
                g.Key.Unit,
                g.Key.Stratum,
                [
                    .. Enumerable
                        .Range(0, Layout.Columns.Count)
                        .Select(c => g.Aggregate((double?)0, (sum, s) => sum + s.Values[c])),
                ],
                g.Sum(s => s.Stations),
                g.Max(s => s.Observers),
                g.Max(s => s.ReportedAt),
                g.First().At
            ));
        return new Sample(Table, frame, [.. clusters]) { Findings = Findings };
    }

    /// <summary>The same stations over a frame with the same strata in the same order.</summary>
    internal Sample Over(SampleFrame frame) => new(Table, frame, Stations) { Findings = Findings };

    /// <summary>
    /// The stations that were drawn, over a frame that says how many were. A station that stands in for another was not drawn by
    /// lot; it is left out, and a finding says so.
    /// </summary>
    public Sample Only(DrawnList drawn)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        var frame = new SampleFrame([
            .. Frame.Strata.Select(s =>
                s with
                {
                    Drawn = Frame.Strata.Count == 1 ? drawn.Count : drawn.ByStratum.GetValueOrDefault(s.Name),
                }
            ),
        ])
        {
            Source = Frame.Source,
        };
        var others = Stations.Where(s => !drawn.Contains(s.Unit)).ToList();
        var findings = Findings.ToList();
        if (others.Count > 0)
        {
            findings.Add(
                new Finding(
                    "sample-not-drawn",
                    Severity.Warning,
                    $"{Shown.Of(others.Count, "station was", "stations were")} received that were not drawn: {string.Join(", ", others.Take(MostNamed).Select(s => s.Unit.Text))}{(others.Count > MostNamed ? ", …" : "")}. A station chosen in place of another is no part of a sample by lot; {(others.Count == 1 ? "it is" : "they are")} left out.",
                    "list of the units drawn",
                    "scrutineer sample --csv"
                )
                {
                    Where = others[0].At,
                }
            );
        }

        return new Sample(Table, frame, [.. Stations.Where(s => drawn.Contains(s.Unit))]) { Findings = findings };
    }

    /// <summary>Lays the stations, or some of them, out over the frame.</summary>
    public SampleDesign Design(IReadOnlyList<SampledStation> stations)
    {
        ArgumentNullException.ThrowIfNull(stations);
        return SampleDesign.Of(Frame, [.. stations.Select(s => s.Stratum)]);
    }

    private static int DepthOf(ProtocolTable table, string level) =>
        table.Mapping.Levels.ToList().IndexOf(level) is var at and >= 0
            ? at + 1
            : throw new ArgumentException($"The mapping has no level '{level}'.", nameof(level));

    /// <summary>The place of a station's stratum: by the name of the unit, or by its whole path where names repeat.</summary>
    private static int? Stratum(
        ProtocolTable table,
        SampleFrame frame,
        UnitPath unit,
        int depth,
        int row,
        Problems problems
    )
    {
        if (depth == 0)
        {
            return 0;
        }

        var path = unit.Upto(depth);
        var index = frame.IndexOf(path.Text);
        index = index < 0 ? frame.IndexOf(path.Name) : index;
        if (index >= 0)
        {
            return index;
        }

        problems.Add(
            table.At(row),
            $"The station is of stratum '{path.Text}'.",
            "a stratum of the frame, by its name or its path",
            Problems.Nearest(path.Name, frame.Strata.Select(s => s.Name).Take(20))
        );
        return null;
    }

    private static SampledStation Merge(
        ProtocolTable table,
        UnitPath unit,
        int stratum,
        List<int> copies,
        out List<int> differing
    )
    {
        differing = [];
        var values = new double?[table.Layout.Columns.Count];
        DateTime? reported = null;
        foreach (var row in copies)
        {
            reported = table.ReportedAt(row) is { } at && !(at < reported) ? at : reported;
        }

        for (var column = 0; column < values.Length; column++)
        {
            long least = long.MaxValue;
            long most = long.MinValue;
            double sum = 0;
            var known = 0;
            foreach (var row in copies)
            {
                if (table[row, column].Value is { } value)
                {
                    least = Math.Min(least, value);
                    most = Math.Max(most, value);
                    sum += value;
                    known++;
                }
            }

            values[column] = known > 0 ? sum / known : null;
            if (known > 1 && least != most)
            {
                differing.Add(column);
            }
        }

        return new SampledStation(unit, stratum, values, 1, copies.Count, reported, table.At(copies[0]));
    }

    private static Finding Differing(ProtocolTable table, UnitPath unit, List<int> copies, List<int> differing)
    {
        var named = differing
            .Take(MostNamed)
            .Select(c =>
                $"{table.Layout.Columns[c].Name} {string.Join(" or ", copies.Select(r => $"{Shown.Whole(table[r, c])}{(table.CopyOf(r) is { Length: > 0 } by ? $" ({by})" : "")}").Distinct())}"
            )
            .ToList();
        return new Finding(
            "station-observed-differently",
            Severity.Warning,
            $"{copies.Count} reports of station {unit.Text} differ in {Shown.Of(differing.Count, "figure", "figures")}: {string.Join("; ", named)}{(differing.Count > MostNamed ? "; …" : "")}. None is preferred; their mean is used.",
            "copies of one protocol",
            string.Join(", ", copies.Select(r => table.At(r).ToString()))
        )
        {
            Unit = unit.Text,
            Where = table.At(copies[0]),
        };
    }
}
