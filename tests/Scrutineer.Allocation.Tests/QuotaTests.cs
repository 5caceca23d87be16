namespace Scrutineer.Allocation.Tests;

public class QuotaTests
{
    [Theory]
    [InlineData("hare", 100, 8, "25/2")]
    [InlineData("hare-rounded", 100, 8, "13")]
    [InlineData("droop", 100, 8, "12")]
    [InlineData("droop", 99, 8, "12")]
    [InlineData("hagenbach-bischoff", 100, 8, "100/9")]
    [InlineData("hagenbach-bischoff-ceiling", 100, 8, "12")]
    [InlineData("hagenbach-bischoff-ceiling", 99, 8, "11")]
    [InlineData("hagenbach-bischoff-rounded", 100, 8, "11")]
    [InlineData("hagenbach-bischoff-rounded", 75, 9, "8")]
    [InlineData("hagenbach-bischoff-rounded", 65, 9, "7")]
    [InlineData("imperiali", 100, 8, "10")]
    public void Of_VotesAndSeats_IsTheFormula(string quota, long votes, int seats, string expected)
    {
        Assert.Equal(Rational.Parse(expected), Quota.Named(quota)!.Of(votes, seats));
        Assert.Equal(quota, Quota.Named(quota)!.ToString());
    }

    [Fact]
    public void Of_NothingToDivideBy_IsNull()
    {
        Assert.Null(Quota.Hare.Of(100, 0));
        Assert.Null(Quota.HareRounded.Of(100, 0));
        Assert.Null(Quota.HareRounded.Of(1, 3));
        Assert.Null(Quota.HagenbachBischoff.Of(0, 3));
        Assert.Equal(1, Quota.Droop.Of(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quota.Hare.Of(-1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quota.Hare.Of(1, -3));
    }

    [Fact]
    public void Named_UnknownQuota_IsNull() => Assert.Null(Quota.Named("hare-niemeyer"));
}
