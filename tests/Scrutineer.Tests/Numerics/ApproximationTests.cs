using System.Numerics;
using Scrutineer.Allocation;
using Scrutineer.Numerics;

namespace Scrutineer.Tests.Numerics;

public class ApproximationTests
{
    [Fact]
    public void ToDouble_OfHugeTerms_IsNearest()
    {
        Assert.Equal(1.0 / 3, new Rational(1, 3).ToDouble());
        Assert.Equal(0.5, new Rational(BigInteger.Pow(10, 400), 2 * BigInteger.Pow(10, 400)).ToDouble());
        Assert.Equal(-0.25, new Rational(-1, 4).ToDouble());
    }
}
