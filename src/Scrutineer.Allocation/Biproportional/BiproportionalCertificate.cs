using System.Collections.Immutable;

namespace Scrutineer.Allocation.Biproportional;

/// <summary>
/// One divisor for each row and each column: the votes of a cell, divided by both and rounded by the method, are its
/// seats; exactly on the border between two roundings only in the cells of a tie (Balinski and Demange,
/// <i>Mathematical Programming</i> 45, 1989; Pukelsheim, <i>Proportional Representation</i>, 2nd ed., ch. 14).
/// </summary>
/// <param name="RowDivisors">By row; null for a row without seats, which takes no part.</param>
/// <param name="ColumnDivisors">By column; null for a column without seats.</param>
/// <param name="Squared">
/// True for Huntington–Hill, whose borders are square roots: the divisors are then squares, for the squares of votes.
/// </param>
public sealed record BiproportionalCertificate(
    ImmutableArray<Rational?> RowDivisors,
    ImmutableArray<Rational?> ColumnDivisors,
    bool Squared
)
{
    /// <summary>Equal in every divisor.</summary>
    public bool Equals(BiproportionalCertificate? other) =>
        other is not null
        && Squared == other.Squared
        && RowDivisors.SequenceEqual(other.RowDivisors)
        && ColumnDivisors.SequenceEqual(other.ColumnDivisors);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(RowDivisors.Length, ColumnDivisors.Length, Squared);
}
