using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Scrutiny.Estimation;
using Scrutineer.Tests.Counting;
using Scrutineer.Tests.Counting.Import;

namespace Scrutineer.Tests.Scrutiny.Estimation;

/// <summary>Samples that cannot answer say so, and why; what else was asked is still answered.</summary>
public sealed class QuickCountTests
{
    private static readonly SampleFrame Ten = SampleFrame.Whole(10);

    [Fact]
    public void Of_OneStation_HasEstimatesAndNoIntervals()
    {
        var count = Samples.Count("a,1,200,100,10,0,60,30\n", Ten);
        var estimate = count.Of("A");
        Assert.Equal(60 / 90.0, estimate.Value!.Value, 12);
        Assert.Null(estimate.Low);
        Assert.Contains("one station", estimate.Untold, StringComparison.Ordinal);
        Assert.Equal(0.5, count.Of("turnout").Value);
        Assert.Equal(4, count.Findings.Count(f => f.Code == "estimate-untold"));
    }

    [Fact]
    public void Of_AllVotesForOneList_HasNoIntervalForItAndTurnoutIsAnswered()
    {
        var count = Samples.Count("a,1,200,100,0,0,100,0\na,2,200,120,0,0,120,0\na,3,200,90,0,0,90,0\n", Ten);
        Assert.Equal((1.0, null), (count.Of("A").Value, count.Of("A").Low));
        Assert.Contains("same share", count.Of("A").Untold, StringComparison.Ordinal);
        Assert.NotNull(count.Of("turnout").Low);
    }

    [Fact]
    public void Of_MoreBallotsThanVoters_HasNoTurnoutAndTheListsAreAnswered()
    {
        var count = Samples.Count("a,1,50,100,10,0,60,30\na,2,50,100,10,0,50,40\n", Ten);
        Assert.Null(count.Of("turnout").Value);
        Assert.Contains("cannot be", count.Of("turnout").Untold, StringComparison.Ordinal);
        Assert.NotNull(count.Of("A").Low);
        Assert.Equal(Severity.Notice, count.Finding("sample-more-than-possible")!.Severity);
    }

    [Fact]
    public void Of_FigureUnknownInAStation_LeavesItOutForThatQuantityAlone()
    {
        var count = Samples.Count("a,1,200,100,10,0,60,30\na,2,,100,10,0,50,40\na,3,200,90,10,0,50,30\n", Ten);
        Assert.Equal((3, 2), (count.Of("A").Stations, count.Of("turnout").Stations));
    }

    [Fact]
    public void Of_NoFrame_SaysThatIntervalsAreWider()
    {
        var rows = "a,1,200,100,10,0,60,30\na,2,200,100,10,0,50,40\na,3,200,90,10,0,50,30\n";
        var without = Samples.Count(rows, SampleFrame.Whole(null));
        Assert.NotNull(without.Finding("sample-without-frame"));
        Assert.True(without.Of("A").High > Samples.Count(rows, Ten).Of("A").High);
    }

    [Fact]
    public void Of_TwoObserversWhoDiffer_KeepsBothAndNamesTheFigures()
    {
        var mapping = Samples.Mapping.Replace("lists:", "copy: station\nlists:", StringComparison.Ordinal);
        var count = Samples.Count(
            "a,1,200,100,10,0,60,30\na,1,200,100,10,0,50,40\na,2,200,100,10,0,50,40\na,2,200,100,10,0,50,40\n",
            Ten,
            mapping: mapping
        );
        var finding = count.Finding("station-observed-differently")!;
        Assert.Contains(
            "votes:A 60 (1) or 50 (1); votes:B 30 (1) or 40 (1)",
            finding.Statement,
            StringComparison.Ordinal
        );
        Assert.NotNull(count.Finding("station-observed-twice"));
        Assert.Equal((2, 105 / 180.0), (count.Of("A").Stations, count.Of("A").Value));
    }

    [Fact]
    public void Of_Clusters_AreOneRowEach()
    {
        var rows = "a,1,200,100,10,0,60,30\na,2,200,100,10,0,50,40\nb,3,200,90,10,0,50,30\n";
        var count = Samples.Count(rows, SampleFrame.Whole(5), new EstimateOptions { Clusters = "stratum" });
        Assert.Equal((2, 160 / 260.0), (count.Of("A").Stations, count.Of("A").Value));
    }

    [Fact]
    public void Of_StratumThatTheFrameLacks_IsAProblemWithItsLine()
    {
        var problems = new Problems();
        var table = TestTables.ReadText(
            Samples.Header + "a,1,200,100,10,0,60,30\nz,2,200,100,10,0,60,30\n",
            Samples.Mapping
        );
        var frame = new SampleFrame([new FrameStratum("a", 4), new FrameStratum("b", 4)]);
        Assert.Null(QuickCount.Of(table, frame, new EstimateOptions { Strata = "stratum" }, problems));
        Assert.Equal(["3: The station is of stratum 'z'."], problems.Lines());
    }

    [Fact]
    public void Of_MoreReceivedThanAStratumHas_IsAProblem()
    {
        var problems = new Problems();
        var table = TestTables.ReadText(
            Samples.Header + "a,1,200,100,10,0,60,30\na,2,200,100,10,0,60,30\n",
            Samples.Mapping
        );
        Assert.Null(QuickCount.Of(table, SampleFrame.Whole(1), new EstimateOptions(), problems));
        Assert.Contains(
            "2 stations were received of the whole, which has 1",
            Assert.Single(problems.Lines()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_NoStationByAMoment_IsAProblem()
    {
        var problems = new Problems();
        var table = TestTables.ReadText(Samples.Header + "a,1,200,100,10,0,60,30\n", Samples.Mapping);
        var options = new EstimateOptions { AsOf = Scrutineer.Counting.Corrections.Moment.Parse("2020-01-01") };
        Assert.Null(QuickCount.Of(table, Ten, options, problems));
        Assert.Single(problems.InOrder());
    }

    [Theory]
    [InlineData(BaseName.Registered, 110 / 400.0)]
    [InlineData(BaseName.BallotsIssued, 110 / 200.0)]
    [InlineData(BaseName.BallotsInBox, 110 / 200.0)]
    [InlineData(BaseName.ValidVotes, 110 / 180.0)]
    [InlineData(BaseName.VotesForLists, 110 / 180.0)]
    public void Of_EachBase_IsNamedAndDividedBy(BaseName name, double share)
    {
        var count = Samples.Count(
            "a,1,200,100,10,0,60,30\na,2,200,100,10,0,50,40\n",
            Ten,
            new EstimateOptions { Base = name }
        );
        Assert.Equal(share, count.Of("A").Value!.Value, 12);
        Assert.Equal(Scrutineer.Files.ScalarType.Word(name), count.Of("A").Base);
    }

    [Fact]
    public void Of_BaseThatTheFormDoesNotHave_SaysSoAndAnswersTurnout()
    {
        var count = Samples.Count(
            "a,1,200,100,10,0,60,30\na,2,200,120,10,0,50,60\n",
            Ten,
            new EstimateOptions { Base = BaseName.Participants }
        );
        Assert.NotNull(count.Finding("estimate-base-unknown"));
        Assert.Equal("turnout", Assert.Single(count.Estimates).Quantity);
    }
}
