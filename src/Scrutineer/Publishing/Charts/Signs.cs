namespace Scrutineer.Publishing.Charts;

/// <summary>Small outlined signs that are told apart by their shape alone.</summary>
internal static class Signs
{
    /// <summary>Diamond, triangle, square, disc.</summary>
    public static void Draw(Svg svg, int sign, double x, double y)
    {
        var d = sign switch
        {
            0 => Polygon((0, -5.5), (5, 0), (0, 5.5), (-5, 0)),
            1 => Polygon((0, -5), (5, 4.2), (-5, 4.2)),
            2 => Polygon((-4, -4), (4, -4), (4, 4), (-4, 4)),
            3 => $"M{Svg.N(x - 4.5)} {Svg.N(y)}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z",
            _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, "There are four signs."),
        };
        svg.Path(d, "class=\"c-sign\" stroke-width=\"1.5\"");

        string Polygon(params (double X, double Y)[] corners) =>
            "M" + string.Join("L", corners.Select(corner => $"{Svg.N(x + corner.X)} {Svg.N(y + corner.Y)}")) + "z";
    }
}
