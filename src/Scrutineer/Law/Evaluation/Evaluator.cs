using Scrutineer.Law.Rules;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Evaluation;

/// <summary>The small interpreter: applies the rules of a contest in order, each to the standing that the last one left.</summary>
internal static class Evaluator
{
    public static Standing Run(
        Edition edition,
        Contest contest,
        Tally tally,
        IReadOnlyList<Lot> lots,
        bool traced,
        IReadOnlyDictionary<string, SeatTable> earlier
    )
    {
        var standing = Begin(edition, contest, tally, lots, traced, earlier);
        if (contest.AppointedBy is { } appointedBy)
        {
            return standing.End(Outcome.Appointed, $"Filled by {appointedBy}, without a vote.");
        }

        if (WithoutSeats(contest, tally) is { } unit)
        {
            return standing.End(Outcome.Unknown, $"How many seats {unit} fills is not in the dossier.");
        }

        foreach (var applied in Walk(contest, standing))
        {
            standing = applied.After;
        }

        return standing.Ended is not null ? standing
            : standing.OpenTies.FirstOrDefault() is { } tie
                ? standing.End(
                    Outcome.Tied,
                    $"{tie.Seats} to be drawn among {string.Join(", ", tie.Names)}{(tie.Place is { } place ? $" in {place}" : "")}: {tie.Because}."
                )
            : standing.End(
                Outcome.Allocated,
                standing.SeatsLeft > 0
                    ? $"{Shown.Of(standing.SeatsLeft, "seat stays", "seats stay")} unfilled: no rule awards {(standing.SeatsLeft == 1 ? "it" : "them")}."
                    : ""
            );
    }

    /// <summary>Each rule of a contest with the standing that it found and the one that it left, until one ends it.</summary>
    public static IReadOnlyList<AppliedRule> Steps(
        Edition edition,
        Contest contest,
        Tally tally,
        IReadOnlyList<Lot> lots,
        IReadOnlyDictionary<string, SeatTable> earlier
    ) => [.. Walk(contest, Begin(edition, contest, tally, lots, traced: true, earlier))];

    private static IEnumerable<AppliedRule> Walk(Contest contest, Standing standing)
    {
        foreach (var entry in contest.Rules)
        {
            if (standing.Ended is not null)
            {
                yield break;
            }

            var before = standing;
            standing = Tiers.Apply(before, entry);
            yield return new AppliedRule(entry, before, standing);
        }
    }

    /// <summary>
    /// The first place whose seats a rule shares out though nobody says how many they are: the law apportions none to its
    /// level, and the dossier gives no number.
    /// </summary>
    private static string? WithoutSeats(Contest contest, Tally tally)
    {
        var rules = contest.Rules.Select(r => r.Rule).ToList();
        var apportioned = rules.OfType<Apportion>().Select(r => r.To).ToHashSet(StringComparer.Ordinal);
        var shared = rules
            .Where(r => r is Divisor or Divide && r.At is not null and not Tally.Nation && !apportioned.Contains(r.At))
            .Select(r => r.At!)
            .ToHashSet(StringComparer.Ordinal);
        return Below(tally).FirstOrDefault(t => shared.Contains(t.Level) && !t.Seats.IsKnown)?.Unit;

        static IEnumerable<Tally> Below(Tally tally) => tally.Parts.SelectMany(p => Below(p).Prepend(p));
    }

    /// <summary>The standing before the first rule, with one for each constituency within it.</summary>
    private static Standing Begin(
        Edition edition,
        Contest contest,
        Tally tally,
        IReadOnlyList<Lot> lots,
        bool traced,
        IReadOnlyDictionary<string, SeatTable> earlier
    )
    {
        var count = tally.Contenders.Count;
        return new Standing
        {
            Tally = tally,
            AgainstAll = edition.Text.Ballot.AgainstAll,
            ParticipantsMean = edition.Text.Bases.TryGetValue("participants", out var meaning) ? meaning.Means : null,
            Lots = lots,
            ContestSeats =
                tally.Level == Tally.Nation && tally.Parts.Count > 0 && contest.Seats > 0
                    ? contest.Seats
                    : (int?)tally.Seats.Value ?? SeatsInOneConstituency(contest),
            Traced = traced,
            Earlier = earlier,
            Rules = contest.Rules,
            Admitted = [.. Enumerable.Repeat(true, count)],
            Seats = [.. new int[count]],
            Least = [.. new int[count]],
            Places = [.. tally.Parts.Select(part => Begin(edition, contest, part, lots, traced, earlier))],
        };
    }

    /// <summary>A contest below the nation fills in each constituency what its rule on election says.</summary>
    public static int SeatsInOneConstituency(Contest contest) =>
        contest.Rules.Select(r => r.Rule).OfType<Elect>().FirstOrDefault()?.Seats ?? contest.Seats;
}
