using System.Collections.Immutable;
using Scrutineer.Allocation;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Law.Rules;

namespace Scrutineer.Scrutiny.Audits.Assertions;

/// <summary>Assertions on seats that level the whole out.</summary>
/// <remarks>
/// Other assertions imply the seats in the places. What a list holds there is then a floor under its share, and the shares
/// with floors are those by one divisor at which nobody is below its floor: only lists above it have a seat to defend. The
/// same holds whether a series goes on from the seats held or whoever holds more leaves and the rest is shared out again.
/// </remarks>
internal static class LevelAssertions
{
    /// <summary>That the whole is shared out as reported.</summary>
    public static void Add(AssertionSheet sheet, AppliedRule rule, Level level)
    {
        var (before, after) = (rule.Before, rule.After);
        foreach (var contest in level.Counting.Where(before.Earlier.ContainsKey))
        {
            sheet.Without(rule, ThresholdAssertions.Given(contest));
        }

        var given = after.SeatsBy[rule.Entry.Id];
        var total = before.AdmittedIndices.Sum(i => after.Seats[i]);
        var votes = SeatWords.VotesOfAdmitted(before);
        var lists = before.AdmittedIndices.Where(i => votes[i] > 0 || after.Seats[i] > 0).ToList();
        if (level.Series is not { } series)
        {
            Quotas(sheet, rule, level.Quota ?? QuotaName.Hare, total, lists);
            return;
        }

        ImmutableArray<int> seats = after.Seats;
        if (level.Excess == Excess.HouseGrows)
        {
            // What the others have is their share of the house before it grew.
            total -= after.ContestSeats - before.ContestSeats;
            seats = series.Method.Apportion(votes, total).Value.Seats;
        }

        if (
            level.Excess == Excess.GivenBack
            && !level.Counting.All(c => (before.SeatsFrom(c) ?? []).SequenceEqual(after.SeatsFrom(c) ?? []))
        )
        {
            sheet.Without(rule, "Seats were given back, in places and to lists that the smallest quotients tell.");
            return;
        }

        var pure = level.Excess is Excess.HouseGrows or Excess.GivenBack;
        QuotientAssertions.Add(
            sheet,
            rule,
            series.Method,
            [
                .. lists.Select(i => new QuotientAssertions.Claimant(
                    before.Name(i),
                    [i],
                    seats[i],
                    pure ? 0 : seats[i] - given[i]
                )),
            ]
        );
    }

    /// <summary>With a quota, only a distribution in which nobody holds more than its share is asserted.</summary>
    private static void Quotas(
        AssertionSheet sheet,
        AppliedRule rule,
        QuotaName quota,
        int total,
        IReadOnlyList<int> lists
    )
    {
        var votes = SeatWords.VotesOfAdmitted(rule.Before);
        var share = new LargestRemainder(QuotaNames.Of(quota)).Apportion(votes, total);
        if (!share.Succeeded || lists.Any(i => share.Value.Seats[i] != rule.After.Seats[i]))
        {
            sheet.Without(rule, "A list holds more than its share, and quotas are then worked out again without it.");
            return;
        }

        new QuotaAssertions(sheet, rule, quota, BaseName.VotesOfAdmitted, total).ByRemainders(lists, share.Value.Seats);
    }
}
