namespace Scrutineer.Allocation.Biproportional.Solving;

/// <summary>
/// A guess of seats and divisors, in logarithms of 40 binary places: rows and columns are fitted in turn (alternating
/// scaling; Pukelsheim 2017, ch. 15), and the last misplaced seats travel along shortest paths (tie and transfer;
/// Balinski and Demange 1989). Every row and column is filled; whether the seats are right is decided afterwards.
/// </summary>
internal sealed class Scaling
{
    private const int PassesWithoutGain = 3;

    private readonly Grid grid;
    private readonly long[] weight;
    private readonly int[] seats;

    /// <summary>Logarithms of the divisors: rows first, then columns.</summary>
    private readonly long[] divisor;

    private Scaling(Grid grid)
    {
        this.grid = grid;
        weight = [.. grid.Weights.Select(w => w.IsZero ? 0 : BinaryLogarithm.Of(w))];
        seats = [.. grid.Least];
        divisor = new long[grid.Rows + grid.Columns];
    }

    /// <summary>Seats that fill the rows and the columns, and the logarithms of divisors that nearly fit them.</summary>
    public static (int[] Seats, long[] Divisors) Guess(Grid grid)
    {
        var scaling = new Scaling(grid);
        scaling.Start();
        scaling.Alternate();
        scaling.Transfer();
        scaling.Centre();
        return (scaling.seats, scaling.divisor);
    }

    /// <summary>The whole seats of each row's ideal shares.</summary>
    private void Start()
    {
        for (var row = 0; row < grid.Rows; row++)
        {
            var first = row * grid.Columns;
            System.Numerics.BigInteger total = 0;
            for (var cell = first; cell < first + grid.Columns; cell++)
            {
                total += grid.IsOpen(cell) ? grid.Weights[cell] : 0;
            }

            for (var cell = first; cell < first + grid.Columns && !total.IsZero; cell++)
            {
                if (grid.IsOpen(cell))
                {
                    var share = (int)(grid.Weights[cell] * grid.RowSeats[row] / total);
                    seats[cell] = Math.Clamp(share, grid.Least[cell], grid.Most(cell));
                }
            }
        }
    }

    /// <summary>Fits rows and columns in turn for as long as that brings the rows nearer to their seats.</summary>
    private void Alternate()
    {
        var least = long.MaxValue;
        for (var idle = 0; idle < PassesWithoutGain && least > 0; )
        {
            for (var row = 0; row < grid.Rows; row++)
            {
                Fit(row);
            }

            for (var column = 0; column < grid.Columns; column++)
            {
                Fit(grid.Rows + column);
            }

            long misplaced = 0;
            for (var row = 0; row < grid.Rows; row++)
            {
                misplaced += Math.Abs(Excess(row));
            }

            idle = misplaced < least ? 0 : idle + 1;
            least = Math.Min(least, misplaced);
        }
    }

    /// <summary>Gives and takes seats in one row or column until it is full and consistent; then centres its divisor.</summary>
    private void Fit(int node)
    {
        while (true)
        {
            var excess = Excess(node);
            var (taker, taking) = (-1, long.MinValue);
            var (giver, giving) = (-1, long.MaxValue);
            var (start, step, count) = Line(node);
            for (var i = 0; i < count; i++)
            {
                var cell = start + (i * step);
                var other = node < grid.Rows ? divisor[grid.Rows + i] : divisor[i];
                if (grid.CanTake(cell, seats[cell]))
                {
                    var claim = weight[cell] - other - grid.BorderLogarithm(seats[cell]);
                    if (claim > taking)
                    {
                        (taker, taking) = (cell, claim);
                    }
                }

                if (grid.CanGive(cell, seats[cell]))
                {
                    var claim = weight[cell] - other - grid.BorderLogarithm(seats[cell] - 1);
                    if (claim < giving)
                    {
                        (giver, giving) = (cell, claim);
                    }
                }
            }

            if (excess == 0 && taking <= giving)
            {
                divisor[node] = Middle(taking, giving, divisor[node]);
                return;
            }

            if (excess <= 0)
            {
                seats[taker]++;
            }

            if (excess >= 0)
            {
                seats[giver]--;
            }
        }
    }

    /// <summary>Moves each seat that a row has too many along the cheapest way to a row that lacks one.</summary>
    private void Transfer()
    {
        var nodes = divisor.Length;
        var distance = new long[nodes];
        var from = new int[nodes];
        var settled = new bool[nodes];
        while (true)
        {
            Array.Fill(distance, long.MaxValue);
            Array.Clear(settled);
            for (var row = 0; row < grid.Rows; row++)
            {
                if (Excess(row) > 0)
                {
                    (distance[row], from[row]) = (0, row);
                }
            }

            int end;
            while (true)
            {
                end = -1;
                for (var node = 0; node < nodes; node++)
                {
                    if (!settled[node] && distance[node] < long.MaxValue && (end < 0 || distance[node] < distance[end]))
                    {
                        end = node;
                    }
                }

                if (end < 0 || (end < grid.Rows && Excess(end) < 0))
                {
                    break;
                }

                settled[end] = true;
                Relax(end, distance, from);
            }

            if (end < 0)
            {
                return;
            }

            for (var node = 0; node < nodes; node++)
            {
                var moved = Math.Min(distance[node], distance[end]);
                divisor[node] += node < grid.Rows ? -moved : moved;
            }

            for (var node = end; from[node] != node; node = from[node])
            {
                seats[CellOf(node, from[node])] += node < grid.Rows ? 1 : -1;
            }
        }
    }

    /// <summary>From a row a seat leaves one of its cells; from a column it enters another.</summary>
    private void Relax(int node, long[] distance, int[] from)
    {
        var isRow = node < grid.Rows;
        var (start, step, count) = Line(node);
        for (var i = 0; i < count; i++)
        {
            var cell = start + (i * step);
            if (!(isRow ? grid.CanGive(cell, seats[cell]) : grid.CanTake(cell, seats[cell])))
            {
                continue;
            }

            var other = isRow ? grid.Rows + i : i;
            var claim = weight[cell] - divisor[node] - divisor[other];
            var slack = isRow
                ? claim - grid.BorderLogarithm(seats[cell] - 1)
                : grid.BorderLogarithm(seats[cell]) - claim;
            var reached = distance[node] + Math.Max(0, slack);
            if (reached < distance[other])
            {
                (distance[other], from[other]) = (reached, node);
            }
        }
    }

    /// <summary>Moves every divisor to the middle of its room, so that short numbers fit, and the columns' near one.</summary>
    private void Centre()
    {
        for (var sweep = 0; sweep < 8; sweep++)
        {
            for (var node = divisor.Length - 1; node >= 0; node--)
            {
                var (taking, giving) = (long.MinValue, long.MaxValue);
                var (start, step, count) = Line(node);
                for (var i = 0; i < count; i++)
                {
                    var cell = start + (i * step);
                    var claim = weight[cell] - (node < grid.Rows ? divisor[grid.Rows + i] : divisor[i]);
                    if (grid.CanTake(cell, seats[cell]))
                    {
                        taking = Math.Max(taking, claim - grid.BorderLogarithm(seats[cell]));
                    }

                    if (grid.CanGive(cell, seats[cell]))
                    {
                        giving = Math.Min(giving, claim - grid.BorderLogarithm(seats[cell] - 1));
                    }
                }

                divisor[node] = Middle(taking, giving, divisor[node]);
            }
        }

        var columns = Enumerable
            .Range(0, grid.Columns)
            .Where(c => grid.ColumnSeats[c] > 0)
            .Select(c => divisor[grid.Rows + c])
            .Order()
            .ToList();
        var shift = columns.Count == 0 ? 0 : columns[columns.Count / 2];
        for (var node = 0; node < divisor.Length; node++)
        {
            divisor[node] += node < grid.Rows ? shift : -shift;
        }
    }

    /// <summary>The middle of an interval of which one end, or both, may be missing.</summary>
    private static long Middle(long low, long high, long neither) =>
        (low == long.MinValue, high == long.MaxValue) switch
        {
            (true, true) => neither,
            (true, false) => high - BinaryLogarithm.One,
            (false, true) => low + BinaryLogarithm.One,
            _ => low + ((high - low) >> 1),
        };

    /// <summary>The seats that a row or a column has too many.</summary>
    private long Excess(int node)
    {
        var (start, step, count) = Line(node);
        long sum = node < grid.Rows ? -grid.RowSeats[node] : -grid.ColumnSeats[node - grid.Rows];
        for (var i = 0; i < count; i++)
        {
            sum += seats[start + (i * step)];
        }

        return sum;
    }

    private (int Start, int Step, int Count) Line(int node) =>
        node < grid.Rows ? (node * grid.Columns, 1, grid.Columns) : (node - grid.Rows, grid.Columns, grid.Rows);

    private int CellOf(int node, int other) =>
        (Math.Min(node, other) * grid.Columns) + Math.Max(node, other) - grid.Rows;
}
