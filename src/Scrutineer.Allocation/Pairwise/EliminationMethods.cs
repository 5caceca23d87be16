using System.Collections.Immutable;
using Scrutineer.Allocation.Transferable;
using Scrutineer.Allocation.Transferable.Counting;

namespace Scrutineer.Allocation.Pairwise;

/// <summary>
/// Methods that compare two by two and exclude in turn, and Bucklin's. Where candidates are tied for exclusion, every
/// choice is gone through: all who win in some of them are named, ascending.
/// </summary>
public static class EliminationMethods
{
    /// <summary>Benham: the last is excluded until somebody left beats all others left.</summary>
    /// <exception cref="ArgumentException">There are more than <see cref="PairwiseMethods.MostCandidates"/> candidates.</exception>
    public static ImmutableArray<int> Benham(RankedBallots ballots)
    {
        var table = PairwiseTable.Of(ballots);
        return new Elimination(ballots).Winners(set => set, set => Beater(table, set));
    }

    /// <summary>Instant run-off among the Smith set.</summary>
    /// <exception cref="ArgumentException">There are more than <see cref="PairwiseMethods.MostCandidates"/> candidates.</exception>
    public static ImmutableArray<int> SmithRunoff(RankedBallots ballots)
    {
        var smith = Set(PairwiseTable.Of(ballots).SmithSet());
        return new Elimination(ballots).Winners(set => set & smith, _ => null);
    }

    /// <summary>
    /// Tideman's alternative method: whoever is outside the Smith set goes, then the last; and again (Tideman,
    /// <i>Collective Decisions and Voting</i>, 2006).
    /// </summary>
    /// <exception cref="ArgumentException">There are more than <see cref="PairwiseMethods.MostCandidates"/> candidates.</exception>
    public static ImmutableArray<int> TidemanAlternative(RankedBallots ballots)
    {
        var table = PairwiseTable.Of(ballots);
        return new Elimination(ballots).Winners(set => Set(table.SmithSet(PairwiseMethods.Members(set))), _ => null);
    }

    /// <summary>
    /// Baldwin: whoever has the lowest Borda score among those left is excluded; on complete ballots the Borda score is
    /// the sum of the pairwise preferences.
    /// </summary>
    /// <exception cref="ArgumentException">There are more than <see cref="PairwiseMethods.MostCandidates"/> candidates.</exception>
    public static ImmutableArray<int> Baldwin(RankedBallots ballots)
    {
        var table = PairwiseTable.Of(ballots);
        return new Elimination(
            ballots,
            (c, set) => PairwiseMethods.Members(set).Where(o => o != c).Sum(o => table[c, o])
        ).Winners(set => set, _ => null);
    }

    /// <summary>
    /// Bucklin: first preferences, then second ones too, and so on until somebody is named by more than half of the
    /// voters; of those with a majority the one with most. Where nobody has one, whoever is named most.
    /// </summary>
    public static ImmutableArray<int> Bucklin(RankedBallots ballots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        var preferences = new Preferences(ballots, new BallotRules());
        var votes = new long[ballots.Candidates];
        for (var rank = 0; rank < ballots.Candidates; rank++)
        {
            for (var kind = 0; kind < ballots.Kinds; kind++)
            {
                var order = preferences.Order(kind);
                if (rank < order.Length)
                {
                    votes[order[rank]] += ballots.CountOf(kind);
                }
            }

            if (votes.Max() * 2 > ballots.Count)
            {
                break;
            }
        }

        return PairwiseMethods.Best(Enumerable.Range(0, votes.Length), c => votes[c]);
    }

    private static int Set(IEnumerable<int> members) => members.Aggregate(0, (set, c) => set | (1 << c));

    private static int? Beater(PairwiseTable table, int set)
    {
        int[] left = [.. PairwiseMethods.Members(set)];
        return left.Where(c => left.All(o => o == c || table.Beats(c, o))).Select(c => (int?)c).FirstOrDefault();
    }

    /// <summary>Exclusion in turn over sets of candidates, each gone through once.</summary>
    private sealed class Elimination
    {
        private readonly RankedBallots ballots;
        private readonly Preferences preferences;
        private readonly Func<int, int, long> score;
        private readonly Dictionary<int, int> known = [];

        public Elimination(RankedBallots ballots, Func<int, int, long>? score = null)
        {
            PairwiseMethods.Guard(ballots.Candidates);
            this.ballots = ballots;
            preferences = new Preferences(ballots, new BallotRules());
            this.score = score ?? FirstPreferences;
        }

        /// <summary>The winners.</summary>
        /// <param name="reduce">Who is left of a set before the last is excluded.</param>
        /// <param name="stop">Who has won among those left; null for nobody.</param>
        public ImmutableArray<int> Winners(Func<int, int> reduce, Func<int, int?> stop) =>
            [.. PairwiseMethods.Members(Of((1 << ballots.Candidates) - 1, reduce, stop))];

        private int Of(int all, Func<int, int> reduce, Func<int, int?> stop)
        {
            var set = reduce(all);
            if (known.TryGetValue(set, out var winners))
            {
                return winners;
            }

            if (stop(set) is { } winner)
            {
                winners = 1 << winner;
            }
            else if ((set & (set - 1)) == 0)
            {
                winners = set;
            }
            else
            {
                foreach (var last in PairwiseMethods.Best(PairwiseMethods.Members(set), c => -score(c, set)))
                {
                    winners |= Of(set & ~(1 << last), reduce, stop);
                }
            }

            known[set] = winners;
            return winners;
        }

        private long FirstPreferences(int candidate, int set)
        {
            long votes = 0;
            for (var kind = 0; kind < ballots.Kinds; kind++)
            {
                foreach (var c in preferences.Order(kind))
                {
                    if ((set >> c & 1) != 0)
                    {
                        votes += c == candidate ? ballots.CountOf(kind) : 0;
                        break;
                    }
                }
            }

            return votes;
        }
    }
}
