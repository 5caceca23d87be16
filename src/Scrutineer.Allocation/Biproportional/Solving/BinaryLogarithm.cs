using System.Numerics;

namespace Scrutineer.Allocation.Biproportional.Solving;

/// <summary>
/// Logarithms to base 2 as whole numbers of 2⁻⁴⁰, the same on every machine. They guide the search and decide nothing:
/// each result is confirmed by multiplication in full.
/// </summary>
internal static class BinaryLogarithm
{
    /// <summary>Binary places behind the point.</summary>
    public const int Places = 40;

    /// <summary>One, in units of the logarithm: a doubling.</summary>
    public const long One = 1L << Places;

    /// <summary>The roots 2^(1/2), 2^(1/4), … with 62 binary places.</summary>
    private static readonly ulong[] Roots = MakeRoots();

    /// <summary>log₂ of a positive whole number; wrong by a few units at most.</summary>
    public static long Of(BigInteger value)
    {
        var bits = (int)value.GetBitLength() - 1;
        var mantissa = (ulong)(bits <= 63 ? value << (63 - bits) : value >> (bits - 63));
        var result = (long)bits << Places;
        for (var bit = One >> 1; bit > 0; bit >>= 1)
        {
            // The mantissa lies from 1 to below 2, with 63 places; its square from 1 to below 4, with 62.
            mantissa = Math.BigMul(mantissa, mantissa, out var low);
            if (mantissa >> 63 == 1)
            {
                result += bit;
            }
            else
            {
                mantissa = (mantissa << 1) | (low >> 63);
            }
        }

        return result;
    }

    /// <summary>log₂ of a positive fraction.</summary>
    public static long Of(Rational value) => Of(value.Numerator) - Of(value.Denominator);

    /// <summary>A fraction with a denominator that is a power of two, near 2^(logarithm).</summary>
    public static Rational Power(long logarithm)
    {
        var whole = (int)(logarithm >> Places);
        var mantissa = 1UL << 62;
        for (var i = 0; i < Places; i++)
        {
            if ((logarithm & (One >> (i + 1))) != 0)
            {
                mantissa = (Math.BigMul(mantissa, Roots[i], out var low) << 2) | (low >> 62);
            }
        }

        return whole >= 62
            ? new Rational((BigInteger)mantissa << (whole - 62))
            : new Rational(mantissa, BigInteger.One << (62 - whole));
    }

    private static ulong[] MakeRoots()
    {
        var roots = new ulong[Places];
        var square = (BigInteger)2 << 62;
        for (var i = 0; i < Places; i++)
        {
            // √(s·2⁶²) is the root of s/2⁶² in the same unit; digits are found from the highest.
            var radicand = square << 62;
            BigInteger root = 0;
            for (var bit = BigInteger.One << 63; !bit.IsZero; bit >>= 1)
            {
                if ((root + bit) * (root + bit) <= radicand)
                {
                    root += bit;
                }
            }

            roots[i] = (ulong)root;
            square = root;
        }

        return roots;
    }
}
