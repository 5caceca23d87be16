using Scrutineer.Allocation;
using Scrutineer.Numerics;

namespace Scrutineer.Publishing.Charts;

/// <summary>
/// Estimates as intervals with the official figure as a diamond on the same track: whether the diamond is on the bar is
/// what the chart answers.
/// </summary>
public static class IntervalBars
{
    private const double BarHeight = 12;

    /// <summary>The chart as SVG.</summary>
    /// <param name="frame">Name, words and width.</param>
    /// <param name="baseLabel">What the estimates are of, and with what confidence.</param>
    /// <param name="officialLabel">What the diamond is, such as <c>official, final</c>.</param>
    /// <param name="intervals">The rows, in the order to be shown.</param>
    /// <param name="unit">What the numbers are.</param>
    /// <param name="scale">Where the rows begin and end.</param>
    /// <param name="decimals">Decimals shown, 0 to 4; of a percentage, not of the share.</param>
    /// <exception cref="ArgumentException">A label is missing, there is no row, or an estimate is outside its interval.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the decimals are not within 0 to 4.</exception>
    public static string Render(
        ChartFrame frame,
        string baseLabel,
        string officialLabel,
        IReadOnlyList<Interval> intervals,
        IntervalUnit unit = IntervalUnit.Percent,
        IntervalScale scale = IntervalScale.FromZero,
        int decimals = 1
    )
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentException.ThrowIfNullOrWhiteSpace(baseLabel);
        ArgumentException.ThrowIfNullOrWhiteSpace(officialLabel);
        Check.Decimals(decimals);
        Check.NotEmpty(intervals);
        Check.NotNegative(intervals.Select(interval => interval.Low), nameof(intervals));
        Check.NotNegative(intervals.Select(interval => interval.Official ?? 0), nameof(intervals));
        if (intervals.Any(interval => interval.Low > interval.Estimate || interval.Estimate > interval.High))
        {
            throw new ArgumentException("An estimate lies within its interval.", nameof(intervals));
        }

        var svg = new Svg(frame);
        var (left, room) = (6.0, frame.Width - 12.0);
        var span = scale == IntervalScale.FromZero ? End(intervals.Select(Greatest)) : intervals.Max(Reach) * 5 / 2;
        span = span.Sign == 0 ? 1 : span;
        var rowHeight = scale == IntervalScale.FromZero ? 64.0 : 78.0;

        for (var row = 0; row < intervals.Count; row++)
        {
            var (interval, y) = (intervals[row], row * rowHeight);
            var start = Start(interval);
            var estimate = Figure(interval.Estimate);
            svg.Text(0, y + 14, interval.Label, frame.Width - TextFit.Width(estimate, Svg.Plain, bold: true) - 12);
            svg.Text(frame.Width, y + 14, estimate, frame.Width, Svg.Plain, "c-strong", Anchor.End);
            svg.Text(0, y + 31, Range(interval), frame.Width, Svg.Small, "c-muted");

            var middle = y + 46;
            svg.Line(left, middle, left + room, middle, "class=\"c-rule\" stroke-width=\"1\"");
            var (low, high) = (X(interval.Low, start), X(interval.High, start));
            svg.Bar(low, middle - (BarHeight / 2), Math.Max(high - low, 1), BarHeight, interval.Mark);
            var tick = X(interval.Estimate, start);
            svg.Line(tick, middle - 9, tick, middle + 9, "class=\"c-line\" stroke-width=\"2\"");
            if (interval.Official is { } official)
            {
                var text = Figure(official);
                svg.Text(frame.Width, y + 31, text, frame.Width, Svg.Small, "", Anchor.End);
                Signs.Draw(svg, 0, frame.Width - TextFit.Width(text, Svg.Small) - 8, y + 27);
                Signs.Draw(svg, 0, X(official, start), middle);
            }

            if (scale == IntervalScale.OwnWindow)
            {
                DrawEnds(middle, Figure(start), Figure(start + span));
            }
        }

        var bottom = (intervals.Count * rowHeight) - 6;
        if (scale == IntervalScale.FromZero)
        {
            DrawEnds(bottom - 12, Figure(0), Figure(span));
            bottom += 12;
        }

        bottom = svg.Paragraph(0, bottom + 14, baseLabel, frame.Width) + 2;
        if (intervals.Any(interval => interval.Official is not null))
        {
            Signs.Draw(svg, 0, 6, bottom - 4.5);
            bottom = svg.Paragraph(18, bottom, officialLabel, frame.Width - 18) + 2;
        }

        return svg.Finish(0, bottom - 8, intervals.Select(Spoken).Prepend(baseLabel));

        static Rational Greatest(Interval interval) => Max(interval.High, interval.Official ?? interval.High);

        Rational End(IEnumerable<Rational> values) =>
            unit == IntervalUnit.Percent ? new(Figures.AxisEnd(values), 100) : values.Max();

        // The furthest that anything in the row lies from its estimate.
        static Rational Reach(Interval interval) =>
            Max(
                Max(interval.High - interval.Estimate, interval.Estimate - interval.Low),
                ((interval.Official ?? interval.Estimate) - interval.Estimate).Abs()
            );

        static Rational Max(Rational one, Rational other) => one > other ? one : other;

        // Centred on the estimate, but there is nothing below zero.
        Rational Start(Interval interval) =>
            scale == IntervalScale.FromZero ? 0 : Max(interval.Estimate - (span / 2), 0);

        double X(Rational value, Rational start) => left + (((value - start) / span).ToDouble() * room);

        void DrawEnds(double middle, string first, string last)
        {
            svg.Line(left, middle - 4, left, middle + 4, "class=\"c-rule\" stroke-width=\"1\"");
            svg.Line(left + room, middle - 4, left + room, middle + 4, "class=\"c-rule\" stroke-width=\"1\"");
            svg.Text(left - 6, middle + 21, first, room / 2, Svg.Small, "c-muted");
            svg.Text(frame.Width, middle + 21, last, room / 2, Svg.Small, "c-muted", Anchor.End);
        }

        string Figure(Rational value) =>
            unit == IntervalUnit.Percent ? Figures.Percent(value, decimals) : value.ToDecimal(decimals);

        string Range(Interval interval) => $"{Figure(interval.Low)} – {Figure(interval.High)}";

        string Spoken(Interval interval) =>
            $"{interval.Label} {Figure(interval.Estimate)}, {Range(interval)}"
            + (interval.Official is { } official ? $", {officialLabel} {Figure(official)}" : "");
    }
}
