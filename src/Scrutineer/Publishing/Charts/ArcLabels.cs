using System.Runtime.InteropServices;

namespace Scrutineer.Publishing.Charts;

/// <summary>A rectangle that a text takes, or may take.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public bool Overlaps(Box other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}

/// <summary>A label outside the arc: its lines, the last of which is the count, and where it goes.</summary>
internal sealed record ArcLabel(IReadOnlyList<string> Lines, double X, Anchor Anchor, Box Box, double Angle);

/// <summary>
/// Places labels outside a half-circle about (centre, 0) so that no two overlap and none leaves the chart. What finds no
/// place is left out, and the chart lists all blocs below instead.
/// </summary>
internal sealed class ArcLabels(double centre, double radius, double width)
{
    public const double LineHeight = 16;
    public const double Size = Svg.Plain;

    /// <summary>Distance of a label from the radius given.</summary>
    public const double Gap = 9;

    private const double Clearance = 4;
    private readonly List<Box> taken = [];

    /// <summary>The label in the first form, and in the first place along the arc, that is free.</summary>
    /// <param name="forms">The same label in several forms, the best first; each is its lines.</param>
    /// <param name="places">Places along the arc, 0 at its left end to 1 at its right, the best first.</param>
    /// <returns>The label and the number of the form, or <c>null</c> where no form fits anywhere.</returns>
    public (ArcLabel Label, int Form)? Place(IReadOnlyList<IReadOnlyList<string>> forms, IReadOnlyList<double> places)
    {
        for (var form = 0; form < forms.Count; form++)
        {
            foreach (var along in places)
            {
                if (TryTake(At(forms[form], Math.PI * (1 - along))) is { } label)
                {
                    return (label, form);
                }
            }
        }

        return null;
    }

    /// <summary>The label under an end of the arc, at the given height, or <c>null</c> where it finds no room.</summary>
    public ArcLabel? PlaceUnder(IReadOnlyList<string> lines, bool left, double top)
    {
        var wide = Wide(lines);
        var (x, anchor) = left
            ? (Math.Min(centre - radius, centre - Clearance - wide), Anchor.Start)
            : (Math.Max(centre + radius, centre + Clearance + wide), Anchor.End);
        var start = left ? x : x - wide;
        return TryTake(
            new(lines, x, anchor, new(start, top, start + wide, top + (lines.Count * LineHeight)), left ? Math.PI : 0)
        );
    }

    private static double Wide(IReadOnlyList<string> lines) =>
        lines.Select((line, number) => TextFit.Width(line, Size, bold: number == lines.Count - 1)).Max();

    private ArcLabel? TryTake(ArcLabel label)
    {
        var box = label.Box;
        if (box.Left < 0 || box.Right > width || taken.Exists(box.Overlaps))
        {
            return null;
        }

        taken.Add(new(box.Left - Clearance, box.Top - 1, box.Right + Clearance, box.Bottom + 1));
        return label;
    }

    private ArcLabel At(IReadOnlyList<string> lines, double angle)
    {
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        var x = centre + ((radius + Gap) * cos);
        var y = -(radius + Gap) * sin;
        var wide = Wide(lines);
        var high = lines.Count * LineHeight;

        // Beside the arc a label is centred on its place; above it, it stands on it.
        var top = y - (high / 2) - (high / 2 * sin);
        var anchor =
            cos < -0.25 ? Anchor.End
            : cos > 0.25 ? Anchor.Start
            : Anchor.Middle;
        var left = anchor switch
        {
            Anchor.End => x - wide,
            Anchor.Start => x,
            _ => x - (wide / 2),
        };
        return new(lines, x, anchor, new(left, top, left + wide, top + high), angle);
    }
}
