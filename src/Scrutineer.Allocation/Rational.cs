using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Scrutineer.Allocation;

/// <summary>
/// An exact fraction in lowest terms with a positive denominator. Every share, quota, quotient and remainder in the
/// exact rooms is one; no comparison ever passes through floating point.
/// </summary>
/// <remarks><c>default(Rational)</c> is zero.</remarks>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>, IFormattable
{
    private readonly BigInteger denominatorMinusOne;

    /// <summary>The fraction <paramref name="numerator"/> / <paramref name="denominator"/>, reduced.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException("A fraction needs a denominator other than zero.");
        }

        if (denominator.Sign < 0)
        {
            (numerator, denominator) = (-numerator, -denominator);
        }

        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / divisor;
        denominatorMinusOne = (denominator / divisor) - 1;
    }

    /// <summary>The whole number <paramref name="value"/>.</summary>
    public Rational(BigInteger value)
    {
        Numerator = value;
        denominatorMinusOne = BigInteger.Zero;
    }

    /// <summary>Nought.</summary>
    public static Rational Zero => default;

    /// <summary>One.</summary>
    public static Rational One => new(BigInteger.One);

    /// <summary>The numerator in lowest terms; carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The denominator in lowest terms; at least one.</summary>
    public BigInteger Denominator => denominatorMinusOne + 1;

    /// <summary>Whether the fraction is a whole number.</summary>
    public bool IsWhole => denominatorMinusOne.IsZero;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>The greatest whole number that is not above this fraction.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The least whole number that is not below this fraction.</summary>
    public BigInteger Ceiling() => -(-this).Floor();

    /// <summary>The nearest whole number; exactly a half goes up (towards positive infinity).</summary>
    public BigInteger RoundHalfUp() => (this + new Rational(1, 2)).Floor();

    /// <summary>What is left above <see cref="Floor"/>: at least 0 and below 1.</summary>
    public Rational Fraction() => this - Floor();

    /// <summary>The absolute value.</summary>
    public Rational Abs() => Sign < 0 ? -this : this;

    /// <summary>
    /// The value in decimals, rounded half away from zero to <paramref name="decimals"/> places. For showing only: the
    /// fraction itself decides.
    /// </summary>
    public string ToDecimal(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        var scale = BigInteger.Pow(10, decimals);
        var scaled = (Abs() * scale).RoundHalfUp();
        var whole = BigInteger.DivRem(scaled, scale, out var rest);
        var sign = Sign < 0 && !scaled.IsZero ? "-" : "";
        return decimals == 0
            ? sign + whole.ToString(CultureInfo.InvariantCulture)
            : sign
                + whole.ToString(CultureInfo.InvariantCulture)
                + "."
                + rest.ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0');
    }

    /// <summary>
    /// Reads a whole number (<c>7</c>), an exact decimal (<c>1.8</c>), a fraction (<c>7/10</c>) or a percentage
    /// (<c>7 %</c>). Exponents, group signs and surrounding words are refused.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Rational value)
    {
        value = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var body = text.Trim();
        if (body.EndsWith('%'))
        {
            if (!TryParse(body[..^1].TrimEnd(), out var percent))
            {
                return false;
            }

            value = percent / 100;
            return true;
        }

        var slash = body.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            if (
                !TryParseDecimal(body[..slash].TrimEnd(), out var top)
                || !TryParseDecimal(body[(slash + 1)..].TrimStart(), out var bottom)
                || bottom.Sign == 0
            )
            {
                return false;
            }

            value = top / bottom;
            return true;
        }

        return TryParseDecimal(body, out value);
    }

    private static bool TryParseDecimal(string text, out Rational value)
    {
        value = default;
        var negative = text.StartsWith('-');
        var digits = negative ? text[1..] : text;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        var rest = point < 0 ? "" : digits[(point + 1)..];
        if (whole.Length == 0 || (point >= 0 && rest.Length == 0) || !(whole + rest).All(char.IsAsciiDigit))
        {
            return false;
        }

        var numerator = BigInteger.Parse(whole + rest, CultureInfo.InvariantCulture);
        value = new Rational(negative ? -numerator : numerator, BigInteger.Pow(10, rest.Length));
        return true;
    }

    /// <summary>Reads what <see cref="TryParse"/> reads.</summary>
    /// <exception cref="FormatException">The text is not an exact number.</exception>
    public static Rational Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"'{text}' is not an exact number.");

    /// <inheritdoc/>
    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Rational other) =>
        Numerator == other.Numerator && denominatorMinusOne == other.denominatorMinusOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, denominatorMinusOne);

    /// <summary>The exact fraction, such as <c>6599921/98</c>, or the whole number alone.</summary>
    public override string ToString() =>
        IsWhole
            ? Numerator.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>A whole number is a fraction.</summary>
    public static implicit operator Rational(BigInteger value) => new(value);

    /// <summary>A whole number is a fraction.</summary>
    public static implicit operator Rational(long value) => new(value);

    /// <summary>A whole number is a fraction.</summary>
    public static implicit operator Rational(int value) => new(value);

    /// <summary>The sum.</summary>
    public static Rational operator +(Rational left, Rational right) =>
        new(
            (left.Numerator * right.Denominator) + (right.Numerator * left.Denominator),
            left.Denominator * right.Denominator
        );

    /// <summary>The difference.</summary>
    public static Rational operator -(Rational left, Rational right) => left + (-right);

    /// <summary>The negative.</summary>
    public static Rational operator -(Rational value) => new(-value.Numerator, value.Denominator);

    /// <summary>The product.</summary>
    public static Rational operator *(Rational left, Rational right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Rational operator /(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Equal in value.</summary>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <summary>Unequal in value.</summary>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <summary>Less than.</summary>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <summary>Greater than.</summary>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <summary>Less than or equal to.</summary>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <summary>Greater than or equal to.</summary>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;
}
