using Scrutineer.Allocation.Transferable;

namespace Scrutineer.Allocation.Tests.Oracle;

/// <summary>
/// Transferable votes with one paper for each ballot, in the words of a returning officer; ties go by the order of the
/// candidates. Weighted inclusive Gregory with or without decimals, and instant run-off.
/// </summary>
internal static class NaiveTransfer
{
    private sealed class Paper(int[] ranking)
    {
        public Rational Value { get; set; } = Rational.One;

        public int? Holder { get; private set; }

        public void Pass(ISet<int> continuing) =>
            Holder = ranking.Where(continuing.Contains).Select(c => (int?)c).FirstOrDefault();
    }

    /// <summary>The elected in order, and the votes of everybody not excluded at each stage.</summary>
    public static (List<int> Elected, List<Dictionary<int, Rational>> Stages) Gregory(
        RankedBallots ballots,
        int seats,
        int? decimals
    )
    {
        var papers = Papers(ballots);
        var continuing = Enumerable.Range(0, ballots.Candidates).ToHashSet();
        papers.ForEach(p => p.Pass(continuing));
        var quota = new Rational(papers.Count(p => p.Holder is not null), seats + 1).Floor() + 1;
        var elected = new List<int>();
        var surpluses = new List<int>();
        var transferred = new HashSet<int>();
        var stages = new List<Dictionary<int, Rational>>();
        while (true)
        {
            var votes = continuing.Concat(elected).ToDictionary(c => c, Votes);
            stages.Add(votes);
            var winners = continuing
                .Where(c => votes[c] >= quota || continuing.Count <= seats - elected.Count)
                .OrderByDescending(c => votes[c])
                .ThenBy(c => c)
                .ToList();
            elected.AddRange(winners);
            continuing.ExceptWith(winners);
            surpluses.AddRange(winners.Where(c => votes[c] > quota));
            if (elected.Count >= seats || continuing.Count == 0)
            {
                return (elected, stages);
            }

            var from =
                surpluses.Count > 0
                    ? surpluses.OrderByDescending(c => votes[c]).ThenBy(c => c).First()
                    : continuing.OrderBy(c => votes[c]).ThenByDescending(c => c).First();
            var isSurplus = surpluses.Remove(from);
            continuing.Remove(from);
            foreach (var paper in papers.Where(p => p.Holder == from).ToList())
            {
                if (isSurplus)
                {
                    paper.Value = Cut(paper.Value * (votes[from] - quota) / votes[from]);
                    transferred.Add(from);
                }

                paper.Pass(continuing);
            }
        }

        Rational Votes(int c) =>
            transferred.Contains(c)
                ? quota
                : papers.Where(p => p.Holder == c).Aggregate(Rational.Zero, (sum, p) => sum + p.Value);

        Rational Cut(Rational value)
        {
            var scale = System.Numerics.BigInteger.Pow(10, decimals ?? 0);
            return decimals is null ? value : new Rational((value * scale).Floor(), scale);
        }
    }

    /// <summary>The winner of an instant run-off and the votes at each round.</summary>
    public static (int Winner, List<Dictionary<int, int>> Rounds) InstantRunoff(RankedBallots ballots)
    {
        var papers = Papers(ballots);
        var continuing = Enumerable.Range(0, ballots.Candidates).ToHashSet();
        var rounds = new List<Dictionary<int, int>>();
        while (true)
        {
            papers.ForEach(p => p.Pass(continuing));
            var votes = continuing.ToDictionary(c => c, c => papers.Count(p => p.Holder == c));
            rounds.Add(votes);
            var best = continuing.OrderByDescending(c => votes[c]).ThenBy(c => c).First();
            if (2 * votes[best] > votes.Values.Sum() || continuing.Count <= 2)
            {
                return (best, rounds);
            }

            continuing.Remove(continuing.OrderBy(c => votes[c]).ThenByDescending(c => c).First());
        }
    }

    private static List<Paper> Papers(RankedBallots ballots) =>
        [
            .. Enumerable
                .Range(0, ballots.Kinds)
                .SelectMany(k =>
                    Enumerable
                        .Range(0, (int)ballots.CountOf(k))
                        .Select(_ => new Paper([.. ballots.RanksOf(k).Select(r => r[0])]))
                ),
        ];
}
