using System.Collections.Immutable;

namespace Scrutineer.Allocation;

/// <summary>
/// For largest-remainder methods: the quota, what it gives, and the two claims between which the last seat fell. A
/// list's claim to a seat is its votes less one quota for each seat it already holds.
/// </summary>
/// <param name="Quota">Votes per seat, exact.</param>
/// <param name="WholeParts">Seats by whole quotas, per list, before any cap.</param>
/// <param name="Remainders">Votes left after the whole quotas, per list, exact: at least 0 and below the quota.</param>
/// <param name="LeastWinning">
/// The least claim that won a seat, in votes: the least winning remainder, or at least a whole quota where the whole
/// parts fill the house. Null where no seat was won.
/// </param>
/// <param name="GreatestLosing">
/// The greatest claim that won no seat, in votes: the greatest losing remainder. Negative where every list with a
/// remainder has been served. Null where no list with votes can take another seat.
/// </param>
public sealed record QuotaCertificate(
    Rational Quota,
    ImmutableArray<int> WholeParts,
    ImmutableArray<Rational> Remainders,
    Rational? LeastWinning,
    Rational? GreatestLosing
) : Certificate
{
    /// <summary>Equal in every figure.</summary>
    public bool Equals(QuotaCertificate? other) =>
        other is not null
        && Quota == other.Quota
        && WholeParts.SequenceEqual(other.WholeParts)
        && Remainders.SequenceEqual(other.Remainders)
        && LeastWinning == other.LeastWinning
        && GreatestLosing == other.GreatestLosing;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Quota, WholeParts.Length, LeastWinning, GreatestLosing);
}
