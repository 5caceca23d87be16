using Scrutineer.Counting.Corrections;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Scrutiny.Estimation;

namespace Scrutineer.Tests.Scrutiny.Estimation;

/// <summary>The quick count of the Mexican electoral institute, 1 July 2018, from its own feed: 6,307 of 7,787 stations drawn.</summary>
public sealed class Mexico2018Tests
{
    private static QuickCount Count(Moment? asOf = null)
    {
        var table = Samples.Shared("data/mx-president-2018/feed.txt", "mx/quick-count-2018");
        var problems = new Problems();
        var frame = SampleFrame.Read(Checkout.Shared("data/mx-president-2018/strata.csv"), problems)!;
        var count = QuickCount.Of(
            table,
            frame,
            new EstimateOptions
            {
                Base = table.Mapping.File.Base!.Value,
                Strata = "stratum",
                AsOf = asOf,
            },
            problems
        );
        Assert.Empty(problems.InOrder());
        return count!;
    }

    /// <summary>Beside the intervals that the institute published the same night.</summary>
    [Theory]
    [InlineData("LopezObrador", 53.495, 0.31, 53.0, 53.8)]
    [InlineData("Anaya", 22.316, 0.24, 22.1, 22.8)]
    [InlineData("Meade", 16.011, 0.21, 15.7, 16.3)]
    [InlineData("Rodriguez", 5.333, 0.07, 5.3, 5.5)]
    public void Estimate_Candidate_LiesInsideThePublishedInterval(
        string list,
        double share,
        double margin,
        double low,
        double high
    )
    {
        var estimate = Count().Of(list);
        Assert.Equal(share, estimate.Value!.Value * 100, 3);
        Assert.Equal(margin, (estimate.High - estimate.Value)!.Value * 100, 2);
        Assert.InRange(estimate.Value.Value * 100, low, high);
        Assert.Equal((6_307, 350, "ballots-in-box"), (estimate.Stations, estimate.Strata, estimate.Base));
    }

    [Fact]
    public void Estimate_Turnout_MissesThePublishedIntervalForStationsWithoutARegister()
    {
        var count = Count();
        var turnout = count.Of("turnout");
        Assert.InRange(turnout.Value!.Value, 0.626, 0.627);
        Assert.True(turnout.High < 0.629);
        var finding = count.Finding("estimate-without-register")!;
        Assert.Contains("42 stations", finding.Statement, StringComparison.Ordinal);
        Assert.Contains("28,259 ballots", finding.Statement, StringComparison.Ordinal);
        Assert.Contains("63.42 %", finding.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void Estimate_Lead_IsEstimatedDirectly()
    {
        var count = Count();
        var lead = count.Of("lead:LopezObrador-Anaya");
        Assert.Equal(0.53495 - 0.22316, lead.Value!.Value, 4);

        // Margins of two shares neither add nor subtract: the lead has its own.
        var (ahead, behind) = (count.Of("LopezObrador"), count.Of("Anaya"));
        Assert.True(lead.StandardError > ahead.StandardError);
        Assert.True(lead.StandardError < ahead.StandardError + behind.StandardError);
    }

    [Fact]
    public void Estimate_StratumOfOneStation_IsCollapsedAndLogged()
    {
        var count = Count();
        Assert.Equal([new CollapsedStratum("234", "233")], count.Design.Collapsed);
        Assert.NotNull(count.Finding("sample-strata-collapsed"));
    }

    [Fact]
    public void Arrivals_OverTheNight_RiseAndRaiseTheAlarm()
    {
        var count = Count();
        var at20 = Assert.Single(count.Arrivals, a => a.Until.Hour == 20 && a.Until.Minute == 0);
        Assert.Equal(
            (834, 0.485, 0.507),
            (at20.Stations, Math.Round(at20.Unweighted, 3), Math.Round(at20.Estimate, 3))
        );
        Assert.Equal(0.531, count.Arrivals[^1].Unweighted, 3);
        Assert.Equal(Severity.Warning, count.Finding("early-returns-biased")!.Severity);
    }

    [Fact]
    public void Estimate_AsOfEightInTheEvening_SaysWhichStrataAreMissing()
    {
        var count = Count(Moment.Parse("2018-07-01T20:00"));
        Assert.InRange(count.Of("LopezObrador").Value!.Value, 0.505, 0.509);
        Assert.True(count.Design.Empty.Count > 100);
        Assert.Equal(Severity.Warning, count.Finding("sample-strata-empty")!.Severity);
    }

    [Fact]
    public void Estimate_OfTheValidVotes_IsAnotherShare()
    {
        var table = Samples.Shared("data/mx-president-2018/feed.txt", "mx/quick-count-2018");
        var frame = SampleFrame.Read(Checkout.Shared("data/mx-president-2018/strata.csv"), new Problems())!;
        var count = QuickCount.Of(
            table,
            frame,
            new EstimateOptions { Base = BaseName.ValidVotes, Strata = "stratum" },
            new Problems()
        )!;
        Assert.Equal(0.54961, count.Of("LopezObrador").Value!.Value, 5);
    }
}
