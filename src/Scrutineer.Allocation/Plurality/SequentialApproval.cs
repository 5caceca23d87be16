using System.Collections.Immutable;

namespace Scrutineer.Allocation.Plurality;

/// <summary>The steps of sequential proportional approval voting.</summary>
/// <param name="Elected">The elected in order.</param>
/// <param name="Scores">At each step the scores of all candidates; the elected keep theirs.</param>
/// <param name="Tie">The tie at which the next step waits for a lot; null for none.</param>
public sealed record SequentialApproval(
    ImmutableArray<int> Elected,
    ImmutableArray<ImmutableArray<Rational>> Scores,
    Tie? Tie
)
{
    /// <summary>Equal in every step.</summary>
    public bool Equals(SequentialApproval? other) =>
        other is not null
        && Equals(Tie, other.Tie)
        && Elected.SequenceEqual(other.Elected)
        && Scores.Length == other.Scores.Length
        && Scores.Zip(other.Scores).All(s => s.First.SequenceEqual(s.Second));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Elected.Length, Scores.Length, Tie);
}
