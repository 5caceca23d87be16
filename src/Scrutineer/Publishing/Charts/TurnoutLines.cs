using System.Globalization;
using Scrutineer.Allocation;
using Scrutineer.Numerics;

namespace Scrutineer.Publishing.Charts;

/// <summary>
/// Turnout by hour, a small picture a region, all on one scale from zero, each with its last figure. Between two reports
/// with a missing one among them the line is dashed: unknown is not zero, and not a straight line either.
/// </summary>
public static class TurnoutLines
{
    private const double Gap = 20;
    private const double PlotTop = 22;
    private const double PlotHeight = 44;
    private const double PanelHeight = 78;

    /// <summary>The chart as SVG.</summary>
    /// <param name="frame">Name, words and width.</param>
    /// <param name="baseLabel">What the shares are of, such as <c>ballots issued, of registered voters</c>.</param>
    /// <param name="regions">The regions in the order to be shown.</param>
    /// <param name="reference">A series to compare each region with, drawn thin in every picture.</param>
    /// <param name="decimals">Decimals of the percentages shown, as many as were reported; 0 to 4.</param>
    /// <exception cref="ArgumentException">
    /// There is no base, no region, a series without points, or points that do not follow each other in time.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A share is negative, or the decimals are not within 0 to 4.</exception>
    public static string Render(
        ChartFrame frame,
        string baseLabel,
        IReadOnlyList<TurnoutSeries> regions,
        TurnoutSeries? reference = null,
        int decimals = 1
    )
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentException.ThrowIfNullOrWhiteSpace(baseLabel);
        Check.Decimals(decimals);
        Check.NotEmpty(regions);
        var all = reference is null ? regions : [.. regions, reference];
        foreach (var series in all)
        {
            Check.NotEmpty(series.Points);
            if (series.Points.Zip(series.Points.Skip(1)).Any(pair => pair.First.Time >= pair.Second.Time))
            {
                throw new ArgumentException($"'{series.Label}' is not in order of time.", nameof(regions));
            }
        }

        var points = all.SelectMany(series => series.Points).ToList();
        var shares = points.Where(point => point.Share is not null).Select(point => point.Share!.Value).ToList();
        Check.NotNegative(shares, nameof(regions));

        var svg = new Svg(frame);
        var end = Figures.AxisEnd(shares);
        var (first, last) = (points.Min(point => point.Time), points.Max(point => point.Time));
        var minutes = Math.Max((last - first).TotalMinutes, 1);
        var columns = frame.Width / 170;
        var wide = (frame.Width - (Gap * (columns - 1))) / columns;
        for (var panel = 0; panel < regions.Count; panel++)
        {
            Draw(regions[panel], panel % columns * (wide + Gap), panel / columns * PanelHeight);
        }

        var bottom = ((regions.Count + columns - 1) / columns * PanelHeight) + 10;
        bottom = svg.Paragraph(0, bottom, $"{baseLabel} · {Axis()}", frame.Width) + 2;
        if (reference is not null)
        {
            svg.Line(0.5, bottom - 4, 18, bottom - 4, "class=\"c-faint\" stroke-width=\"1\"");
            var figure = Figure(reference);
            bottom = svg.Paragraph(24, bottom, $"{reference.Label} {figure}", frame.Width - 24) + 2;
        }

        return svg.Finish(0, bottom - 8, all.Select(Spoken).Prepend(baseLabel));

        void Draw(TurnoutSeries series, double left, double top)
        {
            var figure = Figure(series);
            svg.Text(left, top + 14, series.Label, wide - TextFit.Width(figure, Svg.Plain, bold: true) - 6);
            svg.Text(left + wide, top + 14, figure, wide, Svg.Plain, "c-strong", Anchor.End);
            var baseline = top + PlotTop + PlotHeight;
            svg.Line(left, baseline, left + wide, baseline, "class=\"c-rule\" stroke-width=\"1\"");
            if (reference is not null)
            {
                DrawLine(reference, left, baseline, "c-faint", 1);
            }

            DrawLine(series, left, baseline, "c-line", 2);
            var reported = series.Points.Where(point => point.Share is not null).ToList();
            foreach (var point in reported)
            {
                var radius = point == reported[^1] ? 3.5 : 2;
                svg.Circle(X(point, left), Y(point.Share!.Value, baseline), radius, "class=\"c-ink\"");
            }
        }

        void DrawLine(TurnoutSeries series, double left, double baseline, string css, double width)
        {
            var from = -1;
            for (var to = 0; to < series.Points.Count; to++)
            {
                if (series.Points[to].Share is not { } share)
                {
                    continue;
                }

                if (from >= 0)
                {
                    svg.Line(
                        X(series.Points[from], left),
                        Y(series.Points[from].Share!.Value, baseline),
                        X(series.Points[to], left),
                        Y(share, baseline),
                        $"class=\"{css}\" stroke-width=\"{Svg.N(width)}\""
                            + (to - from > 1 ? " stroke-dasharray=\"2 3\"" : "")
                    );
                }

                from = to;
            }
        }

        // Half a large dot is kept free at either end.
        double X(TurnoutPoint point, double left) =>
            left + 4 + ((point.Time - first).TotalMinutes / minutes * (wide - 8));

        double Y(Rational share, double baseline) => baseline - ((share * 100 / end).ToDouble() * (PlotHeight - 4));

        string Axis() => $"0–{end}\u00a0% · {Clock(first)}–{Clock(last)}";

        static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

        static Rational? Last(TurnoutSeries series) =>
            series.Points.LastOrDefault(point => point.Share is not null).Share;

        string Figure(TurnoutSeries series) =>
            Last(series) is { } known ? Figures.Percent(known, decimals) : Figures.Unknown;

        string Spoken(TurnoutSeries series) => $"{series.Label} {Figure(series)}";
    }
}
