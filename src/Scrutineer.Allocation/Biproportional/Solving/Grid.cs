using System.Collections.Immutable;
using System.Numerics;
using Scrutineer.Allocation.Sequences;

namespace Scrutineer.Allocation.Biproportional.Solving;

/// <summary>The question in the form in which it is solved: cells that can hold seats, their bounds, their borders.</summary>
internal sealed class Grid
{
    private readonly DivisorSequence sequence;
    private readonly bool[] open;
    private readonly List<Rational> borders = [];
    private readonly List<long> borderLogarithms = [];

    public Grid(
        DivisorMethod method,
        Table<long> votes,
        ImmutableArray<int> rowSeats,
        ImmutableArray<int> columnSeats,
        Table<int>? minimum
    )
    {
        sequence = method.Sequence;
        (Rows, Columns) = (votes.Rows, votes.Columns);
        (RowSeats, ColumnSeats) = (rowSeats, columnSeats);
        var cells = votes.Cells.Length;
        open = new bool[cells];
        Least = new int[cells];
        Weights = new BigInteger[cells];
        for (var cell = 0; cell < cells; cell++)
        {
            var v = votes.Cells[cell];
            open[cell] = v > 0 && rowSeats[cell / Columns] > 0 && columnSeats[cell % Columns] > 0;
            Weights[cell] = sequence.Squared ? (BigInteger)v * v : v;
            Least[cell] = Math.Max(minimum?.Cells[cell] ?? 0, open[cell] && sequence.SeatsEveryList ? 1 : 0);
        }
    }

    public int Rows { get; }

    public int Columns { get; }

    public ImmutableArray<int> RowSeats { get; }

    public ImmutableArray<int> ColumnSeats { get; }

    /// <summary>The fewest seats, by cell.</summary>
    public int[] Least { get; }

    /// <summary>Votes, or their squares where the borders are squares, by cell.</summary>
    public BigInteger[] Weights { get; }

    /// <summary>The most seats of a cell.</summary>
    public int Most(int cell) => open[cell] ? sequence.Length : 0;

    /// <summary>Whether a cell can hold seats.</summary>
    public bool IsOpen(int cell) => open[cell];

    /// <summary>Whether a cell with so many seats may take another.</summary>
    public bool CanTake(int cell, int seats) => open[cell] && seats < sequence.Length;

    /// <summary>Whether a cell with so many seats may give one up.</summary>
    public bool CanGive(int cell, int seats) => seats > Least[cell];

    /// <summary>The border between <paramref name="seats"/> and one seat more, where a cell can reach it.</summary>
    public Rational Border(int seats)
    {
        while (borders.Count <= seats)
        {
            borders.Add(sequence.Divisor(borders.Count) / sequence.Unit);
        }

        return borders[seats];
    }

    /// <summary>The logarithm of a border above nought; far below every other for nought.</summary>
    public long BorderLogarithm(int seats)
    {
        while (borderLogarithms.Count <= seats)
        {
            var border = Border(borderLogarithms.Count);
            borderLogarithms.Add(border.Sign == 0 ? long.MinValue / 4 : BinaryLogarithm.Of(border));
        }

        return borderLogarithms[seats];
    }
}
