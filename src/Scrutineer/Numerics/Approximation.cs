using Scrutineer.Allocation;

namespace Scrutineer.Numerics;

/// <summary>Floating point for charts and statistics. Nothing that decides passes through here.</summary>
public static class Approximation
{
    /// <summary>The double nearest to a fraction, whatever the size of its terms.</summary>
    public static double ToDouble(this Rational value)
    {
        const int Bits = 64;
        var shift = Math.Max(0, Bits - (int)(value.Numerator.GetBitLength() - value.Denominator.GetBitLength()));
        return Math.ScaleB((double)((value.Numerator << shift) / value.Denominator), -shift);
    }
}
