using Scrutineer.Allocation.Transferable;

namespace Scrutineer.Allocation.Tests.Oracle;

/// <summary>
/// Meek's fixed point by floating point, for comparison within a tolerance: given who is elected and who excluded, the
/// keep factors at which every elected candidate has just the quota.
/// </summary>
internal static class NaiveMeek
{
    public static (double[] Votes, double Quota) FixedPoint(
        RankedBallots ballots,
        int seats,
        IReadOnlySet<int> elected,
        IReadOnlySet<int> excluded
    )
    {
        var keep = Enumerable.Range(0, ballots.Candidates).Select(c => excluded.Contains(c) ? 0.0 : 1.0).ToArray();
        var votes = new double[keep.Length];
        var quota = 0.0;
        for (var round = 0; round < 20_000; round++)
        {
            Array.Clear(votes);
            for (var kind = 0; kind < ballots.Kinds; kind++)
            {
                var left = (double)ballots.CountOf(kind);
                foreach (var rank in ballots.RanksOf(kind))
                {
                    votes[rank[0]] += left * keep[rank[0]];
                    left *= 1 - keep[rank[0]];
                }
            }

            quota = votes.Sum() / (seats + 1);
            foreach (var c in elected)
            {
                keep[c] = Math.Min(1, keep[c] * quota / votes[c]);
            }
        }

        return (votes, quota);
    }
}
