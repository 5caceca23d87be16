using Scrutineer.Allocation;
using Scrutineer.Publishing.Charts;
using static Scrutineer.Tests.Publishing.Charts.SvgReading;

namespace Scrutineer.Tests.Publishing.Charts;

public class ThresholdBarsTests
{
    [Fact]
    public void Render_Mazhilis2021_IsAsApproved() =>
        Approved.Match(
            "Publishing/Charts/ThresholdBars.svg",
            ChartStyle.Standalone(
                ThresholdBars.Render(
                    new(
                        "shares-2021",
                        "Shares and threshold, 2021",
                        "Three of five lists are above 7 %, in either base."
                    ),
                    "of votes for lists",
                    Examples.SevenPercent,
                    Examples.Bars
                )
            )
        );

    [Fact]
    public void Render_Lists_AreSortedByShareAndBarsStartAtZero()
    {
        var root = Read(Render(Examples.SevenPercent, Examples.Bars));
        var bars = root.Elements(Svg + "rect").Where(rect => (string?)rect.Attribute("class") == "c-list").ToList();
        Assert.Equal(5, bars.Count);
        Assert.All(bars, bar => Assert.Equal(0.5, Number(bar, "x")));
        var widths = bars.Select(bar => Number(bar, "width")).ToList();
        Assert.Equal(widths.OrderDescending(), widths);
        Assert.Equal(659_019 / 5_148_074.0, widths[2] / widths[0], 0.001);

        var order = new[] { "Нұр Отан", "Ақ жол", "Қазақстан халық партиясы", "Ауыл", "Адал" };
        Assert.Equal(order, Texts(root).Intersect(order));
        string[] texts = ["71.09\u00a0%", "68.28\u00a0%", "of votes for lists", "of ballots issued"];
        Assert.All(texts, text => Assert.Contains(text, Texts(root)));
    }

    [Fact]
    public void Render_ShareAtThreshold_EndsOnTheLine()
    {
        var root = Read(Render(Examples.SevenPercent, [Bar("A", new(7, 100)), Bar("B", new(1, 2))]));
        var line = root.Elements(Svg + "line").First(element => element.Attribute("stroke-dasharray") is not null);
        var bar = root.Elements(Svg + "rect").Where(rect => (string?)rect.Attribute("class") == "c-list").Last();
        Assert.Equal(Number(line, "x1"), Number(bar, "x") + Number(bar, "width"), 0.01);
    }

    [Fact]
    public void Render_ShareThatWouldRoundToThreshold_ShowsTheDecimalsThatTellThemApart()
    {
        var below = new Rational(69_999, 1_000_000);
        var texts = Texts(Read(Render(Examples.SevenPercent, [Bar("A", below), Bar("B", new(7, 100))]))).ToList();
        Assert.Contains("6.9999\u00a0%", texts);
        Assert.Contains("7.00\u00a0%", texts);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    public void Render_AnyShare_StaysInside(int numerator, int denominator)
    {
        var root = Read(
            Render(new(new Rational(95, 100), "95 %, an unusual article"), [Bar("A", new(numerator, denominator))])
        );
        Assert.Contains("95 %, an unusual article", Texts(root));
    }

    [Fact]
    public void Render_FiguresThatNeedManyDecimals_TakeFurtherLines()
    {
        var close = new Rational(7, 100) + new Rational(1, 1_000_000_000_000);
        OtherShare[] others = [.. Enumerable.Range(1, 4).Select(n => new OtherShare($"base {n}", close))];
        var root = Read(Render(Examples.SevenPercent, [new("A", close, Examples.Adal, others)]));
        var figures = root.Elements(Svg + "text").Where(text => text.Value == "7.0000000001\u00a0%").ToList();
        Assert.Equal(5, figures.Count);
        Assert.Equal(5, figures.Select(figure => (Number(figure, "x"), Number(figure, "y"))).Distinct().Count());
        Assert.All(figures.Skip(1), figure => Assert.True(Number(figure, "x") + (14 * 8) <= 360));
    }

    [Fact]
    public void Render_NothingOrNonsense_Throws()
    {
        Assert.Throws<ArgumentException>(() => Render(null, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => Render(null, [Bar("A", new(-1, 2))]));
        Assert.Throws<ArgumentException>(() => ThresholdBars.Render(Examples.Frame("t"), " ", null, Examples.Bars));
        OtherShare[] five = [.. Enumerable.Range(1, 5).Select(n => new OtherShare($"base {n}", new Rational(1, n)))];
        Assert.Throws<ArgumentException>(() => Render(null, [new("A", Rational.One, Examples.Adal, five)]));
    }

    private static string Render(ThresholdLine? threshold, IReadOnlyList<ThresholdBar> bars) =>
        ThresholdBars.Render(Examples.Frame("t"), "of votes for lists", threshold, bars);

    private static ThresholdBar Bar(string label, Rational share) => new(label, share, Examples.Auyl, []);
}
