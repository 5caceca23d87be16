using Scrutineer.Numerics;

namespace Scrutineer.Tests.Numerics;

/// <summary>Against the tables that every book of statistics prints.</summary>
public sealed class QuantilesTests
{
    [Theory]
    [InlineData(0.975, 1, 12.7062)]
    [InlineData(0.995, 1, 63.6567)]
    [InlineData(0.975, 2, 4.30265)]
    [InlineData(0.995, 3, 5.84091)]
    [InlineData(0.975, 7, 2.36462)]
    [InlineData(0.025, 7, -2.36462)]
    [InlineData(0.95, 30, 1.69726)]
    [InlineData(0.9995, 5, 6.86883)]
    [InlineData(0.975, 5_957, 1.96037)]
    [InlineData(0.5, 9, 0)]
    public void Student_Tabled_IsAsPrinted(double probability, double degrees, double quantile) =>
        Assert.Equal(quantile, Quantiles.Student(probability, degrees), 0.00005);

    [Theory]
    [InlineData(2.36462, 7, 0.05)]
    [InlineData(-2.36462, 7, 0.05)]
    [InlineData(0, 7, 1)]
    public void StudentBeyond_Tabled_IsBothTails(double t, double degrees, double probability) =>
        Assert.Equal(probability, Quantiles.StudentBeyond(t, degrees), 5);

    [Fact]
    public void NormalAndChiSquare_Tabled_AreAsPrinted()
    {
        Assert.Equal(1.959964, Quantiles.Normal(0.975), 6);
        Assert.Equal(2.575829, Quantiles.Normal(0.995), 6);
        Assert.Equal(9.487729, Quantiles.ChiSquare(0.95, 4), 6);
        Assert.Equal(0.05, Quantiles.ChiSquareAbove(9.487729, 4), 6);
        Assert.Equal(1, Quantiles.ChiSquareAbove(0, 4), 9);
    }

    [Fact]
    public void Quantiles_OutOfRange_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Student(1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Student(0.5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.Normal(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.ChiSquare(0.5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.ChiSquareAbove(-1, 1));
    }
}
