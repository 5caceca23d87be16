using System.Buffers;
using System.Globalization;

namespace Scrutineer.Counting.Import;

/// <summary>Why a text that stands in place of a number is not one.</summary>
public enum NumberFault
{
    /// <summary>It is a number, or stands for a figure without a value.</summary>
    None,

    /// <summary>It is something else.</summary>
    NotANumber,

    /// <summary>It has a sign; a count is never below nought.</summary>
    Signed,

    /// <summary>It has decimals other than noughts.</summary>
    Decimals,

    /// <summary>A spreadsheet has shortened it, as in 1E+05; the digits are lost.</summary>
    Exponent,

    /// <summary>It is a formula, not its result.</summary>
    Formula,

    /// <summary>It is greater than 2⁶³ − 1.</summary>
    TooLarge,

    /// <summary>A comma or point could stand between groups or before decimals.</summary>
    Ambiguous,
}

/// <summary>
/// Reads a count from a text that is more than plain digits. Only what has one meaning is taken: digits in groups of
/// three with spaces between them, and decimals that are one or two noughts, as spreadsheets write them.
/// </summary>
internal static class NumberText
{
    private static readonly SearchValues<char> DigitsAndPoints = SearchValues.Create("0123456789.,");

    /// <summary>Reads a count.</summary>
    /// <param name="text">The text, decoded, without quotation marks.</param>
    /// <param name="written">What stands for figures without a value.</param>
    /// <param name="value">The number; nought where there is none.</param>
    /// <param name="state">Whether there is one.</param>
    public static NumberFault Read(string text, WrittenAs written, out long value, out CountState state)
    {
        value = 0;
        var trimmed = text.Trim().Trim('\uFEFF', '\u200B');
        state =
            Holds(written.NotReported, trimmed) ? CountState.NotReported
            : Holds(written.Illegible, trimmed) ? CountState.Illegible
            : Holds(written.Blank, trimmed) || trimmed.Length == 0 ? CountState.Blank
            : CountState.Known;
        if (state != CountState.Known)
        {
            return NumberFault.None;
        }

        var fault = Parse(trimmed, written.Groups, out value);
        if (fault != NumberFault.None)
        {
            value = 0;
            state = CountState.Illegible;
        }

        return fault;
    }

    private static NumberFault Parse(string text, string? groups, out long value)
    {
        value = 0;
        if (text[0] is '=' or '@')
        {
            return NumberFault.Formula;
        }

        if (text[0] is '-' or '+' or '\u2212')
        {
            return text.Length > 1 && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0
                ? NumberFault.Signed
                : NumberFault.NotANumber;
        }

        var digits = text;
        var point = text.LastIndexOfAny(['.', ',']);
        var decimals = 0;
        if (point >= 0 && !(groups is { Length: 1 } && text[point] == groups[0]))
        {
            decimals = text.Length - point - 1;
            if (!text.AsSpan(point + 1).ContainsAnyExceptInRange('0', '9') && decimals > 0 && point > 0)
            {
                var fraction = text.AsSpan(point + 1);
                if (decimals == 3 && fraction.Length == 3)
                {
                    return NumberFault.Ambiguous;
                }

                if (fraction.ContainsAnyExcept('0'))
                {
                    return NumberFault.Decimals;
                }

                digits = text[..point];
            }
        }

        var plain = Ungrouped(digits, groups);
        if (plain is null)
        {
            return IsExponent(text) ? NumberFault.Exponent : NumberFault.NotANumber;
        }

        return long.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out value)
            ? NumberFault.None
            : NumberFault.TooLarge;
    }

    /// <summary>The digits without what stands between groups of three; nothing where the text is not so formed.</summary>
    private static string? Ungrouped(string text, string? groups)
    {
        var plain = new char[text.Length];
        var length = 0;
        var since = 0;
        char? between = null;
        foreach (var sign in text)
        {
            if (char.IsAsciiDigit(sign))
            {
                plain[length++] = sign;
                since++;
                if (between is not null && since > 3)
                {
                    return null;
                }

                continue;
            }

            var isGroup = IsSpace(sign) || (groups is { Length: 1 } && sign == groups[0]);
            if (!isGroup || since == 0 || since > 3 || (between is not null && (since != 3 || between != sign)))
            {
                return null;
            }

            between = sign;
            since = 0;
        }

        return length == 0 || (between is not null && since != 3) ? null : new string(plain, 0, length);
    }

    // Space, no-break space, figure space, thin space, narrow no-break space, and the apostrophe of Swiss tables.
    private static bool IsSpace(char sign) =>
        sign is ' ' or '\u00A0' or '\u2007' or '\u2009' or '\u202F' or '\'' or '\u2019';

    private static bool IsExponent(string text)
    {
        var e = text.IndexOfAny(['e', 'E']);
        return e > 0
            && !text.AsSpan(0, e).ContainsAnyExcept(DigitsAndPoints)
            && e + 1 < text.Length
            && !text.AsSpan(e + 1).TrimStart("+-").ContainsAnyExceptInRange('0', '9');
    }

    private static bool Holds(IReadOnlyList<string> texts, string text)
    {
        foreach (var known in texts)
        {
            if (string.Equals(known, text, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
