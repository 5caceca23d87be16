using System.Collections.Immutable;
using Scrutineer.Allocation;
using Scrutineer.Law.Evaluation;
using Tie = Scrutineer.Law.Evaluation.Tie;

namespace Scrutineer.Law.Rules;

/// <summary>
/// Seats that a list won in the places beyond its share of the whole are given back, those that it won by the smallest
/// quotients first; each goes, in its place, to the list with the next largest quotient that has not reached its share.
/// </summary>
internal static class GivenBack
{
    /// <summary>The standing after it, and what moved in words; or why it cannot be done.</summary>
    /// <param name="standing">The standing before.</param>
    /// <param name="rule">The divisor rule that gave the seats in the places.</param>
    /// <param name="share">For each list its share of the whole.</param>
    /// <param name="fewest">The fewest seats of a place in which seats are given back.</param>
    /// <param name="entry">The rule that levels.</param>
    public static (Standing Standing, IReadOnlyList<string> Moved, Tie? Tie) Apply(
        Standing standing,
        RuleEntry rule,
        ImmutableArray<int> share,
        int fewest,
        RuleEntry entry
    )
    {
        var divisor = (Divisor)rule.Rule;
        var after = standing;
        var moved = new List<string>();
        while (Enumerable.Range(0, share.Length).Where(i => IsAbove(i) && Giving(i).Any()).ToList() is [var list, ..])
        {
            var places = Giving(list).ToList();
            Rational Last(Standing place) => Quotient(divisor, place, list, place.Seats[list] - 1);
            var least = places.Min(Last);
            var giving = places.Where(p => Last(p) == least).ToList();
            if (giving.Count > 1)
            {
                return (after, moved, Open(after, entry, [list], "its seats there were won by equal quotients"));
            }

            var place = giving[0];
            var takers = place
                .AdmittedIndices.Where(i => Held(i) < share[i] && place.Votes(i).Value > 0)
                .GroupBy(i => Quotient(divisor, place, i, place.Seats[i]))
                .MaxBy(g => g.Key)
                ?.ToList();
            if (takers is { Count: > 1 })
            {
                return (after, moved, Open(place, entry, takers, "their quotients for a seat given back are equal"));
            }

            var seats = place.Seats.SetItem(list, place.Seats[list] - 1);
            if (takers is [var taker])
            {
                seats = seats.SetItem(taker, seats[taker] + 1);
                moved.Add($"in {place.Place} from {after.Name(list)} to {after.Name(taker)}");
            }
            else
            {
                moved.Add($"in {place.Place} from {after.Name(list)} to nobody");
            }

            after = With(after, place.Place, seats);
        }

        return (after, moved, null);

        int Held(int i) => after.Places.Sum(p => p.Seats[i]);
        bool IsAbove(int i) => after.Admitted[i] && Held(i) > share[i];
        IEnumerable<Standing> Giving(int i) =>
            Tiers.Reached(after, divisor.At ?? Tally.Nation).Where(p => p.ContestSeats >= fewest && p.Seats[i] > 0);
    }

    private static Standing With(Standing standing, string place, ImmutableArray<int> seats) =>
        standing.Place == place && standing.Places.IsEmpty
            ? standing with
            {
                Seats = seats,
            }
            : standing.WithPlaces(standing.Places.Select(p => With(p, place, seats)));

    private static Rational Quotient(Divisor rule, Standing place, int list, int held) =>
        rule.Series.Method.Quotient(place.Votes(list).Value!.Value, held) ?? place.Votes(list).Value!.Value;

    private static Tie Open(Standing standing, RuleEntry entry, IReadOnlyList<int> among, string because) =>
        new([.. among.Select(standing.Id)], 1, entry.Id, because)
        {
            Names = [.. among.Select(standing.Name)],
            Place = standing.Tally.Level == Tally.Nation ? null : standing.Place,
        };
}
