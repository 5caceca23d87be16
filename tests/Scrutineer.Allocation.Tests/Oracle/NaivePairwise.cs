using Scrutineer.Allocation.Pairwise;
using Scrutineer.Allocation.Transferable;

namespace Scrutineer.Allocation.Tests.Oracle;

/// <summary>The pairwise methods by their definitions, over all sets, orders and paths.</summary>
internal static class NaivePairwise
{
    /// <summary>Voters who rank the one, and the other later or not at all.</summary>
    public static long Preferring(RankedBallots ballots, int one, int other) =>
        Enumerable
            .Range(0, ballots.Kinds)
            .Where(k => Place(ballots, k, one) < Place(ballots, k, other))
            .Sum(ballots.CountOf);

    /// <summary>The smallest of all sets that beat whoever is outside.</summary>
    public static int[] Smith(PairwiseTable table, IEnumerable<int> among)
    {
        int[] candidates = [.. among];
        return Enumerable
            .Range(1, (1 << candidates.Length) - 1)
            .Select(bits => candidates.Where((_, i) => (bits >> i & 1) != 0).ToArray())
            .Where(set => set.All(c => candidates.Except(set).All(o => table.Beats(c, o))))
            .MinBy(set => set.Length)!;
    }

    /// <summary>First in an order with most agreement, over all orders.</summary>
    public static IEnumerable<int> Kemeny(PairwiseTable table)
    {
        var orders = Orders([.. Enumerable.Range(0, table.Candidates)])
            .Select(o => (o[0], Score: o.SelectMany((a, i) => o.Skip(i + 1).Select(b => table[a, b])).Sum()))
            .ToList();
        return orders.Where(o => o.Score == orders.Max(p => p.Score)).Select(o => o.Item1).Distinct().Order();
    }

    /// <summary>Whose best path to each is no weaker than the best path back, over all paths.</summary>
    public static IEnumerable<int> Schulze(PairwiseTable table)
    {
        var all = Enumerable.Range(0, table.Candidates).ToArray();
        return all.Where(a => all.All(b => a == b || Path(a, b, [a]) >= Path(b, a, [b])));

        long Path(int from, int to, int[] seen) =>
            all.Where(n => !seen.Contains(n) && table.Beats(from, n))
                .Select(n => n == to ? table[from, n] : Math.Min(table[from, n], Path(n, to, [.. seen, n])))
                .DefaultIfEmpty()
                .Max();
    }

    /// <summary>Winners in some order of all defeats that goes from the stronger to the weaker.</summary>
    public static IEnumerable<int> RankedPairs(PairwiseTable table, Func<int, int, long> strength)
    {
        var all = Enumerable.Range(0, table.Candidates).ToArray();
        var defeats = all.SelectMany(a => all.Where(b => table.Beats(a, b)).Select(b => (a, b)))
            .GroupBy(d => strength(d.a, d.b))
            .OrderByDescending(g => g.Key)
            .Select(g => Orders([.. g]).ToList())
            .ToList();
        return Choices(defeats, 0, []).Distinct().Order();

        IEnumerable<int> Choices(List<List<(int a, int b)[]>> groups, int at, List<(int a, int b)> locked)
        {
            if (at == groups.Count)
            {
                return all.Where(c => locked.TrueForAll(d => d.b != c));
            }

            return groups[at]
                .SelectMany(order =>
                {
                    List<(int a, int b)> more = [.. locked];
                    foreach (var d in order)
                    {
                        if (!Reaches(more, d.b, d.a))
                        {
                            more.Add(d);
                        }
                    }

                    return Choices(groups, at + 1, more);
                });
        }

        static bool Reaches(List<(int a, int b)> locked, int from, int to) =>
            from == to || locked.Exists(d => d.a == from && Reaches(locked, d.b, to));
    }

    /// <summary>Exclusion in turn by votes, every tie both ways.</summary>
    public static IEnumerable<int> Exclude(
        int[] left,
        Func<int[], int[]> reduce,
        Func<int[], int, long> score,
        Func<int[], int?> stop
    )
    {
        left = reduce(left);
        return stop(left) is { } winner ? [winner]
            : left.Length == 1 ? left
            :
            [
                .. left.Where(c => left.All(o => score(left, o) >= score(left, c)))
                    .SelectMany(last => Exclude([.. left.Where(c => c != last)], reduce, score, stop))
                    .Distinct()
                    .Order(),
            ];
    }

    /// <summary>Ballots on which a candidate comes first among some.</summary>
    public static long First(RankedBallots ballots, int[] left, int candidate) =>
        Enumerable
            .Range(0, ballots.Kinds)
            .Where(k =>
                Place(ballots, k, candidate) < int.MaxValue
                && left.All(o => Place(ballots, k, candidate) <= Place(ballots, k, o))
            )
            .Sum(ballots.CountOf);

    /// <summary>The rank of a candidate on a ballot; the greatest number where he has none.</summary>
    public static int Place(RankedBallots ballots, int kind, int candidate)
    {
        var ranks = ballots.RanksOf(kind);
        for (var rank = 0; rank < ranks.Length; rank++)
        {
            if (ranks[rank].Contains(candidate))
            {
                return rank;
            }
        }

        return int.MaxValue;
    }

    private static IEnumerable<T[]> Orders<T>(T[] of) =>
        of.Length == 0
            ?
            [
                [],
            ]
            : of.SelectMany(
                (first, i) => Orders<T>([.. of[..i], .. of[(i + 1)..]]).Select(rest => (T[])[first, .. rest])
            );
}
