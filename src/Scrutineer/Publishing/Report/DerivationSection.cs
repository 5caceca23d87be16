using Scrutineer.Files;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;

namespace Scrutineer.Publishing.Report;

/// <summary>Every step from votes to seats with its article.</summary>
internal static class DerivationSection
{
    public static string Of(ElectionResult result)
    {
        var text = "";
        foreach (var contest in result.Contests.Where(c => c.Standing is { Steps.Count: > 0 }))
        {
            text +=
                $"<h3>{Html.Text(contest.Unit == "nation" ? contest.Name : $"{contest.Name}, {contest.Unit}")}</h3>\n<ol class=\"steps\">\n";
            foreach (var step in contest.Standing!.Steps)
            {
                text += Step(contest, step);
            }

            text += "</ol>\n";
        }

        return text.Length == 0
            ? ""
            : $"<p class=\"small\">{Html.Text("A dashed border marks a provision that was not read in a text of the act. Fractions are exact; decimals beside them are rounded for reading.")}</p>\n"
                + text;
    }

    private static string Step(ContestResult contest, Step step)
    {
        var debt = step.Checked == Checked.Text ? "" : " debt";
        var how = ScalarType.Word(step.Checked);
        var reading = step.Reading is { } name ? $" Reading: {name}." : "";
        var text =
            $"<li>\n<p class=\"law\">{Html.Text(step.Sentence)} <span class=\"cite{debt}\">{Html.Text($"{step.Cite} · {how}")}</span> {Html.Text(reading.TrimStart())}</p>\n<p>{Html.Text(step.Result)}</p>\n";
        if (step.Table is { } table)
        {
            text += Html.Table(
                $"Step '{step.Rule}' by list",
                ["List", .. table.Columns.Select(c => ">" + c)],
                [
                    .. table.Rows.Select(r =>
                        (IReadOnlyList<Cell>)[contest.NameOf(r.List), .. r.Values.Select(v => (Cell)v)]
                    ),
                ],
                Html.Id(contest.Name, contest.Unit, step.Rule)
            );
        }

        return text + "</li>\n";
    }
}
