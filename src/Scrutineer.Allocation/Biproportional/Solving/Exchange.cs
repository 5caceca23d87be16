namespace Scrutineer.Allocation.Biproportional.Solving;

/// <summary>
/// The exact end of the search. Seats are right when no ring of cells, giving and taking a seat in turn, gains; and
/// tied when a ring neither gains nor loses (the residual graph of a convex flow; Gaffke and Pukelsheim,
/// <i>Mathematical Social Sciences</i> 56, 2008). Rows and columns carry labels, the row divisors and the reciprocals
/// of the column divisors; a step along an arc multiplies.
/// </summary>
internal sealed class Exchange
{
    private readonly Grid grid;
    private readonly int[] seats;
    private readonly Rational[] label;
    private readonly int[] from;

    private Exchange(Grid grid, int[] seats, Rational[] divisors)
    {
        this.grid = grid;
        this.seats = seats;
        label = [.. divisors.Select((d, n) => n < grid.Rows ? d : Rational.One / d)];
        from = new int[divisors.Length];
    }

    /// <summary>
    /// Makes <paramref name="seats"/> right, gives divisors that every cell respects, and says which rows and columns
    /// ties hold together: those with the same number.
    /// </summary>
    public static int[] Settle(Grid grid, int[] seats, Rational[] divisors)
    {
        var exchange = new Exchange(grid, seats, divisors);
        while (!exchange.TryLabel(out var last))
        {
            exchange.Improve(last);
        }

        for (var node = 0; node < divisors.Length; node++)
        {
            divisors[node] = node < grid.Rows ? exchange.label[node] : Rational.One / exchange.label[node];
        }

        return exchange.Rings();
    }

    /// <summary>Bellman and Ford: labels that every arc respects, or a node behind which a gaining ring lies.</summary>
    private bool TryLabel(out int last)
    {
        Array.Fill(from, -1);
        last = -1;
        for (var round = 0; round <= label.Length; round++)
        {
            last = -1;
            for (var tail = 0; tail < label.Length; tail++)
            {
                foreach (var (head, cost) in Arcs(tail))
                {
                    var reached = label[tail] * cost;
                    if (reached < label[head])
                    {
                        (label[head], from[head], last) = (reached, tail, head);
                    }
                }
            }

            if (last < 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Passes the seats round the ring: taken where the way leads from a row, given where from a column.</summary>
    private void Improve(int last)
    {
        for (var step = 0; step < label.Length; step++)
        {
            last = from[last];
        }

        var node = last;
        do
        {
            var tail = from[node];
            seats[CellOf(tail, node)] += tail < grid.Rows ? 1 : -1;
            node = tail;
        } while (node != last);
    }

    /// <summary>
    /// From a row to the column in which it could take a seat, at border/votes; from a column to the row that could
    /// give one up, at votes/border.
    /// </summary>
    private IEnumerable<(int Head, Rational Cost)> Arcs(int tail)
    {
        var isRow = tail < grid.Rows;
        for (var head = isRow ? grid.Rows : 0; head < (isRow ? label.Length : grid.Rows); head++)
        {
            var cell = CellOf(tail, head);
            if (isRow && grid.CanTake(cell, seats[cell]))
            {
                yield return (head, grid.Border(seats[cell]) / grid.Weights[cell]);
            }
            else if (!isRow && grid.CanGive(cell, seats[cell]))
            {
                yield return (head, grid.Weights[cell] / grid.Border(seats[cell] - 1));
            }
        }
    }

    /// <summary>The strongly connected parts of the arcs without loss (Tarjan): ties are the parts of more than one.</summary>
    private int[] Rings()
    {
        var number = new int[label.Length];
        var lowest = new int[label.Length];
        var part = new int[label.Length];
        Array.Fill(part, -1);
        var stack = new Stack<int>();
        var count = 0;
        for (var node = 0; node < label.Length; node++)
        {
            if (number[node] == 0)
            {
                Visit(node);
            }
        }

        return part;

        void Visit(int node)
        {
            number[node] = lowest[node] = ++count;
            stack.Push(node);
            foreach (var (head, cost) in Arcs(node))
            {
                if (label[node] * cost != label[head])
                {
                    continue;
                }

                if (number[head] == 0)
                {
                    Visit(head);
                    lowest[node] = Math.Min(lowest[node], lowest[head]);
                }
                else if (part[head] < 0)
                {
                    lowest[node] = Math.Min(lowest[node], number[head]);
                }
            }

            if (lowest[node] == number[node])
            {
                int member;
                do
                {
                    member = stack.Pop();
                    part[member] = node;
                } while (member != node);
            }
        }
    }

    private int CellOf(int node, int other) =>
        (Math.Min(node, other) * grid.Columns) + Math.Max(node, other) - grid.Rows;
}
