using System.Collections.Immutable;

namespace Scrutineer.Allocation.Transferable;

/// <summary>The course of a count by Meek's method, stage by stage.</summary>
public sealed record MeekResult
{
    /// <summary>The rules.</summary>
    public required MeekRules Rules { get; init; }

    /// <summary>The ballots.</summary>
    public required RankedBallots Ballots { get; init; }

    /// <summary>Candidates who do not stand, ascending.</summary>
    public required ImmutableArray<int> Withdrawn { get; init; }

    /// <summary>The stages, from the first.</summary>
    public required ImmutableArray<MeekStage> Stages { get; init; }

    /// <summary>
    /// Those elected at the end without a quota of their own, because no more are left than seats; ascending.
    /// </summary>
    public required ImmutableArray<int> ElectedAtEnd { get; init; }

    /// <summary>The tie at which the count waits for a lot; null where it came to its end.</summary>
    public CandidateTie? Tie { get; init; }

    /// <summary>Why the count has no result, or the lots do not fit; null where nothing is wrong.</summary>
    public CountProblem? Problem { get; init; }

    /// <summary>The candidates elected, in the order of their election.</summary>
    public IEnumerable<int> Elected => Stages.SelectMany(s => s.Elected).Concat(ElectedAtEnd);

    /// <summary>Whether the count came to its end.</summary>
    public bool IsComplete => Tie is null && Problem is null;

    /// <summary>Equal in every stage, of the same ballots.</summary>
    public bool Equals(MeekResult? other) =>
        other is not null
        && Rules.Equals(other.Rules)
        && ReferenceEquals(Ballots, other.Ballots)
        && Withdrawn.SequenceEqual(other.Withdrawn)
        && Stages.SequenceEqual(other.Stages)
        && ElectedAtEnd.SequenceEqual(other.ElectedAtEnd)
        && Equals(Tie, other.Tie)
        && Equals(Problem, other.Problem);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rules, Ballots, Stages.Length);
}
