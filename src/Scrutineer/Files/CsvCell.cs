using System.Text.RegularExpressions;

namespace Scrutineer.Files;

/// <summary>
/// A cell of a CSV file that the program writes. A spreadsheet runs a text that begins like a formula; such a text gets an
/// apostrophe before it, which the spreadsheet takes for "this is text". A number stays a number.
/// </summary>
public static partial class CsvCell
{
    // What may stand before a formula and is dropped: spaces, quotes, marks of order that nobody sees.
    private const string Dropped = " \"'\u00A0\uFEFF\u200B\u200E\u200F\u202A\u202B\u202D\u202E\u2066\u2067\u2068";

    // The wide forms are what an East Asian keyboard writes, and spreadsheets read them as the narrow ones.
    private const string Begins = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>The cell as it is written, quoted where it must be.</summary>
    /// <param name="text">What it is to say.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var begins = text.AsSpan().TrimStart(Dropped);
        var safe = begins.Length > 0 && Begins.Contains(begins[0]) && !Number().IsMatch(text) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    [GeneratedRegex(
        @"\A[+-]?[0-9]+(\.[0-9]+)?( ?%)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Number();
}
