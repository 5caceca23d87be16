using Scrutineer.Numerics;

namespace Scrutineer.Law.Evaluation;

/// <summary>
/// Applies a rule at its level: to the whole, or, where the rule says <c>at</c> a lower level, in each place of it as if
/// that were a contest by itself. So every rule is written for one place, and only the rules between the tiers see several.
/// </summary>
internal static class Tiers
{
    public static Standing Apply(Standing standing, RuleEntry entry)
    {
        var level = entry.Rule.At;
        if (level is null || level == standing.Tally.Level || standing.Places.IsEmpty)
        {
            return One(standing, entry);
        }

        var after = InEach(standing, level, entry);
        var stopped = Reached(after, level).FirstOrDefault(p => p.Ended is Outcome.Unknown);
        if (stopped is not null)
        {
            return after.End(Outcome.Unknown, $"{stopped.Place}: {stopped.Because}");
        }

        var skipped = Reached(after, level).All(p => !p.SeatsBy.ContainsKey(entry.Id));
        return
            after.With(entry, () => Statement(after, level, entry), () => Table(after, level, entry)) is var stepped
            && skipped
            && standing.Traced
            ? stepped with
            {
                Steps = stepped.Steps.SetItem(stepped.Steps.Count - 1, stepped.Steps[^1] with { Applied = false }),
            }
            : stepped;
    }

    /// <summary>The places of a level within a standing.</summary>
    public static IEnumerable<Standing> Reached(Standing standing, string level) =>
        standing.Tally.Level == level ? [standing] : standing.Places.SelectMany(p => Reached(p, level));

    private static Standing InEach(Standing standing, string level, RuleEntry entry)
    {
        if (standing.Ended is not null)
        {
            return standing;
        }

        if (standing.Tally.Level == level)
        {
            return One(standing, entry);
        }

        var after = standing.WithPlaces(standing.Places.Select(p => InEach(p, level, entry)));
        var parts = after.Places.Where(p => p.SeatsBy.ContainsKey(entry.Id)).Select(p => p.SeatsBy[entry.Id]).ToList();
        return parts.Count == 0
            ? after
            : after with
            {
                SeatsBy = after.SeatsBy.SetItem(
                    entry.Id,
                    [.. Enumerable.Range(0, after.Seats.Length).Select(i => parts.Sum(p => p[i]))]
                ),
            };
    }

    /// <summary>One rule in one place: its condition, then itself; what seats it gave is kept under its id.</summary>
    private static Standing One(Standing standing, RuleEntry entry)
    {
        if (entry.Beside.When is { } when && !when.IsMetBy(standing))
        {
            return standing.Traced
                ? standing with
                {
                    Steps = standing.Steps.Add(
                        entry.ToStep("Its condition is not met; the rule does not apply.") with
                        {
                            Applied = false,
                        }
                    ),
                }
                : standing;
        }

        var after = entry.Rule.Apply(standing, entry);
        return after.SeatsBy.ContainsKey(entry.Id)
            ? after
            : after with
            {
                SeatsBy = after.SeatsBy.SetItem(entry.Id, [.. after.Seats.Select((s, i) => s - standing.Seats[i])]),
            };
    }

    private static string Statement(Standing after, string level, RuleEntry entry)
    {
        var places = Reached(after, level).ToList();
        var totals = after.SeatsBy.Of(entry.Id) ?? [];
        var open = places.Where(p => p.Tie?.Rule == entry.Id).Select(p => p.Tie!).ToList();
        if (totals.IsDefaultOrEmpty)
        {
            return "Its condition is met in no place; the rule does not apply.";
        }

        var row = Enumerable
            .Range(0, totals.Length)
            .Where(i => totals[i] != 0)
            .Select(i => $"{after.Id(i)} {Shown.Whole(totals[i])}")
            .ToList();
        return $"{Shown.Of(places.Count, "place", "places")}, {Shown.Seats(totals.Sum())}"
            + (row.Count == 0 ? "." : $": {Shown.Row(row)}.")
            + string.Concat(
                open.Select(t => $" In {t.Place} {Shown.Seats(t.Seats)} stays open between {Shown.Row(t.Names)}.")
            );
    }

    private static StepTable Table(Standing after, string level, RuleEntry entry)
    {
        var places = Reached(after, level).Where(p => p.SeatsBy.ContainsKey(entry.Id)).ToList();
        var lists = Enumerable
            .Range(0, after.Seats.Length)
            .Where(i => places.Exists(p => p.SeatsBy[entry.Id][i] != 0))
            .ToList();
        return new StepTable(
            [.. lists.Select(after.Id)],
            [
                .. places.Select(p => new StepRow(
                    p.Place,
                    [.. lists.Select(i => p.SeatsBy[entry.Id][i] is var n && n == 0 ? "·" : Shown.Whole(n))]
                )),
            ]
        )
        {
            Of = "place",
        };
    }
}
