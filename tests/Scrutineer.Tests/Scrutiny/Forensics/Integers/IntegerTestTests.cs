using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using Scrutineer.Allocation;
using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Forensics;
using Scrutineer.Scrutiny.Forensics.Integers;

namespace Scrutineer.Tests.Scrutiny.Forensics.Integers;

/// <summary>
/// Whole percentages. Golden figures: the tables of the Central Election Commission of the Russian Federation for 2018 and 2021,
/// the null summed exactly by another program with the rational edge; the Monte Carlo is that of Kobak, Shpilkin and Pshenichnikov.
/// </summary>
public sealed class IntegerTestTests
{
    [Fact]
    public void Score_President2018_AsSummedElsewhere()
    {
        var hits = IntegerHits.Of(Stations.Russia2018(), new IntegerRule());
        Assert.Equal(91_152, hits.Used.Count);
        Match(hits, IntegerStatistic.Union, "19271 17562.4017 117.3789 1708.5983 14.5563");
        Match(hits, IntegerStatistic.Share, "10116 9258.8693 89.5976 857.1307 9.5664");
        Match(hits, IntegerStatistic.Turnout, "10543 9245.4726 90.0090 1297.5274 14.4155");
    }

    [Fact]
    public void Score_Duma2021_AsSummedElsewhereWithTheRationalEdge()
    {
        var hits = IntegerHits.Of(Stations.Russia2021(), new IntegerRule());
        Assert.Equal(90_821, hits.Used.Count);
        Match(hits, IntegerStatistic.Union, "18880 17567.5962 117.2443 1312.4038 11.1937");
        Match(hits, IntegerStatistic.Share, "10173 9348.1776 89.6088 824.8224 9.2047");
        Match(hits, IntegerStatistic.Turnout, "9950 9165.3365 89.8312 784.6635 8.7349");
    }

    [Theory]
    [InlineData(25, 1, 100, "91152 10614 9315.353 89.129 1298.647 14.570")]
    [InlineData(100, 1, 100, "91152 34775 32919.955 143.880 1855.045 12.893")]
    [InlineData(50, 5, 100, "91152 4701 3777.845 59.400 923.155 15.541")]
    [InlineData(50, 1, 300, "75094 15930 14276.394 107.001 1653.606 15.454")]
    [InlineData(50, 1, 1000, "48752 10471 9266.862 86.519 1204.138 13.918")]
    public void Score_President2018OtherRules_AsSummedElsewhere(int half, int period, int least, string golden)
    {
        var hits = IntegerHits.Of(Stations.Russia2018(), new IntegerRule(half, period, least));
        var score = IntegerScore.Of(hits, IntegerStatistic.Union);
        Assert.Equal(golden, $"{hits.Used.Count} {Text(score, "0.000")}");
    }

    [Fact]
    public void Score_President2018Weighted_ObservedAsPublished()
    {
        var table = Stations.Russia2018();
        var hits = IntegerHits.Of(table, new IntegerRule());
        Assert.Equal(22_857_513, IntegerScore.Of(hits, IntegerStatistic.Union, s => table.Registered[s]).Observed);
        Assert.Equal(15_728_343, IntegerScore.Of(hits, IntegerStatistic.Union, s => table.Given[s]).Observed);
        var votes = IntegerScore.Of(hits, IntegerStatistic.Union, s => table.Leader[s]);
        Assert.Equal(12_206_068, votes.Observed);

        // The published Monte Carlo has an excess of 1,753,819 with a standard deviation of 86,235 over 1,000 elections.
        Assert.InRange(votes.Excess, 1_753_819 - (3 * 86_235 / 31.6), 1_753_819 + (3 * 86_235 / 31.6));
    }

    [Fact]
    public void MonteCarlo_President2018_AgreesWithThePublishedAndTheExactOne()
    {
        var hits = IntegerHits.Of(Stations.Russia2018(), new IntegerRule());
        var drawn = IntegerMonteCarlo.Of(hits, 1000, 42, null, TestContext.Current.CancellationToken);
        foreach (var one in drawn)
        {
            var exact = IntegerScore.Of(hits, one.Statistic);
            Assert.InRange((one.Mean - exact.Expected) / (exact.Sd / Math.Sqrt(1000)), -4, 4);
            Assert.InRange(one.Sd / exact.Sd, 0.9, 1.1);
            Assert.Equal(exact.Observed, one.Observed);
            Assert.Equal(0, one.AtLeast);
        }

        // Published: mean excess 1,708.839, standard deviation 116.5372, 99.9th percentile 342.857 beyond the mean.
        Assert.InRange(drawn[0].Excess, 1708.839 - 15, 1708.839 + 15);
        Assert.InRange(drawn[0].Band, 270, 480);
        Assert.Equal(drawn, IntegerMonteCarlo.Of(hits, 1000, 42, null, TestContext.Current.CancellationToken));
    }

    /// <summary>The chance summed term by term with exact fractions.</summary>
    [Fact]
    public void Chance_EverySmallStation_AsWithFractions()
    {
        foreach (var rule in new[] { new IntegerRule(), new IntegerRule(100, 5), new IntegerRule(25) })
        {
            for (var n = 1; n <= 60; n++)
            {
                for (var k = 0; k <= n; k++)
                {
                    Assert.Equal(Naive(k, n, rule).ToDouble(), IntegerChance.Of(k, n, rule), 1e-12);
                }
            }
        }
    }

    [Theory]
    [InlineData(999, 2000)]
    [InlineData(1234, 4000)]
    [InlineData(17, 6000)]
    public void Chance_LargeStation_AsWithFractions(int k, int n) =>
        Assert.Equal(Naive(k, n, new IntegerRule()).ToDouble(), IntegerChance.Of(k, n, new IntegerRule()), 1e-11);

    [Fact]
    public void IsHit_OnTheEdge_IsExact()
    {
        var rule = new IntegerRule();

        // 100·1001/2000 = 50.05, exactly half a tenth from 50; with doubles the difference is 0.04999999999999716 or 0.0500…3.
        Assert.True(rule.IsHit(1001, 2000));
        Assert.True(rule.IsHit(999, 2000));
        Assert.False(rule.IsHit(1002, 2000));
        for (var n = 1; n <= 400; n++)
        {
            for (var k = 0; k <= n; k++)
            {
                var isNear = Enumerable.Range(0, 101).Any(m => Math.Abs((2000L * k) - (20L * m * n)) <= n);
                Assert.Equal(isNear, rule.IsHit(k, n));
            }
        }
    }

    [Fact]
    public void Run_CleanTable_DoesNotFireAndRoundedOneDoes()
    {
        var clean = Stations.Clean(2000, 5, 2500, 4000);
        var run = new ForensicRun { Replicates = 0 };
        var report = new IntegerTest().Run(clean, run);
        Assert.False(report.Fires);
        Assert.Empty(report.Findings);
        Assert.InRange(report["union"]["z"], -3, 3);
        var votes = clean.Leader.Select(
            (l, i) =>
                i % 5 > 0 || clean.Received[i] == 0
                    ? l
                    : (((l * 100 / clean.Received[i]) + 1) * clean.Received[i] + 50) / 100
        );
        var rounded = clean with { Votes = clean.Votes.SetItem(0, [.. votes]) };
        var told = new IntegerTest().Run(rounded, run);
        Assert.True(told.Fires);
        var finding = Assert.Single(told.Findings);
        Assert.Equal("integer-percentages", finding.Code);
        Assert.InRange(told.Effect.Stations!.Value, 250, 450);
    }

    [Fact]
    public void Run_TablesThatCannotAnswer_SayWhy()
    {
        var test = new IntegerTest();
        var run = new ForensicRun();
        Assert.Contains("0 of 1", test.Run(Stations.Of((0, 0, 0, [0, 0])), run).CannotSay, StringComparison.Ordinal);
        var all = test.Run(Stations.Of((500, 200, 200, [200, 0]), (700, 300, 300, [300, 0])), run);
        Assert.Contains("0 of 2 stations", all.CannotSay, StringComparison.Ordinal);
        Assert.Equal(2, all.LeftOut.Sum(l => l.Stations));
        var none = Stations.Clean(10, 1) with { Registered = [] };
        Assert.Contains("no figure for registered voters", test.Run(none, run).CannotSay, StringComparison.Ordinal);
        var nothing = test.Run(Stations.Of((500, 0, 5, [0, 5]), (700, 0, 5, [0, 5])), run);
        Assert.Contains("nothing can vary", nothing.CannotSay, StringComparison.Ordinal);
        Assert.False(nothing.Fires);
    }

    [Fact]
    public void ByUnit_OneTerritoryRounded_ComesFirstWithALowQ()
    {
        var clean = Stations.Clean(1000, 9, 2500, 4000);
        var votes = clean.Leader.Select(
            (l, i) => clean.Territory[i] != 7 ? l : (((l * 100 / clean.Received[i]) + 1) * clean.Received[i] + 50) / 100
        );
        var rounded = clean with { Votes = clean.Votes.SetItem(0, [.. votes]) };
        var table = IntegerDecomposition.Of(IntegerHits.Of(rounded, new IntegerRule()))!;
        Assert.Equal("T8", table.Rows[0].Label);
        Assert.True(table.Rows[0].Figures[^1].Value < 1e-6);
        Assert.All(table.Rows.Skip(1), r => Assert.True(r.Figures[^1].Value > 0.01));
        Assert.Equal(40, table.Rows.Count);
    }

    [Fact]
    public void Exact_President2018_TakesLittleTime()
    {
        var table = Stations.Russia2018();
        IntegerHits.Of(table, new IntegerRule());
        var best = double.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var clock = Stopwatch.StartNew();
            var hits = IntegerHits.Of(table, new IntegerRule());
            foreach (var statistic in Enum.GetValues<IntegerStatistic>())
            {
                IntegerScore.Of(hits, statistic);
            }

            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }

        // 0.2 s is the figure of the benchmark; a test machine may be busy.
        Assert.True(best < 1, $"{best} s");
    }

    private static void Match(IntegerHits hits, IntegerStatistic statistic, string golden) =>
        Assert.Equal(golden, Text(IntegerScore.Of(hits, statistic), "0.0000"));

    private static string Text(IntegerScore score, string format) =>
        string.Join(
            ' ',
            [
                score.Observed.ToString("0", CultureInfo.InvariantCulture),
                .. new[] { score.Expected, score.Sd, score.Excess, score.Z }.Select(v =>
                    v.ToString(format, CultureInfo.InvariantCulture)
                ),
            ]
        );

    private static Rational Naive(int k, int n, IntegerRule rule)
    {
        BigInteger sum = 0;
        BigInteger ways = 1;
        for (var x = 0; x <= n; x++)
        {
            var isHit = Enumerable
                .Range(0, (100 / rule.Period) + 1)
                .Any(m => Math.Abs((100_000L * x) - (1000L * rule.Period * m * n)) <= (long)rule.HalfWidth * n);
            sum += isHit ? ways * BigInteger.Pow(k, x) * BigInteger.Pow(n - k, n - x) : 0;
            ways = ways * (n - x) / (x + 1);
        }

        return new Rational(sum, BigInteger.Pow(n, n));
    }
}
