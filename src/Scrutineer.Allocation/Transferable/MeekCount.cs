using System.Collections.Immutable;
using Scrutineer.Allocation.Transferable.Counting;

namespace Scrutineer.Allocation.Transferable;

/// <summary>Counts transferable votes by Meek's method.</summary>
public static class MeekCount
{
    /// <summary>Counts ballots under rules.</summary>
    /// <param name="ballots">The ballots.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="withdrawn">Candidates who do not stand; ballots pass over them.</param>
    /// <param name="lots">Recorded lots, in the order in which they were drawn.</param>
    /// <returns>The stages, up to the end or to a tie that has no lot.</returns>
    /// <exception cref="ArgumentException">
    /// The rules or the candidates withdrawn are not possible, or there are more than 9,000,000,000 ballots.
    /// </exception>
    public static MeekResult Count(
        RankedBallots ballots,
        MeekRules rules,
        ImmutableArray<int> withdrawn = default,
        ImmutableArray<CandidateLot> lots = default
    )
    {
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentNullException.ThrowIfNull(rules);
        withdrawn = withdrawn.IsDefault ? [] : [.. withdrawn.Distinct().Order()];
        if (withdrawn.Any(c => c < 0 || c >= ballots.Candidates))
        {
            throw new ArgumentException("Nobody withdraws who is not a candidate.", nameof(withdrawn));
        }

        if (
            rules.Seats <= 0
            || rules.Decimals is < 1 or > MeekRules.MostDecimals
            || rules.Omega.Sign <= 0
            || rules.Ballots.Overvote == OvervoteRule.ExhaustIfSeveralContinue
        )
        {
            throw new ArgumentException(
                "Seats and omega are positive, decimals from 1 to 9, and overvotes decided once for all.",
                nameof(rules)
            );
        }

        return ballots.Count <= 9_000_000_000
            ? new MeekCounter(ballots, rules, withdrawn, lots.IsDefault ? [] : lots).Run()
            : throw new ArgumentException("Votes have to fit 64 bits with their decimals.", nameof(ballots));
    }
}
