using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Forensics;
using Scrutineer.Scrutiny.Forensics.Shapes;

namespace Scrutineer.Tests.Scrutiny.Forensics.Shapes;

/// <summary>
/// Moments, slopes, dips. Golden figures: the tables of the Central Election Commission of the Russian Federation, computed by other
/// programs; the dips by R's package diptest 0.76.
/// </summary>
public sealed class ShapeTests
{
    private static readonly ForensicRun Run = new();

    [Fact]
    public void Shape_President2018_AsComputedElsewhere()
    {
        var report = new ShapeTest().Run(Stations.Russia2018(), Run);
        Assert.Equal(97_698, report.Stations);
        Near(report["turnout"], 0.717036, 0.146683, 0.37488, 2.14809, 0.01347315, 0.23012);
        Near(report["share"], 0.775278, 0.090745, -0.01882, 4.12868, 0.001560933, 0.20676);

        // R's asymptotic table: below 1e-5 and 0.1310299.
        Assert.True(report["turnout"]["dip-p"] < 0.002);
        Assert.InRange(report["share"]["dip-p"], 0.08, 0.18);
        var fingerprint = Assert.Single(report.Tables);
        Assert.Equal(97_698, fingerprint.Rows.Sum(r => r.Figures[2].Value));

        // Some 150 stations have everybody present and at least 99 per cent for the list.
        Assert.Equal(
            150,
            fingerprint
                .Rows.Where(r => r.Figures[0].Value == 100 && r.Figures[1].Value >= 99)
                .Sum(r => r.Figures[2].Value)
        );
    }

    [Fact]
    public void Shape_Duma2021_AsComputedElsewhere()
    {
        var report = new ShapeTest().Run(Stations.Russia2021(), Run);
        Near(report["turnout"], 0.57484, 0.214621, 0.47447, 2.00256, 0.01146853, 0.22108);
        Near(report["share"], 0.478617, 0.204369, 0.65126, 2.34514, 0.002656393, 0.21069);
        Assert.True(report["share"]["dip-p"] < 0.01);
    }

    [Fact]
    public void Slopes_BothYears_AsComputedElsewhere()
    {
        var one = new SlopeTest().Run(Stations.Russia2018(), Run)[""];
        Assert.Equal(0.51202, one["correlation"], 5e-6);
        Assert.Equal(0.316758, one["sobyanin-slope"], 5e-7);
        Assert.Equal(0.548152, one["sobyanin-intercept"], 5e-7);
        Assert.Equal(-0.458521, one["sobyanin-slope-minus-mean-share"], 5e-7);
        Assert.Equal(1.028964, one["myagkov-slope"], 5e-7);
        Assert.Equal(-0.175307, one["myagkov-intercept"], 5e-7);
        var two = new SlopeTest().Run(Stations.Russia2021(), Run)[""];
        Assert.Equal(0.74146, two["correlation"], 5e-6);
        Assert.Equal(0.706043, two["sobyanin-slope"], 5e-7);
        Assert.Equal(0.072755, two["sobyanin-intercept"], 5e-7);
        Assert.Equal(0.954809, two["myagkov-slope"], 5e-7);
        Assert.Equal(-0.241495, two["myagkov-intercept"], 5e-7);
    }

    [Fact]
    public void Slopes_OneTurnout_CannotSay() =>
        Assert.Contains(
            "same turnout",
            new SlopeTest()
                .Run(Stations.Of((10, 5, 5, [1, 4]), (20, 10, 10, [5, 5]), (40, 20, 20, [1, 19])), Run)
                .CannotSay,
            StringComparison.Ordinal
        );

    [Fact]
    public void Moments_OfFiveByHand()
    {
        // 1, 2, 3, 4, 10: mean 4, deviations −3, −2, −1, 0, 6; squares 50, cubes 180, fourth powers 1394.
        var moments = Moments.Of([1, 2, 3, 4, 10]);
        Assert.Equal(4, moments.Mean);
        Assert.Equal(Math.Sqrt(12.5), moments.Sd, 1e-12);
        Assert.Equal(36 / Math.Pow(10, 1.5), moments.Skew, 1e-12);
        Assert.Equal(278.8 / 100, moments.Kurtosis, 1e-12);
    }

    [Fact]
    public void Dip_ByHand()
    {
        // Equal steps are as single-moded as n numbers can be: 1/(2n). Two heaps of two are 1/4 from any single mode but for 1/(2n) each.
        Assert.Equal(0.1, Dip.Of([1, 2, 3, 4, 5]), 1e-12);
        Assert.Equal(0.125, Dip.Of([7, 7, 7, 7]), 1e-12);
        Assert.Equal(0.25, Dip.Of([0, 0, 1, 1]), 1e-12);
    }

    /// <summary>The dip lies between 1/(2n) and 1/4, and does not move with order, shift, scale or mirror.</summary>
    [Fact]
    public void Dip_AnyNumbers_KeepsItsBoundsAndSymmetries() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Gen.Choose(0, 60).ArrayOf().Where(a => a.Length > 1 && a.Distinct().Skip(1).Any()).ToArbitrary(),
                numbers =>
                {
                    var x = numbers.Select(n => (double)n).ToArray();
                    var dip = Dip.Of(x);
                    var isBound = dip >= (0.5 / x.Length) - 1e-12 && dip <= 0.25 + 1e-12;
                    var moved = x.Select(n => (n * 4) + 16).Reverse().ToArray();
                    var mirrored = x.Select(n => -n).ToArray();
                    return isBound && Math.Abs(Dip.Of(moved) - dip) < 1e-9 && Math.Abs(Dip.Of(mirrored) - dip) < 1e-9;
                }
            )
        );

    [Fact]
    public void DipPValue_EvenNumbers_IsSeldomSmall()
    {
        var random = new SplitMix64(11);
        var small = 0;
        for (var i = 0; i < 40; i++)
        {
            var x = Enumerable.Range(0, 200).Select(_ => random.Unit()).ToArray();
            small += Dip.PValue(Dip.Of(x), 200, 200, (ulong)i) <= 0.05 ? 1 : 0;
        }

        Assert.InRange(small, 0, 7);
    }

    private static void Near(
        FigureGroup group,
        double mean,
        double sd,
        double skew,
        double kurtosis,
        double dip,
        double ends
    )
    {
        Assert.Equal(mean, group["mean"], 5e-7);
        Assert.Equal(sd, group["sd"], 1.5e-6);
        Assert.Equal(skew, group["skew"], 5e-6);
        Assert.Equal(kurtosis, group["kurtosis"], 5e-6);
        Assert.Equal(dip, group["dip"], 5e-9);
        Assert.Equal(ends, group["percents-ending-0-or-5"], 2e-5);
    }
}
