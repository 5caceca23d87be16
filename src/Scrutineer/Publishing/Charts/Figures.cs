using System.Globalization;
using System.Numerics;
using Scrutineer.Allocation;

namespace Scrutineer.Publishing.Charts;

/// <summary>Figures as charts write them, alike in every language: decimal point, narrow no-break group spaces.</summary>
internal static class Figures
{
    /// <summary>What stands where a figure is not known.</summary>
    public const string Unknown = "—";

    private const int MostDecimals = 12;

    /// <summary>A share in percent, such as <c>10.95 %</c> with two decimals.</summary>
    public static string Percent(Rational share, int decimals) => (share * 100).ToDecimal(decimals) + "\u00a0%";

    /// <summary>
    /// A share in percent with two decimals, or as many more as it takes (up to 12) to tell it from the threshold:
    /// 6.9999 % must not read 7.00 % beside a threshold of 7 %.
    /// </summary>
    public static string PercentBeside(Rational share, Rational? threshold)
    {
        var decimals = 2;
        if (threshold is { } line && share != line)
        {
            while (decimals < MostDecimals && Percent(share, decimals) == Percent(line, decimals))
            {
                decimals++;
            }
        }

        return Percent(share, decimals);
    }

    /// <summary>A whole number with group spaces, such as <c>11 127</c>.</summary>
    public static string Whole(BigInteger value) =>
        value.ToString("N0", CultureInfo.InvariantCulture).Replace(",", "\u202f", StringComparison.Ordinal);

    /// <summary>A difference with its sign: <c>+3</c>, <c>−8</c>, <c>0</c>.</summary>
    public static string Difference(int value) =>
        (
            value > 0 ? "+"
            : value < 0 ? "−"
            : ""
        ) + Whole(BigInteger.Abs(value));

    /// <summary>The least whole percentage that ends an axis well and is not below the greatest share.</summary>
    public static BigInteger AxisEnd(IEnumerable<Rational> shares)
    {
        var greatest = shares.Append(Rational.Zero).Max() * 100;
        int[] ends = [1, 2, 5, 10, 20, 25, 30, 40, 50, 60, 80, 100];
        var end = Array.Find(ends, candidate => candidate >= greatest);

        // A share above 100 % is impossible but not unheard of, and must show as what it is.
        return end > 0 ? end : (greatest / 100).Ceiling() * 100;
    }
}
