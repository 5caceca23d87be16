namespace Scrutineer.Publishing.Charts;

/// <summary>
/// A house as dots on concentric half-circles, blocs in seating order. Each bloc is labelled outside its arc; where a
/// label finds no room, its count still stands there if it can, and all blocs are listed below with their marks.
/// </summary>
public static class Hemicycle
{
    private const double SideMargin = 66;
    private const double DotPart = 0.86;
    private const double KeyRow = 20;

    // Parts of a bloc's own arc, its middle first.
    private static readonly double[] LabelPlaces = [0.5, 0.35, 0.65, 0.2, 0.8];

    /// <summary>The chart as SVG.</summary>
    public static string Render(ChartFrame frame, House house)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(house);
        return Render(frame, house, Pitch(frame, house));
    }

    /// <summary>The greatest distance between seats that the house has room for.</summary>
    internal static double Pitch(ChartFrame frame, House house) => SeatPlan.For(house.Seats, Radius(frame)).Pitch;

    /// <summary>The chart with dots for the given pitch, which is at most <see cref="Pitch"/>.</summary>
    internal static string Render(ChartFrame frame, House house, double pitch)
    {
        var svg = new Svg(frame);
        var plan = SeatPlan.For(house.Seats, Radius(frame));
        var dot = pitch * DotPart / 2;
        var centre = frame.Width / 2.0;
        var labels = new ArcLabels(centre, Radius(frame) + dot, frame.Width);

        var top = Math.Min(DrawMajority(), -Radius(frame) - dot);
        var bottom = dot + 1;
        DrawTotal();
        DrawSeats();
        if (!DrawLabels())
        {
            DrawKey();
        }

        return svg.Finish(
            top - 2,
            bottom + 3,
            house
                .Blocs.Select(bloc => $"{bloc.Label} {bloc.Seats}")
                .Prepend(house.Majority?.Label ?? $"{house.Seats} {house.SeatsWord}")
        );

        double DrawMajority()
        {
            if (house.Majority is not { } majority)
            {
                return 0;
            }

            // More than half is shown at the half, so that it reads the same from either side; any other majority
            // after the seat that completes it, counted from the left.
            var simple = majority.Seats == (house.Seats / 2) + 1;
            var along =
                simple ? 0.5
                : majority.Seats == house.Seats ? 1
                : (plan.Seats[majority.Seats - 1].Along + plan.Seats[majority.Seats].Along) / 2;
            var (x, y) = (Math.Cos(Math.PI * (1 - along)), -Math.Sin(Math.PI * (1 - along)));
            var (from, to) = (plan.Inner - dot - 4, Radius(frame) + dot + ArcLabels.Gap - 2);
            svg.Line(
                centre + (from * x),
                from * y,
                centre + (to * x),
                to * y,
                "class=\"c-line\" stroke-width=\"1.2\" stroke-dasharray=\"3 3\""
            );
            var words = XmlText.Clean(majority.Label) is { Length: > 0 } label ? label : Figures.Whole(majority.Seats);
            var forms = new[]
            {
                TextFit.Wrap(words, frame.Width / 2.0, ArcLabels.Size, 2),
                TextFit.Wrap(words, frame.Width / 4.0, ArcLabels.Size, 3),
                [Figures.Whole(majority.Seats)],
            };
            return labels.Place(forms, [along]) is var (placed, _) ? Draw(placed, strongLast: false) : 0;
        }

        void DrawTotal()
        {
            var room = 2 * (plan.Inner - dot) - 8;
            svg.Text(centre, -15, Figures.Whole(house.Seats), room, 18, "c-strong", Anchor.Middle);
            svg.Text(centre, 0, house.SeatsWord, room, Svg.Small, "c-muted", Anchor.Middle);
        }

        void DrawSeats()
        {
            var next = 0;
            foreach (var bloc in house.Blocs.Where(bloc => bloc.Seats > 0))
            {
                svg.Open(Svg.ListStyle(bloc.Mark.Colour));
                var marks = "";
                foreach (var seat in plan.Seats.Skip(next).Take(bloc.Seats))
                {
                    svg.Circle(centre + seat.X, seat.Y, dot);
                    marks += TextureArt.Dot(bloc.Mark.Texture, centre + seat.X, seat.Y, dot);
                }

                DrawMarks(marks, bloc.Mark.Texture, dot);
                svg.Close();
                next += bloc.Seats;
            }
        }

        bool DrawLabels()
        {
            var seated = new List<(Bloc Bloc, double From, double To)>();
            var next = 0;
            foreach (var bloc in house.Blocs.Where(bloc => bloc.Seats > 0))
            {
                seated.Add((bloc, plan.Seats[next].Along, plan.Seats[next + bloc.Seats - 1].Along));
                next += bloc.Seats;
            }

            // The largest choose first: what has to give way is the label that fewest look for.
            var complete = true;
            foreach (var (bloc, from, to) in seated.OrderByDescending(item => item.Bloc.Seats))
            {
                var (named, broken, count) = Forms(bloc);
                double[] places = [.. LabelPlaces.Select(part => from + ((to - from) * part))];
                if (labels.Place([named, broken], places) is var (beside, _))
                {
                    DrawBeside(beside);
                }
                else if ((from == 0 || to == 1) && labels.PlaceUnder(named, from == 0, dot + 5) is { } under)
                {
                    Draw(under, strongLast: true);
                    bottom = Math.Max(bottom, under.Box.Bottom);
                }
                else
                {
                    complete = false;
                    if (labels.Place([count], places) is var (counted, _))
                    {
                        DrawBeside(counted);
                    }
                }
            }

            return complete;
        }

        void DrawBeside(ArcLabel label)
        {
            top = Math.Min(top, Draw(label, strongLast: true));
            bottom = Math.Max(bottom, label.Box.Bottom);
            var (x, y) = (Math.Cos(label.Angle), -Math.Sin(label.Angle));
            var (start, end) = (Radius(frame) + dot + 2, Radius(frame) + dot + 7);
            svg.Line(
                centre + (start * x),
                start * y,
                centre + (end * x),
                end * y,
                "class=\"c-rule\" stroke-width=\"1\""
            );
        }

        double Draw(ArcLabel label, bool strongLast)
        {
            var y = label.Box.Top + 12;
            for (var line = 0; line < label.Lines.Count; line++, y += ArcLabels.LineHeight)
            {
                var css = strongLast && line == label.Lines.Count - 1 ? "c-strong" : "";
                svg.Text(label.X, y, label.Lines[line], frame.Width, ArcLabels.Size, css, label.Anchor);
            }

            return label.Box.Top;
        }

        void DrawKey()
        {
            bottom += 8;
            foreach (var bloc in house.Blocs)
            {
                var y = bottom + (KeyRow / 2);
                svg.Open(Svg.ListStyle(bloc.Mark.Colour) + " data-key=\"\"");
                svg.Circle(8, y, 6);
                DrawMarks(TextureArt.Dot(bloc.Mark.Texture, 8, y, 6), bloc.Mark.Texture, 6);
                svg.Close();
                svg.Text(52, y + 4.5, Figures.Whole(bloc.Seats), 34, Svg.Plain, "c-strong", Anchor.End);
                svg.Text(60, y + 4.5, bloc.Label, frame.Width - 64);
                bottom += KeyRow;
            }
        }

        void DrawMarks(string marks, Texture texture, double radius)
        {
            if (marks.Length > 0)
            {
                svg.Path(marks, TextureArt.Paint(texture, Math.Max(radius * 0.34, 0.6)));
            }
        }
    }

    private static double Radius(ChartFrame frame) => (frame.Width / 2.0) - SideMargin;

    private static (string[] Named, string[] Broken, string[] Count) Forms(Bloc bloc)
    {
        var name = XmlText.Clean(bloc.Label) is { Length: > 0 } label ? label : Figures.Unknown;
        var count = Figures.Whole(bloc.Seats);

        // Broken at the space that leaves the narrowest label.
        var broken = Enumerable
            .Range(0, name.Length)
            .Where(index => name[index] == ' ')
            .Select(index => new[] { name[..index], name[(index + 1)..], count })
            .MinBy(lines => lines.Max(line => TextFit.Width(line, ArcLabels.Size)));
        return ([name, count], broken ?? [name, count], [count]);
    }
}
