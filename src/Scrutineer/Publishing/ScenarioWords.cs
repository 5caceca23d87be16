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
        return change.Do switch
        {
            ChangeKind.Move => $"{votes} of {from} go to {to}.",
            ChangeKind.Add => $"{change.List} stands and gets {votes} of {from}.",
            ChangeKind.Remove => $"{change.List} does not stand; its votes go to {to}.",
            _ => $"Ballots issued are {votes} of what they were, votes of lists in proportion.",
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
                scenario.Base is { } all && all > 0
                    ? $" {Shown.Whole(step.From)} to {Shown.Whole(step.To)} votes ({Share(step.From, all)} to {Share(step.To, all)} of {Shown.Whole(all)});"
                    : "";
            var before = i > 0 ? scenario.Steps[i - 1] : scenario.Real;
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
