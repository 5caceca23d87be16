using System.Globalization;
using System.Text.Json.Nodes;
using Scrutineer.Files;

namespace Scrutineer.Law.Evaluation;

/// <summary>
/// The moment at which a list was registered, as exactly as the source gives it: a day stands for all its minutes. Two
/// moments that overlap cannot be ordered.
/// </summary>
/// <param name="From">The first minute it can have been.</param>
/// <param name="To">The last minute it can have been.</param>
public sealed record RegisteredAt(DateTime From, DateTime To)
{
    /// <summary>How a moment is read from a file.</summary>
    public static ScalarType TextForm { get; } =
        new(
            "a day (2020-12-04) or a minute (2020-12-04T15:30) of the years 1000 to 2999",
            t => Parse(t) is { From.Year: >= 1000 and <= 2999 } moment ? moment : null,
            () =>
                new JsonObject
                {
                    ["type"] = "string",
                    ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$",
                },
            []
        );

    private static RegisteredAt? Parse(string text)
    {
        if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new RegisteredAt(day, day.AddMinutes((24 * 60) - 1));
        }

        return DateTime.TryParseExact(
            text,
            "yyyy-MM-ddTHH:mm",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var minute
        )
            ? new RegisteredAt(minute, minute)
            : null;
    }

    /// <summary>Whether this moment is certainly before another.</summary>
    public bool IsBefore(RegisteredAt other) => To < other.From;
}
