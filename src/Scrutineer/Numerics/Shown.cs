using System.Globalization;
using System.Numerics;
using Scrutineer.Allocation;
using Scrutineer.Counting;

namespace Scrutineer.Numerics;

/// <summary>How exact numbers are shown to people. Showing rounds; deciding never does.</summary>
public static class Shown
{
    /// <summary>A whole number in groups of three: 7,241,562.</summary>
    public static string Whole(BigInteger value)
    {
        var digits = BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture);
        return (value.Sign < 0 ? "−" : "") + Group(digits);
    }

    /// <summary>A count in groups of three, or the word for why there is none.</summary>
    public static string Whole(Count count) =>
        count.Value is { } value ? Whole(value) : count.ToString().Replace('-', ' ');

    /// <summary>An exact number in decimals, grouped: 67,346.1327. A whole number has no decimals.</summary>
    public static string Decimal(Rational value, int decimals = 4)
    {
        if (value.IsWhole)
        {
            return Whole(value.Numerator);
        }

        var text = value.Abs().ToDecimal(decimals);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return (value.Sign < 0 ? "−" : "") + Group(text[..point]) + text[point..];
    }

    /// <summary>The square root of an exact number in decimals, the last one rounded half up; computed in whole numbers.</summary>
    /// <param name="square">The number, not negative.</param>
    /// <param name="decimals">How many decimals.</param>
    public static string Root(Rational square, int decimals = 4)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(square.Sign, nameof(square));
        var scale = BigInteger.Pow(10, decimals);

        // floor(2·scale·√square) tells on which side of the half the last decimal stands.
        var doubled = Root((square * 4 * scale * scale).Floor());
        return new Rational((doubled + 1) / 2, scale).ToDecimal(decimals);
    }

    /// <summary>The greatest whole number whose square is not above another (Newton's method).</summary>
    private static BigInteger Root(BigInteger number)
    {
        if (number < 2)
        {
            return number;
        }

        var root = BigInteger.One << (int)((number.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + (number / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }

    /// <summary>A share in per cent with two decimals: 71.09 %.</summary>
    public static string Percent(Rational share, int decimals = 2) => (share * 100).ToDecimal(decimals) + " %";

    /// <summary>
    /// A share in per cent with as many decimals, at least two, as are needed to see on which side of a bound it stands.
    /// </summary>
    public static string PercentBeside(Rational share, Rational bound)
    {
        var decimals = 2;
        while (
            share != bound && decimals < 12 && (share * 100).ToDecimal(decimals) == (bound * 100).ToDecimal(decimals)
        )
        {
            decimals++;
        }

        return Percent(share, decimals);
    }

    /// <summary>A difference with its sign: +22, −42, 0.</summary>
    public static string Signed(BigInteger value) => value.Sign > 0 ? "+" + Whole(value) : Whole(value);

    /// <summary>"1 seat", "2 seats".</summary>
    public static string Of(BigInteger number, string one, string many) =>
        $"{Whole(number)} {(number.IsOne ? one : many)}";

    /// <summary>"1 seat", "2 seats".</summary>
    public static string Seats(int number) => Of(number, "seat", "seats");

    /// <summary>Names in a row: "A, B and C".</summary>
    public static string Row(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count switch
        {
            0 => "nobody",
            1 => all[0],
            _ => string.Join(", ", all[..^1]) + " and " + all[^1],
        };
    }

    /// <summary>A day as people write it: 10 January 2021.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Group(string digits)
    {
        for (var i = digits.Length - 3; i > 0; i -= 3)
        {
            digits = digits.Insert(i, ",");
        }

        return digits;
    }
}
