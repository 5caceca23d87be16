using System.Collections.Immutable;
using Scrutineer.Allocation.Biproportional.Solving;

namespace Scrutineer.Allocation.Biproportional;

/// <summary>
/// Biproportional apportionment: the votes of every list in every district are divided by a divisor of the district
/// and a divisor of the list and rounded, so that the districts and the lists have their seats both (Balinski and
/// Demange, <i>Mathematics of Operations Research</i> 14, 1989; Pukelsheim, <i>Proportional Representation</i>, 2nd
/// ed., ch. 14). The seats of lists are apportioned first: see <see cref="BiproportionalElection"/>.
/// </summary>
/// <remarks>
/// Rounded seats are those of a convex flow with least cost, so a result exists exactly where seats exist that fill
/// rows and columns within the cells that have votes, and it is unique but for ties.
/// </remarks>
public sealed class BiproportionalMethod
{
    /// <summary>The largest house that is computed: a million seats.</summary>
    public const int LargestHouse = 1_000_000;

    /// <summary>The method that rounds cells by the given divisors.</summary>
    public BiproportionalMethod(DivisorMethod rounding)
    {
        ArgumentNullException.ThrowIfNull(rounding);
        Rounding = rounding;
    }

    /// <summary>With standard rounding, as in Zürich and the cantons that follow it.</summary>
    public static BiproportionalMethod SainteLague { get; } = new(DivisorMethod.SainteLague);

    /// <summary>The divisor method by which cells are rounded.</summary>
    public DivisorMethod Rounding { get; }

    /// <summary>Places the seats of rows and columns in the cells.</summary>
    /// <param name="votes">
    /// Votes by district (row) and list (column), those of lists that are not admitted set to 0. A cell without votes
    /// has no seat. A factor common to a row or a column changes nothing.
    /// </param>
    /// <param name="rowSeats">Seats by row. A row without seats takes no part.</param>
    /// <param name="columnSeats">Seats by column, with the same sum. A column without seats takes no part.</param>
    /// <param name="minimum">
    /// The fewest seats of each cell: the rounding is raised to it. Null for none. See <see cref="WinnerTakesOne"/>.
    /// </param>
    /// <returns>The seats with their certificate, or the reason, with the rows and columns, why there are none.</returns>
    /// <exception cref="ArgumentException">
    /// A number is negative, the seats are not one a row and one a column, the tables differ in shape, or the house is
    /// above <see cref="LargestHouse"/>.
    /// </exception>
    public BiproportionalResult Apportion(
        Table<long> votes,
        ImmutableArray<int> rowSeats,
        ImmutableArray<int> columnSeats,
        Table<int>? minimum = null
    )
    {
        Guard(votes, rowSeats, columnSeats, minimum);
        var (rows, columns) = (rowSeats.Sum(s => (long)s), columnSeats.Sum(s => (long)s));
        if (rows != columns)
        {
            return new BiproportionalResult(
                BiproportionalProblemKind.TotalsDiffer,
                $"The rows have {rows} seats and the columns {columns}."
            );
        }

        var grid = new Grid(Rounding, votes, rowSeats, columnSeats, minimum);
        if (Margins.Check(grid) is { } problem)
        {
            return new BiproportionalResult(problem);
        }

        var (seats, logarithms) = Scaling.Guess(grid);
        Rational[] divisors = [.. logarithms.Select(BinaryLogarithm.Power)];
        var blocks = Enumerable.Range(0, divisors.Length).ToArray();
        if (!new Divisors(grid, seats, blocks, divisors).TrySettle(sweeps: 1))
        {
            blocks = Exchange.Settle(grid, seats, divisors);
            new Divisors(grid, seats, blocks, divisors).TrySettle(sweeps: divisors.Length);
        }

        var tie = TieOf(grid, seats, blocks, divisors);
        return new BiproportionalResult(
            new BiproportionalApportionment
            {
                Method = Rounding,
                Votes = votes,
                RowSeats = rowSeats,
                ColumnSeats = columnSeats,
                Minimum = minimum,
                Seats = new Table<int>(votes.Rows, votes.Columns, [.. seats]),
                Tie = tie,
                Certificate = new BiproportionalCertificate(
                    [.. rowSeats.Select((s, r) => s > 0 ? divisors[r] : (Rational?)null)],
                    [.. columnSeats.Select((s, c) => s > 0 ? divisors[votes.Rows + c] : (Rational?)null)],
                    Rounding.ComparesSquares
                ),
            }
        );
    }

    /// <summary>
    /// The cells inside a block that stand on a border; their seats are brought down to the lower side. Null for none.
    /// </summary>
    private static BiproportionalTie? TieOf(Grid grid, int[] seats, int[] blocks, Rational[] divisors)
    {
        var cells = ImmutableArray.CreateBuilder<Cell>();
        var rowSeats = new int[grid.Rows];
        var columnSeats = new int[grid.Columns];
        for (var cell = 0; cell < seats.Length; cell++)
        {
            var (row, column) = (cell / grid.Columns, cell % grid.Columns);
            if (blocks[row] != blocks[grid.Rows + column] || !grid.IsOpen(cell))
            {
                continue;
            }

            var quotient = grid.Weights[cell] / (divisors[row] * divisors[grid.Rows + column]);
            if (grid.CanGive(cell, seats[cell]) && quotient == grid.Border(seats[cell] - 1))
            {
                seats[cell]--;
                rowSeats[row]++;
                columnSeats[column]++;
                cells.Add(new Cell(row, column));
            }
            else if (grid.CanTake(cell, seats[cell]) && quotient == grid.Border(seats[cell]))
            {
                cells.Add(new Cell(row, column));
            }
        }

        return cells.Count == 0
            ? null
            : new BiproportionalTie(cells.DrainToImmutable(), [.. rowSeats], [.. columnSeats]);
    }

    private static void Guard(
        Table<long> votes,
        ImmutableArray<int> rowSeats,
        ImmutableArray<int> columnSeats,
        Table<int>? minimum
    )
    {
        ArgumentNullException.ThrowIfNull(votes);
        if (rowSeats.IsDefault || rowSeats.Length != votes.Rows)
        {
            throw new ArgumentException("There is one number of seats for each row.", nameof(rowSeats));
        }

        if (columnSeats.IsDefault || columnSeats.Length != votes.Columns)
        {
            throw new ArgumentException("There is one number of seats for each column.", nameof(columnSeats));
        }

        if (votes.Cells.Any(v => v < 0) || rowSeats.Any(s => s < 0) || columnSeats.Any(s => s < 0))
        {
            throw new ArgumentException("Votes and seats are not negative.", nameof(votes));
        }

        if (rowSeats.Sum(s => (long)s) > LargestHouse)
        {
            throw new ArgumentException($"The largest house computed has {LargestHouse} seats.", nameof(rowSeats));
        }

        if (
            minimum is not null
            && (minimum.Rows != votes.Rows || minimum.Columns != votes.Columns || minimum.Cells.Any(m => m < 0))
        )
        {
            throw new ArgumentException("The minimum is a table of the same shape, not negative.", nameof(minimum));
        }
    }
}
