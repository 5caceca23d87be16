using System.Collections.Immutable;

namespace Scrutineer.Allocation.Transferable;

/// <summary>Candidates between whom the rules do not decide: the count waits for a lot.</summary>
/// <param name="Stage">The stage, from 1.</param>
/// <param name="Purpose">What is to be decided.</param>
/// <param name="Among">The tied candidates, ascending; one of them is to be chosen.</param>
public sealed record CandidateTie(int Stage, TiePurpose Purpose, ImmutableArray<int> Among)
{
    /// <summary>Equal in stage, purpose and candidates.</summary>
    public bool Equals(CandidateTie? other) =>
        other is not null && Stage == other.Stage && Purpose == other.Purpose && Among.SequenceEqual(other.Among);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Stage, Purpose, Among.Length);
}
