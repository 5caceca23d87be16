using System.Numerics;
using Scrutineer.Allocation;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>The named quotas of a division.</summary>
public enum QuotaName
{
    /// <summary>Votes ÷ seats, exact (Hare).</summary>
    Hare,
}

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

    /// <summary>A factor on some quotients.</summary>
    [Field("weight", "A factor on the quotient of the lists that an earlier rule admitted.")]
    public QuotientWeight? Weight { get; init; }

    /// <inheritdoc/>
    public override string Sentence() =>
        $"The {Quota} quota is the {Of.InWords()} divided by the number of seats, not rounded; the whole part of a list's votes divided by the quota is its number of seats"
        + (
            Weight is { } weight
                ? $"; the quotient of the list admitted by the rule '{weight.Of}' is first multiplied by {weight.QuotientTimes.ToDecimal(1)} ({weight.QuotientTimes})"
                : ""
        )
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

        var quota = new Rational(total, standing.ContestSeats);
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
                seats[i] = (int)BigInteger.Min(quotients[i].Floor(), standing.ContestSeats + 1);
            }
        }

        if (seats.Sum() > standing.ContestSeats)
        {
            var more =
                $"The lists have more votes than the {Shown.Whole(total)} {Of.InWords()}, so whole quotas give more than the {Shown.Seats(standing.ContestSeats)} there are.";
            return standing.With(entry, () => more).End(Outcome.Invalid, more);
        }

        var after = standing with
        {
            Divided = total,
            Quotients = [.. quotients],
            Factors = [.. factors],
            Seats = [.. seats],
            Least = [.. new int[count]],
        };
        return after.With(
            entry,
            () =>
                $"{Shown.Whole(total)} {Of.InWords()} ÷ {standing.ContestSeats} seats = {Shown.Decimal(quota)} (exactly {new Rational(total, 1)}/{standing.ContestSeats}). "
                + $"{Shown.Seats(seats.Sum())} by whole quotas; {Shown.Of(after.SeatsLeft, "is", "are")} left.",
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
}
