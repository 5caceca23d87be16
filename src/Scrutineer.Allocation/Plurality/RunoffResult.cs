using System.Collections.Immutable;

namespace Scrutineer.Allocation.Plurality;

/// <summary>The first round of an election by majority: a winner, or those who stand in the second.</summary>
public sealed record RunoffResult
{
    /// <summary>The rules.</summary>
    public required RunoffRules Rules { get; init; }

    /// <summary>Votes by candidate.</summary>
    public required ImmutableArray<Rational> Votes { get; init; }

    /// <summary>Candidates who do not stand again, ascending.</summary>
    public required ImmutableArray<int> Withdrawn { get; init; }

    /// <summary>Whether a majority was met, so that there is no second round.</summary>
    public required bool IsDecided { get; init; }

    /// <summary>The candidate elected; null where there is none, or two are tied for it.</summary>
    public int? Winner { get; init; }

    /// <summary>Who stands in the second round beyond doubt, those with more votes first; empty where it is decided.</summary>
    public required ImmutableArray<int> Standing { get; init; }

    /// <summary>
    /// The candidates tied for the last places in the second round, or, where it is decided, for the seat; null for none.
    /// </summary>
    public Tie? Tie { get; init; }

    /// <summary>The recorded lot that resolved a tie; null where none did.</summary>
    public Lot? Lot { get; init; }

    /// <summary>Applies a recorded lot to the tie.</summary>
    /// <returns>The full result; null where there is no tie, or the lot does not fit it.</returns>
    public RunoffResult? Resolve(Lot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return Tie is null || !Tie.IsResolvedBy(lot) ? null
            : IsDecided ? this with { Winner = lot.Winners[0], Tie = null, Lot = lot }
            : this with { Standing = [.. Standing, .. lot.Winners], Tie = null, Lot = lot };
    }

    /// <summary>The second round, which the most votes decide.</summary>
    /// <param name="votes">Votes of those who stand, in the order of <see cref="Standing"/>.</param>
    /// <returns>The result; its places are those of <see cref="Standing"/>.</returns>
    /// <exception cref="InvalidOperationException">There is no second round, or it is not settled who stands.</exception>
    /// <exception cref="ArgumentException">There is not one number for each who stands.</exception>
    public PluralityResult Second(ReadOnlySpan<long> votes)
    {
        if (IsDecided || Tie is not null)
        {
            throw new InvalidOperationException("It is not settled that, and between whom, there is a second round.");
        }

        return votes.Length == Standing.Length
            ? PluralityRules.SingleMember.Elect(votes)
            : throw new ArgumentException($"{Standing.Length} candidates stand.", nameof(votes));
    }

    /// <summary>Equal in every figure.</summary>
    public bool Equals(RunoffResult? other) =>
        other is not null
        && Rules.Equals(other.Rules)
        && (IsDecided, Winner) == (other.IsDecided, other.Winner)
        && Equals(Tie, other.Tie)
        && Equals(Lot, other.Lot)
        && Votes.SequenceEqual(other.Votes)
        && Withdrawn.SequenceEqual(other.Withdrawn)
        && Standing.SequenceEqual(other.Standing);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rules, Votes.Length, IsDecided, Winner);
}
