using System.Globalization;
using System.Text.Json.Nodes;
using Scrutineer.Files;

namespace Scrutineer.Registry;

/// <summary>The difference of a clock from UTC.</summary>
/// <param name="Ahead">By how much the clock is ahead of UTC.</param>
public sealed record UtcOffset(TimeSpan Ahead)
{
    /// <summary>How it is read from a file.</summary>
    public static ScalarType TextForm { get; } =
        new(
            "a difference from UTC, written +05:00",
            Parse,
            () => new JsonObject { ["type"] = "string", ["pattern"] = "^[+-][0-9]{2}:[0-9]{2}$" },
            []
        );

    /// <inheritdoc/>
    public override string ToString() => $"{(Ahead < TimeSpan.Zero ? '-' : '+')}{Ahead:hh\\:mm}";

    private static UtcOffset? Parse(string text) =>
        text.Length == 6
        && text[0] is '+' or '-'
        && TimeSpan.TryParseExact(text[1..], "hh\\:mm", CultureInfo.InvariantCulture, out var ahead)
        && ahead.TotalHours <= 14
            ? new UtcOffset(text[0] == '-' ? -ahead : ahead)
            : null;
}
