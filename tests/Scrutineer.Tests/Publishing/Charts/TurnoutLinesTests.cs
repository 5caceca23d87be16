using Scrutineer.Allocation;
using Scrutineer.Publishing.Charts;
using static Scrutineer.Tests.Publishing.Charts.SvgReading;

namespace Scrutineer.Tests.Publishing.Charts;

public class TurnoutLinesTests
{
    [Fact]
    public void Render_Regions2021_IsAsApproved() =>
        Approved.Match(
            "Publishing/Charts/TurnoutLines.svg",
            ChartStyle.Standalone(
                TurnoutLines.Render(
                    new(
                        "turnout",
                        "Turnout by hour, 2021",
                        "Almaty city reported less than half the national turnout."
                    ),
                    "ballots issued, of registered voters",
                    Examples.Regions,
                    Examples.Nation
                )
            )
        );

    [Fact]
    public void Render_MissingReport_IsBridgedByDashesAndHasNoDot()
    {
        var root = Read(Render([Series("A", 10, null, 30, 40)]));
        Assert.Equal(3, root.Elements(Svg + "circle").Count());
        var lines = root.Elements(Svg + "line").Where(line => (string?)line.Attribute("class") == "c-line").ToList();
        Assert.Equal([true, false], lines.Select(line => line.Attribute("stroke-dasharray") is not null));
    }

    [Fact]
    public void Render_NothingReported_IsUnknownAndNotZero()
    {
        var root = Read(Render([Series("A", null, null)]));
        Assert.Contains("—", Texts(root));
        Assert.DoesNotContain(Texts(root), text => text.StartsWith("0.0", StringComparison.Ordinal));
        Assert.Empty(root.Elements(Svg + "circle"));
    }

    [Fact]
    public void Render_LastReportMissing_ShowsTheLastThatIsKnown() =>
        Assert.Contains("30.0\u00a0%", Texts(Read(Render([Series("A", 10, 30, null)]))));

    [Fact]
    public void Render_TurnoutAboveHundred_StaysInsideAndExtendsTheScale() =>
        Assert.Contains(
            Texts(Read(Render([Series("A", 10, 130)]))),
            text => text.Contains("0–200", StringComparison.Ordinal)
        );

    [Fact]
    public void Render_AbsurdTurnout_IsShownAllTheSame() => Read(Render([Series("A", int.MaxValue)]));

    [Fact]
    public void Render_NothingOrNonsense_Throws()
    {
        Assert.Throws<ArgumentException>(() => Render([]));
        Assert.Throws<ArgumentException>(() => Render([new("A", [])]));
        Assert.Throws<ArgumentException>(() => Render([new("A", [new(new(12, 0), null), new(new(10, 0), null)])]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Render([Series("A", -1)]));
    }

    private static string Render(IReadOnlyList<TurnoutSeries> regions) =>
        TurnoutLines.Render(Examples.Frame("l"), "of registered voters", regions);

    private static TurnoutSeries Series(string label, params int?[] percents) =>
        new(
            label,
            [
                .. percents.Select(
                    (percent, hour) =>
                        new TurnoutPoint(new(10 + hour, 0), percent is { } known ? new Rational(known, 100) : null)
                ),
            ]
        );
}
