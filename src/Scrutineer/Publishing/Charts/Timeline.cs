using System.Globalization;

namespace Scrutineer.Publishing.Charts;

/// <summary>
/// Events under each other, each on the same scale of time at the left with its words at the right. A dot is a day that is known,
/// a line the days between which something was, a bar a window that stood open.
/// </summary>
public static class Timeline
{
    private const double RowHeight = 21;
    private const double Top = 34;

    /// <summary>The chart as SVG.</summary>
    /// <param name="frame">Name, words and width.</param>
    /// <param name="days">The first and the last day of the scale.</param>
    /// <param name="mark">A day that every row is seen against, with its name.</param>
    /// <param name="rows">The rows, in the order to be shown; what lies outside the scale ends at its edge.</param>
    /// <exception cref="ArgumentException">There is no row, or a row or the scale ends before it begins.</exception>
    public static string Render(
        ChartFrame frame,
        (DateOnly First, DateOnly Last) days,
        (DateOnly Day, string Name) mark,
        IReadOnlyList<TimelineRow> rows
    )
    {
        ArgumentNullException.ThrowIfNull(frame);
        Check.NotEmpty(rows);
        if (days.Last < days.First || rows.Any(r => r.To < r.From))
        {
            throw new ArgumentException("Time runs forward.", nameof(rows));
        }

        var svg = new Svg(frame);
        var track = Math.Floor(frame.Width * 0.3);
        var (start, end) = (days.First.ToDateTime(default), days.Last.AddDays(1).ToDateTime(default));
        var bottom = Top + (rows.Count * RowHeight);
        Months(svg);
        var marked = X(mark.Day.ToDateTime(new TimeOnly(12, 0)));
        svg.Line(marked, 20, marked, bottom, "class=\"c-line\" stroke-width=\"1\" stroke-dasharray=\"3 3\"");
        svg.Text(marked, 14, mark.Name, track, Svg.Small, "c-strong", marked > track / 2 ? Anchor.End : Anchor.Start);
        foreach (var (i, row) in rows.Index())
        {
            var middle = Top + (i * RowHeight) + 8;
            var (from, to) = (X(row.From), X(row.To));
            svg.Line(0, middle + 10.5, frame.Width, middle + 10.5, "class=\"c-rule\" stroke-width=\"0.5\"");
            if (row.IsWindow)
            {
                svg.Rect(from, middle - 4, Math.Max(to - from, 2), 8, "class=\"c-shade\" fill-opacity=\"0.45\"");
            }
            else if (DateOnly.FromDateTime(row.From) == DateOnly.FromDateTime(row.To))
            {
                svg.Circle((from + to) / 2, middle, 4, "class=\"c-ink\"");
            }
            else
            {
                svg.Line(from, middle, Math.Max(to, from + 2), middle, "class=\"c-line\" stroke-width=\"2\"");
                svg.Line(from, middle - 4, from, middle + 4, "class=\"c-line\" stroke-width=\"2\"");
                svg.Line(to, middle - 4, to, middle + 4, "class=\"c-line\" stroke-width=\"2\"");
            }

            svg.Text(track + 10, middle + 4.5, row.Label, frame.Width - track - 10, Svg.Small, lead: row.Lead);
        }

        var last = svg.Paragraph(
            0,
            bottom + 16,
            "● a day that is known · ├─┤ a day between two · ▬ a window from its opening to its close",
            frame.Width
        );
        return svg.Finish(0, last - 8, rows.Select(r => r.Lead.Length > 0 ? $"{r.Lead} {r.Label}" : r.Label));

        double X(DateTime at)
        {
            var held =
                at < start ? start
                : at > end ? end
                : at;
            return 5 + ((held - start) / (end - start) * (track - 10));
        }

        void Months(Svg svg)
        {
            var month = new DateOnly(days.First.Year, days.First.Month, 1);
            var free = double.NegativeInfinity;
            for (; month <= days.Last; month = month.AddMonths(1))
            {
                // A month that began before the scale has no line to stand at.
                if (month < days.First)
                {
                    continue;
                }

                var x = X(month.ToDateTime(default));
                svg.Line(x, 22, x, bottom, "class=\"c-rule\" stroke-width=\"1\"");
                var name = month.ToString("MMM", CultureInfo.InvariantCulture);
                var wide = TextFit.Width(name, Svg.Small);
                if (x + 3 >= free && x + 3 + wide <= track + 6)
                {
                    svg.Text(x + 3, 31, name, wide + 4, Svg.Small, "c-muted");
                    free = x + 3 + wide + 4;
                }
            }
        }
    }
}
