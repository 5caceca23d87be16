using Scrutineer.Law.Calendars;
using Scrutineer.Registry;

namespace Scrutineer.Results.Calendars;

/// <summary>How the day that was set compares with the day that the rule gives.</summary>
public enum EdgeState
{
    /// <summary>The rule gives the day that was set.</summary>
    Agrees,

    /// <summary>The day set is that of the rule, counted in another way.</summary>
    CountedOtherwise,

    /// <summary>The day or the time set is another.</summary>
    Differs,

    /// <summary>No day was set, or none was found; the rule's is used.</summary>
    NotSet,

    /// <summary>The rule counts from a day that is not known.</summary>
    Untold,
}

/// <summary>One end of a window in an election: what the rule gives, what was set.</summary>
/// <param name="Edge">The rule.</param>
/// <param name="Anchor">The moment that it is counted from; nothing where that is not known.</param>
/// <param name="Computed">What the rule gives, counted as it says; nothing where that cannot be told.</param>
/// <param name="Set">What was set; nothing where nothing was found.</param>
/// <param name="State">How the two compare.</param>
/// <param name="Fits">The conventions of counting under which the rule gives the day that was set.</param>
public sealed record EdgeResult(
    WindowEdge Edge,
    DateTime? Anchor,
    DateTime? Computed,
    PartialDate? Set,
    EdgeState State,
    IReadOnlyList<CountingConvention> Fits
)
{
    /// <summary>Whether this end closes its window.</summary>
    public required bool Closes { get; init; }

    /// <summary>
    /// The moment that counts: the one that was set where it is a day or a minute, otherwise the rule's. A closing day ends
    /// with its last minute. Nothing where neither is known.
    /// </summary>
    public DateTime? Moment =>
        Set is { Day: not null } set ? (Closes ? set.Latest : set.Earliest)
        : State == EdgeState.Differs ? null
        : Computed;

    /// <summary>Days from the day counted from to the day that counts; below nought for before.</summary>
    public int? DaysFrom(DateOnly day) =>
        Moment is { } moment ? DateOnly.FromDateTime(moment).DayNumber - day.DayNumber : null;

    /// <summary>Whether a time of day belongs to it.</summary>
    public bool HasTime =>
        Edge.Time is not null
        || Edge.Offset.Unit is OffsetUnit.Hour or OffsetUnit.Minute
        || Set is { IsToTheMinute: true };
}
