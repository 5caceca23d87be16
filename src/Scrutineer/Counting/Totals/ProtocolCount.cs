using Scrutineer.Counting.Import;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Totals;

/// <summary>A table of protocols, counted: totals at every level, what was left out, and what the checks say.</summary>
public sealed class ProtocolCount
{
    private ProtocolCount(ProtocolTable table, DateTime? asOf)
    {
        Table = table;
        AsOf = asOf;
    }

    /// <summary>The protocols.</summary>
    public ProtocolTable Table { get; }

    /// <summary>The moment as of which was counted; nothing for all.</summary>
    public DateTime? AsOf { get; }

    /// <summary>The totals of the whole, then of each unit above the stations in order of first appearance.</summary>
    public required IReadOnlyList<UnitTotals> Units { get; init; }

    /// <summary>The totals of the whole.</summary>
    public UnitTotals Whole => Units[0];

    /// <summary>The stations that the table holds twice.</summary>
    public required IReadOnlyList<Duplicate> Duplicates { get; init; }

    /// <summary>Protocols that had not been reported at the moment asked for.</summary>
    public required int NotYetReported { get; init; }

    /// <summary>What the checks say, the gravest first, then in order of the table.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>How each control relation fares, one entry for each code and statement of the form.</summary>
    public required IReadOnlyList<RelationTally> Relations { get; init; }

    /// <summary>What is not counted, by reason, with the lines where they are told one by one.</summary>
    public required IReadOnlyList<LeftOut> LeftOut { get; init; }

    /// <summary>How many units of each level are counted, from the top to the stations.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Levels =>
        [
            .. Table
                .Mapping.Levels.SkipLast(1)
                .Select(level =>
                    KeyValuePair.Create(
                        level,
                        Units.Count(u => u.Level == level && u.Stations > 0 && u.Unit != UnitPath.Whole)
                    )
                ),
            KeyValuePair.Create(Table.Mapping.Levels[^1], Whole.Stations),
        ];

    /// <summary>The totals of every unit of a level: <c>nation</c>, a level of the mapping, or its last, the stations.</summary>
    /// <exception cref="ArgumentException">The mapping has no such level.</exception>
    public IReadOnlyList<UnitTotals> By(string level)
    {
        ArgumentNullException.ThrowIfNull(level);
        if (level == Table.Mapping.Levels[^1])
        {
            return [.. Enumerable.Range(0, Table.Count).Where(IsCounted).Select(Station)];
        }

        return level == Whole.Level || Table.Mapping.Levels.Contains(level, StringComparer.Ordinal)
            ? [.. Units.Where(u => u.Level == level && u.Stations > 0)]
            : throw new ArgumentException($"The mapping has no level '{level}'.", nameof(level));
    }

    /// <summary>Whether the row of a protocol is counted.</summary>
    public bool IsCounted(int row) =>
        (AsOf is not { } moment || !(Table.ReportedAt(row) > moment)) && !Skipped.Contains(row);

    private HashSet<int> Skipped { get; init; } = [];

    /// <summary>Counts a table.</summary>
    /// <param name="table">The protocols.</param>
    /// <param name="asOf">Count only what had been reported at this moment; all if absent.</param>
    /// <exception cref="ArgumentException">A moment is asked for and the mapping does not say when protocols were reported.</exception>
    public static ProtocolCount Of(ProtocolTable table, DateTime? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (asOf is not null && table.Mapping.File.Reported is null)
        {
            throw new ArgumentException("The mapping does not say when protocols were reported.", nameof(asOf));
        }

        var late = asOf?.Ticks;
        var duplicates = Totals.Duplicates.In(table, late is { } l ? (chunk, row) => chunk.Moments![row] <= l : null);
        var skipped = duplicates.Select(d => d.Row).ToHashSet();
        Func<int, bool>? counts =
            skipped.Count == 0 && late is null
                ? null
                : row =>
                {
                    var (chunk, at) = table.Find(row);
                    return (late is null || chunk.Moments![at] <= late) && !skipped.Contains(row);
                };
        var units = Adder.Add(table, counts);
        var broken = BrokenRows(table, counts);
        return new ProtocolCount(table, asOf)
        {
            Relations = RelationTally.Of(table, broken),
            LeftOut = LeftOutOf(table, duplicates, table.Count - units[0].Stations - duplicates.Count),
            Units = units,
            Duplicates = duplicates,
            NotYetReported = table.Count - units[0].Stations - duplicates.Count,
            Findings = CountFindings.Of(table, units[0], duplicates, broken, counts),
            Skipped = skipped,
        };
    }

    private UnitTotals Station(int row) =>
        new(
            Table.StationOf(row),
            Table.Mapping.Levels[^1],
            1,
            [.. Enumerable.Range(0, Table.Layout.Columns.Count).Select(c => default(ColumnTotal).With(Table[row, c]))]
        );

    /// <summary>For each relation of the layout the counted rows in which it is broken, in order.</summary>
    private static List<int>[] BrokenRows(ProtocolTable table, Func<int, bool>? counts)
    {
        var broken = Enumerable.Range(0, table.Layout.Relations.Count).Select(_ => new List<int>()).ToArray();
        for (var c = 0; c < table.Chunks.Count; c++)
        {
            foreach (var (row, relation) in table.Chunks[c].Broken)
            {
                if (counts is null || counts(table.StartOf(c) + row))
                {
                    broken[relation].Add(table.StartOf(c) + row);
                }
            }
        }

        return broken;
    }

    private static List<LeftOut> LeftOutOf(ProtocolTable table, IReadOnlyList<Duplicate> duplicates, int notYetReported)
    {
        List<LeftOut> left = [.. table.LeftOut];
        if (duplicates.Count > 0)
        {
            left.Add(
                new LeftOut(
                    table.Mapping.File.Copy is null
                        ? "the station stands in the table before"
                        : "another copy of a station that is counted",
                    duplicates.Count,
                    [.. duplicates.Take(CountFindings.Told).Select(d => table.LineOf(d.Row))]
                )
            );
        }

        if (notYetReported > 0)
        {
            left.Add(new LeftOut("not reported at the moment asked for", notYetReported, []));
        }

        return left;
    }
}
