namespace Scrutineer.Publishing.Charts;

/// <summary>The drawings of <see cref="Texture"/>: cut out of the colour in the colour of the paper.</summary>
internal static class TextureArt
{
    /// <summary>The attributes of a path that cuts a texture.</summary>
    public static string Paint(Texture texture, double width) =>
        texture == Texture.Holes ? "class=\"c-hole\"" : $"class=\"c-cut\" stroke-width=\"{Svg.N(width)}\"";

    /// <summary>One tile of 6 × 6 for bars; lines run through to the next tile.</summary>
    public static string Tile(Texture texture) =>
        texture switch
        {
            Texture.Holes => "M1.5 3a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0z",
            Texture.Horizontal => "M0 3H6",
            Texture.Vertical => "M3 0V6",
            Texture.Rising => "M-1 1L1 -1M0 6L6 0M5 7L7 5",
            Texture.Falling => "M-1 5L1 7M0 0L6 6M5 -1L7 1",
            Texture.Plus => "M0 3H6M3 0V6",
            Texture.Cross => "M0 6L6 0M0 0L6 6",
            _ => throw new ArgumentOutOfRangeException(nameof(texture), texture, "A texture without a pattern."),
        };

    /// <summary>The mark inside one dot of the given radius; empty for <see cref="Texture.Solid"/>.</summary>
    public static string Dot(Texture texture, double x, double y, double radius)
    {
        var arm = radius * 0.62;
        var slant = arm * Math.Sqrt(0.5);
        return texture switch
        {
            Texture.Solid => "",
            Texture.Holes => Hole(radius * 0.5),
            Texture.Horizontal => Stroke(arm, 0),
            Texture.Vertical => Stroke(0, arm),
            Texture.Rising => Stroke(slant, -slant),
            Texture.Falling => Stroke(slant, slant),
            Texture.Plus => Stroke(arm, 0) + Stroke(0, arm),
            Texture.Cross => Stroke(slant, -slant) + Stroke(slant, slant),
            _ => throw new ArgumentOutOfRangeException(nameof(texture), texture, "A texture without a mark."),
        };

        string Stroke(double dx, double dy) => $"M{Svg.N(x - dx)} {Svg.N(y - dy)}L{Svg.N(x + dx)} {Svg.N(y + dy)}";

        string Hole(double r) =>
            $"M{Svg.N(x - r)} {Svg.N(y)}a{Svg.N(r)} {Svg.N(r)} 0 1 0 {Svg.N(2 * r)} 0"
            + $"a{Svg.N(r)} {Svg.N(r)} 0 1 0 {Svg.N(-2 * r)} 0z";
    }
}
