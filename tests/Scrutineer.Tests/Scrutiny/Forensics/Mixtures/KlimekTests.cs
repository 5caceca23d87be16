using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Forensics;
using Scrutineer.Scrutiny.Forensics.Mixtures;

namespace Scrutineer.Tests.Scrutiny.Forensics.Mixtures;

/// <summary>The model of Klimek and others. Golden figures: the tables of 2018 and 2021, fitted by another program with two million draws.</summary>
public sealed class KlimekTests
{
    [Fact]
    public void Fit_Duma2021_IsNearTheOneComputedElsewhere()
    {
        var report = new KlimekTest().Run(Stations.Russia2021(), new ForensicRun());
        Assert.Equal(91_217, report.Stations);
        var figures = report[""];
        Assert.Equal(0.384, figures["tau"], 1e-9);
        Assert.Equal(0.31, figures["nu"], 1e-9);
        Assert.Equal(0.070133444275, figures["sigma-tau"], 1e-9);
        Assert.Equal(0.054709561781, figures["sigma-nu"], 1e-9);
        Assert.Equal(0.545692814780, figures["theta"], 1e-9);
        Assert.InRange(figures["f-i"], 0.55, 0.60);
        Assert.InRange(figures["f-e"], 0, 0.005);
        Assert.InRange(figures["alpha"], 2.0, 2.6);
        Assert.Equal(0, figures["fragile"]);
    }

    [Fact]
    public void Fit_President2018_SaysThatItsPeakIsFragile()
    {
        var report = new KlimekTest().Run(Stations.Russia2018(), new ForensicRun());
        Assert.Equal(92_152, report.Stations);
        Assert.Equal(0.616, report[""]["tau"], 1e-9);
        Assert.Equal(1, report[""]["fragile"]);
        Assert.Contains("the weights mean nothing", report.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_DrawnFromTheModel_FindsItsWeights()
    {
        var random = new SplitMix64(4);
        double Normal(double mean, double sd) =>
            mean + (sd * NormalTail.Quantile(Math.Clamp(random.Unit(), 1e-9, 1 - 1e-9)));
        const int Stations = 30_000;
        var (turnout, share) = (new double[Stations], new double[Stations]);
        for (var i = 0; i < Stations; i++)
        {
            var (t, s) = (Math.Clamp(Normal(0.5, 0.05), 0, 1), Math.Clamp(Normal(0.4, 0.05), 0, 1));
            var x = random.Unit() switch
            {
                < 0.25 => Math.Min(1, Math.Abs(Normal(0, 0.5))),
                < 0.30 => Math.Clamp(1 - Math.Abs(Normal(0, 0.075)), 0, 1),
                _ => 0,
            };
            var moved = x > 0.8 ? x : Math.Pow(x, 1.5);
            turnout[i] = t + (x * (1 - t));
            share[i] = ((t * s) + (x * (1 - t)) + (moved * (1 - s) * t)) / turnout[i];
        }

        var fit = KlimekFit.Of(turnout, share)!;
        Assert.Equal(0.5, fit.Tau, 0.02);
        Assert.Equal(0.4, fit.Nu, 0.02);
        Assert.InRange(fit.Incremental + fit.Extreme, 0.2, 0.4);
    }

    [Fact]
    public void Simplex_MixtureOfItsColumns_IsRecovered()
    {
        double[] a = [0.7, 0.2, 0.1, 0];
        double[] b = [0.1, 0.6, 0.2, 0.1];
        double[] c = [0, 0.1, 0.2, 0.7];
        var mixture = Enumerable.Range(0, 4).Select(i => (0.5 * a[i]) + (0.3 * b[i]) + (0.2 * c[i])).ToArray();
        var fit = SimplexFit.Of(mixture, a, b, c);
        Assert.Equal((0.5, 0.3, 0.2), (Math.Round(fit.First, 9), Math.Round(fit.Second, 9), Math.Round(fit.Third, 9)));
        Assert.Equal(0, fit.Error, 1e-15);

        // What lies outside the triangle is fitted on its side, as a fine grid finds too.
        double[] outside = [0, 0.9, 0.1, 0];
        var side = SimplexFit.Of(outside, a, b, c);
        var grid = double.PositiveInfinity;
        for (var i = 0; i <= 200; i++)
        {
            for (var j = 0; i + j <= 200; j++)
            {
                var (u, v) = (i / 200.0, j / 200.0);
                grid = Math.Min(
                    grid,
                    Enumerable
                        .Range(0, 4)
                        .Sum(k => Math.Pow(outside[k] - (((1 - u - v) * a[k]) + (u * b[k]) + (v * c[k])), 2))
                );
            }
        }

        Assert.InRange(side.Error, grid - 1e-3, grid + 1e-12);
    }

    [Fact]
    public void Run_NoPeak_CannotSay() =>
        Assert.Contains(
            "no peak",
            new KlimekTest()
                .Run(
                    Scrutiny.Forensics.Stations.Of([
                        .. Enumerable.Repeat((1000L, 100L, 100L, new long[] { 5, 95 }), 200),
                    ]),
                    new ForensicRun()
                )
                .CannotSay,
            StringComparison.Ordinal
        );
}
