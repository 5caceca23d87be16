using Scrutineer.Numerics;
using Scrutineer.Publishing.Charts;
using Scrutineer.Results;
using Scrutineer.Results.Scenarios;

namespace Scrutineer.Publishing.Report;

/// <summary>The scenarios of the dossier: seats side by side, and where they change.</summary>
internal static class ScenarioSection
{
    /// <summary>The most houses in one chart; the table has them all.</summary>
    private const int MostStrips = 9;

    public static string Of(ElectionResult result) =>
        result.Scenarios.Count == 0
            ? ""
            : $"<p>{Html.Text(ScenarioWords.Hypothetical)} {Html.Text(ScenarioWords.Rounding)}</p>\n"
                + string.Concat(result.Scenarios.Select(s => Section(result, s)));

    private static string Section(ElectionResult result, Scenario scenario)
    {
        var (file, id) = (scenario.File, Html.Id("scenario", scenario.File.Id));
        var marks = new Marks(result, scenario.Lists.Select(l => l.Id));
        IReadOnlyList<int>? Seats(ScenarioStep step) =>
            step.Result.Seats is null ? null : [.. scenario.Lists.Select(l => step.SeatsOf(l.Id) ?? 0)];
        var text = $"<h3 id=\"{id}\">{Html.Text(char.ToUpperInvariant(file.Title[0]) + file.Title[1..])}</h3>\n";
        if (file.Changes.Count > 0)
        {
            text +=
                $"<ul>{string.Concat(file.Changes.Select(c => $"<li>{Html.Text(ScenarioWords.Sentence(c))}</li>"))}</ul>\n";
        }

        text +=
            $"<p>{Html.Text($"Law: {scenario.Steps[0].Result.Title}.")}{(file.Source is { } source ? " The idea: " + Cell.Link(result.Dossier.File.Sources[source].Title, Html.Id("source", source)).Markup + "." : "")}</p>\n";
        text += Html.Figure(
            SeatStrips.Render(
                new ChartFrame(id + "-strips", file.Title, "Seats of each list as they were, and under the scenario."),
                [.. scenario.Lists.Select(l => (l.Name, marks.Of(l.Id)))],
                [
                    new SeatStrip($"As it was: {Shown.Seats(scenario.Real.Result.House)}", Seats(scenario.Real)),
                    .. scenario
                        .Steps.Take(MostStrips)
                        .Select((s, i) => new SeatStrip(Title(scenario, s, i), Seats(s), s.Result.Because)),
                ]
            ),
            "Hypothetical seats. "
                + (scenario.Steps.Count > MostStrips ? $"The first {MostStrips} of {scenario.Steps.Count}." : "")
        );
        text += string.Concat(ScenarioWords.BreakEvens(scenario).Select(s => $"<p>{Html.Text(s)}</p>\n"));
        text += ScenarioWords.Extremes(scenario) is { } extremes ? $"<p>{Html.Text(extremes)}</p>\n" : "";
        text += Html.Table(
            $"Votes and seats, scenario {file.Id} (hypothetical)",
            ScenarioWords.Columns(scenario),
            [.. ScenarioWords.Rows(scenario).Select(r => (IReadOnlyList<Cell>)[.. r.Select(c => (Cell)c)])],
            id + "-table"
        );
        return file.Note is { } note ? text + $"<p class=\"small\">{Html.Text(note)}</p>\n" : text;
    }

    private static string Title(Scenario scenario, ScenarioStep step, int index)
    {
        var votes =
            scenario.Grid is not null ? $" {Shown.Row(step.At.Select(v => Shown.Whole(v)))} votes"
            : scenario.Ranges.Count == 0 ? " Supposed"
            : $" {Shown.Whole(step.From)} to {Shown.Whole(step.To)} votes";
        return $"[{index + 1}]{votes}";
    }
}
