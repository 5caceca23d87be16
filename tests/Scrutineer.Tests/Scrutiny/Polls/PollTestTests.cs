using Scrutineer.Scrutiny.Polls;

namespace Scrutineer.Tests.Scrutiny.Polls;

/// <summary>
/// The two exit polls of Kazakhstan 2021 against the preliminary shares of the Central Election Commission, 11 January 2021:
/// 71.09, 10.95, 9.10, 5.29 and 3.57 %.
/// </summary>
public sealed class PollTestTests
{
    private static readonly double[] Result = [71.09, 10.95, 9.10, 5.29, 3.57];
    private static readonly double[] PublicOpinion = [71.97, 10.18, 9.03, 5.75, 3.07];

    /// <summary>It adds up to 100.09; shares are made to add up to one.</summary>
    private static readonly double[] Democracy = [72.1, 10.27, 9.54, 4.93, 3.25];

    [Theory]
    [InlineData(0, 42.1, 26.1)]
    [InlineData(0.02, 23.7, 14.7)]
    [InlineData(0.05, 14.3, 8.9)]
    [InlineData(0.10, 8.6, 5.3)]
    public void At_Kazakhstan2021_FallsWithTheCorrelation(double correlation, double first, double second)
    {
        Assert.Equal(first, PollTest.Of(24_000, 600, PublicOpinion, Result).At(correlation).Statistic, 1);
        Assert.Equal(second, PollTest.Of(20_000, 500, Democracy, Result).At(correlation).Statistic, 1);
    }

    [Fact]
    public void Verdict_Kazakhstan2021_DependsOnTheClustering()
    {
        var test = PollTest.Of(24_000, 600, PublicOpinion, Result);
        Assert.Equal(4, test.Degrees);
        Assert.Equal(9.49, test.Critical, 2);
        Assert.Equal(PollVerdict.DependsOnClustering, test.Verdict);
        Assert.InRange(test.CriticalCorrelation!.Value, 0.05, 0.10);
        Assert.Equal(test.Critical, test.At(test.CriticalCorrelation.Value).Statistic, 9);
        Assert.Equal(PollVerdict.DependsOnClustering, PollTest.Of(20_000, 500, Democracy, Result).Verdict);
    }

    /// <summary>The margins that the two polls claim, 2 and 2.5 %, mean design effects of about 10 and 13.</summary>
    [Theory]
    [InlineData(24_000, 0.02, 10.0)]
    [InlineData(20_000, 0.025, 13.0)]
    public void ClaimedEffect_Kazakhstan2021_IsWhatTheMarginsMean(double answers, double margin, double effect) =>
        Assert.Equal(effect, PollTest.ClaimedEffect(answers, margin), 1);

    [Fact]
    public void Verdict_SameShares_AreConsistent()
    {
        var test = PollTest.Of(24_000, 600, Result, Result);
        Assert.Equal((PollVerdict.Consistent, 0.0), (test.Verdict, test.Statistic));
        Assert.True(test.CriticalCorrelation < 0);
    }

    [Fact]
    public void Verdict_FarApart_IsInconsistentUnderAnyClustering() =>
        Assert.Equal(PollVerdict.Inconsistent, PollTest.Of(24_000, 600, [50, 20, 15, 10, 5], Result).Verdict);

    [Fact]
    public void Verdict_StationsUnknown_HasNoCurve()
    {
        var test = PollTest.Of(24_000, null, PublicOpinion, Result);
        Assert.Empty(test.Curve);
        Assert.Equal(PollVerdict.DependsOnClustering, test.Verdict);
        Assert.Equal(42.1 / 9.49, test.CriticalEffect, 1);
        Assert.Throws<InvalidOperationException>(() => test.At(0.05));
    }

    [Fact]
    public void Of_OneListOrAListWithoutVotes_Throws()
    {
        Assert.Throws<ArgumentException>(() => PollTest.Of(10, 1, [1], [1]));
        Assert.Throws<ArgumentException>(() => PollTest.Of(10, 1, [1, 0], [1, 0]));
    }
}
