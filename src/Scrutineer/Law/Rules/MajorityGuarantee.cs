using Scrutineer.Allocation;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>A guarantee tied to a share of votes: whoever has more than half of them gets more than half of the seats.</summary>
internal static class MajorityGuarantee
{
    public static string Sentence(Guarantee rule, Bound with) =>
        $"A list with {with} of the {rule.Of?.InWords()} gets {rule.Seats} of the seats"
        + rule.From switch
        {
            GuaranteeFrom.LastSeatGiven =>
                "; what it lacks the list gives up that got the last of the seats given singly",
            GuaranteeFrom.AdditionalSeats => "; what it lacks is added to the house",
            _ => "; what it lacks comes from the seats left",
        }
        + TieWords.After(rule.Tie)
        + ".";

    public static Standing Apply(Guarantee rule, Bound with, Standing standing, RuleEntry entry)
    {
        if (SeatWords.Waits(standing, entry) is { } waits)
        {
            return waits;
        }

        var strong = standing
            .AdmittedIndices.Where(i => standing.ShareOf(i, rule.Of!.Value) is { } share && with.IsMetBy(share) == true)
            .ToList();
        if (strong.Count != 1)
        {
            return standing.With(entry, () => $"No list has {with} of the {rule.Of!.Value.InWords()}.");
        }

        var list = strong[0];
        var after = standing;
        while (!rule.Seats.IsMetBy(new Rational(after.Seats[list], after.ContestSeats)))
        {
            var current = after;
            if (rule.From == GuaranteeFrom.LastSeatGiven)
            {
                if (current.Awards.LastOrDefault(a => a.Contender != list) is not { } last)
                {
                    break;
                }

                var equal = current
                    .Awards.Where(a => a.Contender != list && a.Rule == last.Rule && a.Measure == last.Measure)
                    .Select(a => a.Contender)
                    .Distinct()
                    .ToList();
                var choice = Choice.Of(current, entry.Id, equal, _ => 0, 1, rule.Tie);
                if (choice.Tie is { } tie)
                {
                    var open = $"Who gives up the seat is open between {Shown.Row(tie.Names)}: {tie.Because}.";
                    return (standing with { Tie = tie with { Seats = 0 } })
                        .With(entry, () => open)
                        .End(Outcome.Tied, open);
                }

                var loser = choice.Chosen[0];
                after = current with
                {
                    Seats = current
                        .Seats.SetItem(loser, current.Seats[loser] - 1)
                        .SetItem(list, current.Seats[list] + 1),
                    Awards = current.Awards.Remove(
                        current.Awards.Last(a =>
                            a.Contender == loser && a.Rule == last.Rule && a.Measure == last.Measure
                        )
                    ),
                    LotsUsed = current.LotsUsed.AddRange(choice.LotsUsed),
                };
            }
            else if (rule.From == GuaranteeFrom.AdditionalSeats || current.SeatsLeft > 0)
            {
                after = current with
                {
                    Seats = current.Seats.SetItem(list, current.Seats[list] + 1),
                    ContestSeats = current.ContestSeats + (rule.From == GuaranteeFrom.AdditionalSeats ? 1 : 0),
                };
            }
            else
            {
                break;
            }
        }

        var final = after;
        var moved = final.Seats[list] - standing.Seats[list];
        return final.With(
            entry,
            () =>
                moved == 0
                    ? $"{final.Name(list)} has {with} of the {rule.Of!.Value.InWords()} and {Shown.Seats(final.Seats[list])} of {final.ContestSeats}: the guarantee adds none."
                    : $"{final.Name(list)} is raised by {Shown.Seats(moved)} to {final.Seats[list]} of {final.ContestSeats}."
                        + (
                            rule.From == GuaranteeFrom.LastSeatGiven
                                ? $" Given up by {Shown.Row(Enumerable.Range(0, final.Seats.Length).Where(i => final.Seats[i] < standing.Seats[i]).Select(final.Name))}."
                                : ""
                        )
        );
    }
}
