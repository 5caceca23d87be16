using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Scrutineer.Publishing.Charts;

/// <summary>
/// Fits text into a width without a font at hand. Widths are upper estimates after DejaVu Sans, the widest of the common
/// system fonts, so that text that fits here fits in Segoe UI, Roboto, San Francisco and Noto Sans too.
/// </summary>
internal static class TextFit
{
    private const double BoldFactor = 1.16;
    private const int LongestDescription = 120;

    // The wider of DejaVu Sans and Liberation Sans, in ems, rounded up to a twentieth.
    private static readonly FrozenDictionary<char, double> Measured = new (double Em, string Characters)[]
    {
        (0.30, "Iijl'ıİłІіЇї"),
        (0.40, " .,:;/’·ft()[]-\u00a0\u202f"),
        (0.45, "r!"),
        (0.55, "JcszçşгзсэєҒғ\""),
        (0.60, "Lkvxy?–§втухчьұүў"),
        (0.65, "FTabdeghnopqu0123456789«»äöüßğńőűéèГЗТУабеийклоряҰҮәқөһЎ"),
        (0.70, "ABEKPSVXYZÄŞАБВЕРХЧЬднпцң"),
        (0.75, "CNRUÜИЙКСЭЯъҚЄҺ"),
        (0.80, "DGHOQ&ÖĞДЛНОПЦмыӘҢӨ"),
        (0.85, "w−+=Ъю"),
        (0.95, "MМФЫфжшщ"),
        (1.00, "Wm—…%→"),
        (1.10, "@№ЖШЩЮ"),
    }
        .SelectMany(row => row.Characters.Select(character => (character, row.Em)))
        .ToFrozenDictionary(pair => pair.character, pair => pair.Em);

    /// <summary>An upper estimate of the width in pixels of the text at a font size in pixels.</summary>
    public static double Width(string text, double size, bool bold = false) =>
        text.EnumerateRunes().Sum(Em) * size * (bold ? BoldFactor : 1);

    /// <summary>The text, or as many of its first characters as fit with an ellipsis.</summary>
    public static string Truncate(string text, double width, double size, bool bold = false)
    {
        if (Width(text, size, bold) <= width)
        {
            return text;
        }

        var kept = new StringBuilder();
        var left = width - Width("…", size, bold);
        foreach (var element in Elements(text))
        {
            left -= Width(element, size, bold);
            if (left < 0)
            {
                break;
            }

            kept.Append(element);
        }

        return kept.ToString().TrimEnd() + "…";
    }

    /// <summary>The text broken at spaces into at most <paramref name="lines"/> lines; the last is truncated.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, int lines, bool bold = false)
    {
        var wrapped = new List<string>();
        var rest = text;
        while (wrapped.Count < lines - 1 && Width(rest, size, bold) > width)
        {
            var cut = LastBreak(rest, width, size, bold);
            if (cut < 0)
            {
                break;
            }

            wrapped.Add(rest[..cut]);
            rest = rest[(cut + 1)..];
        }

        wrapped.Add(Truncate(rest, width, size, bold));
        return wrapped;
    }

    /// <summary>The text kept short enough to be heard: at most 120 characters.</summary>
    public static string Spoken(string text)
    {
        var elements = Elements(text);
        return elements.Count <= LongestDescription ? text : string.Concat(elements.Take(LongestDescription)) + "…";
    }

    private static int LastBreak(string text, double width, double size, bool bold)
    {
        var cut = -1;
        for (var space = text.IndexOf(' '); space >= 0; space = text.IndexOf(' ', space + 1))
        {
            if (Width(text[..space], size, bold) > width)
            {
                break;
            }

            cut = space;
        }

        return cut;
    }

    private static List<string> Elements(string text)
    {
        var elements = new List<string>();
        for (
            var enumerator = StringInfo.GetTextElementEnumerator(text);
            enumerator.MoveNext();
            elements.Add(enumerator.GetTextElement())
        ) { }

        return elements;
    }

    private static double Em(Rune rune)
    {
        if (rune.IsBmp && Measured.TryGetValue((char)rune.Value, out var measured))
        {
            return measured;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            _ when rune.Value > 0xFFFF => 1.3,
            _ when IsWide(rune.Value) => 1.05,
            UnicodeCategory.UppercaseLetter => 0.85,
            _ => 0.75,
        };
    }

    private static bool IsWide(int value) =>
        value
            is (>= 0x1100 and <= 0x115F)
                or (>= 0x2E80 and <= 0xA4CF)
                or (>= 0xAC00 and <= 0xD7A3)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0xFE30 and <= 0xFE6F)
                or (>= 0xFF00 and <= 0xFF60)
                or (>= 0x2600 and <= 0x27BF);
}
