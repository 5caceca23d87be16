using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Scrutineer.Allocation;
using Scrutineer.Files;

namespace Scrutineer.Claims;

/// <summary>An amount of money as somebody gave it: everything that rounds to it, in one currency.</summary>
/// <param name="Written">As it is written in files, such as <c>12.63 million KZT</c>.</param>
/// <param name="Low">The least that rounds to it, in units of the currency.</param>
/// <param name="High">The most that rounds to it.</param>
/// <param name="Currency">The three letters of the currency (ISO 4217).</param>
public sealed record Money(string Written, Rational Low, Rational High, string Currency)
{
    private static readonly (string Word, int Zeros)[] Scales = [("thousand", 3), ("million", 6), ("billion", 9)];

    /// <summary>How an amount is read from a file.</summary>
    public static ScalarType TextForm { get; } =
        new(
            "an amount with its currency, such as '32793 USD' or '12.63 million KZT'",
            Parse,
            () =>
                new JsonObject
                {
                    ["type"] = "string",
                    ["pattern"] = "^[0-9]+([.][0-9]+)?( (thousand|million|billion))? [A-Z]{3}$",
                },
            []
        );

    /// <summary>Reads an amount; nothing where the text is none.</summary>
    public static Money? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split(' ');
        var scale = words.Length == 3 ? Array.Find(Scales, s => s.Word == words[1]) : default;
        var digits = words[0];
        if (
            words.Length is not (2 or 3)
            || (words.Length == 3 && scale.Word is null)
            || words[^1] is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z']
            || text.Length > ScalarType.MostDigits
            || digits is not [>= '0' and <= '9', ..]
            || !digits.All(c => char.IsAsciiDigit(c) || c == '.')
            || !Rational.TryParse(digits, out var value)
        )
        {
            return null;
        }

        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : digits.Length - point - 1;
        var whole = BigInteger.Pow(10, scale.Zeros);
        var half = new Rational(whole, 2 * BigInteger.Pow(10, decimals));
        var exact = value * new Rational(whole, 1);
        return new Money(text, exact - half, exact + half, words[^1]);
    }

    /// <summary>The amount in words: whole numbers with their thousands apart.</summary>
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
}
