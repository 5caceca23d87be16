namespace Scrutineer.Publishing.Charts;

/// <summary>A house as a strip: its name and the seats of each list.</summary>
/// <param name="Title">The name of the house, such as the law that gives it.</param>
/// <param name="Seats">The seats of each list, in the order of the lists; nothing where they cannot be told.</param>
/// <param name="Note">A few words that stand where no seats can be told.</param>
public sealed record SeatStrip(string Title, IReadOnlyList<int>? Seats, string Note = "");

/// <summary>
/// Several houses of the same lists, one strip each of the full width: what part of the house each list holds. The number of
/// seats stands in every part that has room for it.
/// </summary>
public static class SeatStrips
{
    private const double RowHeight = 50;
    private const double BarHeight = 24;

    /// <summary>The chart as SVG.</summary>
    /// <param name="frame">Name, words and width.</param>
    /// <param name="lists">The lists: name and mark.</param>
    /// <param name="strips">The houses.</param>
    /// <exception cref="ArgumentException">There is no list or no house, or a house has another number of lists.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of seats is negative.</exception>
    public static string Render(
        ChartFrame frame,
        IReadOnlyList<(string Name, ListMark Mark)> lists,
        IReadOnlyList<SeatStrip> strips
    )
    {
        ArgumentNullException.ThrowIfNull(frame);
        Check.NotEmpty(lists);
        Check.NotEmpty(strips);
        foreach (var seats in strips.Select(s => s.Seats).OfType<IReadOnlyList<int>>())
        {
            if (seats.Count != lists.Count)
            {
                throw new ArgumentException("A house has seats for each list.", nameof(strips));
            }

            foreach (var number in seats)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(number, nameof(strips));
            }
        }

        var svg = new Svg(frame);
        var y = Legend(svg, frame, lists, strips);
        foreach (var strip in strips)
        {
            svg.Text(0, y + 14, strip.Title, frame.Width);
            if (strip.Seats is { } seats && seats.Sum() > 0)
            {
                Strip(svg, frame, lists, seats, y + 20);
            }
            else
            {
                svg.Text(
                    0,
                    y + 36,
                    strip.Note.Length > 0 ? strip.Note : Figures.Unknown,
                    frame.Width,
                    Svg.Small,
                    "c-muted"
                );
            }

            y += RowHeight;
        }

        return svg.Finish(0, y, strips.Select(s => Spoken(s, lists)));
    }

    private static void Strip(
        Svg svg,
        ChartFrame frame,
        IReadOnlyList<(string Name, ListMark Mark)> lists,
        IReadOnlyList<int> seats,
        double y
    )
    {
        var (x, total) = (0.0, seats.Sum());
        foreach (var (i, number) in seats.Index().Where(s => s.Item > 0))
        {
            var width = number * (double)frame.Width / total;
            svg.Bar(x, y, width, BarHeight, lists[i].Mark);
            svg.Rect(x, y, width, BarHeight, "class=\"c-edge\" stroke-width=\"1\" fill=\"none\"");
            var text = Figures.Whole(number);
            var room = TextFit.Width(text, Svg.Small, bold: true) + 8;
            if (room + 4 <= width)
            {
                svg.Rect(x + ((width - room) / 2), y + 4, room, BarHeight - 8, "class=\"c-hole\"");
                svg.Text(x + (width / 2), y + 16.5, text, width, Svg.Small, "c-strong", Anchor.Middle);
            }

            x += width;
        }
    }

    /// <summary>The lists that hold a seat in any house, several to a line.</summary>
    private static double Legend(
        Svg svg,
        ChartFrame frame,
        IReadOnlyList<(string Name, ListMark Mark)> lists,
        IReadOnlyList<SeatStrip> strips
    )
    {
        var (x, y) = (0.0, 0.0);
        foreach (var (i, (name, mark)) in lists.Index().Where(l => strips.Any(s => s.Seats?[l.Index] > 0)))
        {
            var width = Math.Min(frame.Width, TextFit.Width(name, Svg.Small) + 38);
            if (x > 0 && x + width > frame.Width)
            {
                (x, y) = (0, y + 20);
            }

            svg.Bar(x, y + 2, 14, 12, mark);
            svg.Text(x + 20, y + 13, name, width - 20, Svg.Small);
            x += width;
        }

        return y + 28;
    }

    private static string Spoken(SeatStrip strip, IReadOnlyList<(string Name, ListMark Mark)> lists) =>
        strip.Seats is { } seats
            ? $"{strip.Title}: {string.Join(", ", lists.Zip(seats).Where(l => l.Second > 0).Select(l => $"{l.First.Name} {Figures.Whole(l.Second)}"))}"
            : $"{strip.Title}: {(strip.Note.Length > 0 ? strip.Note : Figures.Unknown)}";
}
