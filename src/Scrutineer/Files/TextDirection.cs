using System.Buffers;
using System.Globalization;
using System.Text;

namespace Scrutineer.Files;

/// <summary>
/// Characters that make a text look other than it is: they turn the order in which what follows is shown. No name and no
/// reason in any language needs them; whoever writes one wants a reader to see other words than are there.
/// </summary>
/// <remarks>Source: Unicode Standard Annex 9, sections 2.1 to 2.4: embeddings, overrides and isolates.</remarks>
public static class TextDirection
{
    private static readonly SearchValues<char> Turning = SearchValues.Create(
        "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069"
    );

    /// <summary>Where the first of them stands; −1 where there is none.</summary>
    public static int IndexIn(ReadOnlySpan<char> text) => text.IndexOfAny(Turning);

    /// <summary>The text with each of them, and each control character but tab and line feed, written as its number.</summary>
    public static string Shown(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Any(IsHidden))
        {
            return text;
        }

        var shown = new StringBuilder();
        foreach (var c in text)
        {
            _ = IsHidden(c) ? shown.Append(CultureInfo.InvariantCulture, $"[U+{(int)c:X4}]") : shown.Append(c);
        }

        return shown.ToString();
    }

    private static bool IsHidden(char c) => Turning.Contains(c) || (char.IsControl(c) && c is not ('\t' or '\n'));
}
