using System.Collections.Immutable;
using Scrutineer.Allocation.Biproportional;

namespace Scrutineer.Allocation.Verifying;

/// <summary>
/// A biproportional result: the sums, and every cell's rounding by its two divisors. That is all there is to it:
/// seats that a pair of divisors rounds to are the only ones, but for the cells on a border.
/// </summary>
internal static class BiproportionalCheck
{
    public static void Check(BiproportionalApportionment result, ImmutableArray<string>.Builder objections)
    {
        var (rows, columns) = (result.Votes.Rows, result.Votes.Columns);
        if (
            result.RowSeats.Length != rows
            || result.ColumnSeats.Length != columns
            || result.Seats.Rows != rows
            || result.Seats.Columns != columns
            || result.Certificate.RowDivisors.Length != rows
            || result.Certificate.ColumnDivisors.Length != columns
            || (result.Minimum is { } m && (m.Rows != rows || m.Columns != columns))
            || (result.Tie is { } t && (t.RowSeats.Length != rows || t.ColumnSeats.Length != columns))
        )
        {
            objections.Add($"The figures are not all of {rows} rows and {columns} columns.");
            return;
        }

        var contested = (result.Tie?.Cells ?? result.Lot?.Among ?? []).ToHashSet();
        var drawn = (result.Lot?.Winners ?? []).ToHashSet();
        if (!drawn.IsSubsetOf(contested) || (result.Tie is not null && result.Lot is not null))
        {
            objections.Add("The lot does not fit the contested cells.");
        }

        CheckSums(result, objections);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var cell = new Cell(row, column);
                var sure = result.Seats[row, column] - (drawn.Contains(cell) ? 1 : 0);
                CheckCell(result, cell, sure, contested.Contains(cell), objections);
            }
        }

        CheckChoices(result, contested, drawn, objections);
    }

    private static void CheckSums(BiproportionalApportionment result, ImmutableArray<string>.Builder objections)
    {
        for (var row = 0; row < result.Seats.Rows; row++)
        {
            var sum = result.Seats.Row(row).Sum() + (result.Tie?.RowSeats[row] ?? 0);
            if (sum != result.RowSeats[row])
            {
                objections.Add($"Row {row} has {result.RowSeats[row]} seats, and its cells {sum}.");
            }
        }

        for (var column = 0; column < result.Seats.Columns; column++)
        {
            var sum = result.Seats.Column(column).Sum() + (result.Tie?.ColumnSeats[column] ?? 0);
            if (sum != result.ColumnSeats[column])
            {
                objections.Add($"Column {column} has {result.ColumnSeats[column]} seats, and its cells {sum}.");
            }
        }
    }

    private static void CheckCell(
        BiproportionalApportionment result,
        Cell cell,
        int seats,
        bool contested,
        ImmutableArray<string>.Builder objections
    )
    {
        var name = $"Cell {cell.Row}, {cell.Column}";
        var least = result.Minimum?[cell.Row, cell.Column] ?? 0;
        if (seats < least)
        {
            objections.Add($"{name} has {seats} seats and is owed {least}.");
            return;
        }

        var votes = result.Votes[cell.Row, cell.Column];
        if (votes == 0 || result.RowSeats[cell.Row] == 0 || result.ColumnSeats[cell.Column] == 0)
        {
            if (seats != 0 || contested)
            {
                objections.Add($"{name} can have no seat, and has {seats}.");
            }

            return;
        }

        if (
            result.Certificate.RowDivisors[cell.Row] is not { Sign: > 0 } rowDivisor
            || result.Certificate.ColumnDivisors[cell.Column] is not { Sign: > 0 } columnDivisor
            || result.Certificate.Squared != result.Method.ComparesSquares
        )
        {
            objections.Add($"{name} lacks a positive divisor of its kind.");
            return;
        }

        // The votes claim their k-th seat when they, divided, are above the border d(k-1)/unit.
        var product = rowDivisor * columnDivisor / result.Method.Unit;
        var next = Claims.Compare(result.Method.Quotient(votes, seats), product);
        var last = seats > least ? Claims.Compare(result.Method.Quotient(votes, seats - 1), product) : 1;
        if (last <= 0 || (contested ? next != 0 : next >= 0))
        {
            objections.Add(
                $"{name}: {votes} votes divided by {rowDivisor} and {columnDivisor} do not round to {seats} seats"
                    + (contested ? " with another at stake." : ".")
            );
        }
    }

    /// <summary>Every contested cell is drawn in some choice that fills rows and columns, and left out in another.</summary>
    private static void CheckChoices(
        BiproportionalApportionment result,
        HashSet<Cell> contested,
        HashSet<Cell> drawn,
        ImmutableArray<string>.Builder objections
    )
    {
        var rowSeats = result.Tie?.RowSeats.ToArray() ?? Count(result.Seats.Rows, drawn.Select(c => c.Row));
        var columnSeats = result.Tie?.ColumnSeats.ToArray() ?? Count(result.Seats.Columns, drawn.Select(c => c.Column));
        var choice = Choice.Find(contested, rowSeats, columnSeats);
        foreach (var cell in contested)
        {
            if (choice is null || !choice.IsOpen(cell))
            {
                objections.Add($"Cell {cell.Row}, {cell.Column} is declared contested, and is not.");
            }
        }

        if (contested.Count == 0 && (result.Tie is not null || result.Lot is not null))
        {
            objections.Add("A tie or a lot is declared among no cells.");
        }

        static int[] Count(int length, IEnumerable<int> places)
        {
            var count = new int[length];
            foreach (var place in places)
            {
                count[place]++;
            }

            return count;
        }
    }
}
