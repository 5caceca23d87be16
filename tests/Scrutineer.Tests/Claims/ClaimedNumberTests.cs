using Scrutineer.Allocation;
using Scrutineer.Claims;

namespace Scrutineer.Tests.Claims;

public class ClaimedNumberTests
{
    [Theory]
    [InlineData("84", "84", "84")]
    [InlineData("71.1 %", "71.05 %", "71.15 %")]
    [InlineData("71 %", "70.5 %", "71.5 %")]
    [InlineData("about 10000", "9000", "11000")]
    [InlineData("almost 72 %", "71 %", "72 %")]
    [InlineData("more than 30", "31", null)]
    [InlineData("more than 63 %", "63 %", null)]
    [InlineData("less than 5", "0", "4")]
    [InlineData("at least 100", "100", null)]
    [InlineData("at most 3 %", "0", "3 %")]
    [InlineData("between 5 and 9", "5", "9")]
    [InlineData("dozens", "24", null)]
    [InlineData("several", "3", null)]
    public void Parse_ANumberAsItIsSaid_IsWhatItCanMean(string text, string low, string? high)
    {
        var number = ClaimedNumber.Parse(text)!;
        Assert.Equal(Rational.Parse(low), number.Low);
        Assert.Equal(high is null ? null : Rational.Parse(high), number.High);
    }

    [Theory]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("-5")]
    [InlineData("about")]
    [InlineData("between 9 and 5")]
    [InlineData("% 5")]
    [InlineData("5 %%")]
    public void Parse_NoNumber_IsNothing(string text) => Assert.Null(ClaimedNumber.Parse(text));

    [Theory]
    [InlineData("almost 72 %", "71.97 %", true)]
    [InlineData("71.1 %", "71.09 %", true)]
    [InlineData("71.09 %", "71.9 %", false)]
    [InlineData("dozens", "at least 100", true)]
    [InlineData("244000", "24000", false)]
    public void Overlaps_TwoNumbers_IsWhetherBothCanBeRight(string one, string other, bool both)
    {
        Assert.Equal(both, ClaimedNumber.Parse(one)!.Overlaps(ClaimedNumber.Parse(other)!));
        Assert.Equal(both, ClaimedNumber.Parse(other)!.Overlaps(ClaimedNumber.Parse(one)!));
    }
}
