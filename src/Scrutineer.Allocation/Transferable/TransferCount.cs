using System.Collections.Immutable;
using Scrutineer.Allocation.Transferable.Counting;

namespace Scrutineer.Allocation.Transferable;

/// <summary>Counts transferable votes.</summary>
public static class TransferCount
{
    /// <summary>Counts ballots under rules.</summary>
    /// <param name="ballots">The ballots.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="withdrawn">Candidates who do not stand; ballots pass over them.</param>
    /// <param name="lots">
    /// Recorded lots, in the order in which they were drawn. Each is accepted only where exactly its tie comes up.
    /// </param>
    /// <returns>The stages, up to the end or to a tie that has no lot.</returns>
    /// <exception cref="ArgumentException">The rules or the candidates withdrawn are not possible.</exception>
    public static CountResult Count(
        RankedBallots ballots,
        TransferRules rules,
        ImmutableArray<int> withdrawn = default,
        ImmutableArray<CandidateLot> lots = default
    )
    {
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentNullException.ThrowIfNull(rules);
        withdrawn = withdrawn.IsDefault ? [] : [.. withdrawn.Distinct().Order()];
        Guard(ballots, rules, withdrawn);
        return new Counter(ballots, rules, withdrawn, lots.IsDefault ? [] : lots).Run();
    }

    /// <summary>
    /// One winner after another: the ballots are counted again for each seat, without those who won before
    /// (sequential, or block, preferential voting).
    /// </summary>
    /// <param name="ballots">The ballots.</param>
    /// <param name="rules">The rules of one count, for one seat.</param>
    /// <param name="seats">Seats to be filled; at least one.</param>
    /// <param name="withdrawn">Candidates who do not stand.</param>
    /// <param name="lots">Recorded lots for each count, by count; missing ones are none.</param>
    /// <returns>One count a seat; fewer where candidates run out or a count does not come to its end.</returns>
    /// <exception cref="ArgumentException">
    /// As for <see cref="Count"/>; or the rules are for more than one seat, or there is none.
    /// </exception>
    public static ImmutableArray<CountResult> CountInSequence(
        RankedBallots ballots,
        TransferRules rules,
        int seats,
        ImmutableArray<int> withdrawn = default,
        ImmutableArray<ImmutableArray<CandidateLot>> lots = default
    )
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seats);
        if (rules.Seats != 1)
        {
            throw new ArgumentException("Each count fills one seat.", nameof(rules));
        }

        var results = ImmutableArray.CreateBuilder<CountResult>();
        ImmutableArray<int> gone = withdrawn.IsDefault ? [] : withdrawn;
        while (results.Count < seats)
        {
            var recorded = !lots.IsDefault && results.Count < lots.Length ? lots[results.Count] : [];
            var result = Count(ballots, rules, gone, recorded);
            results.Add(result);
            gone = [.. gone, .. result.Elected];
            if (!result.IsComplete || !result.Elected.Any() || gone.Length >= ballots.Candidates)
            {
                break;
            }
        }

        return results.ToImmutable();
    }

    private static void Guard(RankedBallots ballots, TransferRules rules, ImmutableArray<int> withdrawn)
    {
        if (withdrawn.Any(c => c < 0 || c >= ballots.Candidates))
        {
            throw new ArgumentException("Nobody withdraws who is not a candidate.", nameof(withdrawn));
        }

        if (rules.Seats <= 0 || rules.Decimals is < 0 || rules.MinimumVotes.Sign < 0)
        {
            throw new ArgumentException("Seats are positive; decimals and votes are not negative.", nameof(rules));
        }

        if (rules.KeptAfterFirst is <= 0 || rules.StopAfter is <= 0)
        {
            throw new ArgumentException("A number of candidates or stages is positive.", nameof(rules));
        }

        if (rules.UntilTwo && (rules.Seats != 1 || rules.Surplus != SurplusRule.None))
        {
            throw new ArgumentException("Only one winner without a surplus keeps receiving votes.", nameof(rules));
        }

        if (rules.QuotaEachStage && rules.Surplus != SurplusRule.None)
        {
            throw new ArgumentException("A surplus is measured by a quota that stays.", nameof(rules));
        }

        if (rules.WriteIn is { } place && (place < 0 || place >= ballots.Candidates))
        {
            throw new ArgumentException("The place for written-in names is a candidate's.", nameof(rules));
        }

        if (rules.Ballots.SkippedRanksAllowed is < 0 || rules.Ballots.RanksCounted is < 0)
        {
            throw new ArgumentException("A number of ranks is not negative.", nameof(rules));
        }
    }
}
