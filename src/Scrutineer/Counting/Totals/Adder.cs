using System.Runtime.CompilerServices;
using Scrutineer.Counting.Import;

namespace Scrutineer.Counting.Totals;

/// <summary>
/// Adds the protocols of a table up at every level in one pass: each row is added to the unit right above its station,
/// and the units are then added to those above them.
/// </summary>
internal sealed class Adder
{
    private readonly ProtocolTable table;
    private readonly int width;
    private readonly int units;

    private Adder(ProtocolTable table)
    {
        this.table = table;
        width = table.Layout.Columns.Count;
        units = table.Units.Count;
    }

    /// <summary>The totals of the whole, then of each unit of the table in its order.</summary>
    /// <param name="table">The protocols.</param>
    /// <param name="counted">Whether each row counts; nothing where all do.</param>
    /// <param name="further">Protocols that count beside them, each with the unit that it is added to.</param>
    public static IReadOnlyList<UnitTotals> Add(
        ProtocolTable table,
        bool[]? counted,
        IReadOnlyList<(int Parent, Protocol Protocol)> further
    )
    {
        var adder = new Adder(table);
        var workers = table.Chunks.Count < 8 ? 1 : Math.Clamp(Environment.ProcessorCount, 1, 16);
        var sums = new Sums[workers];
        Parallel.For(0, workers, worker => sums[worker] = adder.AddShare(worker, workers, counted));
        return adder.Join(sums, further);
    }

    private Sums AddShare(int worker, int workers, bool[]? counted)
    {
        var sums = new Sums((units + 1) * width, units + 1);
        for (var c = worker; c < table.Chunks.Count; c += workers)
        {
            var chunk = table.Chunks[c];
            var start = table.StartOf(c);
            for (var row = 0; row < chunk.Rows; row++)
            {
                if (counted is not null && !counted[start + row])
                {
                    continue;
                }

                // The whole is kept at 0, unit n at n + 1.
                var unit = chunk.Parents[row] + 1;
                sums.Stations[unit]++;
                var cells = chunk.Cells.AsSpan(row * width, width);
                if (!AddKnown(sums.Values.AsSpan(unit * width, width), cells))
                {
                    AddOthers(sums, unit, chunk, row);
                }
            }
        }

        return sums;
    }

    /// <summary>Adds cells that all hold a number of 31 bits; adds nothing where one does not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool AddKnown(Span<long> sums, ReadOnlySpan<int> cells)
    {
        var signs = 0;
        foreach (var cell in cells)
        {
            signs |= cell;
        }

        if (signs < 0)
        {
            return false;
        }

        // Fewer than 2³² rows of less than 2³¹ each cannot leave 63 bits.
        for (var i = 0; i < cells.Length; i++)
        {
            sums[i] += cells[i];
        }

        return true;
    }

    private void AddOthers(Sums sums, int unit, ProtocolChunk chunk, int row)
    {
        for (var column = 0; column < width; column++)
        {
            var index = (unit * width) + column;
            var cell = chunk.Cells[(row * width) + column];
            if (cell >= 0)
            {
                sums.Values[index] += cell;
                continue;
            }

            var (value, state) = chunk[row, column];
            ref var other = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                sums.Others,
                index,
                out _
            );
            other = other.With(value, state);
        }
    }

    private List<UnitTotals> Join(Sums[] shares, IReadOnlyList<(int Parent, Protocol Protocol)> further)
    {
        var stations = new int[units + 1];
        var columns = new ColumnTotal[units + 1][];
        for (var unit = 0; unit <= units; unit++)
        {
            stations[unit] = shares.Sum(s => s.Stations[unit]);
            columns[unit] = new ColumnTotal[width];
            for (var column = 0; column < width; column++)
            {
                var index = (unit * width) + column;
                var total = default(ColumnTotal);
                long others = 0;
                foreach (var share in shares)
                {
                    total += new ColumnTotal(share.Values[index], 0, 0, 0, 0);
                    if (share.Others.TryGetValue(index, out var other))
                    {
                        total += other;
                        others += other.Known + other.Blank + other.Illegible + other.NotReported;
                    }
                }

                columns[unit][column] = total with { Known = total.Known + stations[unit] - others };
            }
        }

        foreach (var (parent, protocol) in further)
        {
            stations[parent + 1]++;
            for (var column = 0; column < width; column++)
            {
                ref var total = ref columns[parent + 1][column];
                total = total.With(protocol.Values[column], protocol.States[column]);
            }
        }

        // A unit is numbered after the one above it.
        for (var unit = units; unit > 0; unit--)
        {
            var above = table.Units[unit - 1].Parent + 1;
            stations[above] += stations[unit];
            for (var column = 0; column < width; column++)
            {
                columns[above][column] += columns[unit][column];
            }
        }

        var levels = table.Mapping.Levels;
        return
        [
            new UnitTotals(UnitPath.Whole, "nation", stations[0], columns[0]),
            .. table.Units.Select((u, i) => new UnitTotals(u.Path, levels[u.Level], stations[i + 1], columns[i + 1])),
        ];
    }

    private sealed class Sums(int cells, int units)
    {
        public long[] Values { get; } = new long[cells];

        public int[] Stations { get; } = new int[units];

        /// <summary>Cells that are not a number of 31 bits, by unit and column.</summary>
        public Dictionary<int, ColumnTotal> Others { get; } = [];
    }
}
