using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Publishing.Charts;
using Scrutineer.Results;
using Scrutineer.Results.Comparing;

namespace Scrutineer.Publishing.Report;

/// <summary>The same votes under the other editions of the law and under bare methods.</summary>
internal static class ComparisonSection
{
    public static string Of(ElectionResult result)
    {
        var text = "";
        foreach (
            var name in result.Contests.Where(c => c.Standing is not null && c.Seats > 1).Select(c => c.Name).Distinct()
        )
        {
            var problems = new Problems();
            if (
                result.Contests.Count(c => c.Name == name) == 1
                && result.Contests.First(c => c.Name == name) is var contest
                && contest.Contest.Ballot is null or Law.BallotKind.List
                && Comparison.Of(result.Dossier, name, Comparison.Usual(result.Dossier, name), problems)
                    is { } comparison
            )
            {
                text += Section(result, contest, comparison);
            }
        }

        return text;
    }

    private static string Section(ElectionResult result, ContestResult contest, Comparison comparison)
    {
        var marks = new Marks(result);
        var chart = SeatStrips.Render(
            new ChartFrame(
                Html.Id(comparison.Contest, "compared"),
                $"Contest {comparison.Contest} under {Shown.Of(comparison.Laws.Count, "law", "laws")}",
                "Seats of each list under each law, the same votes."
            ),
            [.. comparison.Lists.Select(l => (l.Name, marks.Of(l.Id)))],
            [
                .. comparison.Laws.Select(
                    (l, i) => new SeatStrip($"[{i + 1}] {l.Title}: {Shown.Seats(l.House)}", l.Seats, l.Because)
                ),
            ]
        );
        var heads = comparison.Laws.Select((_, i) => $">[{i + 1}]").ToList();
        var rows = ComparisonWords.Lists(comparison).Select(r => (IReadOnlyList<Cell>)[.. r.Select(v => (Cell)v)]);
        var indices = ComparisonWords
            .Rows(comparison)
            .Select(r => (IReadOnlyList<Cell>)[r[0], "", .. r.Skip(1).Select(v => (Cell)v)]);
        var remarks = string.Concat(
            comparison
                .Laws.Index()
                .Where(l => l.Item.Because.Length > 0 || l.Item.Ties.Count > 0)
                .Select(l =>
                    $"<p class=\"small\">{Html.Text($"[{l.Index + 1}] {l.Item.Because}{string.Concat(l.Item.Ties.Select(t => $" Open: {Shown.Seats(t.Seats)} between {Shown.Row(t.Among)}."))}")}</p>\n"
                )
        );
        return Html.Figure(
                chart,
                "The same votes under other editions of the law and under methods without a threshold."
            )
            + remarks
            + Html.Table(
                $"Seats and indices under each law, contest {comparison.Contest}",
                ["List or index", ">Votes", .. heads],
                [.. rows, .. indices],
                Html.Id(comparison.Contest, "compared", "table")
            )
            + $"<p class=\"small\">{Html.Text(ComparisonWords.Base)}</p>\n";
    }
}
