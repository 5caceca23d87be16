using Scrutineer.Allocation;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Law.Rules;

namespace Scrutineer.Scrutiny.Audits.Assertions;

/// <summary>Assertions on seats by a quota and largest remainders.</summary>
/// <remarks>
/// Blom et al. (2021), section 5: with q = votes ÷ quota and a seats, the seats are right when q − a of no two lists differ by
/// one or more and, where the quota is not that of the votes shared, |q − a| &lt; 1 besides. A quota that is rounded to whole
/// votes lies within one vote of the exact fraction; each assertion takes whichever end is worse for it, and so asks for up
/// to as many votes more than the law as the quota is counted in it.
/// </remarks>
internal sealed class QuotaAssertions(AssertionSheet sheet, AppliedRule rule, QuotaName quota, BaseName of, int seats)
{
    private readonly long size = rule.Before.SizeOf(of).Value!.Value;
    private readonly int parts = seats + QuotaNames.Added(quota);

    /// <summary>How far the quota can be below and above the exact fraction, in votes.</summary>
    private (Rational Below, Rational Above) Rounding =>
        quota switch
        {
            QuotaName.Droop or QuotaName.HareRoundedUp => (0, 1),
            QuotaName.HareRounded or QuotaName.HagenbachBischoffRounded or QuotaName.ImperialiRounded => (
                new Rational(-1, 2),
                new Rational(1, 2)
            ),
            _ => (0, 0),
        };

    /// <summary>That the seats are those of whole quotas and largest remainders.</summary>
    /// <param name="lists">The lists among which they are shared out.</param>
    /// <param name="held">The seats of each contender.</param>
    public void ByRemainders(IReadOnlyList<int> lists, IReadOnlyList<int> held)
    {
        foreach (var holder in lists)
        {
            foreach (var other in lists.Where(i => i != holder))
            {
                sheet.Keep(
                    rule,
                    QuotientAssertions.NoSeatMoves(rule.Before.Name(holder), rule.Before.Name(other)),
                    AssertionKind.LargerRemainder,
                    Quotas(Sum().Votes(holder, 1).Votes(other, -1), held[other] + 1 - held[holder]),
                    holder,
                    other
                );
            }
        }

        if (quota == QuotaName.Hare && of == BaseName.VotesOfAdmitted)
        {
            return;
        }

        foreach (var list in lists)
        {
            AtLeast(list, held[list] - 1, "more than");
            Fewer(list, held[list] + 1);
        }
    }

    /// <summary>That the seats are whole quotas alone.</summary>
    /// <param name="lists">The lists.</param>
    /// <param name="held">The seats of each contender.</param>
    /// <param name="sure">The seats of each that it has however few votes it has.</param>
    public void ByWholeQuotas(IReadOnlyList<int> lists, IReadOnlyList<int> held, IReadOnlyList<int>? sure)
    {
        foreach (var list in lists)
        {
            if (held[list] > (sure?[list] ?? 0))
            {
                AtLeast(list, held[list], "at least");
            }

            Fewer(list, held[list] + 1);
        }
    }

    /// <summary>
    /// That the whole quotas in places below are right. The quota is that of all of them, and two numbers on either side of
    /// it stand for it there, so that each assertion is about one place alone.
    /// </summary>
    public void InPlaces(IReadOnlyList<AppliedRule> places)
    {
        var value = rule.After.Quota!.Value;
        var claims = places
            .SelectMany(p =>
                p.Before.AdmittedIndices.Select(i =>
                    (
                        Place: p,
                        List: i,
                        Held: p.After.Seats[i] - p.Before.Seats[i],
                        Votes: p.Before.Votes(i).Value!.Value
                    )
                )
            )
            .ToList();
        var least = claims.Max(c => new Rational(c.Votes, c.Held + 1));
        var most = claims
            .Where(c => c.Held > 0)
            .Select(c => new Rational(c.Votes, c.Held))
            .Aggregate(value * 2, (a, b) => a < b ? a : b);
        Rational low = new(((least + value) / 2).Floor());
        Rational high = new(((most + value) / 2).Ceiling());
        Between("more", Sum().Base(of, new Rational(1, parts), size).Constant(Rounding.Below - low), low);
        Between("fewer", Sum().Base(of, new Rational(-1, parts), size).Constant(high - Rounding.Above), high);
        foreach (var (place, list, held, _) in claims)
        {
            Whole(place, list, held, high, "at least", sheet.Sum(place.Before).Votes(list, 1).Constant(-held * high));
            Whole(
                place,
                list,
                held + 1,
                low,
                "fewer than",
                sheet.Sum(place.Before).Votes(list, -1).Constant((held + 1) * low)
            );
        }
    }

    private void Between(string words, WeightedSum sum, Rational number) =>
        sheet.Keep(
            rule,
            $"The quota is {words} than {number} votes",
            words == "more" ? AssertionKind.QuotientNotBelow : AssertionKind.QuotientNotAbove,
            sum
        );

    private void Whole(AppliedRule place, int list, int quotas, Rational number, string words, WeightedSum sum)
    {
        if (quotas > 0)
        {
            sheet.Keep(
                place,
                $"{rule.Before.Name(list)} has {words} {quotas} times {number} votes",
                words == "at least" ? AssertionKind.QuotientNotBelow : AssertionKind.QuotientNotAbove,
                sum,
                list
            );
        }
    }

    /// <summary>That a list has so many quotas; that it has just so many is not asserted, as no sample tells it.</summary>
    public void AtLeast(int list, int quotas, string words)
    {
        if (quotas > 0)
        {
            sheet.Keep(
                rule,
                $"{rule.Before.Name(list)} has {words} {quotas} {(quotas == 1 ? "quota" : "quotas")}",
                AssertionKind.QuotientNotBelow,
                Quotas(Sum().Votes(list, 1), -quotas),
                list
            );
        }
    }

    private void Fewer(int list, int quotas) =>
        sheet.Keep(
            rule,
            $"{rule.Before.Name(list)} has fewer than {quotas} {(quotas == 1 ? "quota" : "quotas")}",
            AssertionKind.QuotientNotAbove,
            Quotas(Sum().Votes(list, -1), quotas),
            list
        );

    private WeightedSum Sum() => sheet.Sum(rule.Before);

    /// <summary>Adds so many quotas, each as small as its rounding allows; taken away, each as large.</summary>
    private WeightedSum Quotas(WeightedSum sum, int quotas) =>
        sum.Base(of, new Rational(quotas, parts), size)
            .Constant(quotas * (quotas > 0 ? Rounding.Below : Rounding.Above));
}
