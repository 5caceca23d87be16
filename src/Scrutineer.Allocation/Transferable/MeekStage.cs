using System.Collections.Immutable;

namespace Scrutineer.Allocation.Transferable;

/// <summary>
/// A stage of Meek's method at its last iteration. The keep factors are the certificate: one distribution of the
/// ballots by them gives the votes.
/// </summary>
public sealed record MeekStage
{
    /// <summary>The stage, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Iterations made.</summary>
    public required int Iterations { get; init; }

    /// <summary>The share of each vote that a candidate keeps: one for the hopeful, nought for the excluded.</summary>
    public required ImmutableArray<Rational> KeepFactors { get; init; }

    /// <summary>Votes by candidate under these factors.</summary>
    public required ImmutableArray<Rational> Votes { get; init; }

    /// <summary>Votes that nobody keeps.</summary>
    public required Rational NonTransferable { get; init; }

    /// <summary>Votes that elect.</summary>
    public required Rational Quota { get; init; }

    /// <summary>What the elected have above the quota, together; not below nought.</summary>
    public required Rational Surplus { get; init; }

    /// <summary>Who is elected, those with more votes first.</summary>
    public ImmutableArray<int> Elected { get; init; } = [];

    /// <summary>Who is excluded; empty where somebody is elected.</summary>
    public ImmutableArray<int> Excluded { get; init; } = [];

    /// <summary>Ties that were decided at this stage.</summary>
    public ImmutableArray<TieDecision> Ties { get; init; } = [];

    /// <summary>Equal in every figure.</summary>
    public bool Equals(MeekStage? other) =>
        other is not null
        && (Number, Iterations, NonTransferable, Quota, Surplus)
            == (other.Number, other.Iterations, other.NonTransferable, other.Quota, other.Surplus)
        && KeepFactors.SequenceEqual(other.KeepFactors)
        && Votes.SequenceEqual(other.Votes)
        && Elected.SequenceEqual(other.Elected)
        && Excluded.SequenceEqual(other.Excluded)
        && Ties.SequenceEqual(other.Ties);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Number, Iterations, Quota, Surplus);
}
