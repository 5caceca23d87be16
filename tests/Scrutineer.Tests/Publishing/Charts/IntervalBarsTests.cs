using System.Xml.Linq;
using Scrutineer.Allocation;
using Scrutineer.Publishing.Charts;
using static Scrutineer.Tests.Publishing.Charts.SvgReading;

namespace Scrutineer.Tests.Publishing.Charts;

public class IntervalBarsTests
{
    [Fact]
    public void Render_ExitPoll2021_IsAsApproved() =>
        Approved.Match(
            "Publishing/Charts/IntervalBars.svg",
            ChartStyle.Standalone(
                IntervalBars.Render(
                    new(
                        "exit-poll",
                        "Exit poll and result, 2021",
                        "Every official share is inside the poll's interval."
                    ),
                    "of those asked at 600 stations; ± 2 points, as the pollster states it",
                    "official, of votes for lists",
                    Examples.ExitPoll,
                    decimals: 2
                )
            )
        );

    [Fact]
    public void Render_OwnWindow_IsAsApproved() =>
        Approved.Match(
            "Publishing/Charts/IntervalBarsOwnWindow.svg",
            ChartStyle.Standalone(
                IntervalBars.Render(
                    new("quick-count", "Quick count and result", "Both official shares are inside the interval."),
                    "1,502 stations; base and margin as CODEO states",
                    "official",
                    Examples.QuickCount,
                    scale: IntervalScale.OwnWindow,
                    decimals: 2
                )
            )
        );

    [Theory]
    [InlineData(IntervalScale.FromZero)]
    [InlineData(IntervalScale.OwnWindow)]
    public void Render_Official_IsOnTheBarExactlyWhereItIsInsideTheInterval(IntervalScale scale)
    {
        for (var official = 40; official <= 60; official++)
        {
            var root = Read(
                Render(
                    [new("A", new(50, 100), new(46, 100), new(55, 100), new Rational(official, 100), Examples.Auyl)],
                    scale
                )
            );
            var bar = root.Elements(Svg + "rect").First();
            var sign = Middle(root.Elements(Svg + "path").Skip(1).First());
            var (low, high) = (Number(bar, "x"), Number(bar, "x") + Number(bar, "width"));
            Assert.Equal(official is >= 46 and <= 55, sign >= low - 0.02 && sign <= high + 0.02);
        }
    }

    [Fact]
    public void Render_OwnWindow_GivesEveryRowThePointsOfTheWidest()
    {
        var root = Read(Render(Examples.QuickCount, IntervalScale.OwnWindow));
        var widths = root.Elements(Svg + "rect").Where(IsBar).Select(bar => Number(bar, "width")).ToList();
        Assert.Equal(120.0 / 119, widths[0] / widths[1], 0.001);

        static bool IsBar(XElement rect) => (string?)rect.Attribute("class") == "c-list";
    }

    [Fact]
    public void Render_Seats_AreNotPercentages()
    {
        var chart = IntervalBars.Render(
            Examples.Frame("i"),
            "seats",
            "official",
            [new("A", 76, 74, 79, 76, Examples.NurOtan), new("B", 0, 0, 0, null, Examples.Adal)],
            IntervalUnit.Seats,
            decimals: 0
        );
        var texts = Texts(Read(chart)).ToList();
        Assert.Contains("74 – 79", texts);
        Assert.DoesNotContain(texts, text => text.Contains('%', StringComparison.Ordinal));
    }

    [Fact]
    public void Render_NothingOrNonsense_Throws()
    {
        Assert.Throws<ArgumentException>(() => Render([], IntervalScale.FromZero));
        Assert.Throws<ArgumentException>(() =>
            Render([new("A", new(1, 2), new(3, 5), new(4, 5), null, Examples.Adal)], IntervalScale.FromZero)
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Render([new("A", new(1, 2), new(-3, 5), new(4, 5), null, Examples.Adal)], IntervalScale.FromZero)
        );
    }

    private static string Render(IReadOnlyList<Interval> intervals, IntervalScale scale) =>
        IntervalBars.Render(Examples.Frame("i"), "of valid votes", "official", intervals, scale: scale);

    // A diamond begins at its top, above its middle.
    private static double Middle(XElement sign) =>
        double.Parse(sign.Attribute("d")!.Value[1..].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
}
