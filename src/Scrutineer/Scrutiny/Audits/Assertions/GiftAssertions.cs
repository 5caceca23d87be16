using Scrutineer.Allocation;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Law.Rules;

namespace Scrutineer.Scrutiny.Audits.Assertions;

/// <summary>Assertions on seats given before or beside the distribution: bonuses, guarantees, and a house that grows.</summary>
internal static class GiftAssertions
{
    /// <summary>That the same list is first, with a share that gives the same number.</summary>
    public static void Bonus(AssertionSheet sheet, AppliedRule rule, Bonus bonus)
    {
        if (rule.After.LotsUsed.Count > rule.Before.LotsUsed.Count || rule.After.Apart.IsEmpty)
        {
            sheet.Without(rule, "A lot decided, or no list took part.");
            return;
        }

        var thresholds = new ThresholdAssertions(sheet, rule);
        var number = rule.After.Apart.Max();
        var first = rule.Before.AdmittedIndices.MaxBy(i => rule.Before.Votes(i).Value);
        var needed =
            bonus is { Share: not null } && number == 0 ? [] : rule.Before.AdmittedIndices.Where(i => i != first);
        foreach (var other in needed)
        {
            thresholds.More(first, other);
        }

        if (bonus is not { Share: { } share, Of: { } of })
        {
            return;
        }

        if (number == 0)
        {
            // Whoever is first, nobody has the share.
            foreach (var list in rule.Before.AdmittedIndices)
            {
                thresholds.Share(share, of, list, reached: false);
            }

            return;
        }

        var steps = bonus.OneMorePer is null ? 0 : number - bonus.Seats;
        Bound At(int more) =>
            more == 0
                ? share
                : new Bound(
                    Relation.AtLeast,
                    share.Value + (more * bonus.OneMorePer!.Value),
                    Numerics.Shown.Percent(share.Value + (more * bonus.OneMorePer!.Value))
                );
        thresholds.Share(At(steps), of, first, reached: true);
        if (bonus.OneMorePer is not null && number < Math.Max(bonus.Seats, bonus.AtMost ?? int.MaxValue))
        {
            thresholds.Share(At(steps + 1), of, first, reached: false);
        }
    }

    /// <summary>
    /// A least number for some lists follows from who they are and from the seats before it, which other assertions imply. One
    /// that is tied to a share of the votes asks besides who has it.
    /// </summary>
    public static void Guarantee(AssertionSheet sheet, AppliedRule rule, Guarantee guarantee)
    {
        if (guarantee is not { With: { } with, Of: { } of })
        {
            return;
        }

        var before = rule.Before;
        if (!before.Seats.SequenceEqual(rule.After.Seats))
        {
            if (guarantee.From != GuaranteeFrom.AdditionalSeats)
            {
                sheet.Without(rule, "Seats were taken from others for it.");
                return;
            }

            var raised = before.AdmittedIndices.First(i => before.Seats[i] != rule.After.Seats[i]);
            new ThresholdAssertions(sheet, rule).Share(with, of, raised, reached: true);
            return;
        }

        foreach (
            var list in before.AdmittedIndices.Where(i =>
                guarantee.Seats.IsMetBy(new Rational(before.Seats[i], before.ContestSeats)) != true
            )
        )
        {
            new ThresholdAssertions(sheet, rule).Share(with, of, list, reached: false);
        }
    }

    /// <summary>
    /// The house is the smallest in which the claims fit. Its distribution is asserted, and which list has the last seat:
    /// together they tell the distribution of the house with a seat less, in which the claims do not fit.
    /// </summary>
    public static void Enlarge(AssertionSheet sheet, AppliedRule rule, Enlarge enlarge)
    {
        var (before, house) = (rule.Before, rule.After.ContestSeats);
        sheet.Without(rule, ThresholdAssertions.Given(enlarge.Direct));
        var votes = SeatWords.VotesOfAdmitted(before);
        var share = enlarge.Series.Method.Apportion(votes, house).Value;
        var lists = before.AdmittedIndices.Where(i => share.Seats[i] > 0).ToList();
        Rational Last(int i) => enlarge.Series.Method.Quotient(votes[i], share.Seats[i] - 1)!.Value;
        QuotientAssertions.Add(
            sheet,
            rule,
            enlarge.Series.Method,
            [
                .. before.AdmittedIndices.Select(i => new QuotientAssertions.Claimant(
                    before.Name(i),
                    [i],
                    share.Seats[i]
                )),
            ]
        );
        if (house == before.ContestSeats)
        {
            return;
        }

        var last = lists.MinBy(Last);
        foreach (var other in lists.Where(i => i != last))
        {
            sheet.Keep(
                rule,
                $"{before.Name(last)} has the last seat of {house}, after {before.Name(other)}",
                AssertionKind.HigherQuotient,
                sheet
                    .Sum(before)
                    .Votes(other, enlarge.Series.Method.Quotient(1, share.Seats[other] - 1)!.Value)
                    .Votes(last, -enlarge.Series.Method.Quotient(1, share.Seats[last] - 1)!.Value),
                last,
                other
            );
        }
    }
}
