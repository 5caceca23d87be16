using System.Collections.Immutable;

namespace Scrutineer.Allocation.Transferable;

/// <summary>Collects ranked ballots.</summary>
public sealed class RankedBallotsBuilder
{
    private readonly int candidates;
    private readonly List<int> marks = [];
    private readonly List<int> starts = [];
    private readonly List<long> counts = [];
    private readonly List<ImmutableArray<int>> overvotes = [];

    /// <summary>Starts without ballots.</summary>
    /// <param name="candidates">Number of candidates.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public RankedBallotsBuilder(int candidates)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(candidates);
        this.candidates = candidates;
    }

    /// <summary>Adds ballots with one candidate at each rank.</summary>
    /// <param name="ranking">Candidates, the first preferred most. Empty for a blank ballot.</param>
    /// <param name="count">How many ballots are so.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A candidate does not exist, or the count is negative.</exception>
    public RankedBallotsBuilder Add(ReadOnlySpan<int> ranking, long count = 1)
    {
        Open(count);
        foreach (var candidate in ranking)
        {
            marks.Add(Checked(candidate));
        }

        return this;
    }

    /// <summary>Adds ballots as they are marked.</summary>
    /// <param name="ranks">
    /// The candidates at each rank: none for a rank that was skipped; several, or <see cref="RankedBallots.UnknownOvervote"/>
    /// alone, for an overvote.
    /// </param>
    /// <param name="count">How many ballots are so.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A candidate does not exist, or the count is negative.</exception>
    public RankedBallotsBuilder AddMarked(IEnumerable<IReadOnlyList<int>> ranks, long count = 1)
    {
        ArgumentNullException.ThrowIfNull(ranks);
        Open(count);
        foreach (var rank in ranks)
        {
            ArgumentNullException.ThrowIfNull(rank, nameof(ranks));
            AddRank(rank);
        }

        return this;
    }

    /// <summary>The ballots added so far.</summary>
    public RankedBallots Build() => new(candidates, marks, starts, counts, overvotes);

    private void AddRank(IReadOnlyList<int> rank)
    {
        if (rank is [RankedBallots.UnknownOvervote])
        {
            marks.Add(-2 - overvotes.Count);
            overvotes.Add([]);
            return;
        }

        // The same candidate marked twice at one rank is one mark.
        ImmutableArray<int> different = [.. rank.Select(Checked).Distinct()];
        switch (different)
        {
            case []:
                marks.Add(RankedBallots.Skipped);
                break;
            case [var candidate]:
                marks.Add(candidate);
                break;
            default:
                marks.Add(-2 - overvotes.Count);
                overvotes.Add(different);
                break;
        }
    }

    private void Open(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        starts.Add(marks.Count);
        counts.Add(count);
    }

    private int Checked(int candidate) =>
        candidate >= 0 && candidate < candidates
            ? candidate
            : throw new ArgumentOutOfRangeException(
                nameof(candidate),
                candidate,
                $"There are {candidates} candidates, from 0."
            );
}
