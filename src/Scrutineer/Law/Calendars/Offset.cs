using System.Globalization;
using System.Text.Json.Nodes;
using Scrutineer.Files;

namespace Scrutineer.Law.Calendars;

/// <summary>The unit of an offset.</summary>
public enum OffsetUnit
{
    /// <summary>Minutes.</summary>
    Minute,

    /// <summary>Hours.</summary>
    Hour,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Months of the calendar: one month before 10 January is 10 December.</summary>
    Month,
}

/// <summary>How far a moment lies from another: "40 days before", "12 hours after", "on the day".</summary>
/// <param name="Number">How many units; below nought for "before", nought for "on the day".</param>
/// <param name="Unit">The unit.</param>
public sealed record Offset(int Number, OffsetUnit Unit)
{
    private const int Most = 10_000;

    /// <summary>How it is read from a file.</summary>
    public static ScalarType TextForm { get; } =
        new(
            "'on the day', or a number of minutes, hours, days or months 'before' or 'after', such as '40 days before'",
            Parse,
            () =>
                new JsonObject
                {
                    ["type"] = "string",
                    ["pattern"] = "^(on the day|[0-9]+ (minute|hour|day|month)s? (before|after))$",
                },
            []
        );

    /// <summary>The moment at this distance from another.</summary>
    /// <param name="from">The moment counted from; days and months are counted from its day.</param>
    /// <param name="counting">How days and months are counted.</param>
    public DateTime From(DateTime from, CountingConvention counting)
    {
        // Clear days lie between both ends and so reach a day further; both ends counted reach a day less far.
        var further =
            Math.Sign(Number)
            * (
                counting switch
                {
                    CountingConvention.ClearDays => 1,
                    CountingConvention.BothEnds => -1,
                    _ => 0,
                }
            );
        return Unit switch
        {
            OffsetUnit.Minute => from.AddMinutes(Number),
            OffsetUnit.Hour => from.AddHours(Number),
            OffsetUnit.Day => from.Date.AddDays(Number + further),
            _ => from.Date.AddMonths(Number).AddDays(further),
        };
    }

    /// <summary>Whether it is counted in days or months, so that the convention matters.</summary>
    public bool IsCounted => Number != 0 && Unit is OffsetUnit.Day or OffsetUnit.Month;

    /// <summary>The offset as it is written.</summary>
    public override string ToString() =>
        Number == 0
            ? "on the day"
            : $"{Math.Abs(Number)} {ScalarType.Word(Unit)}{(Math.Abs(Number) == 1 ? "" : "s")} {(Number < 0 ? "before" : "after")}";

    private static Offset? Parse(string text)
    {
        if (string.Equals(text, "on the day", StringComparison.Ordinal))
        {
            return new Offset(0, OffsetUnit.Day);
        }

        if (
            text.Split(' ') is not [var number, var unit, var side]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            || n is 0 or > Most
            || side is not ("before" or "after")
        )
        {
            return null;
        }

        OffsetUnit? named = unit.TrimEnd('s') switch
        {
            "minute" => OffsetUnit.Minute,
            "hour" => OffsetUnit.Hour,
            "day" => OffsetUnit.Day,
            "month" => OffsetUnit.Month,
            _ => null,
        };
        return named is { } known ? new Offset(side == "before" ? -n : n, known) : null;
    }
}
