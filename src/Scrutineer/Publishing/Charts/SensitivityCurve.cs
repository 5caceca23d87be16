using System.Globalization;

namespace Scrutineer.Publishing.Charts;

/// <summary>A point of a curve: what is assumed, and what follows.</summary>
/// <param name="X">The assumption, not negative.</param>
/// <param name="Y">What follows from it, not negative.</param>
public readonly record struct CurvePoint(double X, double Y);

/// <summary>
/// A statistic over the range of an assumption that nobody can check, with the line that it is held against: where the curve
/// crosses the line, the answer changes.
/// </summary>
public static class SensitivityCurve
{
    private const double Top = 30;
    private const double Height = 170;
    private const double Left = 6;

    /// <summary>The chart as SVG.</summary>
    /// <param name="frame">Name, words and width.</param>
    /// <param name="assumption">What the horizontal axis is.</param>
    /// <param name="statistic">What the vertical axis is.</param>
    /// <param name="line">The value that it is held against.</param>
    /// <param name="lineLabel">What the line is.</param>
    /// <param name="curve">The curve, finely drawn, in order of the assumption.</param>
    /// <param name="marks">Points of it that are named with their figures.</param>
    /// <param name="crossing">The assumption at which the curve crosses the line; nothing where it does not within the range.</param>
    /// <exception cref="ArgumentException">A label is missing, or the curve has fewer than two points or is not in order.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public static string Render(
        ChartFrame frame,
        string assumption,
        string statistic,
        double line,
        string lineLabel,
        IReadOnlyList<CurvePoint> curve,
        IReadOnlyList<CurvePoint> marks,
        double? crossing = null
    )
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentException.ThrowIfNullOrWhiteSpace(assumption);
        ArgumentException.ThrowIfNullOrWhiteSpace(statistic);
        ArgumentException.ThrowIfNullOrWhiteSpace(lineLabel);
        ArgumentNullException.ThrowIfNull(curve);
        ArgumentNullException.ThrowIfNull(marks);
        if (curve.Count < 2 || curve.Zip(curve.Skip(1)).Any(p => !(p.First.X < p.Second.X)))
        {
            throw new ArgumentException("A curve has two points or more, in order.", nameof(curve));
        }

        foreach (var number in curve.Concat(marks).SelectMany(p => new[] { p.X, p.Y }).Append(line))
        {
            if (!double.IsFinite(number) || number < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(curve), number, "A number is finite and not negative.");
            }
        }

        var svg = new Svg(frame);
        var room = frame.Width - (2 * Left);
        var (from, to) = (curve[0].X, curve[^1].X);
        var most = Math.Max(line, curve.Max(p => p.Y)) * 1.08;
        var baseline = Top + Height;
        svg.Text(0, 14, statistic, frame.Width, Svg.Small, "c-muted");
        svg.Line(Left, baseline, frame.Width - Left, baseline, "class=\"c-rule\" stroke-width=\"1\"");
        svg.Line(
            Left,
            Y(line),
            frame.Width - Left,
            Y(line),
            "class=\"c-faint\" stroke-width=\"1.5\" stroke-dasharray=\"5 3\""
        );
        svg.Path(
            string.Concat(curve.Select((p, i) => $"{(i == 0 ? "M" : "L")}{Svg.N(X(p.X))} {Svg.N(Y(p.Y))}")),
            "class=\"c-line\" stroke-width=\"2\""
        );
        if (crossing is { } at)
        {
            svg.Line(X(at), Y(line), X(at), baseline, "class=\"c-faint\" stroke-width=\"1\" stroke-dasharray=\"2 3\"");
        }

        // The label of the line stands at the right, above it, where a falling curve has left room.
        svg.Text(frame.Width, Y(line) - 13, lineLabel, room * 0.6, Svg.Small, "c-muted", Anchor.End);
        foreach (var mark in marks)
        {
            svg.Circle(X(mark.X), Y(mark.Y), 3.5, "class=\"c-ink\"");
            var above = mark.Y < line ? Y(mark.Y) + 18 : Y(mark.Y) - 8;
            svg.Text(X(mark.X) + 6, above, Number(mark.Y, 1), 60, Svg.Small, "c-strong");
        }

        foreach (var mark in marks.Select(m => m.X).Append(to).Distinct())
        {
            svg.Line(X(mark), baseline, X(mark), baseline + 4, "class=\"c-rule\" stroke-width=\"1\"");
            var anchor =
                mark == from ? Anchor.Start
                : mark == to ? Anchor.End
                : Anchor.Middle;
            svg.Text(
                mark == from ? 0
                    : mark == to ? frame.Width
                    : X(mark),
                baseline + 18,
                Number(mark, 2),
                50,
                Svg.Small,
                "c-muted",
                anchor
            );
        }

        var words = crossing is { } cross
            ? $"{assumption}; the curve crosses the line at {Number(cross, 3)}"
            : assumption;
        var bottom = svg.Paragraph(0, baseline + 38, words, frame.Width);
        return svg.Finish(
            0,
            bottom - 8,
            marks.Select(m => $"{Number(m.X, 2)}: {Number(m.Y, 1)}").Prepend(lineLabel).Prepend(words)
        );

        double X(double value) => Left + ((value - from) / (to - from) * room);

        double Y(double value) => baseline - (value / most * Height);

        static string Number(double value, int decimals) =>
            value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
