using System.Globalization;
using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Forensics;
using Scrutineer.Scrutiny.Forensics.Digits;

namespace Scrutineer.Tests.Scrutiny.Forensics.Digits;

/// <summary>Digits. Golden figures: the tables of the Central Election Commission of the Russian Federation, computed by another program.</summary>
public sealed class DigitTests
{
    private static readonly ForensicRun Run = new();

    [Fact]
    public void Second_President2018_AsComputedElsewhere()
    {
        var report = new SecondDigitTest().Run(Stations.Russia2018(), Run);
        Assert.Equal("97428 4.01697 612.346", Text(report[""], "counts", "mean", "chi2"));
        Assert.Equal(
            [13666, 12122, 10799, 9655, 9155, 8890, 8611, 8327, 8172, 8031],
            report.Tables[0].Rows.Select(r => (int)r.Figures[1].Value)
        );
        Assert.False(report.Fires);
    }

    [Fact]
    public void Second_Duma2021_AsComputedElsewhere() =>
        Assert.Equal(
            "95268 4.19324 18.865",
            Text(new SecondDigitTest().Run(Stations.Russia2021(), Run)[""], "counts", "mean", "chi2")
        );

    [Fact]
    public void Last_President2018_AsComputedElsewhere()
    {
        var report = new LastDigitTest().Run(Stations.Russia2018(), Run);
        Assert.Equal(97_698, report.Stations);
        Assert.Equal("87859 17.415", Text(report["list"], "counts", "chi2"));
        Assert.Equal("90912 130.634", Text(report["given"], "counts", "chi2"));
        Assert.Equal(
            "4.48589 10.341 0.20175 0.09815",
            Text(
                report[""],
                "mean-of-every-count",
                "chi2-of-every-count",
                "share-0-or-5-of-every-count",
                "share-of-repeated-last-two"
            )
        );
        Assert.True(report.Fires);
    }

    [Fact]
    public void Last_Duma2021_AsComputedElsewhere()
    {
        var report = new LastDigitTest().Run(Stations.Russia2021(), Run);
        Assert.Equal("72518 56.786", Text(report["list"], "counts", "chi2"));
        Assert.Equal("87727 86.995", Text(report["given"], "counts", "chi2"));
        Assert.Equal(
            "4.46385 29.185 0.20394 0.09811",
            Text(
                report[""],
                "mean-of-every-count",
                "chi2-of-every-count",
                "share-0-or-5-of-every-count",
                "share-of-repeated-last-two"
            )
        );
    }

    [Fact]
    public void Second_OfNumbers_IsTheSecondFromTheLeft()
    {
        // 100000 has the second digit 0; as text of a double it would be "1e+05".
        var digits = DigitCounts.Second([7, 10, 19, 305, 4999, 100_000]);
        Assert.Equal([3, 0, 0, 0, 0, 0, 0, 0, 0, 2], digits.Counts);
        Assert.Equal(4.18738970693, DigitCounts.BenfordSecond.Select((f, d) => f * d).Sum(), 1e-10);
        Assert.Equal(1, DigitCounts.BenfordSecond.Sum(), 1e-12);
    }

    [Fact]
    public void Last_CleanAndInventedCounts_OnlyTheInventedFire()
    {
        var clean = Stations.Clean(1500, 3);
        Assert.False(new LastDigitTest().Run(clean, Run).Fires);
        var invented = clean with
        {
            Votes = clean.Votes.SetItem(0, [.. clean.Leader.Select((l, i) => i % 4 == 0 ? l / 5 * 5 : l)]),
        };
        var report = new LastDigitTest().Run(invented, Run);
        Assert.True(report.Fires);
        Assert.Equal("last-digits", Assert.Single(report.Findings).Code);
    }

    /// <summary>
    /// Many more stations have small counts than great ones, so honest last digits are not even: noughts are more than nines. Held
    /// against the smoothed counts they are chance, over a hundred clean elections.
    /// </summary>
    [Fact]
    public void Last_CountsThatFallSteeply_AreNoFinding()
    {
        var (even, smooth, small) = (0.0, 0.0, 0);
        const int Elections = 100;
        for (var e = 0; e < Elections; e++)
        {
            var random = SplitMix64.For(7, (ulong)e);
            var counts = Enumerable.Range(0, 20_000).Select(_ => (long)(-60 * Math.Log(1 - random.Unit()))).ToList();
            var digits = DigitCounts.Last(counts.Where(n => n >= 100));
            var expected = DigitCounts.Smooth(counts, 100);
            Assert.Equal(1, expected.Sum(), 1e-12);
            even += digits.ChiSquare(DigitCounts.Even);
            smooth += digits.ChiSquare(expected);
            small += digits.PValue(expected) <= 0.05 ? 1 : 0;
        }

        Assert.InRange(even / Elections, 15, 100);
        Assert.InRange(smooth / Elections, 7.5, 10.5);
        Assert.InRange(small, 0, 11);
    }

    [Fact]
    public void Run_TooFewCounts_SaysSo()
    {
        Assert.Contains(
            "needs at least 100",
            new LastDigitTest().Run(Stations.Clean(50, 3), Run).CannotSay,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "0 counts have a second digit",
            new SecondDigitTest().Run(Stations.Of((9, 5, 5, [1, 4]), (9, 5, 5, [2, 3])), Run).CannotSay,
            StringComparison.Ordinal
        );
    }

    private static string Text(FigureGroup group, params string[] names) =>
        string.Join(
            ' ',
            names.Select(name =>
            {
                var figure = group.Figures.Single(f => f.Name == name);
                return figure
                    .Value.ToString("0." + new string('0', figure.Decimals), CultureInfo.InvariantCulture)
                    .TrimEnd('.');
            })
        );
}
