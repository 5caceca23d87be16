using System.Collections.Immutable;

namespace Scrutineer.Allocation.Biproportional;

/// <summary>
/// Seats that the votes alone cannot place: each of <see cref="Cells"/> may have one more seat than
/// <see cref="BiproportionalApportionment.Seats"/> says, or not, and every choice that fills the rows and the columns
/// is as good as every other.
/// </summary>
/// <param name="Cells">The contested cells, row by row; each has a seat in some choice and none in another.</param>
/// <param name="RowSeats">Seats still to be placed, by row.</param>
/// <param name="ColumnSeats">Seats still to be placed, by column; the same sum.</param>
public sealed record BiproportionalTie(
    ImmutableArray<Cell> Cells,
    ImmutableArray<int> RowSeats,
    ImmutableArray<int> ColumnSeats
)
{
    /// <summary>The seats to be drawn by lot.</summary>
    public int Seats => RowSeats.Sum();

    /// <summary>Equal when the same cells are tied for the same seats.</summary>
    public bool Equals(BiproportionalTie? other) =>
        other is not null
        && Cells.SequenceEqual(other.Cells)
        && RowSeats.SequenceEqual(other.RowSeats)
        && ColumnSeats.SequenceEqual(other.ColumnSeats);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Cells.Length, Cells.FirstOrDefault(), Seats);
}
