using System.Globalization;

namespace Scrutineer.Publishing.Charts;

/// <summary>
/// How many stations report each percentage, to a tenth, over a grid of whole multiples of ten: where whole percentages are
/// made up, the spikes stand on the grid.
/// </summary>
public static class PercentSpikes
{
    private const double Top = 26;
    private const double Height = 120;

    /// <summary>The chart as SVG.</summary>
    /// <param name="frame">Name, words and width.</param>
    /// <param name="what">What the percentages are, with their base.</param>
    /// <param name="stations">Stations by percentage, from 0 to 100; none is negative.</param>
    /// <exception cref="ArgumentException">The label is missing, or there is no station.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A percentage or a number of stations is out of range.</exception>
    public static string Render(ChartFrame frame, string what, IReadOnlyList<CurvePoint> stations)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentException.ThrowIfNullOrWhiteSpace(what);
        ArgumentNullException.ThrowIfNull(stations);
        if (stations.Count == 0)
        {
            throw new ArgumentException("There is no station.", nameof(stations));
        }

        if (stations.Any(s => s.X is not (>= 0 and <= 100) || !double.IsFinite(s.Y) || s.Y < 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(stations),
                "A percentage is from 0 to 100, a number not negative."
            );
        }

        var svg = new Svg(frame);
        var most = Math.Max(1, stations.Max(s => s.Y));
        var baseline = Top + Height;
        svg.Text(0, 14, what, frame.Width, Svg.Small, "c-muted");
        for (var percent = 0; percent <= 100; percent += 10)
        {
            svg.Line(
                X(percent),
                Top,
                X(percent),
                baseline + 4,
                "class=\"c-rule\" stroke-width=\"0.5\" stroke-opacity=\"0.5\""
            );
            if (percent % 20 == 0)
            {
                svg.Text(
                    percent == 0 ? 0
                        : percent == 100 ? frame.Width
                        : X(percent),
                    baseline + 18,
                    percent.ToString(CultureInfo.InvariantCulture),
                    40,
                    Svg.Small,
                    "c-muted",
                    percent == 0 ? Anchor.Start
                        : percent == 100 ? Anchor.End
                        : Anchor.Middle
                );
            }
        }

        svg.Path(
            string.Concat(
                stations.Select(s => $"M{Svg.N(X(s.X))} {Svg.N(baseline)}V{Svg.N(baseline - (s.Y / most * Height))}")
            ),
            "class=\"c-line\" stroke-width=\"1\""
        );
        svg.Line(0, baseline, frame.Width, baseline, "class=\"c-rule\" stroke-width=\"1\"");
        var greatest = stations.MaxBy(s => s.Y);
        return svg.Finish(
            0,
            baseline + 26,
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{what}: the most stations, {greatest.Y:0}, at {greatest.X:0.0} per cent"
                ),
            ]
        );

        double X(double percent) => 2 + (percent / 100 * (frame.Width - 4));
    }
}
