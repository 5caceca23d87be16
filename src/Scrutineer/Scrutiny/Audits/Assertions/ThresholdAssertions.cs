using Scrutineer.Allocation;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Law.Rules;

namespace Scrutineer.Scrutiny.Audits.Assertions;

/// <summary>Assertions that the same lists take part, and that one list has more votes than another.</summary>
/// <remarks>Stark (2020), section 2.3, and its complement.</remarks>
internal sealed class ThresholdAssertions(AssertionSheet sheet, AppliedRule rule)
{
    private readonly Standing before = rule.Before;

    /// <summary>That those whom a rule on admission admitted are admitted again, and nobody else.</summary>
    public void Admitted(Admit admit)
    {
        var passed = rule.After.ByRule[rule.Entry.Id];
        if (admit is { HasHurdles: false, NextByVotes: { } })
        {
            Next(admit, passed);
            return;
        }

        if (admit.InsteadOf is not null)
        {
            sheet.Without(rule, "It stands in for another rule on admission.");
            return;
        }

        foreach (var list in Enumerable.Range(0, before.Admitted.Length).Where(i => before.Admitted[i]))
        {
            var contender = before.Tally.Contenders[list];
            if (admit.Exempt.Contains(contender.Kind))
            {
                continue;
            }

            IReadOnlyList<IReadOnlyList<Hurdle>> ways = admit.HasHurdles
                ?
                [
                    .. admit.Any.Where(h => h.IsFor(contender)).Select(h => (IReadOnlyList<Hurdle>)[h]),
                    [.. admit.All.Where(h => h.IsFor(contender))],
                    [.. admit.Brackets.Where(h => h.IsFor(contender)).Take(1)],
                ]
                :
                [
                    [new Hurdle { Share = admit.Share, Of = admit.Of }],
                ];
            ways = [.. ways.Where(w => w.Count > 0)];
            if (passed.Contains(list))
            {
                Passes(list, ways);
            }
            else
            {
                Fails(list, ways);
            }
        }
    }

    /// <summary>That a list has a share of a base, or less.</summary>
    public void Share(Bound share, BaseName of, int list, bool reached, AppliedRule? at = null)
    {
        var sign = reached ? 1 : -1;
        var there = at ?? rule;
        var name = there.Before.Resolve(of);
        sheet.Keep(
            there,
            $"{before.Name(list)} has {(reached ? share : $"less than {share.Written}")} of the {name.InWords()}",
            reached ? AssertionKind.ReachesShare : AssertionKind.StaysBelowShare,
            sheet
                .Sum(there.Before)
                .Votes(list, sign)
                .Base(name, -sign * share.Value, there.Before.SizeOf(name).Value!.Value),
            list
        );
    }

    /// <summary>That one has more votes than another.</summary>
    public void More(int winner, int loser) =>
        sheet.Keep(
            rule,
            $"{before.Name(winner)} has more votes than {before.Name(loser)}",
            AssertionKind.MoreVotes,
            sheet.Sum(before).Votes(winner, 1).Votes(loser, -1),
            winner,
            loser
        );

    /// <summary>That a contest of one place has the same elected.</summary>
    public void Elected(Elect elect)
    {
        var elected = Enumerable.Range(0, before.Seats.Length).Where(i => rule.After.Seats[i] > 0).ToList();
        if (elected.Count != elect.Seats)
        {
            sheet.Without(rule, "Not all seats were filled by this rule alone.");
        }
        else if (elect.By == ElectMeasure.MostVotes)
        {
            foreach (var winner in elected)
            {
                foreach (var loser in Enumerable.Range(0, before.Seats.Length).Except(elected))
                {
                    More(winner, loser);
                }
            }
        }
        else if (
            elect.Seats == 1
            && elect is { Share: { Relation: Relation.AtLeast or Relation.MoreThan } share, Of: { } of }
            && share.Value >= new Rational(1, 2)
            && sheet.CountsOf(before).IsIn(before.Resolve(of), 0, before.Admitted) == true
        )
        {
            Share(share, of, elected[0], reached: true);
        }
        else
        {
            sheet.Without(rule, "Several can be elected by a share, or the share is less than one half.");
        }
    }

    private void Next(Admit admit, int[] chosen)
    {
        if (admit.Tie.Count > 0 && rule.After.LotsUsed.Count > before.LotsUsed.Count)
        {
            sheet.Without(rule, "A lot decided.");
            return;
        }

        foreach (var winner in chosen)
        {
            foreach (var loser in Enumerable.Range(0, before.Admitted.Length).Where(i => !rule.After.Admitted[i]))
            {
                More(winner, loser);
            }
        }
    }

    /// <summary>One way in is enough: a share of the ballots if one was reached, else seats that other assertions imply.</summary>
    private void Passes(int list, IReadOnlyList<IReadOnlyList<Hurdle>> ways)
    {
        var taken = ways.Where(w => w.All(h => h.IsTakenBy(list, before) == true)).ToList();
        var way = taken.Find(w => w.All(IsShare)) ?? taken.Find(w => w.All(h => IsShare(h) || h.Seats is not null));
        if (way is null && taken.Find(w => w is [{ Quotas: not null }]) is [var quotas])
        {
            Quotas(list, quotas, true);
            return;
        }

        if (way is null)
        {
            sheet.Without(rule, $"{before.Name(list)} is admitted by a hurdle that is no share of the whole.");
            return;
        }

        foreach (var hurdle in way)
        {
            One(list, hurdle, true);
        }
    }

    /// <summary>No way in is open: in each of them a hurdle is not taken, and in no place one that is taken there.</summary>
    private void Fails(int list, IReadOnlyList<IReadOnlyList<Hurdle>> ways)
    {
        foreach (var way in ways)
        {
            if (way is [{ Where: HurdleScope.There, Share: { } there, Of: { } of }])
            {
                foreach (var place in rule.In(before.Places.Length > 0 ? before.Places[0].Tally.Level : Tally.Nation))
                {
                    Share(there, of, list, place.After.Admitted[list], place);
                }
            }
            else if (
                way.FirstOrDefault(h => (IsShare(h) || h.Seats is not null) && h.IsTakenBy(list, before) == false) is
                { } hurdle
            )
            {
                One(list, hurdle, false);
            }
            else if (way is [{ Quotas: not null } quotas])
            {
                Quotas(list, quotas, false);
            }
            else
            {
                sheet.Without(rule, $"{before.Name(list)} is kept out by a hurdle that is no share of the whole.");
            }
        }
    }

    /// <summary>
    /// As many votes as a seat costs in some places: where it has them they are asserted, or where it has not, which is
    /// enough for it to be admitted, or kept out.
    /// </summary>
    private void Quotas(int list, Hurdle hurdle, bool has)
    {
        foreach (var place in rule.In(hurdle.At!))
        {
            if (
                (place.Before.SeatsFrom(hurdle.In!)?.Sum() ?? 0) is > 0 and var seats
                && place.Before.SizeOf(place.Before.Resolve(hurdle.Of!.Value)).Value is > 0 and var size
                && new Rational(place.Before.Votes(list).Value!.Value, size) is var share
                && new Bound(hurdle.Quotas!.Relation, hurdle.Quotas.Value / seats, $"{hurdle.Quotas.Value / seats}")
                    is var bound
                && bound.IsMetBy(share) == has
            )
            {
                Share(bound, hurdle.Of.Value, list, has, place);
            }
        }
    }

    private void One(int list, Hurdle hurdle, bool taken)
    {
        if (IsShare(hurdle))
        {
            Share(hurdle.Share!, hurdle.Of!.Value, list, taken);
        }
        else if (before.Earlier.ContainsKey(hurdle.In!))
        {
            sheet.Without(rule, Given(hurdle.In!));
        }
    }

    /// <summary>Why seats of another contest are not asserted here.</summary>
    public static string Given(string contest) =>
        $"The seats of the contest '{contest}' are taken as they are; it is audited by itself.";

    private static bool IsShare(Hurdle hurdle) =>
        hurdle
            is {
                Where: HurdleScope.Whole,
                In: null,
                Quotas: null,
                Share.Relation: Relation.AtLeast or Relation.MoreThan,
                Of: not null,
            };
}
