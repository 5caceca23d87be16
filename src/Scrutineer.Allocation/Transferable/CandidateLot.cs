using System.Collections.Immutable;

namespace Scrutineer.Allocation.Transferable;

/// <summary>A recorded lot between tied candidates, an input; lots are used in the order in which they were drawn.</summary>
/// <param name="Among">The candidates between whom it was drawn, in any order.</param>
/// <param name="Chosen">
/// Who was drawn: the one elected, whose surplus goes first, or who is excluded, as the tie's purpose is.
/// </param>
public sealed record CandidateLot(ImmutableArray<int> Among, int Chosen)
{
    /// <summary>Equal when drawn among the same candidates, in the same order, with the same result.</summary>
    public bool Equals(CandidateLot? other) =>
        other is not null && Chosen == other.Chosen && Among.SequenceEqual(other.Among);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Chosen, Among.Length);
}
