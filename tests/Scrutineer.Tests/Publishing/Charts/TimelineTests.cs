using Scrutineer.Publishing.Charts;
using static Scrutineer.Tests.Publishing.Charts.SvgReading;

namespace Scrutineer.Tests.Publishing.Charts;

public class TimelineTests
{
    private static readonly (DateOnly First, DateOnly Last) Days = (new(2020, 10, 21), new(2021, 1, 15));

    private static TimelineRow Row(string label, string from, string to, bool window = false) =>
        new(label, At(from), At(to), window, Lead: window ? "" : from);

    private static DateTime At(string text) =>
        DateTime.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Render(params TimelineRow[] rows) =>
        Timeline.Render(
            new ChartFrame("time", "Timeline", "What happened."),
            Days,
            (new DateOnly(2021, 1, 10), "voting"),
            rows
        );

    [Fact]
    public void Render_Autumn2020_IsAsApproved() =>
        Approved.Match(
            "Publishing/Charts/Timeline.svg",
            ChartStyle.Standalone(
                Render(
                    Row("Parties nominate their lists", "2020-11-10", "2020-11-30", window: true),
                    Row("Six parties are admitted", "2020-11-05", "2020-11-05"),
                    Row("OSDP decides to boycott the election, by 32 to 3", "2020-11-27", "2020-11-27"),
                    Row("A call to vote Ak Zhol", "2020-11-27", "2020-12-31"),
                    Row("The campaign is made", "2020-12-10", "2021-01-09", window: true),
                    Row("The new Mazhilis meets", "2021-01-15", "2021-01-15")
                )
            )
        );

    [Fact]
    public void Render_Kinds_AreDrawnApart()
    {
        var root = Read(
            Render(
                Row("known", "2020-11-05", "2020-11-05"),
                Row("between", "2020-11-05", "2020-11-27"),
                Row("window", "2020-11-10", "2020-11-30", window: true)
            )
        );
        Assert.Single(root.Elements(Svg + "circle"));
        Assert.Single(root.Elements(Svg + "rect"));
        Assert.Equal(3, root.Elements(Svg + "line").Count(l => (string?)l.Attribute("stroke-width") == "2"));
        Assert.Contains("voting", Texts(root));
        Assert.Contains("2020-11-05 between", (string?)root.Element(Svg + "desc"), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_BeyondTheScale_EndsAtItsEdge()
    {
        var root = Read(
            Render(Row("long before", "2019-03-19", "2019-03-19"), Row("long after", "2022-01-01", "2022-01-01"))
        );
        Assert.All(
            root.Elements(Svg + "circle").Select(c => (double)c.Attribute("cx")!),
            x => Assert.InRange(x, 4, 0.3 * ChartFrame.PhoneWidth)
        );
    }

    [Fact]
    public void Render_TimeThatRunsBackwards_Throws()
    {
        Assert.Throws<ArgumentException>(() => Render(Row("x", "2020-11-27", "2020-11-05")));
        Assert.Throws<ArgumentException>(() => Render());
    }
}
