using Scrutineer.Allocation.Biproportional;

namespace Scrutineer.Allocation.Tests.Oracle;

/// <summary>
/// Biproportional apportionment by trying every table of seats: the right ones have the least product, over all cells
/// and the seats they hold, of border by votes.
/// </summary>
internal static class NaiveBiproportional
{
    /// <summary>Every best table, cell by cell; empty where no table fills the margins.</summary>
    public static List<int[]> Best(
        Table<long> votes,
        int[] rowSeats,
        int[] columnSeats,
        Func<int, Rational> border,
        Table<int>? minimum
    )
    {
        var best = new List<int[]>();
        Rational? least = null;
        Fill(0, new int[votes.Cells.Length], Rational.One);
        return best;

        void Fill(int cell, int[] seats, Rational product)
        {
            if (cell == seats.Length)
            {
                Judge(seats, product);
                return;
            }

            var (row, column) = (cell / votes.Columns, cell % votes.Columns);
            var most = votes.Cells[cell] == 0 ? 0 : Math.Min(rowSeats[row], columnSeats[column]);
            var weight = product;
            for (var s = 0; s <= most; s++)
            {
                if (s > 0)
                {
                    // Seats that are owed cost nothing; a border of nought is owed too.
                    var owed = s <= (minimum?.Cells[cell] ?? 0) || border(s - 1).Sign == 0;
                    weight = owed ? weight : weight * border(s - 1) / votes.Cells[cell];
                }

                if (s >= (minimum?.Cells[cell] ?? 0) && (s > 0 || most == 0 || border(0).Sign != 0))
                {
                    seats[cell] = s;
                    Fill(cell + 1, seats, weight);
                    seats[cell] = 0;
                }
            }
        }

        void Judge(int[] seats, Rational product)
        {
            for (var row = 0; row < votes.Rows; row++)
            {
                if (Enumerable.Range(0, votes.Columns).Sum(c => seats[(row * votes.Columns) + c]) != rowSeats[row])
                {
                    return;
                }
            }

            for (var column = 0; column < votes.Columns; column++)
            {
                if (
                    Enumerable.Range(0, votes.Rows).Sum(r => seats[(r * votes.Columns) + column]) != columnSeats[column]
                )
                {
                    return;
                }
            }

            if (least is null || product < least)
            {
                least = product;
                best.Clear();
            }

            if (product == least)
            {
                best.Add([.. seats]);
            }
        }
    }
}
