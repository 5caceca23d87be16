using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>
/// Chooses the first few of contenders by a measure, and says openly where equal measures leave the choice undecided.
/// </summary>
/// <param name="Chosen">The chosen, by measure from above, then in ballot order.</param>
/// <param name="Tie">What is left open, if anything.</param>
/// <param name="Settled">How a tie was settled, in words; empty where there was none.</param>
/// <param name="LotUsed">The lot that settled it, if one did.</param>
public sealed record Choice(IReadOnlyList<int> Chosen, Tie? Tie, string Settled, Lot? LotUsed)
{
    /// <summary>Chooses <paramref name="seats"/> of <paramref name="among"/>.</summary>
    /// <typeparam name="T">An exact measure.</typeparam>
    public static Choice Of<T>(
        Standing standing,
        string rule,
        IEnumerable<int> among,
        Func<int, T> measure,
        int seats,
        IReadOnlyList<TieRule> tieRules
    )
        where T : IComparable<T>
    {
        var ranked = among.OrderByDescending(measure).ThenBy(i => i).ToList();
        if (seats >= ranked.Count)
        {
            return new Choice(ranked, null, "", null);
        }

        if (seats <= 0)
        {
            return new Choice([], null, "", null);
        }

        var last = measure(ranked[seats - 1]);
        if (measure(ranked[seats]).CompareTo(last) != 0)
        {
            return new Choice(ranked[..seats], null, "", null);
        }

        var certain = ranked.Where(i => measure(i).CompareTo(last) > 0).ToList();
        var tied = ranked.Where(i => measure(i).CompareTo(last) == 0).ToList();
        return Settle(standing, rule, certain, tied, seats - certain.Count, tieRules);
    }

    private static Choice Settle(
        Standing standing,
        string rule,
        List<int> certain,
        List<int> tied,
        int seats,
        IReadOnlyList<TieRule> tieRules
    )
    {
        var names = Shown.Row(tied.Select(standing.Name));
        foreach (var tieRule in tieRules)
        {
            if (tieRule == TieRule.EarlierRegistration && ByRegistration(standing, tied, seats) is { } earlier)
            {
                return new Choice(
                    [.. certain, .. earlier],
                    null,
                    $"the tie of {names} goes to the list registered earlier",
                    null
                );
            }

            if (tieRule == TieRule.MoreVotes && ByVotes(standing, tied, seats) is { } stronger)
            {
                return new Choice(
                    [.. certain, .. stronger],
                    null,
                    $"the tie of {names} goes to the list with more votes",
                    null
                );
            }

            if (LotFor(standing, rule, tied, seats) is { } lot)
            {
                var drawn = tied.Where(i => lot.Drawn.Contains(standing.Id(i), StringComparer.Ordinal));
                return new Choice(
                    [.. certain, .. drawn],
                    null,
                    $"the tie of {names} was settled by a recorded lot",
                    lot
                );
            }
        }

        var because =
            tieRules.Contains(TieRule.EarlierRegistration) ? "the order in which the lists were registered is not known"
            : tieRules.Contains(TieRule.Lot) ? "no lot is recorded"
            : "the law states no rule for it";
        return new Choice(
            certain,
            new Tie([.. tied.Order().Select(standing.Id)], seats, rule, because)
            {
                Names = [.. tied.Order().Select(standing.Name)],
            },
            "",
            null
        );
    }

    private static List<int>? ByRegistration(Standing standing, List<int> tied, int seats)
    {
        var contenders = standing.Tally.Contenders;
        var chosen = tied.Where(i =>
                contenders[i].Registered is { } mine
                && tied.Count(j => j != i && contenders[j].Registered is { } other && mine.IsBefore(other))
                    >= tied.Count - seats
            )
            .ToList();
        return chosen.Count == seats ? chosen : null;
    }

    private static List<int>? ByVotes(Standing standing, List<int> tied, int seats)
    {
        var ranked = tied.OrderByDescending(i => standing.Votes(i).Value).ToList();
        return standing.Votes(ranked[seats - 1]).Value > standing.Votes(ranked[seats]).Value ? ranked[..seats] : null;
    }

    private static Lot? LotFor(Standing standing, string rule, List<int> tied, int seats) =>
        standing.Lots.FirstOrDefault(l =>
            string.Equals(l.Rule, rule, StringComparison.Ordinal)
            && l.Drawn.Count == seats
            && l.Among.ToHashSet(StringComparer.Ordinal).SetEquals(tied.Select(standing.Id))
        );
}
