namespace Scrutineer.Allocation.Biproportional.Solving;

/// <summary>
/// Whether any seats fill the rows and the columns: a flow from rows to columns through the cells, within their
/// bounds. Where it falls short, the minimum cut names the rows and columns at fault (Ford and Fulkerson).
/// </summary>
internal static class Margins
{
    /// <summary>The problem, or null where the margins can be met.</summary>
    public static BiproportionalProblem? Check(Grid grid)
    {
        var (rows, columns) = (grid.Rows, grid.Columns);
        var supply = grid.RowSeats.Select(s => (long)s).ToArray();
        var demand = grid.ColumnSeats.Select(s => (long)s).ToArray();
        for (var cell = 0; cell < rows * columns; cell++)
        {
            var (row, column) = (cell / columns, cell % columns);
            if (grid.Least[cell] > grid.Most(cell))
            {
                return Fails([row], [column], grid.Least[cell], grid.Most(cell));
            }

            supply[row] -= grid.Least[cell];
            demand[column] -= grid.Least[cell];
        }

        var overRow = Array.FindIndex(supply, s => s < 0);
        if (overRow >= 0)
        {
            var owed = grid.RowSeats[overRow] - supply[overRow];
            return Fails([overRow], [.. Owed(c => (overRow * columns) + c, columns)], owed, grid.RowSeats[overRow]);
        }

        var overColumn = Array.FindIndex(demand, d => d < 0);
        if (overColumn >= 0)
        {
            // The cells of one column are owed more seats than it has: the rows cannot be served from it.
            return new BiproportionalProblem(
                BiproportionalProblemKind.NoSolution,
                $"The cells of column {overColumn} are owed {grid.ColumnSeats[overColumn] - demand[overColumn]} seats, "
                    + $"and it has {grid.ColumnSeats[overColumn]}.",
                [.. Owed(r => (r * columns) + overColumn, rows)],
                [overColumn],
                grid.ColumnSeats[overColumn] - demand[overColumn],
                grid.ColumnSeats[overColumn]
            );
        }

        var flow = new long[rows * columns];
        for (var cell = 0; cell < flow.Length; cell++)
        {
            Push(grid, flow, supply, demand, cell);
        }

        while (Augment(grid, flow, supply, demand, out var rowReached, out var columnReached))
        {
            if (rowReached is not null)
            {
                return Cut(grid, rowReached, columnReached!);
            }
        }

        return null;

        IEnumerable<int> Owed(Func<int, int> cell, int count) =>
            Enumerable.Range(0, count).Where(i => grid.Least[cell(i)] > 0);
    }

    private static void Push(Grid grid, long[] flow, long[] supply, long[] demand, int cell)
    {
        var (row, column) = (cell / grid.Columns, cell % grid.Columns);
        var seats = Math.Min(Math.Min(supply[row], demand[column]), grid.Most(cell) - grid.Least[cell] - flow[cell]);
        flow[cell] += seats;
        supply[row] -= seats;
        demand[column] -= seats;
    }

    /// <summary>
    /// Pushes along one path; true while there was a row with seats left. Where no path leads on, the reached rows and
    /// columns come back.
    /// </summary>
    private static bool Augment(
        Grid grid,
        long[] flow,
        long[] supply,
        long[] demand,
        out bool[]? rowReached,
        out bool[]? columnReached
    )
    {
        var (rows, columns) = (grid.Rows, grid.Columns);
        var from = new int[rows + columns];
        Array.Fill(from, -1);
        var queue = new Queue<int>();
        for (var row = 0; row < rows; row++)
        {
            if (supply[row] > 0)
            {
                from[row] = row;
                queue.Enqueue(row);
            }
        }

        rowReached = columnReached = null;
        if (queue.Count == 0)
        {
            return false;
        }

        while (queue.TryDequeue(out var node))
        {
            if (node >= rows && demand[node - rows] > 0)
            {
                PushPath(grid, flow, supply, demand, from, node);
                return true;
            }

            for (var other = node < rows ? rows : 0; other < (node < rows ? rows + columns : rows); other++)
            {
                var cell = node < rows ? (node * columns) + other - rows : (other * columns) + node - rows;
                var room = node < rows ? grid.Most(cell) - grid.Least[cell] - flow[cell] : flow[cell];
                if (from[other] < 0 && room > 0)
                {
                    from[other] = node;
                    queue.Enqueue(other);
                }
            }
        }

        rowReached = [.. from[..rows].Select(f => f >= 0)];
        columnReached = [.. from[rows..].Select(f => f >= 0)];
        return true;
    }

    private static void PushPath(Grid grid, long[] flow, long[] supply, long[] demand, int[] from, int end)
    {
        var (rows, columns) = (grid.Rows, grid.Columns);
        var seats = demand[end - rows];
        var node = end;
        for (; from[node] != node; node = from[node])
        {
            var back = from[node];
            seats = Math.Min(
                seats,
                node >= rows
                    ? grid.Most(Cell(back, node)) - grid.Least[Cell(back, node)] - flow[Cell(back, node)]
                    : flow[Cell(node, back)]
            );
        }

        seats = Math.Min(seats, supply[node]);
        supply[node] -= seats;
        demand[end - rows] -= seats;
        for (node = end; from[node] != node; node = from[node])
        {
            var back = from[node];
            flow[node >= rows ? Cell(back, node) : Cell(node, back)] += node >= rows ? seats : -seats;
        }

        int Cell(int row, int columnNode) => (row * columns) + columnNode - rows;
    }

    /// <summary>The columns outside the cut need more than the rows outside it, and its full cells, can give.</summary>
    private static BiproportionalProblem Cut(Grid grid, bool[] rowReached, bool[] columnReached)
    {
        int[] rows = [.. Enumerable.Range(0, grid.Rows).Where(r => !rowReached[r] && grid.RowSeats[r] > 0)];
        int[] columns = [.. Enumerable.Range(0, grid.Columns).Where(c => !columnReached[c] && grid.ColumnSeats[c] > 0)];
        var needed = columns.Sum(c => (long)grid.ColumnSeats[c]);
        var available = rows.Sum(r => (long)grid.RowSeats[r]);
        for (var cell = 0; cell < rowReached.Length * columnReached.Length; cell++)
        {
            var (row, column) = (cell / grid.Columns, cell % grid.Columns);
            needed -= rowReached[row] && !columnReached[column] ? grid.Most(cell) : 0;
            available -= !rowReached[row] && columnReached[column] ? grid.Least[cell] : 0;
        }

        return Fails(rows, columns, needed, available);
    }

    private static BiproportionalProblem Fails(int[] rows, int[] columns, long needed, long available) =>
        new(
            BiproportionalProblemKind.NoSolution,
            $"Not enough seats: {Name("column", columns)} {(columns.Length == 1 ? "needs" : "need")} {needed} in "
                + $"{Name("row", rows)}, where {available} can be had.",
            [.. rows],
            [.. columns],
            needed,
            available
        );

    private static string Name(string kind, int[] places) =>
        places.Length switch
        {
            0 => $"no {kind}",
            1 => $"{kind} {places[0]}",
            _ => $"{kind}s {string.Join(", ", places)}",
        };
}
