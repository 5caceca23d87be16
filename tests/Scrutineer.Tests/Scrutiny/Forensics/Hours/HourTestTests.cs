using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Forensics;
using Scrutineer.Scrutiny.Forensics.Hours;
using Scrutineer.Scrutiny.Forensics.Placebos;

namespace Scrutineer.Tests.Scrutiny.Forensics.Hours;

/// <summary>Turnout by hour at stations: surges that were put in are found with their size, and clean days are left alone.</summary>
public sealed class HourTestTests
{
    private static readonly ForensicRun Run = new() { Replicates = 0, Resamples = 10 };

    [Fact]
    public void Run_SurgeAtOneStation_IsFoundWithItsHourAndSize()
    {
        var table = Day(3, surgeAt: 40);
        var added = table.Given[40] - Day(3).Given[40];
        var report = new HourTest().Run(table, Run);
        var finding = Assert.Single(report.Findings);
        Assert.True(report.Fires);
        Assert.Equal("T2/S41", finding.Unit);
        Assert.Contains("from 16:00 to the end", finding.Statement, StringComparison.Ordinal);
        Assert.InRange(report[""]["voters-beyond-at-stations"], 0.7 * added, 1.3 * added);
        Assert.Equal("T2/S41, from 16:00 to the end", Assert.Single(report.Tables[0].Rows).Label);
    }

    [Fact]
    public void Run_CleanDay_SaysNothingAndTellsTheCourses()
    {
        var report = new HourTest().Run(Day(4), Run);
        Assert.False(report.Fires);
        Assert.Empty(report.Findings);
        var courses = report.Tables[1];
        Assert.Equal(["10:00", "16:00"], courses.Columns);
        Assert.Equal("the whole", courses.Rows[0].Label);
        Assert.Equal(1 + 12, courses.Rows.Count);
        Assert.All(courses.Rows, r => Assert.InRange(r.Figures[0].Value, 1, r.Figures[1].Value));
    }

    [Fact]
    public void Run_NoHours_CannotSayAndWhy() =>
        Assert.Contains(
            "no columns of turnout by hour",
            new HourTest().Run(Stations.Clean(300, 5), Run).CannotSay,
            StringComparison.Ordinal
        );

    [Fact]
    public void Run_TurnoutThatFallsOrIsUnknown_LeavesTheStationOut()
    {
        var table = Day(5);
        var (first, second) = (table.Hours[0], table.Hours[1]);
        first = first with { Came = first.Came.SetItem(0, StationTable.Unknown).SetItem(1, second.Came[1] + 1) };
        var report = new HourTest().Run(table with { Hours = [first, second] }, Run);
        Assert.Equal(298, report.Stations);
        Assert.Equal([1, 1], report.LeftOut.Select(l => l.Stations));
    }

    /// <summary>How often the test fires on placebo days, whose level is one in a hundred; the document tells the very count.</summary>
    [Fact]
    public void Rates_PlaceboDays_AreTold()
    {
        var rates = PlaceboRates.Of(Day(6), [new HourTest()], 200, withFrauds: false, Run);
        var rate = Assert.Single(rates);
        Assert.Equal(200, rate.Of);
        TestContext.Current.TestOutputHelper?.WriteLine($"{rate.Fired} of {rate.Of}");
        Assert.InRange(rate.Fired, 0, 8);
        Assert.Contains(
            $"fires on {rate.Fired} of 200 placebo days",
            File.ReadAllText(Checkout.Path("docs/methods/forensics.md")).ReplaceLineEndings(" "),
            StringComparison.Ordinal
        );
    }

    /// <summary>A synthetic day of 300 stations, 25 a territory, with figures at 10 and 16 hours; at one, three of five who stayed at home were added at the end.</summary>
    private static StationTable Day(ulong seed, int surgeAt = -1)
    {
        var table = Stations.Clean(300, seed, 900, 2500);
        var ten = new long[table.Count];
        var four = new long[table.Count];
        for (var s = 0; s < table.Count; s++)
        {
            var random = SplitMix64.For(seed, (ulong)s);
            four[s] = random.Binomial(table.Given[s], random.Beta(0.7, 0.005));
            ten[s] = random.Binomial(four[s], random.Beta(0.3, 0.005));
        }

        var given = table.Given;
        if (surgeAt >= 0)
        {
            given = given.SetItem(surgeAt, given[surgeAt] + ((table.Registered[surgeAt] - given[surgeAt]) * 3 / 5));
        }

        return table with
        {
            Given = given,
            Hours = [new StationHour(new TimeOnly(10, 0), [.. ten]), new StationHour(new TimeOnly(16, 0), [.. four])],
        };
    }
}
