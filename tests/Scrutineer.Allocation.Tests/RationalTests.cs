using System.Numerics;

namespace Scrutineer.Allocation.Tests;

public class RationalTests
{
    [Theory]
    [InlineData("7 %", "7/100")]
    [InlineData("7%", "7/100")]
    [InlineData("1.8", "9/5")]
    [InlineData("7/10", "7/10")]
    [InlineData("-2/4", "-1/2")]
    [InlineData("98", "98")]
    public void Parse_ExactNumber_IsReduced(string text, string expected) =>
        Assert.Equal(expected, Rational.Parse(text).ToString());

    [Theory]
    [InlineData("1e3")]
    [InlineData("1 000")]
    [InlineData("1,000")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1/0")]
    [InlineData("")]
    [InlineData("seven")]
    [InlineData("٧")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(Rational.TryParse(text, out _));

    [Fact]
    public void Default_IsZero()
    {
        Assert.Equal(Rational.Zero, default);
        Assert.Equal(BigInteger.One, default(Rational).Denominator);
        Assert.Equal("0", default(Rational).ToString());
    }

    [Fact]
    public void Quota_Mazhilis2021_IsExactAndShown()
    {
        var quota = new Rational(6599921, 98);
        Assert.Equal("67346.1327", quota.ToDecimal(4));
        Assert.Equal("6599921/98", quota.ToString());
        Assert.Equal(67346, quota.Floor());
    }

    [Theory]
    [InlineData("-1/2", -1, 0, "-0.5")]
    [InlineData("1/2", 0, 1, "0.5")]
    [InlineData("-3/2", -2, -1, "-1.5")]
    public void Rounding_OfHalves_GoesUp(string text, int floor, int halfUp, string shown)
    {
        var value = Rational.Parse(text);
        Assert.Equal(floor, value.Floor());
        Assert.Equal(halfUp, value.RoundHalfUp());
        Assert.Equal(shown, value.ToDecimal(1));
    }
}
