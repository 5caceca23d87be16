using Scrutineer.Counting.Corrections;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Units;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Totals;

/// <summary>What dated facts about the count make of a table: rows that no longer count, protocols that count in their place.</summary>
/// <param name="Rows">The rows of the table that no longer count.</param>
/// <param name="Protocols">The protocols that count now, each with the unit of the table that it is added to (−1: the whole).</param>
/// <param name="Units">How each station stands that a fact is about.</param>
/// <param name="Findings">Annulments, and facts that could not take effect.</param>
internal sealed record Applied(
    IReadOnlySet<int> Rows,
    IReadOnlyList<(int Parent, Protocol Protocol)> Protocols,
    IReadOnlyList<UnitCount> Units,
    IReadOnlyList<Finding> Findings
)
{
    /// <summary>No facts.</summary>
    public static Applied None { get; } = new(new HashSet<int>(), [], [], []);

    /// <summary>Applies facts as of a moment.</summary>
    /// <param name="table">The protocols as first reported.</param>
    /// <param name="counted">Whether each row counts before any fact.</param>
    /// <param name="tree">The units.</param>
    /// <param name="events">The facts.</param>
    /// <param name="moment">The moment.</param>
    public static Applied Of(
        ProtocolTable table,
        bool[] counted,
        UnitTree tree,
        IReadOnlyList<CountEvent> events,
        Moment moment
    )
    {
        if (events.Count == 0)
        {
            return None;
        }

        // Only the stations that a fact is about are turned into protocols of their own.
        var stations = events.SelectMany(e => tree.StationsWithin(e.Unit)).DistinctBy(u => u.Path).ToList();
        var wanted = stations.Select(u => u.Path).ToHashSet();
        var rows = Enumerable
            .Range(0, table.Count)
            .Where(r => counted[r])
            .Select(r => (Row: r, Path: table.StationOf(r)))
            .Where(r => wanted.Contains(r.Path))
            .ToDictionary(r => r.Path, r => r.Row);
        var ledger = new CountLedger(
            table.Layout,
            UnitTree.Of(stations, table.Mapping.Levels),
            rows.Values.Select(r => table[r]),
            events
        );
        var asOf = ledger.AsOf(moment);
        var parents = table.Units.Index().ToDictionary(u => u.Item.Path, u => u.Index);
        var gone = new HashSet<int>();
        var protocols = new List<(int, Protocol)>();
        foreach (var unit in asOf.Units.Where(u => u.Events.Count > 0))
        {
            if (rows.TryGetValue(unit.Unit, out var row))
            {
                gone.Add(row);
            }

            if (unit.Status == UnitStatus.Counted)
            {
                var above = unit.Unit.Parent;
                while (above != UnitPath.Whole && !parents.ContainsKey(above))
                {
                    above = above.Parent;
                }

                protocols.Add((parents.GetValueOrDefault(above, -1), unit.Protocol!));
            }
        }

        return new Applied(
            gone,
            protocols,
            [.. asOf.Units.Where(u => u.Events.Count > 0)],
            [.. CountFindings.Of(asOf).Where(f => f.Code != CountFindings.PartialCount)]
        );
    }
}
