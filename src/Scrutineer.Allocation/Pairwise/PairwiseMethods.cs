using System.Collections.Immutable;

namespace Scrutineer.Allocation.Pairwise;

/// <summary>
/// Methods that compare the candidates two by two. Each gives all candidates who win, ascending: several are tied, and
/// a lot between them decides.
/// </summary>
public static class PairwiseMethods
{
    /// <summary>The most candidates for methods that go through all orders or sets.</summary>
    public const int MostCandidates = 16;

    /// <summary>The most partial orders that <see cref="RankedPairs"/> goes through where equal defeats leave a choice.</summary>
    public const int MostOrders = 10_000;

    /// <summary>Copeland: most wins, a draw being half a one.</summary>
    /// <param name="table">The comparisons.</param>
    /// <param name="secondOrder">Whether equal scores are decided by the sum of the scores of those beaten.</param>
    public static ImmutableArray<int> Copeland(PairwiseTable table, bool secondOrder = false)
    {
        ArgumentNullException.ThrowIfNull(table);
        var scores = table
            .Places()
            .Select(c =>
                table
                    .Places()
                    .Where(o => o != c)
                    .Sum(o =>
                        table.Beats(c, o) ? 2
                        : table.Beats(o, c) ? 0
                        : 1
                    )
            )
            .ToArray();
        var best = Best(table.Places(), c => scores[c]);
        return secondOrder ? Best(best, c => table.Places().Where(o => table.Beats(c, o)).Sum(o => scores[o])) : best;
    }

    /// <summary>Minimax (Simpson and Kramer): the weakest worst defeat.</summary>
    public static ImmutableArray<int> Minimax(PairwiseTable table, DefeatStrength strength)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Best(
            table.Places(),
            c => -table.Places().Where(o => o != c).Select(o => Strength(table, strength, o, c)).DefaultIfEmpty().Max()
        );
    }

    /// <summary>
    /// Schulze: whoever has, to every other, a path of wins whose weakest link is no weaker than that of any path back
    /// (Schulze, <i>Social Choice and Welfare</i> 36, 2011); by winning votes.
    /// </summary>
    public static ImmutableArray<int> Schulze(PairwiseTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var n = table.Candidates;
        var path = new long[n, n];
        foreach (var (a, b) in Pairs(n))
        {
            path[a, b] = Strength(table, DefeatStrength.WinningVotes, a, b);
        }

        for (var via = 0; via < n; via++)
        {
            foreach (var (a, b) in Pairs(n).Where(p => p.A != via && p.B != via))
            {
                path[a, b] = Math.Max(path[a, b], Math.Min(path[a, via], path[via, b]));
            }
        }

        return [.. table.Places().Where(a => table.Places().All(b => a == b || path[a, b] >= path[b, a]))];
    }

    /// <summary>
    /// Ranked pairs (Tideman 1987): defeats are locked from the strongest on, unless they close a ring. Where equal
    /// defeats leave a choice, everybody is named who wins in some order of them.
    /// </summary>
    /// <returns>
    /// The winners; null where more than <see cref="MostOrders"/> partial orders would have to be gone through, since it
    /// is hard to know who wins in some order (Brill and Fischer, "The price of neutrality for the ranked pairs method",
    /// AAAI 2012).
    /// </returns>
    /// <exception cref="ArgumentException">There are more than <see cref="MostCandidates"/> candidates.</exception>
    public static ImmutableArray<int>? RankedPairs(PairwiseTable table, DefeatStrength strength)
    {
        ArgumentNullException.ThrowIfNull(table);
        Guard(table.Candidates);
        var n = table.Candidates;
        var groups = Pairs(n)
            .Where(p => table.Beats(p.A, p.B))
            .GroupBy(p => Strength(table, strength, p.A, p.B))
            .OrderByDescending(g => g.Key)
            .Select(g => g.ToList());

        // A state holds for each candidate the set of those below, ring-free and closed.
        var states = new Dictionary<string, int[]> { [""] = new int[n] };
        foreach (var group in groups)
        {
            var next = new Dictionary<string, int[]>(StringComparer.Ordinal);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var state in states.Values)
            {
                Lock(state, group, next, seen);
            }

            if (seen.Count > MostOrders)
            {
                return null;
            }

            states = next;
        }

        return [.. table.Places().Where(c => states.Values.Any(s => table.Places().All(o => (s[o] >> c & 1) == 0)))];
    }

    /// <summary>
    /// Kemeny and Young: first in an order of all candidates with which most pairwise preferences agree.
    /// </summary>
    /// <exception cref="ArgumentException">There are more than <see cref="MostCandidates"/> candidates.</exception>
    public static ImmutableArray<int> KemenyYoung(PairwiseTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Guard(table.Candidates);

        // The best order of a set begins with one of it, followed by the best order of the others.
        var best = new long[1 << table.Candidates];
        for (var set = 1; set < best.Length; set++)
        {
            best[set] = Members(set).Max(c => First(c, set));
        }

        var all = best.Length - 1;
        return [.. Members(all).Where(c => First(c, all) == best[all])];

        long First(int c, int set)
        {
            var rest = set & ~(1 << c);
            return best[rest] + Members(rest).Sum(o => table[c, o]);
        }
    }

    /// <summary>The candidates with the greatest figure.</summary>
    internal static ImmutableArray<int> Best(IEnumerable<int> candidates, Func<int, long> figure)
    {
        int[] among = [.. candidates];
        var most = among.Max(figure);
        return [.. among.Where(c => figure(c) == most)];
    }

    /// <summary>The members of a set that is a number's bits, ascending.</summary>
    internal static IEnumerable<int> Members(int set)
    {
        for (var c = 0; set >> c != 0; c++)
        {
            if ((set >> c & 1) != 0)
            {
                yield return c;
            }
        }
    }

    internal static void Guard(int candidates)
    {
        if (candidates > MostCandidates)
        {
            throw new ArgumentException(
                $"The method goes through all sets of candidates, and is computed for {MostCandidates} at most.",
                nameof(candidates)
            );
        }
    }

    private static long Strength(PairwiseTable table, DefeatStrength strength, int winner, int loser) =>
        strength switch
        {
            DefeatStrength.WinningVotes => table.Beats(winner, loser) ? table[winner, loser] : 0,
            DefeatStrength.Margins => table[winner, loser] - table[loser, winner],
            _ => table[winner, loser],
        };

    private static IEnumerable<(int A, int B)> Pairs(int n) =>
        Enumerable.Range(0, n).SelectMany(a => Enumerable.Range(0, n).Where(b => b != a).Select(b => (a, b)));

    /// <summary>Locks the pairs of a group in every order; states met before are not gone through again.</summary>
    private static void Lock(
        int[] below,
        List<(int A, int B)> group,
        Dictionary<string, int[]> ends,
        HashSet<string> seen
    )
    {
        var key = string.Join(',', below);
        if (seen.Count > MostOrders || !seen.Add(key))
        {
            return;
        }

        var open = group.Where(p => (below[p.A] >> p.B & 1) == 0 && (below[p.B] >> p.A & 1) == 0).ToList();
        if (open.Count == 0)
        {
            ends[key] = below;
            return;
        }

        foreach (var (a, b) in open)
        {
            var more = (int[])below.Clone();
            for (var c = 0; c < more.Length; c++)
            {
                more[c] |= c == a || (below[c] >> a & 1) != 0 ? below[b] | (1 << b) : 0;
            }

            Lock(more, group, ends, seen);
        }
    }
}
