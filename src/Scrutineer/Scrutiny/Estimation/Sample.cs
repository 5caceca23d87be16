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

    private Sample(FormLayout layout, SampleFrame frame, IReadOnlyList<SampledStation> stations)
    {
        Layout = layout;
        Frame = frame;
        Stations = stations;
    }

    /// <summary>The table that they were read from; nothing where they are protocols that came in one by one.</summary>
    public ProtocolTable? Table { get; private init; }

    /// <summary>The form and ballot that the columns follow.</summary>
    public FormLayout Layout { get; }

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
        var depth = DepthOf(table.Mapping, level);
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
            if (Stratum(frame, unit, depth, table.At(copies[0]), own) is not { } stratum)
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

        CheckRoom(frame, stations, own);
        problems.AddAll(own);
        return own.Any ? null : new Sample(table.Layout, frame, stations) { Table = table, Findings = findings };
    }

    /// <summary>Takes protocols that stand, one a station, as they are while a count is coming in.</summary>
    /// <param name="layout">The form and ballot of all of them.</param>
    /// <param name="protocols">The protocols.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="depth">How many levels below the whole the units stand that name the strata; 0 where the frame is one.</param>
    /// <param name="reportedAt">When a protocol came; nothing where that is not known.</param>
    /// <param name="problems">
    /// Receives strata that the frame does not have, and strata of which more was received than there is. Nothing is returned
    /// while one stands.
    /// </param>
    public static Sample? Of(
        FormLayout layout,
        IEnumerable<Protocol> protocols,
        SampleFrame frame,
        int depth,
        Func<Protocol, DateTime?>? reportedAt,
        Problems problems
    )
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(protocols);
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(problems);
        var own = new Problems();
        var stations = new List<SampledStation>();
        foreach (var protocol in protocols)
        {
            var at = protocol.Lineage.At ?? new Location(protocol.Unit.Text);
            if (Stratum(frame, protocol.Unit, depth, at, own) is { } stratum)
            {
                IReadOnlyList<double?> values = [.. protocol.Figures.Select(f => (double?)f.Value)];
                stations.Add(
                    new SampledStation(protocol.Unit, stratum, values, 1, 1, reportedAt?.Invoke(protocol), at)
                );
            }
        }

        CheckRoom(frame, stations, own);
        problems.AddAll(own);
        return own.Any ? null : new Sample(layout, frame, stations);
    }

    /// <summary>No stratum can have sent more stations than it has.</summary>
    private static void CheckRoom(SampleFrame frame, List<SampledStation> stations, Problems problems)
    {
        foreach (var group in stations.GroupBy(s => s.Stratum))
        {
            var (stratum, received) = (frame.Strata[group.Key], group.Count());
            if (received > stratum.Stations)
            {
                problems.Add(
                    frame.Source is { } source ? new Location(source.Path) : new Location("--stations"),
                    $"{Shown.Of(received, "station was", "stations were")} received of {(stratum.Name.Length > 0 ? $"stratum '{stratum.Name}'" : "the whole")}, which has {Shown.Whole(stratum.Stations.Value)}.",
                    "a frame with all stations",
                    "Check that frame and table are of the same election and level."
                );
            }
        }
    }

    /// <summary>
    /// The same sample by clusters: every unit of a level that was drawn whole is one row, with the sums of its stations. The frame
    /// then counts such units.
    /// </summary>
    /// <param name="depth">How many levels below the whole such units stand.</param>
    /// <param name="frame">The frame, which counts units of that level, with the same strata.</param>
    public Sample ByCluster(int depth, SampleFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
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
        return new Sample(Layout, frame, [.. clusters]) { Table = Table, Findings = Findings };
    }

    /// <summary>The same stations over a frame with the same strata in the same order.</summary>
    internal Sample Over(SampleFrame frame) => new(Layout, frame, Stations) { Table = Table, Findings = Findings };

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

        return new Sample(Layout, frame, [.. Stations.Where(s => drawn.Contains(s.Unit))])
        {
            Table = Table,
            Findings = findings,
        };
    }

    /// <summary>Lays the stations, or some of them, out over the frame.</summary>
    public SampleDesign Design(IReadOnlyList<SampledStation> stations)
    {
        ArgumentNullException.ThrowIfNull(stations);
        return SampleDesign.Of(Frame, [.. stations.Select(s => s.Stratum)]);
    }

    /// <summary>How many levels below the whole the units of a level stand; 0 where none is named.</summary>
    /// <exception cref="ArgumentException">The mapping has no such level.</exception>
    internal static int DepthOf(Mapping mapping, string? level) =>
        level is null ? 0
        : mapping.Levels.ToList().IndexOf(level) is var at and >= 0 ? at + 1
        : throw new ArgumentException($"The mapping has no level '{level}'.", nameof(level));

    /// <summary>The place of a station's stratum: by the name of the unit, or by its whole path where names repeat.</summary>
    private static int? Stratum(SampleFrame frame, UnitPath unit, int depth, Location at, Problems problems)
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
            at,
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
        if (copies is [var only])
        {
            Span<long> numbers = stackalloc long[values.Length];
            Span<CountState> states = stackalloc CountState[values.Length];
            table.Figures(only, numbers, states);
            for (var column = 0; column < values.Length; column++)
            {
                values[column] = states[column] == CountState.Known ? numbers[column] : null;
            }

            return new SampledStation(unit, stratum, values, 1, 1, table.ReportedAt(only), table.At(only));
        }

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
