using System.Collections.Immutable;

namespace Scrutineer.Allocation.Biproportional;

/// <summary>
/// Why a table has no biproportional apportionment, with the set that proves it: the seats that
/// <see cref="Columns"/> need can come from <see cref="Rows"/> alone, which have too few.
/// </summary>
/// <param name="Kind">Which rule fails.</param>
/// <param name="Message">One sentence with the numbers.</param>
/// <param name="Rows">The rows of the violating set; empty where the problem is of another kind.</param>
/// <param name="Columns">The columns of the violating set; likewise.</param>
/// <param name="Needed">Seats that these columns need from these rows.</param>
/// <param name="Available">Seats that these rows can give to these columns.</param>
public sealed record BiproportionalProblem(
    BiproportionalProblemKind Kind,
    string Message,
    ImmutableArray<int> Rows,
    ImmutableArray<int> Columns,
    long Needed,
    long Available
)
{
    /// <summary>Equal in every figure.</summary>
    public bool Equals(BiproportionalProblem? other) =>
        other is not null
        && Kind == other.Kind
        && Message == other.Message
        && Rows.SequenceEqual(other.Rows)
        && Columns.SequenceEqual(other.Columns)
        && Needed == other.Needed
        && Available == other.Available;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Message);
}
