using System.Numerics;

namespace Scrutineer.Allocation;

/// <summary>Short decimals inside intervals, so that a published divisor can be typed into a pocket calculator.</summary>
internal static class NiceNumber
{
    /// <summary>
    /// The number x with the fewest significant decimal digits, and the least of those, such that
    /// low &lt; xᵖ &lt; high.
    /// </summary>
    /// <param name="low">Not negative.</param>
    /// <param name="high">Above <paramref name="low"/>; null without bound.</param>
    /// <param name="power">1, or 2 where the bounds are squares.</param>
    public static Rational Between(Rational low, Rational? high, int power)
    {
        // Above 10^digits nothing is needed: a one-digit number that large or a smaller one lies above low.
        var exponent = (high ?? low).Floor().ToString().Length;
        for (; ; exponent--)
        {
            var unit = PowerOfTen(exponent);
            var count = Root((low / Power(unit, power)).Floor(), power) + 1;
            var candidate = unit * count;
            if (high is null || Power(candidate, power) < high)
            {
                return candidate;
            }
        }
    }

    /// <summary>The square root where it is rational; null where it is not.</summary>
    public static Rational? SquareRoot(Rational value)
    {
        var numerator = Root(value.Numerator, 2);
        var denominator = Root(value.Denominator, 2);
        return numerator * numerator == value.Numerator && denominator * denominator == value.Denominator
            ? new Rational(numerator, denominator)
            : null;
    }

    private static Rational Power(Rational value, int power) => power == 1 ? value : value * value;

    private static Rational PowerOfTen(int exponent) =>
        exponent >= 0 ? BigInteger.Pow(10, exponent) : new Rational(1, BigInteger.Pow(10, -exponent));

    /// <summary>⌊value^(1/power)⌋; for squares by Newton's iteration from above, which falls until it is there.</summary>
    private static BigInteger Root(BigInteger value, int power)
    {
        if (power == 1 || value.IsZero)
        {
            return value;
        }

        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + (value / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
