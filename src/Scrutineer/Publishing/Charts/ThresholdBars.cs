using Scrutineer.Allocation;

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
        Threshold? threshold,
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
        var top = threshold is null ? 0 : 24.0;
        var bottom = top + sorted.Sum(Height);

        // Line and baseline are drawn first; texts in their way stand on patches of paper.
        svg.Line(0.5, top, 0.5, bottom, "class=\"c-rule\" stroke-width=\"1\"");
        if (threshold is not null)
        {
            var x = X(threshold.Share);
            svg.Line(x, 18, x, bottom, "class=\"c-line\" stroke-width=\"1.5\" stroke-dasharray=\"5 3\"");
            var wide = TextFit.Width(threshold.Label, 13, bold: true);
            var (start, anchor) =
                x + wide <= frame.Width ? (x, Anchor.Start) : (Math.Max(x, Math.Min(wide, frame.Width)), Anchor.End);
            svg.Text(start, 13, threshold.Label, frame.Width, 13, "c-strong", anchor);
        }

        var y = top;
        foreach (var bar in sorted)
        {
            var figure = Figures.PercentBeside(bar.Share, threshold?.Share);
            var figureWidth = TextFit.Width(figure, 13, bold: true);
            var nameRoom = frame.Width - figureWidth - 12;
            svg.Patch(3, y + 14, Math.Min(TextFit.Width(bar.Label, 13) + 4, nameRoom));
            svg.Text(4, y + 14, bar.Label, nameRoom);
            svg.Patch(frame.Width - figureWidth, y + 14, figureWidth);
            svg.Text(frame.Width, y + 14, figure, frame.Width, 13, "c-strong", Anchor.End);
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

            var left = 4.0;
            foreach (var other in bar.Others)
            {
                Signs.Draw(svg, bases.IndexOf(other.Base), X(other.Share), y + 19 + (BarHeight / 2));
                var text = Figures.PercentBeside(other.Share, threshold?.Share);
                var width = 15 + TextFit.Width(text, 12);
                svg.Patch(left - 1, y + 48.5, width + 3);
                Signs.Draw(svg, bases.IndexOf(other.Base), left + 6, y + 44);
                svg.Text(left + 15, y + 48.5, text, frame.Width, 12, "c-muted");
                left += 12 + width;
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

        static double Height(ThresholdBar bar) => 46 + (bar.Others.Count > 0 ? 15 : 0);

        string Spoken(ThresholdBar bar) =>
            string.Join(
                ", ",
                bar.Others.Select(other => $"{Figures.PercentBeside(other.Share, threshold?.Share)} {other.Base}")
                    .Prepend($"{bar.Label} {Figures.PercentBeside(bar.Share, threshold?.Share)} {baseLabel}")
            );
    }
}
