using System.Globalization;
using Scrutineer.Findings;

namespace Scrutineer.Cli;

/// <summary>The day of the option <c>--as-of</c>.</summary>
internal static class AsOf
{
    /// <summary>The day; nothing where none is given, or where it is none and a problem says so.</summary>
    public static DateOnly? Day(string? text, Problems problems)
    {
        if (text is null)
        {
            return null;
        }

        if (
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1000 and <= 2999
        )
        {
            return day;
        }

        problems.Add(
            new Location("--as-of"),
            $"'{text}' is no day.",
            "a date that exists, written YYYY-MM-DD, of the years 1000 to 2999",
            "Write for example 2020-11-05."
        );
        return null;
    }
}
