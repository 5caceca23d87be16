using Scrutineer.Allocation.Biproportional;

namespace Scrutineer.Allocation.Verifying;

/// <summary>
/// A choice of cells that gives every row and every column its number, found by paths that augment; and whether a
/// cell is in some choices and not in others.
/// </summary>
internal sealed class Choice
{
    private readonly HashSet<Cell> free;
    private readonly HashSet<Cell> chosen = [];
    private readonly int[] columnSeats;
    private ILookup<int, Cell> freeByRow;
    private ILookup<int, Cell> chosenByColumn;

    private Choice(HashSet<Cell> cells, int[] columnSeats)
    {
        (free, this.columnSeats) = ([.. cells], columnSeats);
        freeByRow = free.ToLookup(c => c.Row);
        chosenByColumn = chosen.ToLookup(c => c.Column);
    }

    /// <summary>The choice, or null where there is none.</summary>
    public static Choice? Find(HashSet<Cell> cells, int[] rowSeats, int[] columnSeats)
    {
        if (rowSeats.Any(s => s < 0) || columnSeats.Any(s => s < 0) || rowSeats.Sum() != columnSeats.Sum())
        {
            return null;
        }

        var choice = new Choice(cells, [.. columnSeats]);
        for (var row = 0; row < rowSeats.Length; row++)
        {
            for (var seat = 0; seat < rowSeats[row]; seat++)
            {
                if (!choice.TryPlace(row, []))
                {
                    return null;
                }
            }
        }

        choice.freeByRow = choice.free.ToLookup(c => c.Row);
        choice.chosenByColumn = choice.chosen.ToLookup(c => c.Column);
        return choice;
    }

    /// <summary>
    /// The cells of which another choice, that differs by a ring of cells, decides otherwise: chosen cells lead from
    /// their column to their row, the others from their row to their column, and a ring leads back.
    /// </summary>
    public bool IsOpen(Cell cell)
    {
        var isChosen = chosen.Contains(cell);
        var (rows, columns) = (new HashSet<int>(), new HashSet<int>());
        var queue = new Queue<(bool IsRow, int Place)>();
        Reach(isChosen, isChosen ? cell.Row : cell.Column);
        while (queue.TryDequeue(out var node))
        {
            foreach (var next in node.IsRow ? freeByRow[node.Place] : chosenByColumn[node.Place])
            {
                if (next != cell)
                {
                    Reach(!node.IsRow, node.IsRow ? next.Column : next.Row);
                }
            }
        }

        return isChosen ? columns.Contains(cell.Column) : rows.Contains(cell.Row);

        void Reach(bool isRow, int place)
        {
            if ((isRow ? rows : columns).Add(place))
            {
                queue.Enqueue((isRow, place));
            }
        }
    }

    private bool TryPlace(int row, HashSet<int> visited)
    {
        foreach (var cell in free.Where(c => c.Row == row).ToList())
        {
            if (!visited.Add(cell.Column))
            {
                continue;
            }

            if (columnSeats[cell.Column] > 0)
            {
                columnSeats[cell.Column]--;
                Take(cell);
                return true;
            }

            foreach (var holder in chosen.Where(c => c.Column == cell.Column).ToList())
            {
                if (TryPlace(holder.Row, visited))
                {
                    chosen.Remove(holder);
                    free.Add(holder);
                    Take(cell);
                    return true;
                }
            }
        }

        return false;
    }

    private void Take(Cell cell)
    {
        free.Remove(cell);
        chosen.Add(cell);
    }
}
