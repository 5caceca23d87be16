namespace Scrutineer.Publishing.Charts;

/// <summary>Two houses to be read together: a list keeps its mark, and a seat is as large in one as in the other.</summary>
/// <param name="Before">The earlier house as SVG.</param>
/// <param name="After">The later house as SVG.</param>
public sealed record HemicyclePair(string Before, string After)
{
    /// <summary>Both charts; the page sets them side by side, or one above the other where it is narrow.</summary>
    /// <exception cref="ArgumentException">
    /// The frames share an id or differ in width, or a label wears different marks before and after.
    /// </exception>
    public static HemicyclePair Render(ChartFrame beforeFrame, House before, ChartFrame afterFrame, House after)
    {
        ArgumentNullException.ThrowIfNull(beforeFrame);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(afterFrame);
        ArgumentNullException.ThrowIfNull(after);
        if (beforeFrame.Id == afterFrame.Id || beforeFrame.Width != afterFrame.Width)
        {
            throw new ArgumentException("The two charts need different ids and one width.", nameof(afterFrame));
        }

        foreach (var bloc in after.Blocs)
        {
            if (before.Blocs.Any(earlier => earlier.Label == bloc.Label && earlier.Mark != bloc.Mark))
            {
                throw new ArgumentException($"'{bloc.Label}' is drawn differently before and after.", nameof(after));
            }
        }

        var pitch = Math.Min(Hemicycle.Pitch(beforeFrame, before), Hemicycle.Pitch(afterFrame, after));
        return new(Hemicycle.Render(beforeFrame, before, pitch), Hemicycle.Render(afterFrame, after, pitch));
    }
}
