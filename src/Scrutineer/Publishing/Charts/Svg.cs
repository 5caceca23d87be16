using System.Globalization;
using System.Text;

namespace Scrutineer.Publishing.Charts;

/// <summary>Where the given x of a text lies in it.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>
/// Writes one chart. Every text passes through <see cref="XmlText.Escape"/> here and nowhere else, and every number
/// through <see cref="N"/>, so that the output is safe and the same everywhere.
/// </summary>
internal sealed class Svg(ChartFrame frame)
{
    /// <summary>Font size of names and main figures.</summary>
    public const double Plain = 14;

    /// <summary>
    /// Font size of everything else: still about 12 px where a phone 360 px wide leaves 328 px between its margins.
    /// </summary>
    public const double Small = 13;

    private readonly StringBuilder body = new();
    private readonly SortedSet<Texture> patterns = [];

    /// <summary>A coordinate: two decimals, invariant, never negative zero.</summary>
    public static string N(double value)
    {
        var rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.00", CultureInfo.InvariantCulture);
    }

    /// <summary>The attributes that give an element a list's colour on either paper.</summary>
    public static string ListStyle(Colour colour)
    {
        var pair = colour.OnPapers();
        return $"class=\"c-list\" style=\"--c-light:{pair.Light};--c-dark:{pair.Dark}\"";
    }

    /// <summary>Opens a group; <paramref name="attributes"/> are written by the charts, never by callers.</summary>
    public void Open(string attributes) => body.Append($"<g {attributes}>\n");

    public void Close() => body.Append("</g>\n");

    public void Circle(double x, double y, double radius, string attributes = "") =>
        Element($"circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\"", attributes);

    public void Rect(double x, double y, double width, double height, string attributes) =>
        Element($"rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\"", attributes);

    public void Line(double x1, double y1, double x2, double y2, string attributes) =>
        Element($"line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\"", attributes);

    public void Path(string d, string attributes) => Element($"path d=\"{d}\"", attributes);

    /// <summary>A bar in a list's colour and texture.</summary>
    public void Bar(double x, double y, double width, double height, ListMark mark)
    {
        Rect(x, y, width, height, ListStyle(mark.Colour));
        if (mark.Texture != Texture.Solid)
        {
            patterns.Add(mark.Texture);
            Rect(x, y, width, height, $"fill=\"url(#{PatternId(mark.Texture)})\"");
        }
    }

    /// <summary>
    /// One line of text; what does not fit in <paramref name="width"/> is cut and kept as a tooltip. A
    /// <paramref name="lead"/> stands before it, strong and never cut.
    /// </summary>
    public void Text(
        double x,
        double y,
        string text,
        double width,
        double size = Plain,
        string css = "",
        Anchor anchor = Anchor.Start,
        string lead = ""
    )
    {
        var clean = XmlText.Clean(text) is { Length: > 0 } words ? words : Figures.Unknown;
        var room = width - TextFit.Width(lead, size, bold: true);
        var shown = TextFit.Truncate(clean, room, size, css.Contains("c-strong", StringComparison.Ordinal));
        body.Append($"<text x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(size)}\"");
        body.Append(css.Length == 0 ? "" : $" class=\"{css}\"");
        body.Append(
            anchor switch
            {
                Anchor.Middle => " text-anchor=\"middle\"",
                Anchor.End => " text-anchor=\"end\"",
                _ => "",
            }
        );
        body.Append('>');
        if (shown != clean)
        {
            body.Append($"<title>{XmlText.Escape(TextFit.Spoken(clean))}</title>");
        }

        body.Append(lead.Length == 0 ? "" : $"<tspan class=\"c-strong c-ink\">{XmlText.Escape(lead)}</tspan> ");
        body.Append(XmlText.Escape(shown)).Append("</text>\n");
    }

    /// <summary>
    /// A patch of paper under a text that would otherwise be crossed by a line drawn before; <see cref="Text"/> follows.
    /// </summary>
    public void Patch(double x, double baseline, double width) => Rect(x, baseline - 13, width, 18, "class=\"c-hole\"");

    /// <summary>Wraps a caption over at most four lines from a baseline; returns the baseline of the next line.</summary>
    public double Paragraph(double x, double y, string text, double width, string css = "c-muted")
    {
        foreach (var line in TextFit.Wrap(XmlText.Clean(text), width, Small, 4))
        {
            Text(x, y, line, width, Small, css);
            y += 16;
        }

        return y;
    }

    /// <summary>The whole chart.</summary>
    /// <param name="top">The least y drawn.</param>
    /// <param name="bottom">The greatest y drawn.</param>
    /// <param name="figures">What the chart shows, in its order, for the description.</param>
    public string Finish(double top, double bottom, IEnumerable<string> figures)
    {
        var spoken = string.Join("; ", figures.Select(figure => TextFit.Spoken(XmlText.Clean(figure))));
        var description = XmlText.Escape(spoken.Length == 0 ? frame.Summary : $"{frame.Summary} {spoken}.");
        var (start, height) = (Math.Floor(top), Math.Ceiling(bottom) - Math.Floor(top));
        var head = new StringBuilder();
        head.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\" ");
        head.Append($"viewBox=\"0 {start} {frame.Width} {height}\" font-family=\"system-ui, sans-serif\" ");

        // Beyond five quarters of its natural width the text of a chart would be larger than the text around it.
        head.Append($"style=\"max-width:{frame.Width * 5 / 4}px\" ");
        head.Append($"aria-labelledby=\"{frame.Id}-title\" aria-describedby=\"{frame.Id}-desc\">\n");
        head.Append($"<title id=\"{frame.Id}-title\">{XmlText.Escape(frame.Title)}</title>\n");
        head.Append($"<desc id=\"{frame.Id}-desc\">{description}</desc>\n");
        if (patterns.Count > 0)
        {
            head.Append("<defs>\n");
            foreach (var texture in patterns)
            {
                head.Append($"<pattern id=\"{PatternId(texture)}\" width=\"6\" height=\"6\" ");
                head.Append("patternUnits=\"userSpaceOnUse\">");
                head.Append($"<path d=\"{TextureArt.Tile(texture)}\" {TextureArt.Paint(texture, 1.2)}/></pattern>\n");
            }

            head.Append("</defs>\n");
        }

        return head.Append(body).Append("</svg>\n").ToString();
    }

    private string PatternId(Texture texture) => $"{frame.Id}-{texture}".ToLowerInvariant();

    private void Element(string element, string attributes) =>
        body.Append('<').Append(element).Append(attributes.Length == 0 ? "" : " ").Append(attributes).Append("/>\n");
}
