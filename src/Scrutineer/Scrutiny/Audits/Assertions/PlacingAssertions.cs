using Scrutineer.Allocation;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Law.Rules;

namespace Scrutineer.Scrutiny.Audits.Assertions;

/// <summary>Assertions on the places to which the seats of the lists come down. Each is about the ballots of one place.</summary>
/// <remarks>
/// Where the strongest claim of all lists and places goes first, until lists and places have their numbers, the seats are
/// right when every further claim of a list in a place is weaker than all that won there, or weaker than all with which the
/// list won elsewhere: the first claim to go wrong would find the place full, or the list. The second is asserted by a number
/// midway between the list's claims, so that places need not be compared with each other.
/// </remarks>
internal sealed class PlacingAssertions
{
    private readonly AssertionSheet sheet;
    private readonly Place place;
    private readonly List<(AppliedRule Rule, int[] Given)> places;
    private readonly Standing whole;

    private PlacingAssertions(AssertionSheet sheet, AppliedRule rule, Place place)
    {
        (this.sheet, this.place, whole) = (sheet, place, rule.Before);
        places = [.. rule.In(place.To).Select(p => (p, Given(p)))];
    }

    /// <summary>That the seats come down to the places as reported.</summary>
    public static void Add(AssertionSheet sheet, AppliedRule rule, Place place)
    {
        if (place.AtLeast is { } contest && rule.Before.Earlier.ContainsKey(contest))
        {
            sheet.Without(rule, ThresholdAssertions.Given(contest));
        }

        var placing = new PlacingAssertions(sheet, rule, place);
        if (place.By == PlaceMeasure.WithinList)
        {
            placing.WithinLists();
        }
        else if (
            place.By == PlaceMeasure.LargestQuotient
            || (place.By == PlaceMeasure.QuotientOverAverage && place.EachPlace == 1)
        )
        {
            placing.StrongestFirst();
        }
        else
        {
            sheet.Without(
                rule,
                "Which place a levelling seat goes to depends on the order in which lists earn them; how many each list has is implied."
            );
        }
    }

    private static int[] Given(AppliedRule rule) =>
        [.. rule.After.Seats.Zip(rule.Before.Seats, (after, before) => after - before)];

    private void WithinLists()
    {
        var open = whole.Unplaced;
        foreach (var list in Enumerable.Range(0, open.Length).Where(i => open[i] > 0))
        {
            QuotientAssertions.AddByPlace(
                sheet,
                place.Series.Method,
                list,
                [
                    .. places
                        .Where(p => p.Rule.Before.Votes(list).Value > 0)
                        .Select(p =>
                            (
                                p.Rule,
                                p.Rule.After.Seats[list],
                                Math.Max(
                                    p.Rule.Before.Seats[list],
                                    place.AtLeast is { } floor ? p.Rule.Before.SeatsFrom(floor)?[list] ?? 0 : 0
                                )
                            )
                        ),
                ]
            );
        }
    }

    private void StrongestFirst()
    {
        var open = whole.Unplaced;
        var lists = Enumerable.Range(0, open.Length).Where(i => open[i] > 0).ToList();
        foreach (var list in lists)
        {
            // Without a vote there is no claim, not even to a seat that nobody else is left to take.
            foreach (var (rule, _) in places.Where(p => p.Given[list] > 0))
            {
                QuotientAssertions.HasVotes(sheet, rule, new(whole.Name(list), [list], 1), true);
            }

            var outside = new List<int>();
            foreach (var (index, (rule, given)) in places.Index())
            {
                var others = lists.Where(j => j != list && given[j] > 0).ToList();
                var room = place.EachPlace ?? rule.Before.Tally.LevellingSeats.Value;
                if (given.Sum() == room && others.TrueForAll(j => Claim(index, j, true) > Claim(index, list, false)))
                {
                    others.ForEach(j => Ahead(rule, j, list, given));
                }
                else
                {
                    outside.Add(index);
                }
            }

            Between(list, outside);
        }
    }

    /// <summary>What a vote of a list counts in a place: for its last seat there, or for one more.</summary>
    private Rational Weight(int index, int list, bool last)
    {
        var (rule, given) = places[index];
        // Where every place has one seat, the claim is the same whether it won or not.
        var held = rule.Before.Seats[list] + (place.EachPlace == 1 ? 0 : given[list] - (last ? 1 : 0));
        var weight = place.Series.Method.Quotient(1, held)!.Value;
        return place.By == PlaceMeasure.QuotientOverAverage ? weight * rule.Before.ContestSeats : weight;
    }

    private Rational Claim(int index, int list, bool last)
    {
        var before = places[index].Rule.Before;
        var votes = Weight(index, list, last) * (before.Votes(list).Value ?? 0);
        return place.By != PlaceMeasure.QuotientOverAverage ? votes
            : before.Tally.VotesForLists.Value is > 0 and var valid ? votes / valid
            : Rational.Zero;
    }

    private void Ahead(AppliedRule rule, int winner, int other, int[] given)
    {
        var index = places.FindIndex(p => p.Rule == rule && p.Given == given);
        sheet.Keep(
            rule,
            $"{whole.Name(winner)} is before {whole.Name(other)} for a seat of the whole",
            AssertionKind.HigherQuotient,
            sheet
                .Sum(rule.Before)
                .Votes(winner, Weight(index, winner, true))
                .Votes(other, -Weight(index, other, false)),
            winner,
            other
        );
    }

    /// <summary>That a list wins where it won, and not in those places, by a number between its claims.</summary>
    private void Between(int list, List<int> outside)
    {
        if (outside.Count == 0)
        {
            return;
        }

        var won = Enumerable.Range(0, places.Count).Where(p => places[p].Given[list] > 0).ToList();
        var middle = (outside.Max(p => Claim(p, list, false)) + won.Min(p => Claim(p, list, true))) / 2;
        // Few digits, so that weights stay small; the number only has to lie between.
        var scale = place.By == PlaceMeasure.QuotientOverAverage ? 1_000_000 : 1;
        Rational number = new((middle * scale).RoundHalfUp(), scale);
        foreach (var index in won)
        {
            Beside(index, list, number, true);
        }

        foreach (var index in outside)
        {
            Beside(index, list, number, false);
        }
    }

    private void Beside(int index, int list, Rational number, bool won)
    {
        var rule = places[index].Rule;
        var sign = won ? 1 : -1;
        var sum = sheet.Sum(rule.Before).Votes(list, sign * Weight(index, list, won));
        sheet.Keep(
            rule,
            $"{whole.Name(list)} has {(won ? "votes" : "too few votes")} for a seat of the whole",
            AssertionKind.EarnsSeats,
            place.By == PlaceMeasure.QuotientOverAverage
                ? sum.Base(BaseName.VotesForLists, -sign * number, rule.Before.Tally.VotesForLists.Value ?? 0)
                : sum.Constant(-sign * number),
            list
        );
    }
}
