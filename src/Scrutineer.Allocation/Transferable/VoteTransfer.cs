using System.Collections.Immutable;

namespace Scrutineer.Allocation.Transferable;

/// <summary>Votes that leave a candidate at the end of a stage.</summary>
/// <param name="From">The candidate: elected with a surplus, or excluded.</param>
/// <param name="IsSurplus">Whether a surplus is transferred; otherwise the candidate is excluded.</param>
/// <param name="To">Votes that each candidate receives.</param>
/// <param name="NonTransferable">Votes of ballots that name nobody who continues.</param>
/// <param name="Loss">Votes lost because values are cut off after some decimals.</param>
public sealed record VoteTransfer(
    int From,
    bool IsSurplus,
    ImmutableArray<Rational> To,
    Rational NonTransferable,
    Rational Loss
)
{
    /// <summary>Equal in every figure.</summary>
    public bool Equals(VoteTransfer? other) =>
        other is not null
        && From == other.From
        && IsSurplus == other.IsSurplus
        && NonTransferable == other.NonTransferable
        && Loss == other.Loss
        && To.SequenceEqual(other.To);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(From, IsSurplus, NonTransferable);
}
