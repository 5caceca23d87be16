using Scrutineer.Allocation;
using Scrutineer.Allocation.Biproportional;

namespace Scrutineer.Bench.Suites;

/// <summary>Alternating scaling as a textbook tells it, exact and without haste.</summary>
internal static class TextbookScaling
{
    private const int Rounds = 100;

    /// <summary>The seats, or null where scaling stalls, as it may in a tie.</summary>
    public static int[]? Apportion(Table<long> votes, int[] rowSeats, int[] columnSeats)
    {
        var seats = new int[votes.Cells.Length];
        var rowDivisors = Enumerable.Repeat(Rational.One, votes.Rows).ToArray();
        var columnDivisors = Enumerable.Repeat(Rational.One, votes.Columns).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var r = 0; r < votes.Rows; r++)
            {
                var row = r;
                rowDivisors[r] = Fit(
                    [.. Enumerable.Range(0, votes.Columns).Select(c => votes[row, c] / columnDivisors[c])],
                    rowSeats[r],
                    (c, s) => seats[(row * votes.Columns) + c] = s
                );
            }

            for (var c = 0; c < votes.Columns; c++)
            {
                var column = c;
                columnDivisors[c] = Fit(
                    [.. Enumerable.Range(0, votes.Rows).Select(r => votes[r, column] / rowDivisors[r])],
                    columnSeats[c],
                    (r, s) => seats[(r * votes.Columns) + column] = s
                );
            }

            if (
                Enumerable
                    .Range(0, votes.Rows)
                    .All(r =>
                        Enumerable.Range(0, votes.Columns).Sum(c => seats[(r * votes.Columns) + c]) == rowSeats[r]
                    )
            )
            {
                return seats;
            }
        }

        return null;
    }

    /// <summary>Seats by the greatest quotients, one by one; the divisor is a short number between the last two.</summary>
    private static Rational Fit(Rational[] weights, int seats, Action<int, int> set)
    {
        var held = new int[weights.Length];
        Rational last = 1;
        for (var seat = 0; seat < seats; seat++)
        {
            var best = Best(weights, held);
            last = Quotient(weights[best], held[best]);
            held[best]++;
        }

        for (var i = 0; i < held.Length; i++)
        {
            set(i, held[i]);
        }

        var next = Best(weights, held);
        var middle = (last + Quotient(weights[next], held[next])) / 2;

        // Twelve decimals keep the fractions from growing without end.
        var scale = System.Numerics.BigInteger.Pow(10, 12);
        return middle.Sign <= 0 ? 1 : new Rational((middle * scale).RoundHalfUp(), scale);
    }

    private static int Best(Rational[] weights, int[] held)
    {
        var best = 0;
        for (var i = 1; i < weights.Length; i++)
        {
            best = Quotient(weights[i], held[i]) > Quotient(weights[best], held[best]) ? i : best;
        }

        return best;
    }

    private static Rational Quotient(Rational weight, int held) => weight * 2 / ((2 * held) + 1);
}
