using Scrutineer.Publishing.Charts;

namespace Scrutineer.Tests.Publishing.Charts;

public sealed class SensitivityCurveTests
{
    private static readonly ChartFrame Frame = new("curve", "A poll", "How far it is.");

    private static string Render(CurvePoint[] curve, double? crossing = null, string label = "a line") =>
        SensitivityCurve.Render(Frame, "assumption", "statistic", 9.49, label, curve, [curve[0]], crossing);

    private static CurvePoint[] Falling =>
        [.. Enumerable.Range(0, 16).Select(i => new CurvePoint(i / 100.0, 42.1 / (1 + (39 * i / 100.0))))];

    [Fact]
    public void Render_FallingCurve_IsAsApproved() =>
        Approved.Match(
            "Publishing/Charts/SensitivityCurve.svg",
            ChartStyle.Standalone(
                SensitivityCurve.Render(
                    Frame,
                    "Intra-cluster correlation",
                    "X² over the design effect",
                    9.49,
                    "above 9.49 it differs (5 %)",
                    Falling,
                    [Falling[0], Falling[2], Falling[5], Falling[10]],
                    0.088
                )
            )
        );

    [Fact]
    public void Render_Description_SaysWhatTheChartShows()
    {
        var svg = Render(Falling, 0.088);
        Assert.Contains("the curve crosses the line at 0.088", svg, StringComparison.Ordinal);
        Assert.Contains("0.00: 42.1", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_HostileLabel_IsEscaped() =>
        Assert.DoesNotContain("<script", Render(Falling, label: "<script>alert(1)</script>"), StringComparison.Ordinal);

    [Fact]
    public void Render_NoCurveOrNotInOrder_Throws()
    {
        Assert.Throws<ArgumentException>(() => Render([new CurvePoint(0, 1)]));
        Assert.Throws<ArgumentException>(() => Render([new CurvePoint(1, 1), new CurvePoint(0, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Render([new CurvePoint(0, -1), new CurvePoint(1, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Render([new CurvePoint(0, 1), new CurvePoint(1, double.NaN)]));
    }
}
