using Scrutineer.Law.Rules;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Evaluation;

/// <summary>The small interpreter: applies the rules of a contest in order, each to the standing that the last one left.</summary>
internal static class Evaluator
{
    public static Standing Run(Edition edition, Contest contest, Tally tally, IReadOnlyList<Lot> lots, bool traced)
    {
        var count = tally.Contenders.Count;
        var standing = new Standing
        {
            Tally = tally,
            AgainstAll = edition.Text.Ballot.AgainstAll,
            ParticipantsMean = edition.Text.Bases.TryGetValue("participants", out var meaning) ? meaning.Means : null,
            Lots = lots,
            ContestSeats = SeatsInOneConstituency(contest),
            Traced = traced,
            Admitted = [.. Enumerable.Repeat(true, count)],
            Seats = [.. new int[count]],
            Least = [.. new int[count]],
        };
        if (contest.AppointedBy is { } appointedBy)
        {
            return standing.End(Outcome.Appointed, $"Filled by {appointedBy}, without a vote.");
        }

        foreach (var entry in contest.Rules)
        {
            if (standing.Ended is not null)
            {
                break;
            }

            if (entry.Beside.When is { } when && !when.IsMetBy(standing))
            {
                standing = Skipped(standing, entry);
                continue;
            }

            standing = entry.Rule.Apply(standing, entry);
        }

        return standing.Ended is not null ? standing
            : standing.Tie is { } tie
                ? standing.End(
                    Outcome.Tied,
                    $"{tie.Seats} to be drawn among {string.Join(", ", tie.Names)}: {tie.Because}."
                )
            : standing.End(
                Outcome.Allocated,
                standing.SeatsLeft > 0
                    ? $"{Shown.Of(standing.SeatsLeft, "seat stays", "seats stay")} unfilled: no rule awards {(standing.SeatsLeft == 1 ? "it" : "them")}."
                    : ""
            );
    }

    /// <summary>A contest below the nation fills in each constituency what its rule on election says.</summary>
    public static int SeatsInOneConstituency(Contest contest) =>
        contest.Rules.Select(r => r.Rule).OfType<Elect>().FirstOrDefault()?.Seats ?? contest.Seats;

    private static Standing Skipped(Standing standing, RuleEntry entry) =>
        standing.Traced
            ? standing with
            {
                Steps = standing.Steps.Add(
                    entry.ToStep("Its condition is not met; the rule does not apply.") with
                    {
                        Applied = false,
                    }
                ),
            }
            : standing;
}
