using System.Globalization;
using System.Text;

namespace Scrutineer.Publishing.Charts;

/// <summary>
/// Makes any text safe between the tags or in a quoted attribute of XML and HTML. Labels come from dossiers that anybody
/// may have written, so nothing in them may act as markup or change how the figures beside them read.
/// </summary>
public static class XmlText
{
    /// <summary>
    /// <see cref="Clean"/>, then <c>&amp; &lt; &gt; " '</c> replaced by character references. The result is well-formed
    /// XML 1.0 character data (section 2.2 and 2.4 of the recommendation).
    /// </summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in Clean(text))
        {
            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }

    /// <summary>
    /// The text in one line: every run of white space and control characters becomes one space, the ends are trimmed;
    /// unpaired surrogates, non-characters and the bidirectional embeddings, overrides and isolates (Unicode Standard
    /// Annex 9), which could make a neighbouring figure read backwards, are removed.
    /// </summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length);
        var gap = false;
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var status = Rune.DecodeFromUtf16(rest, out var rune, out var consumed);
            rest = rest[consumed..];
            if (status != System.Buffers.OperationStatus.Done || IsForbidden(rune))
            {
                continue;
            }

            if (IsGap(rune))
            {
                gap = true;
                continue;
            }

            if (gap && clean.Length > 0)
            {
                clean.Append(' ');
            }

            gap = false;
            clean.Append(rune);
        }

        return clean.ToString();
    }

    // No-break spaces hold figures together and are kept; every other white space may be folded.
    private static bool IsGap(Rune rune) =>
        Rune.IsControl(rune) || (Rune.IsWhiteSpace(rune) && rune.Value is not (0xA0 or 0x202F or 0x2007));

    private static bool IsForbidden(Rune rune) =>
        rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= 0xFDD0 and <= 0xFDEF) or 0xFEFF
        || (rune.Value & 0xFFFE) == 0xFFFE
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Surrogate;
}
