using System.Xml.Linq;
using Scrutineer.Publishing.Charts;
using static Scrutineer.Tests.Publishing.Charts.SvgReading;

namespace Scrutineer.Tests.Publishing.Charts;

public class MarginStripTests
{
    [Fact]
    public void Render_Mazhilis2021_IsAsApproved() =>
        Approved.Match(
            "Publishing/Charts/MarginStrip.svg",
            ChartStyle.Standalone(
                MarginStrip.Render(
                    new(
                        "margins",
                        "The closest seats, 2021",
                        "Between admitted lists, fewer than 11,127 votes move no seat."
                    ),
                    "votes",
                    Examples.Transfers
                )
            )
        );

    [Fact]
    public void Render_Transfers_SmallestFirstWithBothNames()
    {
        var texts = Texts(Read(Render(MarginScale.Linear))).ToList();
        Assert.EndsWith("Ақ жол\u200e → \u200eНұр Отан", texts[0], StringComparison.Ordinal);
        Assert.Contains("11\u202f127 votes:", Read(Render(MarginScale.Linear)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Linear_BarsStandInProportion()
    {
        var bars = Bars(Read(Render(MarginScale.Linear)));
        Assert.Equal(
            Examples.Transfers.Min(t => t.Votes) / (double)Examples.Transfers.Max(t => t.Votes),
            bars[0] / bars[^1],
            0.01
        );
    }

    [Fact]
    public void Render_Logarithmic_ADecadeIsADecade()
    {
        var chart = MarginStrip.Render(
            Examples.Frame("m"),
            "votes",
            [new(10, "A", "B"), new(1_000, "A", "B"), new(100, "A", "B"), new(0, "A", "B"), new(1, "A", "B")]
        );
        var bars = Bars(Read(chart));
        Assert.Equal(bars[3] - bars[2], bars[4] - bars[3], 0.02);
        Assert.Equal(bars[0], bars[1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(long.MaxValue)]
    public void Render_ExtremeVotes_StayInside(long votes)
    {
        foreach (var scale in Enum.GetValues<MarginScale>())
        {
            Read(MarginStrip.Render(Examples.Frame("m"), "votes", [new(votes, "A", "B")], scale));
        }
    }

    [Fact]
    public void Render_NothingOrNonsense_Throws()
    {
        Assert.Throws<ArgumentException>(() => MarginStrip.Render(Examples.Frame("m"), "votes", []));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            MarginStrip.Render(Examples.Frame("m"), "votes", [new(-1, "A", "B")])
        );
    }

    private static string Render(MarginScale scale) =>
        MarginStrip.Render(Examples.Frame("m"), "votes", Examples.Transfers, scale);

    private static List<double> Bars(XElement root) =>
        [
            .. root.Elements(Svg + "rect")
                .Where(rect => (string?)rect.Attribute("class") == "c-muted")
                .Select(rect => Number(rect, "width")),
        ];
}
