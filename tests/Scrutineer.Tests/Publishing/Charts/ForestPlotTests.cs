using Scrutineer.Publishing.Charts;

namespace Scrutineer.Tests.Publishing.Charts;

public sealed class ForestPlotTests
{
    private static readonly ChartFrame Frame = new("forest", "Contrasts", "Marked against other stations.");

    private static readonly EffectRow[] Rows =
    [
        new("share, of ballots", -6.12, -8.03, -4.21),
        new("turnout, of registered voters", 0.4, -1.5, 2.3),
    ];

    [Fact]
    public void Render_TwoContrasts_IsAsApproved() =>
        Approved.Match(
            "Publishing/Charts/ForestPlot.svg",
            ChartStyle.Standalone(ForestPlot.Render(Frame, "Difference in points, 95 %", "no difference", Rows))
        );

    [Fact]
    public void Render_Description_SaysEveryEffectWithItsInterval()
    {
        var svg = ForestPlot.Render(Frame, "Difference in points, 95 %", "no difference", Rows);
        Assert.Contains("share, of ballots −6.12, −8.03 to −4.21", svg, StringComparison.Ordinal);
        Assert.Contains("turnout, of registered voters +0.40, −1.50 to +2.30", svg, StringComparison.Ordinal);
        Assert.Contains("dashed line", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_WhatCannotBeDrawn_Throws()
    {
        Assert.Throws<ArgumentException>(() => ForestPlot.Render(Frame, "what", "none", []));
        Assert.Throws<ArgumentException>(() => ForestPlot.Render(Frame, "what", "none", [new("a", 3, 1, 2)]));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            ForestPlot.Render(Frame, "what", "none", [new("a", double.NaN, 1, 2)])
        );
    }
}
