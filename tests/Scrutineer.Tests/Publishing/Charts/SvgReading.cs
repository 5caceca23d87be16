using System.Globalization;
using System.Xml.Linq;

namespace Scrutineer.Tests.Publishing.Charts;

/// <summary>Reads a chart back as a browser would, and holds what is true of every chart.</summary>
internal static class SvgReading
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static XElement Read(string chart)
    {
        var root = XDocument.Parse(chart).Root!;
        Assert.Equal(Svg + "svg", root.Name);
        Assert.Equal("img", (string?)root.Attribute("role"));

        var ids = root.DescendantsAndSelf().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal((string?)root.Attribute("aria-labelledby"), (string?)root.Element(Svg + "title")!.Attribute("id"));
        Assert.Equal((string?)root.Attribute("aria-describedby"), (string?)root.Element(Svg + "desc")!.Attribute("id"));
        Assert.NotEqual("", root.Element(Svg + "desc")!.Value.Trim());

        Assert.All(
            root.Descendants(Svg + "text"),
            text =>
            {
                Assert.True(Number(text, "font-size") >= 12);
                Assert.NotEqual("", text.Value);
            }
        );
        Assert.DoesNotContain(
            root.DescendantsAndSelf().Attributes(),
            attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            root.Descendants(),
            element => element.Name.LocalName is "script" or "a" or "image" or "use"
        );
        AssertInside(root);
        return root;
    }

    public static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    public static IEnumerable<string> Texts(XElement root) =>
        root.Descendants(Svg + "text").Select(text => string.Concat(text.Nodes().OfType<XText>()));

    public static string Description(XElement root) => root.Element(Svg + "desc")!.Value;

    private static void AssertInside(XElement root)
    {
        var box = root.Attribute("viewBox")!.Value.Split(' ').Select(Parse).ToArray();
        var (right, bottom) = (box[0] + box[2], box[1] + box[3]);
        foreach (var circle in root.Descendants(Svg + "circle"))
        {
            var (x, y, r) = (Number(circle, "cx"), Number(circle, "cy"), Number(circle, "r"));
            if (x - r < box[0] || x + r > right || y - r < box[1] || y + r > bottom)
            {
                Assert.Fail($"{circle} is outside the chart.");
            }
        }

        foreach (var rect in root.Descendants(Svg + "rect"))
        {
            var (x, y) = (Number(rect, "x"), Number(rect, "y"));
            var (width, height) = (Number(rect, "width"), Number(rect, "height"));
            Assert.True(width >= 0 && height > 0, rect.ToString());
            Assert.True(x >= box[0] && x + width <= right && y >= box[1] && y + height <= bottom, rect.ToString());
        }

        foreach (var line in root.Descendants(Svg + "line"))
        {
            Assert.All(["x1", "x2"], name => Assert.InRange(Number(line, name), box[0], right));
            Assert.All(["y1", "y2"], name => Assert.InRange(Number(line, name), box[1], bottom));
        }

        // A baseline has 12 px of letters above it and 3 px below it.
        foreach (var text in root.Descendants(Svg + "text"))
        {
            Assert.InRange(Number(text, "y"), box[1] + 10, bottom - 3);
            Assert.InRange(Number(text, "x"), box[0], right);
        }

        static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);
    }
}
