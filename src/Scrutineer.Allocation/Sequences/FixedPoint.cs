using System.Numerics;

namespace Scrutineer.Allocation.Sequences;

/// <summary>Numbers with 32 binary places, for the jump only.</summary>
internal static class FixedPoint
{
    /// <summary>The value in fixed point, held within ±2²⁹ so that sums of two stay far from overflow.</summary>
    public static long Of(Rational value)
    {
        var scaled = (value * (BigInteger.One << 32)).Floor();
        return (long)BigInteger.Max(-(BigInteger.One << 61), BigInteger.Min(BigInteger.One << 61, scaled));
    }
}
