using System.Collections.Immutable;

namespace Scrutineer.Allocation.Transferable;

/// <summary>
/// The course of a count, stage by stage. It holds everything that <see cref="Verifier"/> needs to count again.
/// </summary>
public sealed record CountResult
{
    /// <summary>The rules.</summary>
    public required TransferRules Rules { get; init; }

    /// <summary>The ballots.</summary>
    public required RankedBallots Ballots { get; init; }

    /// <summary>Candidates who do not stand, ascending.</summary>
    public required ImmutableArray<int> Withdrawn { get; init; }

    /// <summary>The stages, from the first.</summary>
    public required ImmutableArray<CountStage> Stages { get; init; }

    /// <summary>The tie at which the count waits for a lot; null where it came to its end.</summary>
    public CandidateTie? Tie { get; init; }

    /// <summary>Why the count cannot go on, or the lots do not fit; null where nothing is wrong.</summary>
    public CountProblem? Problem { get; init; }

    /// <summary>The candidates elected, in the order of their election.</summary>
    public IEnumerable<int> Elected => Stages.SelectMany(s => s.Elected);

    /// <summary>Whether the count came to its end.</summary>
    public bool IsComplete => Tie is null && Problem is null;

    /// <summary>Equal in every stage, of the same ballots.</summary>
    public bool Equals(CountResult? other) =>
        other is not null
        && Rules.Equals(other.Rules)
        && ReferenceEquals(Ballots, other.Ballots)
        && Withdrawn.SequenceEqual(other.Withdrawn)
        && Stages.SequenceEqual(other.Stages)
        && Equals(Tie, other.Tie)
        && Equals(Problem, other.Problem);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rules, Ballots, Stages.Length);
}
