using Scrutineer.Allocation;
using Scrutineer.Numerics;

namespace Scrutineer.Publishing.Charts;

/// <summary>Margins as points on one scale beside the line at nought, each under its own words, the least first.</summary>
public static class MarginPoints
{
    private const int Decimals = 5;

    /// <summary>The chart as SVG.</summary>
    /// <param name="frame">Name, words and width.</param>
    /// <param name="points">The margins; equals keep their order.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A margin is negative.</exception>
    public static string Render(ChartFrame frame, IReadOnlyList<MarginPoint> points)
    {
        ArgumentNullException.ThrowIfNull(frame);
        Check.NotEmpty(points);
        Check.NotNegative(points.Select(p => p.Margin), nameof(points));
        var svg = new Svg(frame);
        var sorted = points.OrderBy(p => p.Margin).ToList();
        var (left, room) = (6.0, frame.Width - 12.0);
        var most = sorted[^1].Margin.Sign > 0 ? sorted[^1].Margin : Rational.One;
        var y = 14.0;
        foreach (var (label, margin) in sorted)
        {
            var figure = margin.ToDecimal(Decimals);
            svg.Text(frame.Width, y, figure, frame.Width, Svg.Small, "c-strong", Anchor.End);
            var track =
                svg.Paragraph(0, y, label, frame.Width - TextFit.Width(figure, Svg.Small, bold: true) - 12, "") - 6;
            var x = left + ((margin / most).ToDouble() * room);
            svg.Line(left, track, left + room, track, "class=\"c-rule\" stroke-width=\"1\"");
            svg.Line(left, track, x, track, "class=\"c-line\" stroke-width=\"2\"");
            svg.Line(left, track - 6, left, track + 6, "class=\"c-line\" stroke-width=\"2\"");
            svg.Circle(x, track, 4.5, "class=\"c-ink\"");
            y = track + 26;
        }

        svg.Text(0, y, "0", room / 2, Svg.Small, "c-muted");
        svg.Text(frame.Width, y, most.ToDecimal(Decimals), room / 2, Svg.Small, "c-muted", Anchor.End);
        return svg.Finish(0, y + 6, sorted.Select(p => $"{p.Label}: {p.Margin.ToDecimal(Decimals)}"));
    }
}
