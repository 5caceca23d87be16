using Scrutineer.Allocation;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Law.Rules;

namespace Scrutineer.Scrutiny.Audits.Assertions;

/// <summary>Turns the rules that decided into assertions, one rule after another, in the whole and in each place.</summary>
/// <param name="sheet">Where the assertions go.</param>
/// <param name="final">The standing after the last rule.</param>
/// <param name="steps">All rules as they were applied.</param>
internal sealed class RuleAssertions(AssertionSheet sheet, Standing final, IReadOnlyList<AppliedRule> steps)
{
    /// <summary>Adds the assertions of every rule.</summary>
    public void AddAll()
    {
        foreach (var step in steps)
        {
            foreach (var applied in Where(step))
            {
                if (step.Entry.Beside.When is { } when && when.Counts.Any(c => c.Key == WhenCount.SeatsLeft))
                {
                    sheet.Without(applied, "Whether it applies depends on how many seats whole quotas leave.");
                }

                if (applied.Took)
                {
                    Add(applied);
                }
            }
        }
    }

    /// <summary>A rule where it was applied: in each place of its level, or in the whole.</summary>
    private static IEnumerable<AppliedRule> Where(AppliedRule rule) =>
        rule.Entry.Rule.At is { } level && level != rule.Before.Tally.Level && !rule.Before.Places.IsEmpty
            ? rule.In(level)
            : [rule];

    private void Add(AppliedRule rule)
    {
        switch (rule.Entry.Rule)
        {
            case Admit admit:
                new ThresholdAssertions(sheet, rule).Admitted(admit);
                break;
            case Divisor divisor:
                Shared(rule, divisor);
                break;
            case Divide divide:
                Divided(rule, divide);
                break;
            case Level level:
                LevelAssertions.Add(sheet, rule, level);
                break;
            case Place place:
                PlacingAssertions.Add(sheet, rule, place);
                break;
            case Bonus bonus:
                GiftAssertions.Bonus(sheet, rule, bonus);
                break;
            case Guarantee guarantee:
                GiftAssertions.Guarantee(sheet, rule, guarantee);
                break;
            case Enlarge enlarge:
                GiftAssertions.Enlarge(sheet, rule, enlarge);
                break;
            case Deduct deduct:
                sheet.Without(rule, ThresholdAssertions.Given(deduct.SeatsOf));
                break;
            case Remainders remainders when !ByLargest(remainders):
                sheet.Without(rule, "Seats left over go by another measure than the largest remainder.");
                break;
            case Elect elect:
                new ThresholdAssertions(sheet, rule).Elected(elect);
                break;
            case Apportion { By: not ApportionMeasure.Votes }:
            case Limit or Fill when LeavesSeats(rule):
            case Remainders:
            case Join:
            case Stop:
            case RepeatVote when rule.Before.Tally.RepeatVote is null:
                break;
            case Require:
                sheet.Without(rule, "It is about turnout, and a recount of ballots does not show who came.");
                break;
            default:
                sheet.Without(rule, $"There is no assertion for rules of the kind '{rule.Entry.Kind}'.");
                break;
        }
    }

    private void Shared(AppliedRule rule, Divisor divisor)
    {
        var before = rule.Before;
        if (!before.Weighed.IsEmpty)
        {
            sheet.Without(rule, "Votes are weighed before they are compared.");
            return;
        }

        var seats = rule.After.SeatsBy[rule.Entry.Id];
        var sure = divisor.AtLeast is { } floor ? before.SeatsFrom(floor) : null;
        if (divisor.AtLeast is { } contest && before.Earlier.ContainsKey(contest))
        {
            sheet.Without(rule, ThresholdAssertions.Given(contest));
        }

        IReadOnlyList<int> all = [.. before.AdmittedIndices];
        var groups = divisor.Within is { } within ? Joined.Groups(before, within, all).Select(g => g.Members) : [all];
        foreach (var members in groups)
        {
            QuotientAssertions.Add(
                sheet,
                rule,
                divisor.Series.Method,
                [
                    .. Joined
                        .Groups(before, divisor.Among, members)
                        .Select(g => new QuotientAssertions.Claimant(
                            g.Members.Count == 1 ? before.Name(g.Members[0]) : g.Name,
                            g.Members,
                            seats[g.Members[0]],
                            sure?[g.Members[0]] ?? 0
                        )),
                ]
            );
        }
    }

    private void Divided(AppliedRule rule, Divide divide)
    {
        var (before, after) = (rule.Before, rule.After);
        var later = Later(rule).ToList();
        if (after.Factors.Any(f => f.Sign != 0 && f != Rational.One))
        {
            sheet.Without(rule, "Quotients are weighted.");
            return;
        }

        var assertions = new QuotaAssertions(sheet, rule, divide.Quota, before.Resolve(divide.Of), before.SeatsToShare);
        if (divide.In is { } level)
        {
            assertions.InPlaces(rule.In(level).ToList());
            return;
        }

        if (later.Any(r => r.Entry.Rule is Remainders other && !ByLargest(other)))
        {
            // The rule on what is left over is named; the whole quotas alone imply no seats.
            return;
        }

        var apart = before.Apart;
        IReadOnlyList<int> lists = [.. before.AdmittedIndices];
        if (divide.Counting.Count > 0 || !later.Any(r => r.Entry.Rule is Remainders))
        {
            IReadOnlyList<int> held = [.. after.Seats.Select((s, i) => s - (apart.IsEmpty ? 0 : apart[i]))];
            var sure = divide
                .Counting.Select(before.SeatsFrom)
                .Where(s => s is not null)
                .Aggregate(new int[held.Count], (m, s) => [.. m.Zip(s!.Value, Math.Max)]);
            assertions.ByWholeQuotas(lists, held, sure);
            return;
        }

        var last = later.Last(r => r.Entry.Rule is Remainders).After;
        foreach (
            var guarantee in later.TakeWhile(r => r.Entry.Rule is not Remainders).Where(r => r.Entry.Rule is Guarantee)
        )
        {
            var least = (int)((Guarantee)guarantee.Entry.Rule).Seats.LeastOf(1);
            foreach (var list in before.ByRule.GetValueOrDefault(((Guarantee)guarantee.Entry.Rule).To ?? "") ?? [])
            {
                assertions.AtLeast(list, least, "at least");
            }
        }

        assertions.ByRemainders(lists, [.. last.Seats.Select((s, i) => s - (apart.IsEmpty ? 0 : apart[i]))]);
    }

    /// <summary>The rules that come after a rule, in its place, and were applied.</summary>
    private IEnumerable<AppliedRule> Later(AppliedRule rule) =>
        steps
            .SkipWhile(s => s.Entry.Id != rule.Entry.Id)
            .Skip(1)
            .SelectMany(Where)
            .Where(s =>
                s.Took && s.Before.Place == rule.Before.Place && s.Before.Tally.Level == rule.Before.Tally.Level
            );

    private static bool ByLargest(Remainders rule) =>
        rule is { By: RemainderMeasure.LargestRemainder, QuotaShare: null, Except: null, EachAtMost: null or > 0 };

    /// <summary>Whether a rule on the persons of a list leaves all seats as they are, because every list names enough.</summary>
    private bool LeavesSeats(AppliedRule rule) =>
        rule.Entry.Rule is Fill { Exhausted: ExhaustedList.SeatVacant }
        || final
            .Tally.Contenders.Select((c, i) => c.Persons is not { } persons || persons >= final.Seats[i])
            .All(e => e);
}
