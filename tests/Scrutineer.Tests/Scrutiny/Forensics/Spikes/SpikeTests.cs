using Scrutineer.Scrutiny.Forensics;
using Scrutineer.Scrutiny.Forensics.Spikes;

namespace Scrutineer.Tests.Scrutiny.Forensics.Spikes;

public sealed class SpikeTests
{
    private static readonly ForensicRun Run = new() { Resamples = 399 };

    [Fact]
    public void Run_CleanAndRoundedTable_OnlyTheRoundedFires()
    {
        var clean = Stations.Clean(1500, 12, 1500, 4000);
        var quiet = new SpikeTest().Run(clean, Run);
        Assert.False(quiet.Fires, quiet.Says);
        var votes = clean.Leader.Select(
            (l, i) => i % 6 > 0 ? l : (((l * 100 / clean.Received[i]) + 1) * clean.Received[i] + 50) / 100
        );
        var report = new SpikeTest().Run(clean with { Votes = clean.Votes.SetItem(0, [.. votes]) }, Run);
        Assert.True(report.Fires, report.Says);
        Assert.Equal("percentage-spikes", Assert.Single(report.Findings).Code);
        Assert.Equal(1.0 / 400, report["share"]["p-value"], 1e-9);
        Assert.True(report["share"]["f-percent"] > quiet["share"]["f-percent"]);

        // The highest spikes are whole percentages.
        Assert.All(report.Tables[1].Rows.Take(5), r => Assert.Equal(0, r.Figures[0].Value % 1, 1e-9));
    }

    [Fact]
    public void ByResamples_MoreOfThem_GiveASmallerEstimate()
    {
        var rows = new SpikeTest().Run(Stations.Clean(600, 2), Run).Tables[0].Rows;
        Assert.Equal([20, 50, 100, 200, 399], rows.Select(r => (int)r.Figures[0].Value));
        Assert.True(rows[0].Figures[1].Value > rows[^1].Figures[1].Value);
    }

    [Fact]
    public void Run_SameSeed_GivesTheSameFigures()
    {
        var table = Stations.Clean(300, 8);
        Assert.Equal(new SpikeTest().Run(table, Run).Says, new SpikeTest().Run(table, Run).Says);
        Assert.NotEqual(new SpikeTest().Run(table, Run).Says, new SpikeTest().Run(table, Run with { Seed = 2 }).Says);
    }

    [Fact]
    public void Run_FewStations_CannotSay() =>
        Assert.Contains(
            "needs at least 100",
            new SpikeTest().Run(Stations.Clean(40, 1), Run).CannotSay,
            StringComparison.Ordinal
        );
}
