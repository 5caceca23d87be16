namespace Scrutineer.Tests.Scrutiny.Estimation;

/// <summary>The arithmetic of quick counts as their organisers published them, beside the official result.</summary>
public sealed class PublishedCountsTests
{
    /// <summary>Estimate, margin and official share, in per cent.</summary>
    [Theory]
    [InlineData("Ghana 2020, CODEO, 1,502 stations: NPP", 50.98, 1.20, 51.302, true)]
    [InlineData("Ghana 2020, CODEO, 1,502 stations: NDC", 47.66, 1.19, 47.359, true)]
    [InlineData("Georgia 2020, ISFED, corrected: Georgian Dream", 47.6, 0.7, 48.22, true)]
    [InlineData("Georgia 2020, ISFED, corrected: UNM", 27.4, 0.6, 27.18, true)]
    [InlineData("Georgia 2020, ISFED, as first published: Georgian Dream", 45.8, 0.7, 48.22, false)]
    [InlineData("Georgia 2021, ISFED: Georgian Dream", 46.6, 1.18, 46.68, true)]
    [InlineData("Georgia 2021, ISFED: UNM", 31.1, 1.07, 30.7, true)]
    public void Interval_AsPublished_HoldsTheOfficialShareOrNot(
        string count,
        double estimate,
        double margin,
        double official,
        bool holds
    ) => Assert.True(Math.Abs(estimate - official) <= margin == holds, count);

    /// <summary>The share of invalid ballots that turns 47.6 % of the valid votes into 45.8 % of the ballots.</summary>
    [Fact]
    public void Base_Georgia2020_DiffersByTheInvalidBallots() => Assert.Equal(0.038, 1 - (45.8 / 47.6), 3);

    /// <summary>
    /// A margin of 1.20 points from 1,502 stations means that stations differ by 23.7 points around the whole, as one draws stations
    /// and not voters: as many voters drawn one by one would have a margin below a tenth of it.
    /// </summary>
    [Fact]
    public void Margin_Ghana2020_IsThatOfStations()
    {
        var spread = 1.20 / 1.96 * Math.Sqrt(1_502);
        Assert.Equal(23.7, spread, 1);
        var byVoters = 1.96 * Math.Sqrt(0.25 / (1_502 * 300.0)) * 100;
        Assert.True(byVoters < 0.15);
    }
}
