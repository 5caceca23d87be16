using Scrutineer.Scrutiny.Forensics;

namespace Scrutineer.Tests.Scrutiny.Forensics;

public sealed class MultipleTestsTests
{
    [Fact]
    public void Adjusted_FourByHand()
    {
        double[] p = [0.01, 0.04, 0.03, 0.005];

        // In order 0.005, 0.01, 0.03, 0.04. Holm: 4·0.005, 3·0.01, 2·0.03, then never less than before.
        Near([0.03, 0.06, 0.06, 0.02], MultipleTests.Holm(p));

        // Benjamini and Hochberg: 4·0.005/1 = 0.02, 4·0.01/2 = 0.02, 4·0.03/3 = 0.04, 0.04.
        Near([0.02, 0.04, 0.04, 0.02], MultipleTests.BenjaminiHochberg(p));
    }

    [Fact]
    public void Adjusted_None_IsEmpty()
    {
        Assert.Empty(MultipleTests.Holm([]));
        Assert.Empty(MultipleTests.BenjaminiHochberg([]));
    }

    private static void Near(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }
}
