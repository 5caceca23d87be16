using System.Numerics;
using Scrutineer.Allocation;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>A factor on the quotient of the lists that an earlier rule admitted.</summary>
public sealed record QuotientWeight
{
    /// <summary>Whose quotient.</summary>
    [Field("of", "The earlier rule whose lists are meant.", Required = true)]
    public string Of { get; init; } = "";

    /// <summary>The factor.</summary>
    [Field("quotient-times", "The factor on the quotient, such as 7/10.", Required = true)]
    public Rational QuotientTimes { get; init; }
}

/// <summary>
/// The first distribution: each list's votes are divided by a quota, and the whole part of the quotient is its number of
/// seats. The fractions are left for a later rule.
/// </summary>
public sealed record Divide : Rule
{
    /// <summary>The quota.</summary>
    [Field("quota", "The quota by which the votes of a list are divided.", Required = true)]
    public QuotaName Quota { get; init; }

    /// <summary>The votes that the quota divides.</summary>
    [Field("of", "The votes that the quota divides among the seats.", Required = true)]
    public BaseName Of { get; init; }

    /// <summary>What follows where the whole quotas are more than the seats.</summary>
    [Field("over-award", "What follows where whole quotas alone give more seats than there are.")]
    public OverAwardRule OverAward { get; init; }

    /// <summary>A factor on some quotients.</summary>
    [Field("weight", "A factor on the quotient of the lists that an earlier rule admitted.")]
    public QuotientWeight? Weight { get; init; }

    /// <summary>Where whole quotas count.</summary>
    [Field("in", "The level below, in each place of which the votes there are divided by the quota of the whole.")]
    public string? In { get; init; }

    /// <summary>What is counted.</summary>
    [Field("counting", "The earlier rules whose seats are part of a list's whole quotas.")]
    public IReadOnlyList<string> Counting { get; init; } = [];

    /// <summary>How a tie is broken.</summary>
    [Field("tie", "How equal remainders are decided where a seat is taken back, tried in this order.")]
    public IReadOnlyList<TieRule> Tie { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<string> SeatReferences => Counting;

    /// <inheritdoc/>
    public override bool IsBetweenTiers => In is not null;

    /// <inheritdoc/>
    protected override string Words() =>
        $"The {QuotaNames.InWords(Quota)} quota is the {Of.InWords()} {QuotaNames.Formula(Quota)}; the whole part of a list's votes divided by the quota is its number of seats"
        + (
            Weight is { } weight
                ? $"; the quotient of the list admitted by the rule '{weight.Of}' is first multiplied by {weight.QuotientTimes.ToDecimal(1)} ({weight.QuotientTimes})"
                : ""
        )
        + (In is { } level ? $"; this holds for its votes in each {level.Replace('-', ' ')}" : "")
        + (Counting.Count > 0 ? $"; its seats by {Shown.Row(Counting.Select(c => $"'{c}'"))} are part of it" : "")
        + OverAward switch
        {
            OverAwardRule.TakeFromSmallestRemainder =>
                "; where these are more than the seats, one each is taken back from the smallest remainders"
                    + TieWords.After(Tie),
            OverAwardRule.Ignore => "; where these are more than the seats, all are kept",
            _ => "",
        }
        + ".";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        if (standing.SizeOf(Of).Value is not { } total)
        {
            var unknown = $"The quota cannot be computed: the number of {Of.InWords()} is not reported.";
            return standing.With(entry, () => unknown).End(Outcome.Unknown, unknown);
        }

        if (total == 0)
        {
            var nothing = $"There are no {Of.InWords()}, so there is no quota and no seat is distributed.";
            return standing.With(entry, () => nothing).End(Outcome.NoDistribution, nothing);
        }

        if (standing.AdmittedIndices.Any(i => !standing.Votes(i).IsKnown))
        {
            const string Unknown = "The quotients cannot be computed: the votes of a list are not reported.";
            return standing.With(entry, () => Unknown).End(Outcome.Unknown, Unknown);
        }

        if (QuotaNames.Value(Quota, total, standing.SeatsToShare) is not { } quota)
        {
            const string None = "There is no seat to be shared out by a quota.";
            return standing.With(entry, () => None).End(Outcome.NoDistribution, None);
        }

        if (In is { } places)
        {
            return InPlaces(standing, entry, places, quota);
        }

        var count = standing.Admitted.Length;
        var factors = new Rational[count];
        var quotients = new Rational[count];
        var seats = new int[count];
        var weighted = Weight is { } weight && standing.ByRule.TryGetValue(weight.Of, out var members) ? members : [];
        for (var i = 0; i < count; i++)
        {
            factors[i] = weighted.Contains(i) ? Weight!.QuotientTimes : Rational.One;
            if (standing.Admitted[i])
            {
                quotients[i] = new Rational(standing.Votes(i).Value!.Value, 1) / quota * factors[i];
                // Figures that contradict each other can give any number of quotas; more than the house is told below.
                seats[i] = (int)
                    BigInteger.Min(quotients[i].Floor(), standing.SeatsToShare + QuotaNames.Added(Quota) + 1);
            }
        }

        foreach (var held in Counting.Select(standing.SeatsFrom).Where(h => h is not null))
        {
            for (var i = 0; i < count; i++)
            {
                seats[i] = Math.Max(seats[i], held!.Value[i]);
            }
        }

        var over = seats.Sum() - standing.SeatsToShare;
        if (over > 0 && standing.AdmittedIndices.Sum(i => standing.Votes(i).Value!.Value) > total)
        {
            var contradiction =
                $"The lists have more votes than the {Shown.Whole(total)} {Of.InWords()}, so whole quotas give more than the {Shown.Seats(standing.ContestSeats)} there are.";
            return standing.With(entry, () => contradiction).End(Outcome.Invalid, contradiction);
        }

        Choice? taken = null;
        if (over > 0 && OverAward == OverAwardRule.CannotHappen)
        {
            var more =
                $"Whole quotas give {Shown.Seats(seats.Sum())} and there are {standing.ContestSeats}; the law states no rule for it.";
            return standing.With(entry, () => more).End(Outcome.Unknown, more);
        }

        if (over > 0 && OverAward == OverAwardRule.TakeFromSmallestRemainder)
        {
            taken = Choice.Of(
                standing,
                entry.Id,
                Enumerable.Range(0, count).Where(i => seats[i] > 0),
                i => -quotients[i].Fraction(),
                over,
                Tie
            );
            if (taken.Tie is { } open)
            {
                var undecided = $"Which list gives up a seat is open between {Shown.Row(open.Names)}: {open.Because}.";
                return (standing with { Tie = open with { Seats = 0 } })
                    .With(entry, () => undecided)
                    .End(Outcome.Tied, undecided);
            }

            foreach (var index in taken.Chosen)
            {
                seats[index]--;
            }
        }

        var after = standing with
        {
            Divided = total,
            Quota = quota,
            LotsUsed = standing.LotsUsed.AddRange(taken?.LotsUsed ?? []),
            ContestSeats =
                OverAward == OverAwardRule.Ignore
                    ? Math.Max(standing.ContestSeats, seats.Sum() + standing.Apart.Sum())
                    : standing.ContestSeats,
            Quotients = [.. quotients],
            Factors = [.. factors],
            Seats = standing.Apart.IsEmpty ? [.. seats] : [.. seats.Select((s, i) => s + standing.Apart[i])],
            Least = [.. new int[count]],
        };
        return after.With(
            entry,
            () =>
                $"{Shown.Whole(total)} {Of.InWords()} ÷ {DividedBy(standing.SeatsToShare)} = {Shown.Decimal(quota)}{(quota == new Rational(total, standing.SeatsToShare) ? $" (exactly {new Rational(total, 1)}/{standing.SeatsToShare})" : "")}. "
                + $"{Shown.Seats(seats.Sum())} by whole quotas; {Shown.Of(after.SeatsLeft, "is", "are")} left."
                + (taken is null ? "" : $" Taken back: {Shown.Row(taken.Chosen.Select(after.Name))}."),
            () =>
                new StepTable(
                    ["votes", "quotient", "exactly", "whole part", "remainder"],
                    [
                        .. after.AdmittedIndices.Select(i => new StepRow(
                            after.Id(i),
                            [
                                Shown.Whole(after.Votes(i)),
                                Shown.Decimal(quotients[i]) + (factors[i] == Rational.One ? "" : $" (× {factors[i]})"),
                                quotients[i].ToString(),
                                Shown.Whole(seats[i]),
                                Shown.Decimal(quotients[i].Fraction()),
                            ]
                        )),
                    ]
                )
        );
    }

    /// <summary>The whole quotas in each place of a level below.</summary>
    private Standing InPlaces(Standing standing, RuleEntry entry, string level, Rational quota)
    {
        if (Tiers.Reached(standing, level).FirstOrDefault(p => SeatWords.Unknown(p, entry) is not null) is { } place)
        {
            var unknown = $"The seats cannot be told: votes in {place.Place} are not reported.";
            return standing.With(entry, () => unknown).End(Outcome.Unknown, unknown);
        }

        Standing Filled(Standing part) =>
            part.Tally.Level == level
                ? part with
                {
                    Seats =
                    [
                        .. part.Seats.Select(
                            (s, i) =>
                                s
                                + (
                                    part.Admitted[i]
                                        ? (int)(new Rational(part.Votes(i).Value!.Value, 1) / quota).Floor()
                                        : 0
                                )
                        ),
                    ],
                }
                : part.WithPlaces(part.Places.Select(Filled));
        var after = standing.WithPlaces(standing.Places.Select(Filled)) with { Quota = quota };
        return after.With(
            entry,
            () =>
                $"The quota is {Shown.Decimal(quota)}; {Shown.Seats(after.Seats.Sum())} by whole quotas in {Shown.Of(Tiers.Reached(after, level).Count(), "place", "places")}."
        );
    }

    private string DividedBy(int seats) =>
        QuotaNames.Added(Quota) is var added and > 0 ? $"({seats} + {added})" : $"{seats} seats";
}
