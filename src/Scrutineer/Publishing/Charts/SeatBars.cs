namespace Scrutineer.Publishing.Charts;

/// <summary>
/// Seats before and after, two bars from zero a list: an outline before, the list's own colour after, and the difference
/// beside the name. Lists with most seats after come first.
/// </summary>
public static class SeatBars
{
    private const double RowHeight = 58;
    private const double BarHeight = 12;

    /// <summary>The chart as SVG.</summary>
    /// <param name="frame">Name, words and width.</param>
    /// <param name="before">What the earlier house is called, such as <c>2016</c>.</param>
    /// <param name="after">What the later house is called, such as <c>2021</c>.</param>
    /// <param name="changes">The lists; equals keep their order.</param>
    /// <exception cref="ArgumentException">There is no list, or a house has no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of seats is negative.</exception>
    public static string Render(ChartFrame frame, string before, string after, IReadOnlyList<SeatChange> changes)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentException.ThrowIfNullOrWhiteSpace(before);
        ArgumentException.ThrowIfNullOrWhiteSpace(after);
        Check.NotEmpty(changes);
        foreach (var change in changes)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(change.Before ?? 0, nameof(changes));
            ArgumentOutOfRangeException.ThrowIfNegative(change.After ?? 0, nameof(changes));
        }

        var svg = new Svg(frame);
        var most = Math.Max(1, changes.Max(change => Math.Max(change.Before ?? 0, change.After ?? 0)));
        var period = Math.Max(TextFit.Width(before, Svg.Small), TextFit.Width(after, Svg.Small));
        var endRoom = Math.Min(
            TextFit.Width(Figures.Whole(most), Svg.Small, bold: true) + period + 14,
            frame.Width / 2.0
        );
        var room = frame.Width - endRoom;
        var sorted = changes
            .OrderByDescending(change => change.After ?? -1)
            .ThenByDescending(change => change.Before ?? -1)
            .ToList();

        for (var row = 0; row < sorted.Count; row++)
        {
            var (change, y) = (sorted[row], row * RowHeight);
            var difference = Difference(change);
            svg.Text(4, y + 14, change.Label, frame.Width - TextFit.Width(difference, Svg.Plain, bold: true) - 16);
            svg.Text(frame.Width, y + 14, difference, frame.Width, Svg.Plain, "c-strong", Anchor.End);
            var (beforeWidth, afterWidth) = (Width(change.Before), Width(change.After));
            if (beforeWidth > 0)
            {
                svg.Rect(0.5, y + 20, beforeWidth, BarHeight, "class=\"c-faint\" stroke-width=\"1\"");
            }

            svg.Text(beforeWidth + 6, y + 30.5, before, endRoom - 6, Svg.Small, "c-muted", lead: Seats(change.Before));
            if (afterWidth > 0)
            {
                svg.Bar(0.5, y + 35, afterWidth, BarHeight, change.Mark);
            }

            svg.Text(afterWidth + 6, y + 45.5, after, endRoom - 6, Svg.Small, "c-muted", lead: Seats(change.After));
            svg.Line(0.5, y + 18, 0.5, y + 49, "class=\"c-rule\" stroke-width=\"1\"");
        }

        return svg.Finish(
            0,
            (sorted.Count * RowHeight) - 6,
            sorted.Select(change =>
                $"{change.Label} {before} {Seats(change.Before)}, {after} {Seats(change.After)}, {Difference(change)}"
            )
        );

        double Width(int? seats) => (seats ?? 0) * room / most;
    }

    private static string Seats(int? seats) => seats is { } known ? Figures.Whole(known) : Figures.Unknown;

    private static string Difference(SeatChange change) =>
        change is { Before: { } before, After: { } after } ? Figures.Difference(after - before) : Figures.Unknown;
}
