using Scrutineer.Allocation.Transferable;

namespace Scrutineer.Allocation.Verifying;

/// <summary>Whom a ballot names, read rank by rank from the first.</summary>
internal static class BallotReading
{
    /// <summary>The first candidate who receives votes; null where the ballot is exhausted.</summary>
    public static int? Holder(CountResult result, int kind, bool[] receives) =>
        Holder(result.Ballots, result.Rules.Ballots, kind, receives);

    /// <summary>The first candidate who receives votes; null where the ballot is exhausted.</summary>
    public static int? Holder(RankedBallots ballots, BallotRules rules, int kind, bool[] receives)
    {
        var ranks = ballots.RanksOf(kind);
        var seen = new HashSet<int>();
        var skipped = 0;
        for (var rank = 0; rank < ranks.Length && rank < (rules.RanksCounted ?? int.MaxValue); rank++)
        {
            var marked = ranks[rank];
            if (marked.IsEmpty && !IsUnknown(ballots, kind, rank))
            {
                skipped++;
                continue;
            }

            if (skipped > rules.SkippedRanksAllowed || (rules.ExhaustOnDuplicate && marked.Any(c => !seen.Add(c))))
            {
                return null;
            }

            skipped = 0;
            if (marked.Length != 1 && rules.Overvote != OvervoteRule.ExhaustIfSeveralContinue)
            {
                if (rules.Overvote == OvervoteRule.Exhaust)
                {
                    return null;
                }

                continue;
            }

            var open = marked.Where(c => receives[c]).ToList();
            if (open.Count > 1 || marked.IsEmpty)
            {
                return null;
            }

            if (open is [var holder])
            {
                return holder;
            }
        }

        return null;
    }

    /// <summary>An overvote of unknown candidates is no skipped rank.</summary>
    private static bool IsUnknown(RankedBallots ballots, int kind, int rank) =>
        ballots.Marks(kind)[rank] != RankedBallots.Skipped;
}
