using System.Collections.Immutable;

namespace Scrutineer.Allocation.OpenLists;

/// <summary>Who fills the seats of a list. Candidates are their places on the list, from 0.</summary>
public sealed record OpenListResult
{
    /// <summary>The rules.</summary>
    public required OpenListRules Rules { get; init; }

    /// <summary>Personal votes, in the order of the list.</summary>
    public required ImmutableArray<long> Votes { get; init; }

    /// <summary>Seats of the list.</summary>
    public required int Seats { get; init; }

    /// <summary>Candidates who died or are otherwise passed over, ascending.</summary>
    public required ImmutableArray<int> Died { get; init; }

    /// <summary>The base of the share, in votes: the votes of the list, or the quota.</summary>
    public required Rational Base { get; init; }

    /// <summary>The votes that pass a candidate over the order of the list: the share of the base.</summary>
    public Rational Needed => Base * Rules.Share;

    /// <summary>Elected by their votes beyond doubt, those with more votes first, and then those drawn.</summary>
    public required ImmutableArray<int> ByPreference { get; init; }

    /// <summary>Elected by the order of the list.</summary>
    public required ImmutableArray<int> ByListOrder { get; init; }

    /// <summary>The candidates tied for the last seats; null for none. Its places are those of the list.</summary>
    public Tie? Tie { get; init; }

    /// <summary>The recorded lot that resolved a tie, its winners in the order drawn; null where none did.</summary>
    public Lot? Lot { get; init; }

    /// <summary>The elected: first by their votes, then by the order of the list.</summary>
    public IEnumerable<int> Elected => ByPreference.Concat(ByListOrder);

    /// <summary>Seats for which the list has nobody left.</summary>
    public int Vacant => Seats - ByPreference.Length - ByListOrder.Length - (Tie?.Seats ?? 0);

    /// <summary>
    /// The order in which later vacancies are filled: those elected by votes, the others with the votes needed, by their
    /// votes, then the rest in the order of the list; without those who died.
    /// </summary>
    public ImmutableArray<int> Ranking
    {
        get
        {
            var living = Enumerable.Range(0, Votes.Length).Except(Died).ToList();
            return
            [
                .. ByPreference,
                .. living
                    .Except(ByPreference)
                    .Where(c => Votes[c] > Needed || (Rules.Inclusive && Votes[c] == Needed))
                    .OrderByDescending(c => Votes[c])
                    .ThenBy(c => c),
                .. living.Where(c => Votes[c] < Needed || (!Rules.Inclusive && Votes[c] == Needed)),
            ];
        }
    }

    /// <summary>Whether <see cref="Ranking"/> is another than the order of the list.</summary>
    public bool IsRankingChanged => !Ranking.SequenceEqual(Enumerable.Range(0, Votes.Length));

    /// <summary>Applies a recorded lot to the tie.</summary>
    /// <returns>The full result; null where there is no tie, or the lot does not fit it.</returns>
    public OpenListResult? Resolve(Lot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return Tie is not null && Tie.IsResolvedBy(lot)
            ? this with
            {
                ByPreference = [.. ByPreference, .. lot.Winners],
                Tie = null,
                Lot = lot,
            }
            : null;
    }

    /// <summary>Equal in every figure.</summary>
    public bool Equals(OpenListResult? other) =>
        other is not null
        && Rules.Equals(other.Rules)
        && (Seats, Base) == (other.Seats, other.Base)
        && Equals(Tie, other.Tie)
        && Equals(Lot, other.Lot)
        && Votes.SequenceEqual(other.Votes)
        && Died.SequenceEqual(other.Died)
        && ByPreference.SequenceEqual(other.ByPreference)
        && ByListOrder.SequenceEqual(other.ByListOrder);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rules, Seats, Votes.Length, ByPreference.Length);
}
