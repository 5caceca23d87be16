using System.Collections.Immutable;

namespace Scrutineer.Allocation.Plurality;

/// <summary>Who has most votes. Its certificate is the votes themselves.</summary>
public sealed record PluralityResult
{
    /// <summary>The rules.</summary>
    public required PluralityRules Rules { get; init; }

    /// <summary>The ballots; null where votes were given.</summary>
    public MarkedBallots? Ballots { get; init; }

    /// <summary>Votes by candidate.</summary>
    public required ImmutableArray<Rational> Votes { get; init; }

    /// <summary>Who is elected beyond doubt, those with more votes first, and then those drawn.</summary>
    public required ImmutableArray<int> Elected { get; init; }

    /// <summary>The candidates tied for the last seats; null for none. Its places are candidates.</summary>
    public Tie? Tie { get; init; }

    /// <summary>The recorded lot that resolved a tie; null where none did.</summary>
    public Lot? Lot { get; init; }

    /// <summary>Ballots that bear too many crosses or too few; nought where votes and no ballots were counted.</summary>
    public long InvalidBallots { get; init; }

    /// <summary>Seats for which nobody is left.</summary>
    public int Vacant => Rules.Seats - Elected.Length - (Tie?.Seats ?? 0);

    /// <summary>Applies a recorded lot to the tie.</summary>
    /// <returns>The full result; null where there is no tie, or the lot is not one between exactly these candidates for as many seats.</returns>
    public PluralityResult? Resolve(Lot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return Tie is not null && Tie.IsResolvedBy(lot)
            ? this with
            {
                Elected = [.. Elected, .. lot.Winners],
                Tie = null,
                Lot = lot,
            }
            : null;
    }

    /// <summary>Equal in every figure, of the same ballots.</summary>
    public bool Equals(PluralityResult? other) =>
        other is not null
        && Rules.Equals(other.Rules)
        && ReferenceEquals(Ballots, other.Ballots)
        && InvalidBallots == other.InvalidBallots
        && Equals(Tie, other.Tie)
        && Equals(Lot, other.Lot)
        && Votes.SequenceEqual(other.Votes)
        && Elected.SequenceEqual(other.Elected);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rules, Votes.Length, Elected.Length, InvalidBallots);
}
