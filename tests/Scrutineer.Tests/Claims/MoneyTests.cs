using Scrutineer.Allocation;
using Scrutineer.Claims;

namespace Scrutineer.Tests.Claims;

public class MoneyTests
{
    /// <summary>An amount stands for everything that rounds to it: half a unit of its last digit on either side.</summary>
    [Theory]
    [InlineData("12.63 million KZT", 12_625_000, 12_635_000, "KZT")]
    [InlineData("5 thousand EUR", 4_500, 5_500, "EUR")]
    [InlineData("2 billion USD", 1_500_000_000, 2_500_000_000, "USD")]
    public void Parse_AnAmount_IsTheRangeThatRoundsToIt(string text, long low, long high, string currency)
    {
        var money = Money.Parse(text)!;
        Assert.Equal((new Rational(low, 1), new Rational(high, 1), currency), (money.Low, money.High, money.Currency));
    }

    [Fact]
    public void Parse_WholeUnits_AreExactToHalfAUnit()
    {
        var money = Money.Parse("32793 USD")!;
        Assert.Equal((new Rational(65_585, 2), new Rational(65_587, 2)), (money.Low, money.High));
        Assert.Equal("32,793 USD", money.InWords());
    }

    [Theory]
    [InlineData("12.63 million")]
    [InlineData("12.63 lakh INR")]
    [InlineData("USD 5")]
    [InlineData("5 usd")]
    [InlineData("-5 USD")]
    [InlineData("5 million million USD")]
    [InlineData("")]
    public void Parse_NoAmount_IsNothing(string text) => Assert.Null(Money.Parse(text));
}
