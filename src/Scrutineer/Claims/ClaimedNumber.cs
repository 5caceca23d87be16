using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Scrutineer.Allocation;
using Scrutineer.Files;

namespace Scrutineer.Claims;

/// <summary>
/// A number as somebody said it: exact, rounded, a bound, or a word such as "dozens". It is held as the least and the
/// greatest value that it can mean.
/// </summary>
/// <param name="Written">The number as it is written in files.</param>
/// <param name="Low">The least value that it can mean.</param>
/// <param name="High">The greatest value that it can mean; nothing where nothing bounds it.</param>
/// <param name="IsShare">Whether it is a percentage, and so needs a base.</param>
public sealed record ClaimedNumber(string Written, Rational Low, Rational? High, bool IsShare)
{
    /// <summary>The words for numbers that are read as "at least".</summary>
    private static readonly (string Word, int Least)[] Least = [("several", 3), ("dozens", 24), ("hundreds", 200)];

    /// <summary>How a number is read from a file.</summary>
    public static ScalarType TextForm { get; } =
        new(
            "a number: 84, 71.1 %; 'about', 'almost', 'more than', 'less than', 'at least', 'at most' one; 'between' one 'and' one; several, dozens, hundreds",
            Parse,
            () => new JsonObject { ["type"] = new JsonArray("string", "number") },
            []
        );

    /// <summary>Whether it means one value.</summary>
    public bool IsExact => High == Low;

    /// <summary>A number known exactly, such as a computed one.</summary>
    public static ClaimedNumber Exactly(Rational value, bool isShare, string written) =>
        new(written, value, value, isShare);

    /// <summary>
    /// Reads a number; nothing where the text is none. A percentage stands for everything that rounds to it; "about" for a
    /// tenth of the number on either side; "almost" for one unit of its last place below it; "dozens" for 24 or more.
    /// </summary>
    public static ClaimedNumber? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Array.Find(Least, l => l.Word == text) is { Word: not null } word)
        {
            return new ClaimedNumber(text, word.Least, null, IsShare: false);
        }

        if (Rest(text, "between ")?.Split(" and ") is [var from, var to])
        {
            return Plain(from) is { } first && Plain(to) is { } last && first.Value <= last.Value
                ? new ClaimedNumber(text, first.Value, last.Value, first.IsShare || last.IsShare)
                : null;
        }

        foreach (
            var (form, means) in new (string, Func<Number, (Rational, Rational?)>)[]
            {
                ("about ", n => (n.Value * new Rational(9, 10), n.Value * new Rational(11, 10))),
                ("almost ", n => (n.Value - n.Unit, n.Value)),
                ("more than ", n => (n.IsShare ? n.Value : n.Value + 1, null)),
                ("less than ", n => (Rational.Zero, n.IsShare ? n.Value : n.Value - 1)),
                ("at least ", n => (n.Value, null)),
                ("at most ", n => (Rational.Zero, n.Value)),
            }
        )
        {
            if (Rest(text, form) is { } rest)
            {
                return Plain(rest) is { } bound
                    ? new ClaimedNumber(text, means(bound).Item1, means(bound).Item2, bound.IsShare)
                    : null;
            }
        }

        return Plain(text) is { } number
            ? new ClaimedNumber(
                text,
                number.IsShare ? number.Value - (number.Unit / 2) : number.Value,
                number.IsShare ? number.Value + (number.Unit / 2) : number.Value,
                number.IsShare
            )
            : null;
    }

    /// <summary>Whether both can mean one value.</summary>
    public bool Overlaps(ClaimedNumber other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (other.High is not { } high || Low <= high) && (High is not { } own || other.Low <= own);
    }

    /// <summary>Whether both mean the same values.</summary>
    public bool Means(ClaimedNumber other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Low == other.Low && High == other.High;
    }

    /// <summary>Whether a value is one of those that it can mean.</summary>
    public bool Holds(Rational value) => Low <= value && (High is not { } high || value <= high);

    /// <summary>The number in words; whole numbers with their thousands apart.</summary>
    public string InWords() =>
        string.Join(
            ' ',
            Written
                .Split(' ')
                .Select(w =>
                    w.Length > 4 && BigInteger.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                        ? Numerics.Shown.Whole(n)
                        : w
                )
        );

    private static string? Rest(string text, string word) =>
        text.StartsWith(word, StringComparison.Ordinal) ? text[word.Length..] : null;

    private static Number? Plain(string text)
    {
        var share = text.EndsWith('%');
        var digits = share ? text[..^1].TrimEnd() : text;
        if (
            digits.Length is 0 or > ScalarType.MostDigits
            || !char.IsAsciiDigit(digits[0])
            || !digits.All(c => char.IsAsciiDigit(c) || c == '.')
            || !Rational.TryParse(digits, out var value)
        )
        {
            return null;
        }

        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var unit = new Rational(1, BigInteger.Pow(10, point < 0 ? 0 : digits.Length - point - 1));
        return share ? new Number(value / 100, unit / 100, IsShare: true) : new Number(value, unit, IsShare: false);
    }

    private readonly record struct Number(Rational Value, Rational Unit, bool IsShare);
}
