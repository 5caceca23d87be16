using Scrutineer.Allocation;
using Scrutineer.Numerics;
using Scrutineer.Results.Scenarios;

namespace Scrutineer.Publishing;

/// <summary>A scenario as rows and sentences.</summary>
public static class ScenarioWords
{
    /// <summary>What stands above every scenario.</summary>
    public const string Hypothetical = "Hypothetical: nobody voted like this.";

    /// <summary>A change in a sentence.</summary>
    public static string Sentence(ChangeEntry change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var votes = change.Votes is { } v ? v.Written + (v.IsShare ? "" : " votes") : "all votes";
        var from = change.From == ChangeEntry.AtHome ? "registered voters without a ballot" : change.From;
        var to = change.To is null or ChangeEntry.AtHome ? "nobody, their voters staying at home" : change.To;
        var where = change.In is { } unit ? $" in {unit}" : "";
        return change.Do switch
        {
            ChangeKind.Move => $"{votes} of {from} go to {to}{where}.",
            ChangeKind.Add => $"{change.List} stands and gets {votes} of {from}{where}.",
            ChangeKind.Remove => $"{change.List} does not stand; its votes go to {to}{where}.",
            _ => $"Ballots issued are {votes} of what they were{where}, votes of lists in proportion.",
        };
    }

    /// <summary>One row a list: its votes and seats as they were, and its seats at each step.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return
        [
            .. scenario.Lists.Select(l =>
                (IReadOnlyList<string>)
                    [
                        l.Name,
                        Votes(scenario.Real, l.Id),
                        Seats(scenario.Real, l.Id),
                        .. scenario.Steps.SelectMany(s => new[] { Votes(s, l.Id), Seats(s, l.Id) }),
                    ]
            ),
        ];
    }

    /// <summary>The columns of <see cref="Rows"/>.</summary>
    public static IReadOnlyList<string> Columns(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return
        [
            "list",
            ">votes",
            ">seats",
            .. scenario.Steps.SelectMany((_, i) => new[] { $">votes [{i + 1}]", $">seats [{i + 1}]" }),
        ];
    }

    /// <summary>What each step is, and what changes where it begins.</summary>
    public static IEnumerable<string> Steps(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        foreach (var (i, step) in scenario.Steps.Index())
        {
            var range =
                scenario.Grid is not null ? $" {Shown.Row(step.At.Select(v => Shown.Whole(v)))} votes;"
                : scenario.Base is { } all && all > 0
                    ? $" {Shown.Whole(step.From)} to {Shown.Whole(step.To)} votes ({Share(step.From, all)} to {Share(step.To, all)} of {Shown.Whole(all)});"
                : "";
            var before = i > 0 && scenario.Grid is null ? scenario.Steps[i - 1] : scenario.Real;
            var changes = scenario
                .Lists.Select(l => (l.Name, Before: before.SeatsOf(l.Id) ?? 0, Now: step.SeatsOf(l.Id) ?? 0))
                .Where(l => l.Before != l.Now)
                .Select(l => $"{l.Name} {l.Before} → {l.Now}")
                .ToList();
            var told =
                step.Result.Seats is null ? "no seats can be told"
                : changes.Count == 0 ? "no seat changes"
                : string.Join(", ", changes);
            var ties = string.Concat(
                step.Result.Ties.Select(t => $" Open: {Shown.Seats(t.Seats)} between {Shown.Row(t.Among)}.")
            );
            yield return $"[{i + 1}]{range} {told}. {step.Result.Because}{ties}".TrimEnd();
        }
    }

    /// <summary>
    /// Where seats change along one range, a sentence each: which list enters or is out, with which share of the votes for
    /// lists; otherwise which list wins a seat from which.
    /// </summary>
    public static IEnumerable<string> BreakEvens(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.Grid is not null || scenario.Ranges is not [var range])
        {
            yield break;
        }

        foreach (var (before, step) in scenario.Steps.Zip(scenario.Steps.Skip(1)))
        {
            foreach (var (id, name) in scenario.Lists)
            {
                var (had, has) = (before.SeatsOf(id) ?? 0, step.SeatsOf(id) ?? 0);
                if (had == has || (had > 0 && has > 0))
                {
                    continue;
                }

                var list = step.Tally.Contenders.First(c => c.Id == id);
                var share =
                    list.Votes.Value is { } votes && step.Tally.VotesForLists.Value is > 0 and { } all
                        ? $" with {Shown.Whole(votes)} votes, {Share(votes, all)} of the votes for lists,"
                        : "";
                yield return had == 0
                    ? $"{name} enters{share} if {Shown.Whole(step.From)} votes or more are changed; with one fewer it has no seat."
                    : $"{name} is out{share} if {Shown.Whole(step.From)} votes or more are changed; with one fewer it has {Shown.Seats(had)}.";
            }

            var moved = scenario
                .Lists.Select(l => (l.Name, By: (step.SeatsOf(l.Id) ?? 0) - (before.SeatsOf(l.Id) ?? 0)))
                .ToList();
            if (moved.Sum(m => Math.Abs(m.By)) == 2)
            {
                yield return $"A seat goes from {moved.First(m => m.By < 0).Name} to {moved.First(m => m.By > 0).Name} at {Shown.Whole(step.From)} votes, {Share(step.From, range.All)} of {Shown.Whole(range.All)}.";
            }
        }
    }

    /// <summary>The fewest and the most seats of each list over the combinations of several ranges; nothing without them.</summary>
    public static string? Extremes(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.Grid is not { } grid)
        {
            return null;
        }

        var seats = scenario
            .Lists.Where(l => grid.Seats.ContainsKey(l.Id))
            .Select(l => (l.Name, Range: grid.Seats[l.Id]))
            .Where(l => l.Range.Most > 0)
            .Select(l => $"{l.Name} {l.Range.Least}{(l.Range.Most > l.Range.Least ? $" to {l.Range.Most}" : "")}");
        var all = string.Join(" × ", scenario.Ranges.Select(r => Shown.Whole(r.Count)));
        return $"Over {Shown.Whole(grid.Points)} combinations of votes: {string.Join(", ", seats)}. "
            + (
                grid.IsWhole
                    ? $"These are all combinations ({all})."
                    : $"Of {all} combinations these were put under the law, at even distances and the corners among them; between them seats may differ."
            )
            + (grid.Untold > 0 ? $" At {Shown.Whole(grid.Untold)} of them seats are left open." : "");
    }

    /// <summary>How shares were rounded.</summary>
    public const string Rounding =
        "Votes stay whole: shares are rounded down. Votes of a step are those at its first number. Seats that another contest fills are not changed.";

    private static string Share(long part, long all) => Shown.Percent(new Rational(part, all), 4);

    private static string Votes(ScenarioStep step, string id) =>
        step.Tally.Contenders.FirstOrDefault(c => c.Id == id) is { } list ? Shown.Whole(list.Votes) : "–";

    private static string Seats(ScenarioStep step, string id) =>
        step.SeatsOf(id) is { } seats ? Shown.Whole(seats)
        : step.Tally.Contenders.Any(c => c.Id == id) ? "?"
        : "–";
}
