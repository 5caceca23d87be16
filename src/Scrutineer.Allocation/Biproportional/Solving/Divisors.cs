using System.Numerics;

namespace Scrutineer.Allocation.Biproportional.Solving;

/// <summary>
/// Exact divisors for given seats: each in turn becomes a short number strictly inside the room that the others leave
/// it. Rows and columns that a tie holds together are one block, whose divisors keep their ratios.
/// </summary>
internal sealed class Divisors(Grid grid, int[] seats, int[] block, Rational[] divisor)
{
    /// <summary>
    /// Sweeps until every cell between two blocks lies strictly between its borders. False where that cannot be: the
    /// seats or the ratios are wrong, or the divisors were too rough a start.
    /// </summary>
    /// <param name="sweeps">
    /// How often to go round: with sound ratios each round frees at least the ends of every chain that has no room, so
    /// as many rounds as there are blocks suffice.
    /// </param>
    public bool TrySettle(int sweeps)
    {
        var blocks = Enumerable
            .Range(0, divisor.Length)
            .Where(IsUsed)
            .GroupBy(n => block[n])
            .Select(g => g.Order().ToArray())
            .OrderBy(g => g[0] < grid.Rows)
            .ThenBy(g => g[0])
            .ToList();
        for (var sweep = 0; sweep < sweeps; sweep++)
        {
            var settled = true;
            foreach (var nodes in blocks)
            {
                var (low, high) = Room(nodes);
                if (high is { } top && low >= top)
                {
                    if (low > top)
                    {
                        return false;
                    }

                    settled = false;
                    continue;
                }

                // The middle half of the room: a number at its edge would leave the others little.
                var quarter = high is { } h ? (h - low) / 4 : Rational.Zero;
                var nice = NiceNumber.Between(low + quarter, high - quarter, 1);
                Scale(nodes, nice / divisor[nodes[0]]);
            }

            if (settled)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsUsed(int node) =>
        node < grid.Rows ? grid.RowSeats[node] > 0 : grid.ColumnSeats[node - grid.Rows] > 0;

    /// <summary>The open interval for the divisor of a block's first row or column, the others' staying as they are.</summary>
    private (Rational Low, Rational? High) Room(int[] nodes)
    {
        var lead = nodes[0];
        Ratio? low = null;
        Ratio? high = null;
        foreach (var node in nodes)
        {
            var isRow = node < grid.Rows;
            var (first, last) = isRow ? (grid.Rows, divisor.Length) : (0, grid.Rows);
            for (var other = first; other < last; other++)
            {
                var cell = isRow
                    ? (node * grid.Columns) + other - grid.Rows
                    : (other * grid.Columns) + node - grid.Rows;
                if (block[other] == block[node] || !grid.IsOpen(cell))
                {
                    continue;
                }

                // The divisor at which the cell would stand exactly on its upper or on its lower border. A column that
                // follows a row in its block moves against it.
                var against = isRow != lead < grid.Rows;
                if (grid.CanTake(cell, seats[cell]))
                {
                    var edge = Ratio.Of(grid.Weights[cell], divisor[other], grid.Border(seats[cell]));
                    Bound(against ? Turn(edge, node, lead) : Follow(edge, node, lead), above: !against);
                }

                if (grid.CanGive(cell, seats[cell]))
                {
                    var edge = Ratio.Of(grid.Weights[cell], divisor[other], grid.Border(seats[cell] - 1));
                    Bound(against ? Turn(edge, node, lead) : Follow(edge, node, lead), above: against);
                }
            }
        }

        return (low?.Value ?? Rational.Zero, high?.Value);

        void Bound(Ratio edge, bool above)
        {
            if (above && (low is null || edge.Against(low.Value) > 0))
            {
                low = edge;
            }
            else if (!above && (high is null || edge.Against(high.Value) < 0))
            {
                high = edge;
            }
        }
    }

    private Ratio Follow(Ratio edge, int node, int lead) =>
        node == lead ? edge : Ratio.Of(edge.Value * divisor[lead] / divisor[node]);

    private Ratio Turn(Ratio edge, int node, int lead) => Ratio.Of(divisor[lead] * divisor[node] / edge.Value);

    private void Scale(int[] nodes, Rational factor)
    {
        var leadIsRow = nodes[0] < grid.Rows;
        foreach (var node in nodes)
        {
            divisor[node] = node < grid.Rows == leadIsRow ? divisor[node] * factor : divisor[node] / factor;
        }
    }

    /// <summary>A fraction that is not reduced, because most are compared once and forgotten.</summary>
    private readonly record struct Ratio(BigInteger Numerator, BigInteger Denominator)
    {
        public Rational Value => new(Numerator, Denominator);

        public static Ratio Of(Rational value) => new(value.Numerator, value.Denominator);

        /// <summary>weight / (divisor · border).</summary>
        public static Ratio Of(BigInteger weight, Rational divisor, Rational border) =>
            new(weight * divisor.Denominator * border.Denominator, divisor.Numerator * border.Numerator);

        public int Against(Ratio other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
    }
}
