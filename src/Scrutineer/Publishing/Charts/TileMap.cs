namespace Scrutineer.Publishing.Charts;

/// <summary>
/// Regions as equal squares in about their places: a region counts once however much steppe it has. The figure stands in
/// every square and the shade only repeats it; what is not known has a dashed outline and no shade.
/// </summary>
public static class TileMap
{
    /// <summary>The least side of a square, in CSS pixels.</summary>
    public const int LeastSide = 40;

    private const double Gap = 4;
    private const double GreatestSide = 72;
    private static readonly double[] Opacities = [0.04, 0.11, 0.18, 0.26, 0.34];

    /// <summary>The chart as SVG.</summary>
    /// <param name="frame">Name, words and width.</param>
    /// <param name="caption">What the figures are, and of what base.</param>
    /// <param name="tiles">The squares, in the order in which they are to be read aloud.</param>
    /// <exception cref="ArgumentException">
    /// There is no caption or no tile, two tiles share a place, or there are more columns than squares of 40 px fit.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A place is negative, or a shade is not within 0 to 4.</exception>
    public static string Render(ChartFrame frame, string caption, IReadOnlyList<Tile> tiles)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentException.ThrowIfNullOrWhiteSpace(caption);
        Check.NotEmpty(tiles);
        foreach (var tile in tiles)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(tile.Row, nameof(tiles));
            ArgumentOutOfRangeException.ThrowIfNegative(tile.Column, nameof(tiles));
            ArgumentOutOfRangeException.ThrowIfNegative(tile.Shade ?? 0, nameof(tiles));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(tile.Shade ?? 0, Opacities.Length, nameof(tiles));
        }

        if (tiles.Select(tile => (tile.Row, tile.Column)).Distinct().Count() < tiles.Count)
        {
            throw new ArgumentException("Two tiles share a place.", nameof(tiles));
        }

        var columns = tiles.Max(tile => tile.Column) + 1.0;
        var side = Math.Min(Math.Floor(((frame.Width + Gap) / columns) - Gap), GreatestSide);
        if (side < LeastSide)
        {
            throw new ArgumentException($"{columns} columns do not fit into {frame.Width} px.", nameof(tiles));
        }

        var svg = new Svg(frame);
        foreach (var tile in tiles)
        {
            var (x, y) = (tile.Column * (side + Gap), tile.Row * (side + Gap));
            svg.Rect(
                x + 0.5,
                y + 0.5,
                side - 1,
                side - 1,
                tile.Shade is { } shade
                    ? $"class=\"c-shade\" fill-opacity=\"{Svg.N(Opacities[shade])}\""
                    : "class=\"c-rule\" stroke-dasharray=\"3 3\""
            );
            var (middle, room) = (x + (side / 2), side - 4);
            svg.Text(middle, y + (side / 2) - 3, tile.Label, room, Svg.Small, "c-strong", Anchor.Middle);

            // A figure that does not fit is left out whole: the first half of a number is another number.
            var value = TextFit.Width(XmlText.Clean(tile.Value), Svg.Small) <= room ? tile.Value : "…";
            svg.Text(middle, y + (side / 2) + 13, value, room, Svg.Small, "", Anchor.Middle);
        }

        var bottom = ((tiles.Max(tile => tile.Row) + 1) * (side + Gap)) + 14;
        bottom = svg.Paragraph(0, bottom, caption, frame.Width);
        return svg.Finish(0, bottom - 8, tiles.Select(tile => $"{tile.Label} {tile.Value}").Prepend(caption));
    }
}
