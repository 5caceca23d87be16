using System.Collections.Immutable;
using Scrutineer.Allocation.OpenLists;
using Scrutineer.Allocation.Plurality;

namespace Scrutineer.Allocation.Verifying;

/// <summary>
/// Results by most votes: nobody without a place has more votes than somebody with one, and equal votes across that
/// border are a declared tie or a drawn lot.
/// </summary>
internal static class PluralityCheck
{
    public static void Check(PluralityResult result, ImmutableArray<string>.Builder objections)
    {
        var sum = result.Votes.Aggregate(Rational.Zero, (a, v) => a + v);
        bool Reaches(int c) => result.Rules.Threshold is not { } t || Reach(t, result.Votes[c], sum);
        CheckBorder(
            [.. Enumerable.Range(0, result.Votes.Length).Where(Reaches)],
            c => result.Votes[c],
            result.Elected,
            result.Rules.Seats,
            result.Tie,
            result.Lot,
            objections
        );
    }

    public static void Check(RunoffResult result, ImmutableArray<string>.Builder objections)
    {
        var rules = result.Rules;
        var sum = result.Votes.Aggregate(Rational.Zero, (a, v) => a + v);
        var order = result.Votes.OrderDescending().Append(Rational.Zero).Append(Rational.Zero).ToList();
        var decided =
            order[0].Sign > 0
            && rules.Majorities.Any(m =>
                Reach(m.Threshold, order[0], sum)
                && (m.Lead is not { } lead || order[0] - order[1] >= (m.Threshold.Base ?? sum) * lead)
            );
        if (decided != result.IsDecided)
        {
            objections.Add(decided ? "A majority is met." : "No majority is met.");
            return;
        }

        List<int> voted = [.. Enumerable.Range(0, result.Votes.Length).Where(c => result.Votes[c].Sign > 0)];
        if (decided)
        {
            ImmutableArray<int> winner = result.Winner is { } w ? [w] : [];
            CheckBorder(voted, c => result.Votes[c], winner, 1, result.Tie, result.Lot, objections);
            if (!result.Standing.IsEmpty)
            {
                objections.Add("There is no second round.");
            }

            return;
        }

        // Those who stand by a share of their own are beside the places.
        var also = voted.Where(c => rules.AlsoStand is { } a && Reach(a, result.Votes[c], sum)).ToList();
        var border = voted.Count > rules.Places ? order[rules.Places - 1] : Rational.Zero;
        var sure = voted.Where(c => result.Votes[c] > border || also.Contains(c)).ToList();
        var level = voted.Where(c => result.Votes[c] == border).ToList();
        var free = rules.Places - voted.Count(c => result.Votes[c] > border);
        var open = level.Count > free && !level.TrueForAll(also.Contains) && rules.Tie == RunoffTie.Lot;
        ImmutableArray<int> drawn = result.Lot?.Winners ?? [];
        var expected = open ? sure.Union(drawn).ToList() : sure.Union(level).ToList();
        var tieFits =
            !open ? result.Tie is null && result.Lot is null
            : result.Lot is { } lot ? result.Tie is null && new Tie([.. level], free).IsResolvedBy(lot)
            : new Tie([.. level], free).Equals(result.Tie);
        if (!result.Standing.Order().SequenceEqual(expected.Order()) || !tieFits || result.Winner is not null)
        {
            objections.Add($"[{string.Join(", ", expected.Order())}] stand in the second round.");
        }
    }

    public static void Check(OpenListResult result, ImmutableArray<string>.Builder objections)
    {
        if (result.Seats < 0 || result.Died.Any(c => c < 0 || c >= result.Votes.Length))
        {
            objections.Add("The list has no such seats or candidates.");
            return;
        }

        var living = Enumerable.Range(0, result.Votes.Length).Except(result.Died).ToList();
        var preferred = living.FindAll(c =>
            result.Rules.Inclusive ? result.Votes[c] >= result.Needed : result.Votes[c] > result.Needed
        );
        if (result.Rules.TiesByListOrder)
        {
            var first = preferred.OrderByDescending(c => result.Votes[c]).ThenBy(c => c).Take(result.Seats);
            if (!first.SequenceEqual(result.ByPreference) || result.Tie is not null || result.Lot is not null)
            {
                objections.Add($"[{string.Join(", ", first)}] are elected by their votes.");
            }
        }
        else
        {
            CheckBorder(
                preferred,
                c => result.Votes[c],
                result.ByPreference,
                result.Seats,
                result.Tie,
                result.Lot,
                objections
            );
        }

        var rest = living.Except(preferred).Take(Math.Max(0, result.Seats - preferred.Count)).ToList();
        if (!rest.SequenceEqual(result.ByListOrder))
        {
            objections.Add($"[{string.Join(", ", rest)}] are elected by the order of the list.");
        }
    }

    /// <summary>The elected among those who stand are the strongest, in order; the tie is the one at the border.</summary>
    private static void CheckBorder(
        List<int> standing,
        Func<int, Rational> votes,
        ImmutableArray<int> elected,
        int seats,
        Tie? tie,
        Lot? lot,
        ImmutableArray<string>.Builder objections
    )
    {
        var taken = elected.Length + (tie?.Seats ?? 0);
        if (
            elected.Except(standing).Any()
            || elected.Distinct().Count() != elected.Length
            || taken != Math.Min(seats, standing.Count)
        )
        {
            objections.Add($"Not {Math.Min(seats, standing.Count)} different candidates who stand are elected.");
            return;
        }

        var sure = lot is null ? elected : [.. elected.Except(lot.Winners)];
        var losers = standing.Except(elected).ToList();
        var weakest = elected.IsEmpty ? (Rational?)null : elected.Min(votes);
        var level = losers.Count == 0 ? (Rational?)null : losers.Max(votes);
        List<int> equals = [.. standing.Where(c => votes(c) == level)];
        var free = Math.Min(seats, standing.Count) - standing.Count(c => votes(c) > level);
        var isOpen = level is not null && free > 0;
        var fits =
            tie is not null ? isOpen && lot is null && new Tie([.. equals], free).Equals(tie)
            : lot is not null ? isOpen && new Tie([.. equals], free).IsResolvedBy(lot)
            : !isOpen;
        if (!fits || weakest < level || !sure.Zip(sure.Skip(1)).All(p => votes(p.First) >= votes(p.Second)))
        {
            objections.Add(
                $"The elected [{string.Join(", ", elected)}] are not those with most votes, or a tie is hidden."
            );
        }
    }

    private static bool Reach(Threshold threshold, Rational votes, Rational sum)
    {
        var needed = (threshold.Base ?? sum) * threshold.Share;
        return threshold.Inclusive ? votes >= needed : votes > needed;
    }
}
