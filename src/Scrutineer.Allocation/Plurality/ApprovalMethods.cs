using System.Collections.Immutable;

namespace Scrutineer.Allocation.Plurality;

/// <summary>Committees from approval ballots on which a ballot's weight depends on its crosses.</summary>
public static class ApprovalMethods
{
    /// <summary>
    /// Satisfaction approval voting: a ballot with k crosses gives each 1/k of a vote (Brams and Kilgour,
    /// "Satisfaction approval voting", in <i>Voting Power and Procedures</i>, 2014).
    /// </summary>
    /// <param name="ballots">The ballots; blank ones count for nobody.</param>
    /// <param name="seats">Seats to be filled; at least one.</param>
    public static PluralityResult Satisfaction(MarkedBallots ballots, int seats)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        var rules = new PluralityRules("satisfaction-approval", seats, null);
        var scores = Scores(ballots, marks => new Rational(1, marks.Length), out var blank);
        var (elected, tie) = Ranking.Top(scores, seats, _ => true);
        return new PluralityResult
        {
            Rules = rules,
            Votes = scores,
            Elected = elected,
            Tie = tie,
            InvalidBallots = blank,
        };
    }

    /// <summary>
    /// Sequential proportional approval voting (Thiele 1895): seat by seat to the candidate with the greatest sum of
    /// 1/(1+e) over the ballots marked for him, e being the elected on the ballot.
    /// </summary>
    /// <param name="ballots">The ballots.</param>
    /// <param name="seats">Seats to be filled; at least one.</param>
    /// <param name="lots">Recorded lots between the tied candidates of a step, one winner each, in the order drawn.</param>
    /// <returns>The elected in order; where a tie waits for a lot, or a lot does not fit its tie, those before it.</returns>
    public static SequentialApproval SequentialProportional(
        MarkedBallots ballots,
        int seats,
        ImmutableArray<Lot> lots = default
    )
    {
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seats);
        var elected = ImmutableArray.CreateBuilder<int>();
        var scores = ImmutableArray.CreateBuilder<ImmutableArray<Rational>>();
        var drawn = 0;
        while (elected.Count < Math.Min(seats, ballots.Candidates))
        {
            var step = Scores(ballots, marks => new Rational(1, 1 + marks.Count(elected.Contains)), out _);
            scores.Add(step);
            var (best, tie) = Ranking.Top(step, 1, c => !elected.Contains(c));
            if (tie is not null && !lots.IsDefault && drawn < lots.Length && tie.IsResolvedBy(lots[drawn]))
            {
                best = lots[drawn++].Winners;
                tie = null;
            }

            if (tie is not null)
            {
                return new SequentialApproval(elected.ToImmutable(), scores.ToImmutable(), tie);
            }

            elected.AddRange(best);
        }

        return new SequentialApproval(elected.ToImmutable(), scores.ToImmutable(), null);
    }

    private static ImmutableArray<Rational> Scores(
        MarkedBallots ballots,
        Func<ImmutableArray<int>, Rational> weight,
        out long blank
    )
    {
        var scores = new Rational[ballots.Candidates];
        blank = 0;
        foreach (var (marks, count) in ballots.Kinds)
        {
            if (marks.IsEmpty)
            {
                blank += count;
                continue;
            }

            var votes = weight(marks) * count;
            foreach (var candidate in marks)
            {
                scores[candidate] += votes;
            }
        }

        return [.. scores];
    }
}
