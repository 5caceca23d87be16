using System.Globalization;

namespace Scrutineer.Publishing.Charts;

/// <summary>
/// Effects with their intervals under each other, on one scale with a line at none: whether an interval crosses the line is what the
/// chart answers, and how the answer moves from row to row.
/// </summary>
public static class ForestPlot
{
    private const double RowHeight = 46;
    private const double BarHeight = 8;

    /// <summary>The chart as SVG.</summary>
    /// <param name="frame">Name, words and width.</param>
    /// <param name="what">What the effects are, with their unit and the confidence of the intervals.</param>
    /// <param name="none">What the line is, such as <c>no difference</c>.</param>
    /// <param name="rows">The effects, in the order to be shown.</param>
    /// <param name="decimals">Decimals shown, 0 to 4.</param>
    /// <exception cref="ArgumentException">A label is missing, there is no row, or an effect is outside its interval.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or the decimals are not within 0 to 4.</exception>
    public static string Render(
        ChartFrame frame,
        string what,
        string none,
        IReadOnlyList<EffectRow> rows,
        int decimals = 2
    )
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentException.ThrowIfNullOrWhiteSpace(what);
        ArgumentException.ThrowIfNullOrWhiteSpace(none);
        Check.Decimals(decimals);
        Check.NotEmpty(rows);
        foreach (var row in rows)
        {
            if (!double.IsFinite(row.Low) || !double.IsFinite(row.High) || !double.IsFinite(row.Estimate))
            {
                throw new ArgumentOutOfRangeException(nameof(rows), row, "A number is finite.");
            }

            if (row.Low > row.Estimate || row.Estimate > row.High)
            {
                throw new ArgumentException("An effect lies within its interval.", nameof(rows));
            }
        }

        var svg = new Svg(frame);
        var (left, room) = (6.0, frame.Width - 12.0);
        var (least, most) = (Math.Min(0, rows.Min(r => r.Low)), Math.Max(0, rows.Max(r => r.High)));
        var span = most > least ? most - least : 1;
        var bottom = (rows.Count * RowHeight) + 6;
        svg.Line(X(0), 0, X(0), bottom, "class=\"c-faint\" stroke-width=\"1\" stroke-dasharray=\"3 3\"");
        foreach (var (i, row) in rows.Index())
        {
            var y = i * RowHeight;
            var figure = $"{Figure(row.Estimate)} ({Figure(row.Low)} to {Figure(row.High)})";
            var width = TextFit.Width(figure, Svg.Small);
            svg.Patch(0, y + 15, frame.Width);
            svg.Text(0, y + 15, row.Label, frame.Width - width - 12, Svg.Small);
            svg.Text(frame.Width, y + 15, figure, frame.Width, Svg.Small, "c-strong", Anchor.End);
            var middle = y + 31;
            svg.Rect(
                X(row.Low),
                middle - (BarHeight / 2),
                Math.Max(1, X(row.High) - X(row.Low)),
                BarHeight,
                "class=\"c-shade\" fill-opacity=\"0.35\" stroke-width=\"0.5\""
            );
            svg.Line(X(row.Estimate), middle - 8, X(row.Estimate), middle + 8, "class=\"c-line\" stroke-width=\"2\"");
        }

        svg.Line(left, bottom, left + room, bottom, "class=\"c-rule\" stroke-width=\"1\"");
        svg.Text(left - 6, bottom + 16, Figure(least), room / 3, Svg.Small, "c-muted");
        svg.Text(frame.Width, bottom + 16, Figure(most), room / 3, Svg.Small, "c-muted", Anchor.End);
        var end = svg.Paragraph(0, bottom + 36, $"{what}. The dashed line is {none}.", frame.Width);
        return svg.Finish(
            0,
            end - 8,
            rows.Select(r => $"{r.Label} {Figure(r.Estimate)}, {Figure(r.Low)} to {Figure(r.High)}").Prepend(what)
        );

        double X(double value) => left + ((value - least) / span * room);

        string Figure(double value)
        {
            var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
            return (rounded > 0 ? "+" : "")
                + (rounded == 0 ? 0 : rounded)
                    .ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
                    .Replace('-', '−');
        }
    }
}
