using Scrutineer.Publishing.Charts;
using static Scrutineer.Tests.Publishing.Charts.SvgReading;

namespace Scrutineer.Tests.Publishing.Charts;

public class SeatBarsTests
{
    [Fact]
    public void Render_Mazhilis2016To2021_IsAsApproved() =>
        Approved.Match(
            "Publishing/Charts/SeatBars.svg",
            ChartStyle.Standalone(
                SeatBars.Render(
                    new("change", "Seats, 2016 and 2021", "Nur Otan has eight seats fewer, Ak Zhol five more."),
                    "2016",
                    "2021",
                    Examples.Changes
                )
            )
        );

    [Fact]
    public void Render_Lists_AreSortedBySeatsAfterAndSayTheDifference()
    {
        var texts = Texts(Read(Render(Examples.Changes))).ToList();
        var order = new[] { "Нұр Отан", "−8", "Ақ жол", "+5", "Халық партиясы", "+3", "Ассамблея", "0" };
        Assert.Equal(order, texts.Where(order.Contains));
    }

    [Fact]
    public void Render_UnknownBefore_HasNoBarAndNoDifference()
    {
        var root = Read(Render([new("New", null, 0, Examples.Adal), new("Old", 3, 4, Examples.Auyl)]));
        Assert.Single(Texts(root), text => text == "—");
        Assert.Contains("New 2016 —, 2021 0, —", Description(root), StringComparison.Ordinal);
        Assert.Single(root.Elements(Svg + "rect"), rect => (string?)rect.Attribute("class") == "c-faint");
    }

    [Fact]
    public void Render_Bars_StandInProportion()
    {
        var root = Read(Render(Examples.Changes));
        var widths = root.Elements(Svg + "rect")
            .Where(rect => (string?)rect.Attribute("class") == "c-list")
            .Select(rect => Number(rect, "width"))
            .ToList();
        Assert.Equal(76 / 12.0, widths[0] / widths[1], 0.01);
    }

    [Fact]
    public void Render_NothingOrNonsense_Throws()
    {
        Assert.Throws<ArgumentException>(() => Render([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Render([new("A", -1, 0, Examples.Adal)]));
        Assert.Throws<ArgumentException>(() => SeatBars.Render(Examples.Frame("s"), "", "2021", Examples.Changes));
    }

    private static string Render(IReadOnlyList<SeatChange> changes) =>
        SeatBars.Render(Examples.Frame("s"), "2016", "2021", changes);
}
