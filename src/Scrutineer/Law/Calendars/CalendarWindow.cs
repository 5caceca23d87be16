using Scrutineer.Files;
using Scrutineer.Registry;

namespace Scrutineer.Law.Calendars;

/// <summary>One end of a window: how far from what, at what time.</summary>
public sealed record WindowEdge : ILocated
{
    /// <summary>How far.</summary>
    [Field("offset", "How far it lies from the moment that it is counted from.", Required = true)]
    public Offset Offset { get; init; } = null!;

    /// <summary>From what.</summary>
    [Field(
        "of",
        "What it is counted from: polling-day, call, result, term-end, or an end of another window such as registration.closes.",
        Required = true
    )]
    public string Of { get; init; } = "";

    /// <summary>How it is counted.</summary>
    [Field("counting", "How the days are counted, where the act says; plain where it does not.")]
    public CountingConvention Counting { get; init; }

    /// <summary>The time of day.</summary>
    [Field("at", "The time of day; the whole day where nothing is said.")]
    public TimeOfDay? Time { get; init; }

    /// <summary>Whose clock.</summary>
    [Field("clock", "Whose clock the time is; the capital's where nothing is said.")]
    public ClockName Clock { get; init; }

    /// <summary>The article.</summary>
    [Field("cite", "The article.", Required = true)]
    public string Cite { get; init; } = "";

    /// <summary>How it was checked.</summary>
    [Field("checked", "How the rule was checked.", Required = true)]
    public Checked Checked { get; init; }

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }

    /// <summary>The end in words: "40 days before polling-day, at 18:00".</summary>
    public string InWords() =>
        (Offset.Number == 0 ? $"on the day of {Name(Of)}" : $"{Offset} {Name(Of)}")
        + Counting switch
        {
            CountingConvention.ClearDays => " (whole days between)",
            CountingConvention.BothEnds => " (both ends counted)",
            _ => "",
        }
        + (Time is { } time ? $", {time}{(Clock == ClockName.Local ? " local time" : "")}" : "");

    private static string Name(string anchor) =>
        anchor switch
        {
            "polling-day" => "voting",
            "call" => "the call",
            "result" => "the result",
            "term-end" => "the end of the term",
            _ when anchor.Split('.') is [var window, var end] =>
                $"the {(end == "opens" ? "opening" : "close")} of '{window}'",
            _ => anchor,
        };
}

/// <summary>A stretch of an election's time, and what may, must or must not happen in it.</summary>
public sealed record CalendarWindow : ILocated
{
    /// <summary>In words.</summary>
    [Field("says", "What the window is for, in words that begin a sentence.", Required = true)]
    public string Says { get; init; } = "";

    /// <summary>The contest.</summary>
    [Field("contest", "The contest whose voting and result it is counted from; the election's where nothing is said.")]
    public string? Contest { get; init; }

    /// <summary>Its beginning.</summary>
    [Field("opens", "Its beginning; open where nothing is said.")]
    public WindowEdge? Opens { get; init; }

    /// <summary>Its end.</summary>
    [Field("closes", "Its end; open where nothing is said.")]
    public WindowEdge? Closes { get; init; }

    /// <summary>What belongs inside.</summary>
    [Field("holds", "The kinds of events that must lie inside.")]
    public IReadOnlyList<EventKind> Holds { get; init; } = [];

    /// <summary>What is forbidden inside.</summary>
    [Field("forbids", "The kinds of events that are forbidden inside.")]
    public IReadOnlyList<EventKind> Forbids { get; init; } = [];

    /// <summary>What waits until it ends.</summary>
    [Field("suspends", "The kinds of events that a dispute inside would suspend.")]
    public IReadOnlyList<EventKind> Suspends { get; init; } = [];

    /// <summary>A remark.</summary>
    [Field("note", "A remark for the reader.")]
    public string? Note { get; init; }

    /// <inheritdoc/>
    public Findings.Location At { get; set; }

    /// <summary>The window as a sentence.</summary>
    public string Sentence() =>
        Says.TrimEnd('.')
        + (
            (Opens, Closes) switch
            {
                ({ } opens, { } closes) => $": from {opens.InWords()}; to {closes.InWords()}",
                ({ } opens, null) => $": from {opens.InWords()}",
                (null, { } closes) => $": by {closes.InWords()}",
                _ => "",
            }
        )
        + (Forbids.Count > 0 ? $"; forbidden: {Words(Forbids)}" : "")
        + (Suspends.Count > 0 ? $"; a dispute suspends: {Words(Suspends)}" : "")
        + ".";

    private static string Words(IReadOnlyList<EventKind> kinds) =>
        string.Join(", ", kinds.Select(k => ScalarType.Word(k).Replace('-', ' ')));
}
