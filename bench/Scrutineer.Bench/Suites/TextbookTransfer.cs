using Scrutineer.Allocation;
using Scrutineer.Allocation.Transferable;

namespace Scrutineer.Bench.Suites;

/// <summary>Scottish transfers paper by paper, exact and without haste.</summary>
internal static class TextbookTransfer
{
    private sealed class Paper
    {
        public required int[] Ranking { get; init; }

        public Rational Value { get; set; } = Rational.One;

        public int Holder { get; set; }
    }

    /// <summary>The elected.</summary>
    public static List<int> Count(RankedBallots ballots, int seats)
    {
        var papers = Enumerable
            .Range(0, ballots.Kinds)
            .Select(k => new Paper { Ranking = [.. ballots.RanksOf(k).Select(r => r[0])] })
            .ToList();
        var continuing = Enumerable.Range(0, ballots.Candidates).ToHashSet();
        papers.ForEach(p => p.Holder = Next(p, continuing));
        var quota = (papers.Count / (seats + 1)) + 1;
        var elected = new List<int>();
        var kept = new HashSet<int>();
        while (elected.Count < seats)
        {
            var votes = new Rational[ballots.Candidates];
            foreach (var paper in papers.Where(p => p.Holder >= 0))
            {
                votes[paper.Holder] += paper.Value;
            }

            foreach (
                var winner in continuing
                    .Where(c => votes[c] >= quota || continuing.Count <= seats - elected.Count)
                    .OrderByDescending(c => votes[c])
                    .ToList()
            )
            {
                elected.Add(winner);
                continuing.Remove(winner);
            }

            var surplus = elected
                .Where(c => !kept.Contains(c) && votes[c] > quota)
                .OrderByDescending(c => votes[c])
                .ToList();
            var from = surplus.Count > 0 ? surplus[0] : continuing.OrderBy(c => votes[c]).FirstOrDefault();
            continuing.Remove(from);
            kept.Add(from);
            foreach (var paper in papers.Where(p => p.Holder == from))
            {
                if (surplus.Count > 0)
                {
                    paper.Value = new Rational(
                        (paper.Value * (votes[from] - quota) / votes[from] * 100_000).Floor(),
                        100_000
                    );
                }

                paper.Holder = Next(paper, continuing);
            }
        }

        return elected;
    }

    private static int Next(Paper paper, HashSet<int> continuing) =>
        Array.Find(paper.Ranking, continuing.Contains) is var found && continuing.Contains(found) ? found : -1;
}
