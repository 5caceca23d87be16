using System.Globalization;
using System.Text.Json.Nodes;
using Scrutineer.Files;

namespace Scrutineer.Law.Calendars;

/// <summary>A time of day to the minute.</summary>
/// <param name="Time">The time.</param>
public sealed record TimeOfDay(TimeOnly Time)
{
    /// <summary>How it is read from a file.</summary>
    public static ScalarType TextForm { get; } =
        new(
            "a time of day from 00:00 to 23:59, in quotation marks",
            t =>
                TimeOnly.TryParseExact(t, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                    ? new TimeOfDay(time)
                    : null,
            () => new JsonObject { ["type"] = "string", ["pattern"] = "^([01][0-9]|2[0-3]):[0-5][0-9]$" },
            []
        );

    /// <inheritdoc/>
    public override string ToString() => Time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
