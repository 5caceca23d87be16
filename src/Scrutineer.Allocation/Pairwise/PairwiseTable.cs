using System.Collections.Immutable;
using Scrutineer.Allocation.Transferable;
using Scrutineer.Allocation.Transferable.Counting;

namespace Scrutineer.Allocation.Pairwise;

/// <summary>
/// For each two candidates the voters who prefer the one to the other; candidates without a rank are behind all with
/// one, and equal among themselves.
/// </summary>
public sealed class PairwiseTable
{
    private readonly long[] preferring;

    private PairwiseTable(int candidates, long[] preferring) =>
        (Candidates, this.preferring) = (candidates, preferring);

    /// <summary>Number of candidates.</summary>
    public int Candidates { get; }

    /// <summary>Voters who prefer the first candidate to the second.</summary>
    public long this[int candidate, int other] => preferring[(candidate * Candidates) + other];

    /// <summary>Compares the candidates of ranked ballots.</summary>
    /// <param name="ballots">The ballots; an overvote ends a ballot's order.</param>
    public static PairwiseTable Of(RankedBallots ballots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        var n = ballots.Candidates;
        var preferences = new Preferences(ballots, new BallotRules());
        var table = new long[n * n];
        var behind = new bool[n];
        for (var kind = 0; kind < ballots.Kinds; kind++)
        {
            Array.Fill(behind, true);
            foreach (var candidate in preferences.Order(kind))
            {
                behind[candidate] = false;
                for (var other = 0; other < n; other++)
                {
                    table[(candidate * n) + other] += behind[other] ? ballots.CountOf(kind) : 0;
                }
            }
        }

        return new PairwiseTable(n, table);
    }

    /// <summary>Whether more voters prefer the first candidate to the second than the other way round.</summary>
    public bool Beats(int candidate, int other) => this[candidate, other] > this[other, candidate];

    /// <summary>The candidate who beats every other; null where there is none.</summary>
    public int? CondorcetWinner() =>
        Places().Where(c => Places().All(o => o == c || Beats(c, o))).Select(c => (int?)c).FirstOrDefault();

    /// <summary>The smallest set of candidates each of whom beats everybody outside it (Smith 1973), ascending.</summary>
    public ImmutableArray<int> SmithSet() => SmithSet(Places());

    /// <summary>The Smith set among some candidates.</summary>
    internal ImmutableArray<int> SmithSet(IEnumerable<int> among)
    {
        // Starting from the most wins, whoever is not beaten by the whole set belongs to it.
        int[] candidates = [.. among];
        var order = candidates
            .OrderByDescending(c => candidates.Count(o => Beats(c, o)))
            .ThenBy(c => candidates.Count(o => Beats(o, c)));
        var set = new HashSet<int>(order.Take(1));
        while (candidates.FirstOrDefault(c => !set.Contains(c) && set.Any(m => !Beats(m, c)), -1) is >= 0 and var next)
        {
            set.Add(next);
        }

        return [.. set.Order()];
    }

    /// <summary>The candidates, from 0.</summary>
    internal IEnumerable<int> Places() => Enumerable.Range(0, Candidates);
}
