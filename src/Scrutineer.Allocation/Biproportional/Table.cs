using System.Collections.Immutable;

namespace Scrutineer.Allocation.Biproportional;

/// <summary>
/// Figures by row and column: votes, voter numbers or seats of the lists (columns) in the districts (rows). Immutable;
/// equal in every cell.
/// </summary>
/// <typeparam name="T">The figure.</typeparam>
public sealed record Table<T>
    where T : struct, IEquatable<T>
{
    /// <summary>The figures row by row.</summary>
    /// <exception cref="ArgumentException">
    /// There is no row or no column, or there are not <paramref name="rows"/> × <paramref name="columns"/> figures.
    /// </exception>
    public Table(int rows, int columns, ImmutableArray<T> cells)
    {
        if (rows <= 0 || columns <= 0 || cells.IsDefault || cells.Length != (long)rows * columns)
        {
            throw new ArgumentException(
                $"A table of {rows} rows and {columns} columns has one figure in each cell.",
                nameof(cells)
            );
        }

        (Rows, Columns, Cells) = (rows, columns, cells);
    }

    /// <summary>Number of rows; at least one.</summary>
    public int Rows { get; }

    /// <summary>Number of columns; at least one.</summary>
    public int Columns { get; }

    /// <summary>The figures, row by row.</summary>
    public ImmutableArray<T> Cells { get; }

    /// <summary>The figure in a row and a column, both counted from 0.</summary>
    public T this[int row, int column] => Cells[(row * Columns) + column];

    /// <summary>One row, by column.</summary>
    public ImmutableArray<T> Row(int row) => Cells.Slice(row * Columns, Columns);

    /// <summary>One column, by row.</summary>
    public ImmutableArray<T> Column(int column) => [.. Enumerable.Range(0, Rows).Select(r => this[r, column])];

    /// <summary>A table of the same shape, made cell by cell from the row, the column and the figure.</summary>
    public Table<TOther> Map<TOther>(Func<int, int, T, TOther> figure)
        where TOther : struct, IEquatable<TOther>
    {
        ArgumentNullException.ThrowIfNull(figure);
        return new Table<TOther>(Rows, Columns, [.. Cells.Select((c, i) => figure(i / Columns, i % Columns, c))]);
    }

    /// <summary>Equal in shape and every figure.</summary>
    public bool Equals(Table<T>? other) =>
        other is not null && Columns == other.Columns && Cells.SequenceEqual(other.Cells);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rows, Columns, Cells[0]);
}
