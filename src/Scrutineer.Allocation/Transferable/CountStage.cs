using System.Collections.Immutable;

namespace Scrutineer.Allocation.Transferable;

/// <summary>
/// A stage (round) of a count: the votes as it begins, what is decided on them, and the transfers that lead to the
/// next. At every stage the votes, the non-transferable ones and the loss add up to the ballots counted.
/// </summary>
public sealed record CountStage
{
    /// <summary>The stage, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>
    /// Votes by candidate; null for one who is excluded or withdrawn. A candidate whose surplus was transferred holds
    /// the quota.
    /// </summary>
    public required ImmutableArray<Rational?> Votes { get; init; }

    /// <summary>Votes that elect.</summary>
    public required Rational Quota { get; init; }

    /// <summary>Votes that have become non-transferable up to here.</summary>
    public required Rational NonTransferable { get; init; }

    /// <summary>Votes lost by cutting off decimals up to here.</summary>
    public required Rational Loss { get; init; }

    /// <summary>Who is elected at this stage, those with more votes first.</summary>
    public ImmutableArray<int> Elected { get; init; } = [];

    /// <summary>Who is excluded at this stage, ascending.</summary>
    public ImmutableArray<int> Excluded { get; init; } = [];

    /// <summary>The transfers that follow.</summary>
    public ImmutableArray<VoteTransfer> Transfers { get; init; } = [];

    /// <summary>Ties that were decided at this stage.</summary>
    public ImmutableArray<TieDecision> Ties { get; init; } = [];

    /// <summary>Equal in every figure.</summary>
    public bool Equals(CountStage? other) =>
        other is not null
        && Number == other.Number
        && Quota == other.Quota
        && NonTransferable == other.NonTransferable
        && Loss == other.Loss
        && Votes.SequenceEqual(other.Votes)
        && Elected.SequenceEqual(other.Elected)
        && Excluded.SequenceEqual(other.Excluded)
        && Transfers.SequenceEqual(other.Transfers)
        && Ties.SequenceEqual(other.Ties);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Number, Quota, NonTransferable, Loss, Votes.Length);
}
