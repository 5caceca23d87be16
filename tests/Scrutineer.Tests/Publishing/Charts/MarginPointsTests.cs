using Scrutineer.Allocation;
using Scrutineer.Publishing.Charts;
using static Scrutineer.Tests.Publishing.Charts.SvgReading;

namespace Scrutineer.Tests.Publishing.Charts;

public class MarginPointsTests
{
    private static readonly ChartFrame Frame = new("m", "The margins", "The least is 0.01000.");

    [Fact]
    public void Render_Margins_LeastFirstEachUnderItsWords()
    {
        var svg = Read(
            MarginPoints.Render(
                Frame,
                [new("A has at least 7 %", new Rational(1, 4)), new("No seat moves from A to B", new Rational(1, 100))]
            )
        );
        Assert.Equal(["0.01000", "No seat moves from A to B", "0.25000", "A has at least 7 %"], Texts(svg).Take(4));
        Assert.Contains("No seat moves from A to B: 0.01000", svg.Value, StringComparison.Ordinal);
        var points = svg.Descendants().Where(e => e.Name.LocalName == "circle").Select(e => (double)e.Attribute("cx")!);
        Assert.Equal([6 + (348 * 0.01 / 0.25), 354], points.Select(x => Math.Round(x, 2)));
    }

    [Fact]
    public void Render_NegativeMargin_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MarginPoints.Render(Frame, [new("A", -1)]));
}
