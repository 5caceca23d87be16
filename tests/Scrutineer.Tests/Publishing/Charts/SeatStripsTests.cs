using Scrutineer.Publishing.Charts;
using static Scrutineer.Tests.Publishing.Charts.SvgReading;

namespace Scrutineer.Tests.Publishing.Charts;

public class SeatStripsTests
{
    private static readonly (string, ListMark)[] Lists = [("Adal", Examples.Adal), ("Auyl", Examples.Auyl)];

    [Fact]
    public void Render_TwoHouses_IsAsApproved() =>
        Approved.Match(
            "Publishing/Charts/SeatStrips.svg",
            ChartStyle.Standalone(
                Render(new("As governed: 98 seats", [60, 38]), new("Unknown base: 225 seats", null, "cannot be told"))
            )
        );

    [Fact]
    public void Render_Parts_StandInProportionAndFillTheWidth()
    {
        var widths = Read(Render(new SeatStrip("A", [3, 1])))
            .Elements(Svg + "rect")
            .Where(r => (string?)r.Attribute("class") == "c-list")
            .Select(r => Number(r, "width"))
            .Skip(2)
            .ToList();
        Assert.Equal(3, widths[0] / widths[1], 0.01);
        Assert.Equal(ChartFrame.PhoneWidth, widths.Sum(), 0.02);
    }

    [Fact]
    public void Render_HouseThatCannotBeTold_SaysWhyAndHasNoBar()
    {
        var root = Read(Render(new("A", [1, 0]), new("B", null, "no votes there")));
        Assert.Contains("no votes there", Texts(root));
        Assert.Contains("B: no votes there", Description(root), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ListWithoutASeatAnywhere_IsNotInTheLegend() =>
        Assert.DoesNotContain("Auyl", Texts(Read(Render(new SeatStrip("A", [1, 0])))));

    [Fact]
    public void Render_NothingOrNonsense_Throws()
    {
        Assert.Throws<ArgumentException>(() => Render());
        Assert.Throws<ArgumentException>(() => Render(new SeatStrip("A", [1])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Render(new SeatStrip("A", [1, -1])));
    }

    private static string Render(params SeatStrip[] strips) => SeatStrips.Render(Examples.Frame("s"), Lists, strips);
}
