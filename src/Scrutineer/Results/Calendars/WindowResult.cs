using Scrutineer.Law.Calendars;
using Scrutineer.Registry;

namespace Scrutineer.Results.Calendars;

/// <summary>How an event lies to a window.</summary>
public enum EventVerdict
{
    /// <summary>It lies inside, as it must.</summary>
    Kept,

    /// <summary>It was before the window opened.</summary>
    TooEarly,

    /// <summary>It was after the window closed.</summary>
    TooLate,

    /// <summary>It lies inside, and is forbidden there.</summary>
    Forbidden,

    /// <summary>It lies inside, while a dispute could still suspend it.</summary>
    BeforeTheEnd,

    /// <summary>It cannot be told from the dates that are known.</summary>
    NotSure,
}

/// <summary>An event judged by a window.</summary>
/// <param name="Event">The event.</param>
/// <param name="Verdict">How it lies.</param>
public sealed record JudgedEvent(EventEntry Event, EventVerdict Verdict);

/// <summary>A window of the law's calendar in an election.</summary>
/// <param name="Name">Its name in the law.</param>
/// <param name="Window">The window.</param>
/// <param name="PollingDay">The day of voting that it is counted from.</param>
/// <param name="Opens">Its beginning; nothing where it is open.</param>
/// <param name="Closes">Its end; nothing where it is open.</param>
/// <param name="Events">The events that it judges.</param>
public sealed record WindowResult(
    string Name,
    CalendarWindow Window,
    DateOnly PollingDay,
    EdgeResult? Opens,
    EdgeResult? Closes,
    IReadOnlyList<JudgedEvent> Events
)
{
    /// <summary>The ends that are written.</summary>
    public IEnumerable<EdgeResult> Edges => new[] { Opens, Closes }.OfType<EdgeResult>();
}
