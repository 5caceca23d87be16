using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>
/// Chooses the first few of contenders by a measure, and says openly where equal measures leave the choice undecided.
/// </summary>
/// <param name="Chosen">The chosen, by measure from above, then in ballot order.</param>
/// <param name="Tie">What is left open, if anything.</param>
/// <param name="Settled">How a tie was settled, in words; empty where there was none.</param>
/// <param name="LotsUsed">The lots that settled it; several where they were drawn one after another.</param>
public sealed record Choice(IReadOnlyList<int> Chosen, Tie? Tie, string Settled, IReadOnlyList<Lot> LotsUsed)
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
            return new Choice(ranked, null, "", []);
        }

        if (seats <= 0)
        {
            return new Choice([], null, "", []);
        }

        var last = measure(ranked[seats - 1]);
        if (measure(ranked[seats]).CompareTo(last) != 0)
        {
            return new Choice(ranked[..seats], null, "", []);
        }

        var certain = ranked.Where(i => measure(i).CompareTo(last) > 0).ToList();
        var tied = ranked.Where(i => measure(i).CompareTo(last) == 0).ToList();
        return Settle(standing, rule, certain, tied, seats - certain.Count, tieRules);
    }

    /// <summary>Settles a tie by the rules of the law, or leaves it open.</summary>
    /// <param name="standing">The standing in which it arose.</param>
    /// <param name="rule">The rule that left it.</param>
    /// <param name="certain">Who is chosen beyond doubt.</param>
    /// <param name="tied">Who is tied.</param>
    /// <param name="seats">How many of the tied are chosen.</param>
    /// <param name="tieRules">The rules of the law, in the order in which they are tried.</param>
    internal static Choice Settle(
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
                    []
                );
            }

            if (tieRule == TieRule.MoreVotes && ByVotes(standing, tied, seats) is { } stronger)
            {
                return new Choice(
                    [.. certain, .. stronger],
                    null,
                    $"the tie of {names} goes to the list with more votes",
                    []
                );
            }
        }

        // Lots may be drawn for all seats at once or one after another among those who are left.
        var used = new List<Lot>();
        var among = tied;
        while (tieRules.Count > 0 && seats > 0 && LotFor(standing, rule, among, seats) is { } lot)
        {
            var drawn = among.Where(i => lot.Drawn.Contains(standing.Id(i), StringComparer.Ordinal)).ToList();
            certain = [.. certain, .. drawn];
            among = [.. among.Except(drawn)];
            seats -= drawn.Count;
            used.Add(lot);
        }

        if (seats == 0)
        {
            return new Choice(certain, null, $"the tie of {names} was settled by a recorded lot", used);
        }

        var because =
            tieRules.Contains(TieRule.EarlierRegistration) ? "the order in which the lists were registered is not known"
            : tieRules.Contains(TieRule.MoreStationsWon) ? "the stations won by each list are not in the dossier"
            : tieRules.Contains(TieRule.Lot) ? "no lot is recorded"
            : "the law states no rule for it";
        return new Choice(
            certain,
            new Tie([.. among.Order().Select(standing.Id)], seats, rule, because)
            {
                Names = [.. among.Order().Select(standing.Name)],
                Place = standing.Tally.Level == Tally.Nation ? null : standing.Place,
            },
            "",
            used
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
            && (l.Place is null || string.Equals(l.Place, standing.Place, StringComparison.Ordinal))
            && l.Drawn.Count > 0
            && l.Drawn.Count <= seats
            && l.Among.ToHashSet(StringComparer.Ordinal).SetEquals(tied.Select(standing.Id))
        );
}
