using System.Numerics;
using Scrutineer.Allocation;
using Scrutineer.Counting.Corrections;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Units;
using Scrutineer.Dossier;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Totals;

/// <summary>A table of protocols, counted: totals at every level, what was left out, and what the checks say.</summary>
public sealed class ProtocolCount
{
    private readonly bool[] counted;
    private readonly Applied applied;

    private ProtocolCount(ProtocolTable table, Moment? asOf, UnitTree? tree, bool[] counted, Applied applied)
    {
        Table = table;
        AsOf = asOf;
        Tree = tree;
        this.counted = counted;
        this.applied = applied;
    }

    /// <summary>The protocols.</summary>
    public ProtocolTable Table { get; }

    /// <summary>The moment as of which was counted; nothing for all.</summary>
    public Moment? AsOf { get; }

    /// <summary>The units that are to report; nothing where no list of them is at hand.</summary>
    public UnitTree? Tree { get; }

    /// <summary>The totals of the whole, then of each unit above the stations in order of first appearance.</summary>
    public required IReadOnlyList<UnitTotals> Units { get; init; }

    /// <summary>The totals of the whole.</summary>
    public UnitTotals Whole => Units[0];

    /// <summary>The stations that the table holds more than once.</summary>
    public required IReadOnlyList<Duplicate> Duplicates { get; init; }

    /// <summary>The stations that have not reported at the moment asked for, or not at all where a list of units says so.</summary>
    public required int NotReported { get; init; }

    /// <summary>The most ballots that those stations can still bring: their registered voters; nothing where that is not known.</summary>
    public required long? MostMissing { get; init; }

    /// <summary>The share of the stations that are to report of which figures are counted or were annulled.</summary>
    public Rational ReportedOfStations =>
        Rational.One - new Rational(NotReported, Math.Max(1, Whole.Stations + Annulled + NotReported));

    /// <summary>How many stations have reported and do not count any more.</summary>
    public int Annulled => applied.Units.Count(u => u.Status == UnitStatus.Annulled);

    /// <summary>
    /// The share of the registered voters whose stations have reported; nothing where the register of a station is not
    /// known.
    /// </summary>
    public required Rational? ReportedOfRegistered { get; init; }

    /// <summary>What the checks say, the gravest first, then in order of the table.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>How each control relation of the layout fares.</summary>
    public required IReadOnlyList<RelationTally> Relations { get; init; }

    /// <summary>What is not counted, by reason, with the lines where they are told one by one.</summary>
    public required IReadOnlyList<LeftOut> LeftOut { get; init; }

    /// <summary>The stations that a correction, annulment or other dated fact is about, as they stand.</summary>
    public IReadOnlyList<UnitCount> Corrected => applied.Units;

    /// <summary>The protocols that count and came after the table.</summary>
    public IEnumerable<Protocol> CameLater => applied.Protocols.Select(p => p.Protocol);

    /// <summary>The protocols that count, as they stand now: those of the table, then those that came later.</summary>
    public IEnumerable<Protocol> Counted =>
        [.. Enumerable.Range(0, Table.Count).Where(IsCounted).Select(r => Table[r]), .. CameLater];

    /// <summary>How many units of each level are counted, from the top to the stations.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Levels =>
        [
            .. Table
                .Mapping.Levels.SkipLast(1)
                .Select(level =>
                    KeyValuePair.Create(level, Units.Skip(1).Count(u => u.Level == level && u.Stations > 0))
                ),
            KeyValuePair.Create(Table.Mapping.Levels[^1], Whole.Stations),
        ];

    /// <summary>Counts a table.</summary>
    /// <param name="table">The protocols.</param>
    /// <param name="asOf">Count only what had been reported, and apply only what was known, at this moment; all if absent.</param>
    /// <param name="tree">The units that are to report, where a list of them is at hand.</param>
    /// <param name="events">Corrections, annulments and other dated facts; they need <paramref name="tree"/>.</param>
    /// <exception cref="ArgumentException">There are events and no tree.</exception>
    public static ProtocolCount Of(
        ProtocolTable table,
        Moment? asOf = null,
        UnitTree? tree = null,
        IReadOnlyList<CountEvent>? events = null
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        if (tree is null && events is { Count: > 0 })
        {
            throw new ArgumentException("Facts about units need a tree of units.", nameof(events));
        }

        var rows = Reported(table, asOf);
        var late = rows.Count(r => !r);
        var duplicates = Totals.Duplicates.In(table, late > 0 ? rows : null);
        foreach (var duplicate in duplicates)
        {
            // Equal copies count once. Of differing ones no rule says which counts, so none does.
            rows[duplicate.Row] = false;
            rows[duplicate.First] &= duplicate.IsEqual;
        }

        var facts = tree is null
            ? Applied.None
            : Applied.Of(table, rows, tree, events ?? [], asOf ?? new Moment(DateTime.MaxValue, DateTime.MaxValue));
        foreach (var row in facts.Rows)
        {
            rows[row] = false;
        }

        var all = late == 0 && duplicates.Count == 0 && facts.Rows.Count == 0;
        var units = Adder.Add(table, all ? null : rows, facts.Protocols);
        var broken = BrokenRows(table, rows);
        var missing = Missing(table, tree, asOf, facts);
        return new ProtocolCount(table, asOf, tree, rows, facts)
        {
            Relations = RelationTally.Of(table, broken, facts.Protocols),
            LeftOut = LeftOutOf(table, duplicates, late, facts.Rows.Count),
            Units = units,
            Duplicates = duplicates,
            NotReported = missing.Count,
            MostMissing = RegisteredIn(missing) is { IsComplete: true, Fits: true } voters ? (long)voters.Sum : null,
            ReportedOfRegistered = ShareOfRegistered(table, units[0], RegisteredIn(missing)),
            Findings =
            [
                .. TableFindings
                    .Of(table, units[0], duplicates, broken, rows, facts)
                    .Concat(tree is null ? [] : UnitFindings.Of(table, tree))
                    .OrderByDescending(f => f.Severity),
            ],
        };
    }

    /// <summary>Whether the row of a protocol is counted as it stands in the table.</summary>
    public bool IsCounted(int row) => counted[row];

    /// <summary>
    /// The totals of every unit of a level: <c>nation</c>, a level of the mapping, or its last, the stations. Units above
    /// stations of which nothing is counted are there only where a list of units names them.
    /// </summary>
    /// <exception cref="ArgumentException">The mapping has no such level.</exception>
    public IReadOnlyList<UnitTotals> By(string level)
    {
        ArgumentNullException.ThrowIfNull(level);
        if (level == Table.Mapping.Levels[^1])
        {
            return [.. Counted.Select(Station)];
        }

        if (level != Whole.Level && !Table.Mapping.Levels.Contains(level, StringComparer.Ordinal))
        {
            throw new ArgumentException($"The mapping has no level '{level}'.", nameof(level));
        }

        var reported = Units.Where(u => u.Level == level && u.Stations > 0).ToList();
        var there = reported.Select(u => u.Unit).ToHashSet();
        var none = Tree?.Units.Where(u => u.Level == level && !Tree.IsStation(u.Path) && !there.Contains(u.Path)) ?? [];
        return
        [
            .. reported,
            .. none.Select(u => new UnitTotals(u.Path, level, 0, new ColumnTotal[Table.Layout.Columns.Count])),
        ];
    }

    /// <summary>How many stations are to report within a unit; nothing where no list of units is at hand.</summary>
    public int? Listed(UnitPath unit) => Tree?.StationsWithin(unit).Count();

    private UnitTotals Station(Protocol protocol) =>
        new(
            protocol.Unit,
            Table.Mapping.Levels[^1],
            1,
            [.. protocol.Figures.Select(f => default(ColumnTotal).With(f))]
        );

    private static bool[] Reported(ProtocolTable table, Moment? asOf)
    {
        var reported = new bool[table.Count];
        Array.Fill(reported, true);
        if (asOf is null)
        {
            return reported;
        }

        // A minute stands for all its seconds.
        var end = asOf.To >= DateTime.MaxValue.AddMinutes(-1) ? long.MaxValue : asOf.To.AddMinutes(1).Ticks;
        for (var c = 0; c < table.Chunks.Count; c++)
        {
            for (var row = 0; table.Chunks[c].Moments is { } moments && row < table.Chunks[c].Rows; row++)
            {
                reported[table.StartOf(c) + row] = moments[row] < end;
            }
        }

        return reported;
    }

    /// <summary>The registered voters of each station that has not reported at the moment asked for.</summary>
    private static List<Count> Missing(ProtocolTable table, UnitTree? tree, Moment? asOf, Applied facts)
    {
        var came = facts.Units.Where(u => u.Status != UnitStatus.NotReported).Select(u => u.Unit).ToHashSet();
        var missing = new List<Count>();
        if (tree is not null)
        {
            var there = Enumerable.Range(0, table.Count).Select(table.StationOf).ToHashSet();
            missing.AddRange(
                tree.Stations.Where(s => !there.Contains(s.Path) && !came.Contains(s.Path)).Select(s => s.Registered)
            );
        }

        if (asOf is not null)
        {
            // A station that reports later is known by the register in its own protocol.
            var columns = table.Layout.ColumnsOf(FigureName.Registered);
            var reported = Reported(table, asOf);
            missing.AddRange(
                Enumerable
                    .Range(0, table.Count)
                    .Where(r => !reported[r] && !came.Contains(table.StationOf(r)))
                    .Select(r =>
                        columns.Aggregate(default(ColumnTotal), (sum, c) => sum.With(table[r, c]))
                            is { IsComplete: true, Fits: true } sum
                            ? sum.AsCount()
                            : Count.NotReported
                    )
            );
        }

        return missing;
    }

    private static ColumnTotal RegisteredIn(List<Count> missing) =>
        missing.Aggregate(default(ColumnTotal), (sum, voters) => sum.With(voters));

    private static Rational? ShareOfRegistered(ProtocolTable table, UnitTotals whole, ColumnTotal missing)
    {
        var reported = table
            .Layout.ColumnsOf(FigureName.Registered)
            .Aggregate(default(ColumnTotal), (sum, c) => sum + whole.Columns[c]);
        return reported is { IsComplete: true, Known: > 0 } && missing.IsComplete && reported.Sum + missing.Sum > 0
            ? new Rational((BigInteger)reported.Sum, (BigInteger)(reported.Sum + missing.Sum))
            : null;
    }

    /// <summary>For each relation of the layout the counted rows in which it is broken, in order.</summary>
    private static List<int>[] BrokenRows(ProtocolTable table, bool[] counted)
    {
        var broken = Enumerable.Range(0, table.Layout.Relations.Count).Select(_ => new List<int>()).ToArray();
        for (var c = 0; c < table.Chunks.Count; c++)
        {
            foreach (var (row, relation) in table.Chunks[c].Broken.Where(b => counted[table.StartOf(c) + b.Row]))
            {
                broken[relation].Add(table.StartOf(c) + row);
            }
        }

        return broken;
    }

    private static List<LeftOut> LeftOutOf(
        ProtocolTable table,
        IReadOnlyList<Duplicate> duplicates,
        int late,
        int corrected
    )
    {
        List<LeftOut> left = [.. table.LeftOut];
        Add(
            "the station stands in the table before, with the same figures",
            [.. duplicates.Where(d => d.IsEqual).Select(d => d.Row)],
            isLoss: false
        );
        Add(
            "the station stands in the table more than once, with different figures; none of them is counted",
            [.. duplicates.Where(d => !d.IsEqual).SelectMany(d => new[] { d.First, d.Row }).Distinct().Order()],
            isLoss: true
        );
        if (late > 0)
        {
            left.Add(new LeftOut("not reported at the moment asked for", late, []));
        }

        if (corrected > 0)
        {
            left.Add(new LeftOut("annulled, or replaced by later figures", corrected, []));
        }

        return left;

        void Add(string because, IReadOnlyList<int> rows, bool isLoss)
        {
            if (rows.Count > 0)
            {
                // Copies that agree are to be expected where the table holds copies; their lines tell nobody anything.
                var told = isLoss || table.Mapping.File.Copy is null ? TableFindings.Told : 0;
                left.Add(
                    new LeftOut(because, rows.Count, [.. rows.Take(told).Select(table.LineOf)]) { IsLoss = isLoss }
                );
            }
        }
    }
}
