using Scrutineer.Scrutiny.Forensics;
using Scrutineer.Scrutiny.Forensics.AnomalousVotes;

namespace Scrutineer.Tests.Scrutiny.Forensics.AnomalousVotes;

/// <summary>
/// Votes beyond the share at a clean turnout. Golden figures: the tables of the Central Election Commission of the Russian
/// Federation, computed by another program.
/// </summary>
public sealed class AnomalousVotesTests
{
    [Fact]
    public void Anomalous_President2018_AsComputedElsewhere()
    {
        var bins = Bins(Stations.Russia2018(), long.MaxValue);
        Assert.Equal(61, bins.OthersPeak);
        Near(2.699052, 10_477_721, bins.Anomalous(61));
        Near(2.693486, 10_540_293, bins.Anomalous(61, 2));
        Near(2.650445, 11_024_149, bins.Beyond(20, 61, 61));
    }

    [Fact]
    public void Anomalous_Duma2021WithElectronicVoting_PeaksAmongItsPseudoStations()
    {
        var bins = Bins(Stations.Russia2021(), long.MaxValue);
        Assert.Equal(96, bins.OthersPeak);
        Near(1.155122, 822_855, bins.Anomalous(96));
        Near(0.52203, 13_888_510, bins.Anomalous(40));
        Near(0.483032, 14_643_929, bins.Anomalous(37, 2));
        Near(0.452418, 15_304_163, bins.Beyond(20, 37, 37));
    }

    [Theory]
    [InlineData(30, 30.36, 15_158_034)]
    [InlineData(45, 36.85, 12_520_113)]
    [InlineData(60, 52.94, 7_861_289)]
    [InlineData(72, 63.14, 4_670_067)]
    public void Profile_Duma2021_AsComputedElsewhere(int clean, double share, double votes)
    {
        var report = new AnomalousVotesTest().Run(Stations.Russia2021(), new ForensicRun { Resamples = 20 });
        var row = Assert.Single(report.Tables[0].Rows, r => (int)r.Figures[0].Value == clean).Figures;
        Assert.Equal(share, row[1].Value, 0.005);
        Assert.Equal(votes, row[2].Value, 1.0);
        Assert.InRange(votes, row[3].Value, row[4].Value);
        Assert.False(report.Fires);
    }

    [Fact]
    public void Anomalous_StuffedTable_IsAboutWhatWasAdded()
    {
        // 60 stations of 1,000 voters at 50 % turnout and 40 %; 300 ballots for A more in ten of them.
        var rows = Enumerable
            .Range(0, 60)
            .Select(i => i < 50 ? (1000L, 500L, 500L, new long[] { 200, 300 }) : (1000, 800, 800, [500, 300]))
            .ToArray();
        var (ratio, votes) = Bins(Stations.Of(rows), long.MaxValue).Anomalous(50);
        Assert.Equal(2.0 / 3, ratio, 1e-12);
        Assert.Equal(3000, votes, 1e-6);
    }

    [Fact]
    public void Run_OneTurnout_CannotSay()
    {
        var rows = Enumerable.Repeat((1000L, 500L, 500L, new long[] { 200, 300 }), 40).ToArray();
        Assert.Contains(
            "nearly one turnout",
            new AnomalousVotesTest().Run(Stations.Of(rows), new ForensicRun()).CannotSay,
            StringComparison.Ordinal
        );
    }

    private static TurnoutBins Bins(StationTable table, long below) =>
        TurnoutBins.Of(
            table,
            Enumerable
                .Range(0, table.Count)
                .Where(s => table.Registered[s] > 0 && table.Received[s] > 0 && table.Registered[s] < below)
        );

    private static void Near(double ratio, double votes, (double Ratio, double Votes) actual)
    {
        Assert.Equal(ratio, actual.Ratio, 5e-7);
        Assert.Equal(votes, actual.Votes, 1.0);
    }
}
