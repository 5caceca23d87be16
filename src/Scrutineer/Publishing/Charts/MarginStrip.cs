namespace Scrutineer.Publishing.Charts;

/// <summary>What would have changed one result: the smallest transfers of votes that move a seat, the smallest first.</summary>
public static class MarginStrip
{
    // The marks keep the order of losing and gaining list where their names are written from right to left.
    private const string Arrow = "\u200e → \u200e";
    private const double RowHeight = 38;
    private const double SecondLine = 16;

    /// <summary>The chart as SVG.</summary>
    /// <param name="frame">Name, words and width.</param>
    /// <param name="votesWord">The word after the figure, such as <c>votes</c>.</param>
    /// <param name="transfers">The transfers; equals keep their order.</param>
    /// <param name="scale">How bars grow.</param>
    /// <exception cref="ArgumentException">There is no transfer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of votes is negative.</exception>
    public static string Render(
        ChartFrame frame,
        string votesWord,
        IReadOnlyList<Transfer> transfers,
        MarginScale scale = MarginScale.Logarithmic
    )
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(votesWord);
        Check.NotEmpty(transfers);
        foreach (var transfer in transfers)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(transfer.Votes, nameof(transfers));
        }

        var svg = new Svg(frame);
        var sorted = transfers.OrderBy(transfer => transfer.Votes).ToList();
        var room = frame.Width - 4.0;
        var most = Math.Max(sorted[^1].Votes, scale == MarginScale.Logarithmic ? 10 : 1);
        var rows = sorted.ConvertAll(Row);
        var bottom = rows.Sum(row => row.Height);
        if (scale == MarginScale.Logarithmic)
        {
            DrawDecades();
        }

        svg.Line(0.5, 0, 0.5, bottom, "class=\"c-rule\" stroke-width=\"1\"");
        var y = 0.0;
        foreach (var (votes, lead, names, height) in rows)
        {
            svg.Patch(3, y + 14, LeadWidth(lead) + (height > RowHeight ? 0 : 6 + TextFit.Width(names, Svg.Plain)));
            if (height > RowHeight)
            {
                svg.Text(4, y + 14, lead, room, Svg.Plain, "c-strong");
                svg.Patch(3, y + 14 + SecondLine, TextFit.Width(names, Svg.Plain) + 2);
                svg.Text(4, y + 14 + SecondLine, names, room);
            }
            else
            {
                svg.Text(4, y + 14, names, frame.Width, lead: lead);
            }

            svg.Rect(0.5, y + height - 18, Math.Max(X(votes) - 0.5, 1.5), 12, "class=\"c-muted\"");
            y += height;
        }

        return svg.Finish(
            0,
            bottom + (scale == MarginScale.Logarithmic ? 20 : 0),
            sorted.Select(transfer =>
                $"{Figures.Whole(transfer.Votes)} {votesWord}: {transfer.From}{Arrow}{transfer.To}"
            )
        );

        // Names that do not fit beside the figure get a line of their own.
        (long Votes, string Lead, string Names, double Height) Row(Transfer transfer)
        {
            var lead = $"{Figures.Whole(transfer.Votes)} {XmlText.Clean(votesWord)}:";
            lead = TextFit.Truncate(lead, room - 10, Svg.Plain, bold: true);
            var names = Names(transfer, room - 4);
            var fits = LeadWidth(lead) + TextFit.Width(names, Svg.Plain) + 10 <= room;
            return (transfer.Votes, lead, names, fits ? RowHeight : RowHeight + SecondLine);
        }

        double X(long votes) =>
            scale == MarginScale.Linear
                ? room * votes / most
                : room * Math.Log10(Math.Max(votes, 1)) / Math.Log10(most);

        void DrawDecades()
        {
            var free = 0.0;
            for (var decade = 1L; decade <= most; decade *= 10)
            {
                var text = Figures.Whole(decade);
                var (x, wide) = (Math.Max(X(decade), 0.5), TextFit.Width(text, Svg.Small));
                svg.Line(x, 0, x, bottom, "class=\"c-rule\" stroke-width=\"1\" stroke-dasharray=\"1 3\"");
                var left = Math.Clamp(x - (wide / 2), 0, frame.Width - wide);
                if (left >= free)
                {
                    svg.Text(left, bottom + 14, text, frame.Width, Svg.Small, "c-muted");
                    free = left + wide + 6;
                }

                if (decade > long.MaxValue / 10)
                {
                    break;
                }
            }
        }
    }

    private static double LeadWidth(string lead) => TextFit.Width(lead, Svg.Plain, bold: true);

    // Neither name may push the other out.
    private static string Names(Transfer transfer, double room)
    {
        var (from, to) = (Name(transfer.From), Name(transfer.To));
        var half = (room - TextFit.Width(Arrow, Svg.Plain)) / 2;
        var (fromWide, toWide) = (TextFit.Width(from, Svg.Plain), TextFit.Width(to, Svg.Plain));
        return TextFit.Truncate(from, Math.Max(half, (2 * half) - toWide), Svg.Plain)
            + Arrow
            + TextFit.Truncate(to, Math.Max(half, (2 * half) - fromWide), Svg.Plain);

        static string Name(string label) => XmlText.Clean(label) is { Length: > 0 } name ? name : Figures.Unknown;
    }
}
