using Scrutineer.Allocation;
using Scrutineer.Dossier;
using Scrutineer.Law;
using Scrutineer.Numerics;
using Scrutineer.Observation;
using Scrutineer.Publishing.Charts;
using Scrutineer.Scrutiny.Courses;

namespace Scrutineer.Publishing.Report;

/// <summary>Turnout over the day, on a map of tiles, and what the law makes of a low one.</summary>
internal static class TurnoutSection
{
    public static string Of(ElectionDossier dossier, PublicRecord? record)
    {
        if (record is not { Turnout: { } report })
        {
            return "";
        }

        var content = string.Concat(
            record.Validity.Select(v =>
                $"<p>{Html.Text(v.Says)} {Html.Text(v.Would(dossier) is { } would ? char.ToUpperInvariant(would[0]) + would[1..] + "." : "")} <small>[{Html.Text(v.Basis)}]</small></p>\n"
            )
        );
        var counted = $"{report.Counted.InWords()}, of {report.Of.InWords()}";
        var whole = report.Units.FirstOrDefault(u => u.Unit == "nation");
        var parts = report.Units.Where(u => u != whole && u.Last is not null).ToList();
        if (parts.Count > 0)
        {
            content += Html.Figure(
                TurnoutLines.Render(
                    new ChartFrame("turnout-day", "Turnout over the day", $"{counted}, by unit and hour."),
                    counted,
                    [.. parts.Select(Series)],
                    whole is null ? null : Series(whole)
                ),
                $"Turnout over the day: {counted}. Times on the clock of the capital; a dashed line spans a time for which nothing was found."
            );
        }

        var tiles = report
            .Tiles.Select(t => (Tile: t, report.Units.FirstOrDefault(u => u.Unit == t.Unit)?.Last))
            .ToList();
        var known = tiles.Select(t => t.Last).OfType<Rational>().ToList();
        if (known.Count > 0)
        {
            content += Html.Figure(
                TileMap.Render(
                    new ChartFrame("turnout-map", "Turnout by unit", $"The last figure of each unit: {counted}."),
                    $"Last turnout announced: {counted}",
                    [
                        .. tiles.Select(t => new Tile(
                            t.Tile.Row,
                            t.Tile.Column,
                            t.Tile.Label,
                            t.Last is { } last ? (last * 100).ToDecimal(1) : "?",
                            t.Last is { } share ? Shade(share, known.Min(), known.Max()) : null
                        )),
                    ]
                ),
                "In per cent. Every unit is one square; the fuller its shade, the higher its turnout."
            );
        }

        return content
            + Html.Table(
                "Turnout as announced",
                ["Unit", .. report.Times.Select(t => $">{t:HH\\:mm}"), "Polls close"],
                [
                    .. report.Units.Select(u =>
                        (IReadOnlyList<Cell>)
                            [
                                u.Name,
                                .. report.Times.Select(t =>
                                    (Cell)(
                                        u.Points.FirstOrDefault(p => p.Time == t)?.Share is { } share
                                            ? Shown.Percent(share, 1)
                                            : "not known"
                                    )
                                ),
                                u.Closes is { } closes ? $"{closes:HH\\:mm}" : "not known",
                            ]
                    ),
                ],
                "turnout-table"
            )
            + Courses(record.Courses);
    }

    private static string Courses(TurnoutCourses? courses) =>
        courses is null ? ""
        : courses.Untold is { } why ? $"<p>{Html.Text($"The course of the day cannot be compared: {why}.")}</p>\n"
        : Html.Table(
            "The course of the day against the same hours of earlier elections: which part of the turnout at the end had come",
            ["Unit", "By", ">Of its end", ">Before", ">±", "Earlier elections", ">Points beyond", ">Voters"],
            [.. CourseWords.Rows(courses).Select(r => (IReadOnlyList<Cell>)[.. r.Select(c => (Cell)c)])],
            "turnout-courses"
        ) + $"<p class=\"small\">{Html.Text(CourseFindings.CannotSee)}</p>\n";

    private static TurnoutSeries Series(UnitTurnout unit) =>
        new(unit.Name, [.. unit.Points.Select(p => new TurnoutPoint(p.Time, p.Share))]);

    /// <summary>The fifth of the range in which a share lies.</summary>
    private static int Shade(Rational share, Rational least, Rational most) =>
        least == most ? 2 : (int)Math.Min(4, (long)((share - least) * 5 / (most - least)).Floor());
}
