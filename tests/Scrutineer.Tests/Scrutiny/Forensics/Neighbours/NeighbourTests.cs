using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Forensics;
using Scrutineer.Scrutiny.Forensics.Neighbours;

namespace Scrutineer.Tests.Scrutiny.Forensics.Neighbours;

/// <summary>Stations beside their neighbours. Golden figures: the table of the Duma election of 2021, counted by another program.</summary>
public sealed class NeighbourTests
{
    private static readonly ForensicRun Run = new();

    [Fact]
    public void Inversions_Duma2021_AreThoseCountedElsewhere()
    {
        var table = Stations.Russia2021();
        var report = new InversionTest().Run(table, Run);
        Assert.True(report.Fires);
        Assert.Equal(11, report[""]["hits"]);
        Assert.Equal(11, report.Findings.Count);

        // The list by its number on the ballot, then stations with none, one, two, and in all.
        int[][] golden =
        [
            [2, 2, 42, 37, 102],
            [6, 0, 22, 25, 60],
            [6, 0, 24, 21, 69],
            [7, 8, 25, 21, 122],
            [8, 3, 29, 26, 89],
            [9, 0, 25, 22, 67],
            [9, 2, 23, 25, 89],
            [12, 2, 34, 22, 89],
            [12, 5, 38, 22, 69],
            [13, 2, 24, 22, 53],
            [13, 3, 25, 23, 89],
        ];
        var told = report
            .Tables[0]
            .Rows.Select(r =>
                new[] { table.Lists.IndexOf(r.Label.Split(" in ")[0]) + 1 }
                    .Concat(r.Figures.Take(4).Select(f => (int)f.Value))
                    .ToArray()
            )
            .OrderBy(r =>
                string.Join(' ', r.Select(n => n.ToString("000", System.Globalization.CultureInfo.InvariantCulture)))
            );
        Assert.Equal(golden, told);
        Assert.Equal(0, new InversionTest().Run(Stations.Russia2018(), Run)[""]["hits"]);
    }

    [Fact]
    public void Twins_CopiedProtocols_AreFoundAndCleanOnesAreNot()
    {
        var clean = Stations.Clean(1500, 21, 5000, 9000);
        Assert.False(new TwinTest().Run(clean, Run).Fires);
        var rows = Enumerable
            .Range(0, clean.Count)
            .Select(i =>
                (clean.Registered[i], clean.Given[i], clean.Received[i], clean.Votes.Select(v => v[i]).ToArray())
            )
            .ToArray();
        foreach (var i in new[] { 3, 300, 703, 1203 })
        {
            rows[i + 1] = (
                rows[i].Item1,
                rows[i].Item2 + 40,
                rows[i].Item3 + 40,
                [rows[i].Item4[0] + 40, .. rows[i].Item4.Skip(1)]
            );
        }

        var report = new TwinTest().Run(Stations.Of(rows, 25), Run);
        Assert.True(report.Fires);
        string[] copied = ["T1/S4 and S5", "T13/S301 and S302", "T29/S704 and S705", "T49/S1204 and S1205"];
        var told = report.Tables[0].Rows.Select(r => r.Label).ToList();
        Assert.Empty(copied.Except(told));

        // Besides the four that were copied at most two agree by chance.
        Assert.InRange(told.Count, 4, 6);
        Assert.Equal("twin-stations", Assert.Single(report.Findings).Code);
    }

    /// <summary>Stations of one territory are more alike than those of two; votes that miss by a few are as alike as they are.</summary>
    [Fact]
    public void Twins_AlikeStationsOfOneTerritory_AreNoFinding()
    {
        var fired = 0;
        for (var e = 0; e < 40; e++)
        {
            var random = SplitMix64.For(9, (ulong)e);
            var rows = new List<(long, long, long, long[])>();
            for (var territory = 0; territory < 100; territory++)
            {
                // Every territory has its own shares and one size of station.
                var (a, b) = (0.3 + (0.4 * random.Unit()), 0.02 + (0.05 * random.Unit()));
                for (var s = 0; s < 10; s++)
                {
                    var first = random.Binomial(90, a);
                    var second = random.Binomial(90 - first, b);
                    rows.Add((200, 90, 90, [first, second, 90 - first - second]));
                }
            }

            fired += new TwinTest().Run(Stations.Of(rows, 10), Run).PValue <= 0.05 ? 1 : 0;
        }

        Assert.InRange(fired, 0, 6);
    }

    [Fact]
    public void Neighbours_OneStationStuffed_IsFarthest()
    {
        var clean = Stations.Clean(1000, 33);
        var votes = clean.Leader.SetItem(400, clean.Leader[400] + 5000);
        var stuffed = clean with
        {
            Votes = clean.Votes.SetItem(0, votes),
            Received = clean.Received.SetItem(400, clean.Received[400] + 5000),
            Given = clean.Given.SetItem(400, clean.Given[400] + 5000),
            Registered = clean.Registered.SetItem(400, clean.Registered[400] + 6000),
        };
        var report = new NeighbourTest().Run(stuffed, Run);
        Assert.Equal("T17/S401", report.Tables[0].Rows[0].Label);
        Assert.False(report.Fires);

        // Of a thousand clean stations few are beyond three deviations.
        Assert.InRange(new NeighbourTest().Run(clean, Run)["share"]["above-4"], 0, 3);
    }

    [Fact]
    public void Scores_ThreeByHand()
    {
        // The others of the third have 30 and 70 of 100: p = 0.5, S = 100·(0.2² + 0.2²) = 8; S/p(1−p) = 32, less 1 is 31, of
        // 200 − 100 − 1 = 99: ρ = 31/99. Own variance 0.25·(1 + 99·31/99)/100 = 0.08; that of the mean 0.25·(100·ρ + 1 − ρ)/200 = 0.04.
        var third = NeighbourScores.Of([30, 70, 90], [100, 100, 100])[2];
        Assert.Equal(0.5, third.Share, 1e-12);
        Assert.Equal(0.4 / Math.Sqrt(0.12), third.Z, 1e-12);
    }

    [Fact]
    public void Run_TablesThatCannotAnswer_SayWhy()
    {
        var small = Stations.Of((10, 5, 5, [1, 4]), (20, 10, 10, [5, 5]));
        Assert.Contains("needs at least 42", new InversionTest().Run(small, Run).CannotSay, StringComparison.Ordinal);
        Assert.Contains("2 lists", new TwinTest().Run(small, Run).CannotSay, StringComparison.Ordinal);
        Assert.Contains("needs at least 5", new NeighbourTest().Run(small, Run).CannotSay, StringComparison.Ordinal);
    }
}
