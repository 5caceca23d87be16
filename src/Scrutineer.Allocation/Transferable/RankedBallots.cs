using System.Collections.Immutable;

namespace Scrutineer.Allocation.Transferable;

/// <summary>
/// Ranked ballots as a profile: each kind of ballot with the number of ballots that are marked so. Candidates are
/// their places, from 0. Made by <see cref="RankedBallotsBuilder"/>; immutable.
/// </summary>
public sealed class RankedBallots
{
    /// <summary>In a rank: more than one candidate, of whom it is not known who.</summary>
    public const int UnknownOvervote = -1;

    /// <summary>A mark for a rank left empty; others below nought are overvotes, counted down from −2.</summary>
    internal const int Skipped = -1;

    private readonly int[] marks;
    private readonly int[] starts;
    private readonly long[] counts;
    private readonly ImmutableArray<ImmutableArray<int>> overvotes;

    internal RankedBallots(
        int candidates,
        List<int> marks,
        List<int> starts,
        List<long> counts,
        List<ImmutableArray<int>> overvotes
    )
    {
        Candidates = candidates;
        this.marks = [.. marks];
        this.starts = [.. starts, marks.Count];
        this.counts = [.. counts];
        this.overvotes = [.. overvotes];
        Count = counts.Sum();
    }

    /// <summary>Number of candidates.</summary>
    public int Candidates { get; }

    /// <summary>Kinds of ballots, as they were added.</summary>
    public int Kinds => counts.Length;

    /// <summary>Number of ballots.</summary>
    public long Count { get; }

    /// <summary>Ballots of a kind.</summary>
    public long CountOf(int kind) => counts[kind];

    /// <summary>
    /// The ranks of a kind: the candidates marked at each, none where the rank was skipped, more than one, or
    /// <see cref="UnknownOvervote"/> alone, where it is an overvote.
    /// </summary>
    public ImmutableArray<ImmutableArray<int>> RanksOf(int kind) =>
        [
            .. Marks(kind)
                .ToArray()
                .Select(m =>
                    m >= 0 ? [m]
                    : m == Skipped ? ImmutableArray<int>.Empty
                    : OvervoteOf(m)
                ),
        ];

    /// <summary>Candidates, skipped ranks and overvotes of a kind.</summary>
    internal ReadOnlySpan<int> Marks(int kind) => marks.AsSpan(starts[kind]..starts[kind + 1]);

    /// <summary>The candidates of an overvote.</summary>
    internal ImmutableArray<int> OvervoteOf(int mark) => overvotes[-2 - mark];

    /// <summary>Marks of all kinds together.</summary>
    internal int TotalMarks => marks.Length;
}
