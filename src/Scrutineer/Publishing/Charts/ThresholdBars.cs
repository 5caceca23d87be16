using Scrutineer.Allocation;
using Scrutineer.Numerics;

namespace Scrutineer.Publishing.Charts;

/// <summary>
/// Lists as bars from zero, the largest share first, with the threshold as a line. A list's share in another base is a
/// sign on the same scale, its figure below the bar: where sign and bar lie on two sides of the line, the base decides.
/// </summary>
public static class ThresholdBars
{
    /// <summary>The most bases beside the chart's own.</summary>
    public const int MostOtherBases = 4;

    private const double BarHeight = 14;
    private const double OthersRow = 16;

    /// <summary>The chart as SVG.</summary>
    /// <param name="frame">Name, words and width.</param>
    /// <param name="baseLabel">What the bars are shares of, such as <c>of votes for lists</c>.</param>
    /// <param name="threshold">The line, where the law has one.</param>
    /// <param name="bars">The lists; equal shares keep their order.</param>
    /// <exception cref="ArgumentException">There is no base, no list, or more than four other bases.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share is negative.</exception>
    public static string Render(
        ChartFrame frame,
        string baseLabel,
        ThresholdLine? threshold,
        IReadOnlyList<ThresholdBar> bars
    )
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentException.ThrowIfNullOrWhiteSpace(baseLabel);
        Check.NotEmpty(bars);
        var shares = bars.SelectMany(bar => bar.Others.Select(other => other.Share).Prepend(bar.Share)).ToList();
        if (threshold is not null)
        {
            shares.Add(threshold.Share);
        }

        Check.NotNegative(shares, nameof(bars));
        var bases = bars.SelectMany(bar => bar.Others).Select(other => other.Base).Distinct().ToList();
        if (bases.Count > MostOtherBases)
        {
            throw new ArgumentException($"A chart tells {MostOtherBases} other bases apart, not more.", nameof(bars));
        }

        var svg = new Svg(frame);
        var end = shares.Max();
        var room = frame.Width - 10.0;
        var sorted = bars.OrderByDescending(bar => bar.Share).ToList();
        var words = TextFit.Wrap(XmlText.Clean(threshold?.Label ?? ""), frame.Width, Svg.Plain, 3, bold: true);
        var top = threshold is null ? 0 : 8.0 + (words.Count * 16);
        var bottom = top + sorted.Sum(Height);

        // Line and baseline are drawn first; texts in their way stand on patches of paper.
        svg.Line(0.5, top, 0.5, bottom, "class=\"c-rule\" stroke-width=\"1\"");
        if (threshold is not null)
        {
            var x = X(threshold.Share);
            svg.Line(x, top - 6, x, bottom, "class=\"c-line\" stroke-width=\"1.5\" stroke-dasharray=\"5 3\"");
            var wide = words.Max(line => TextFit.Width(line, Svg.Plain, bold: true));
            var (start, anchor) =
                x + wide <= frame.Width ? (x, Anchor.Start) : (Math.Max(x, Math.Min(wide, frame.Width)), Anchor.End);
            for (var line = 0; line < words.Count; line++)
            {
                svg.Text(start, 13 + (line * 16), words[line], frame.Width, Svg.Plain, "c-strong", anchor);
            }
        }

        var y = top;
        foreach (var bar in sorted)
        {
            var figure = Figures.PercentBeside(bar.Share, threshold?.Share);
            var figureWidth = TextFit.Width(figure, Svg.Plain, bold: true);
            var nameRoom = frame.Width - figureWidth - 12;
            svg.Patch(3, y + 14, Math.Min(TextFit.Width(bar.Label, Svg.Plain) + 4, nameRoom));
            svg.Text(4, y + 14, bar.Label, nameRoom);
            svg.Patch(frame.Width - figureWidth, y + 14, figureWidth);
            svg.Text(frame.Width, y + 14, figure, frame.Width, Svg.Plain, "c-strong", Anchor.End);
            svg.Bar(0.5, y + 19, Math.Max(X(bar.Share) - 0.5, 0), BarHeight, bar.Mark);
            if (threshold is not null)
            {
                svg.Line(
                    X(threshold.Share),
                    y + 17,
                    X(threshold.Share),
                    y + 21 + BarHeight,
                    "class=\"c-line\" stroke-width=\"1.5\""
                );
            }

            foreach (var (other, text, left, line) in Others(bar))
            {
                var sign = bases.IndexOf(other.Base);
                var baseline = y + 48.5 + (line * OthersRow);
                svg.Patch(left - 1, baseline, OtherWidth(text) + 3);
                Signs.Draw(svg, sign, X(other.Share), y + 19 + (BarHeight / 2));
                Signs.Draw(svg, sign, left + 6, baseline - 4.5);
                svg.Text(left + 15, baseline, text, frame.Width, Svg.Small, "c-muted");
            }

            y += Height(bar);
        }

        y += 14;
        svg.Rect(0.5, y - 9, 12, 9, "class=\"c-ink\"");
        y = svg.Paragraph(19, y, baseLabel, frame.Width - 19) + 2;
        foreach (var other in bases)
        {
            Signs.Draw(svg, bases.IndexOf(other), 6.5, y - 4.5);
            y = svg.Paragraph(19, y, other, frame.Width - 19) + 2;
        }

        return svg.Finish(0, y - 8, sorted.Select(Spoken).Prepend(threshold?.Label ?? baseLabel));

        double X(Rational share) => end.Sign == 0 ? 0.5 : 0.5 + ((share / end).ToDouble() * room);

        double Height(ThresholdBar bar) =>
            46 + (Others(bar).Select(other => other.Line + 1).LastOrDefault() * OthersRow);

        // The figures of the other bases below the bar, in as many lines as they take.
        List<(OtherShare Other, string Text, double Left, int Line)> Others(ThresholdBar bar)
        {
            var placed = new List<(OtherShare, string, double, int)>();
            var (left, line) = (4.0, 0);
            foreach (var other in bar.Others)
            {
                var text = Figures.PercentBeside(other.Share, threshold?.Share);
                if (left > 4 && left + OtherWidth(text) > frame.Width)
                {
                    (left, line) = (4, line + 1);
                }

                placed.Add((other, text, left, line));
                left += OtherWidth(text) + 12;
            }

            return placed;
        }

        string Spoken(ThresholdBar bar) =>
            string.Join(
                ", ",
                bar.Others.Select(other => $"{Figures.PercentBeside(other.Share, threshold?.Share)} {other.Base}")
                    .Prepend($"{bar.Label} {Figures.PercentBeside(bar.Share, threshold?.Share)} {baseLabel}")
            );
    }

    private static double OtherWidth(string text) => 15 + TextFit.Width(text, Svg.Small);
}
