namespace Scrutineer.Registry;

/// <summary>
/// The days on which a fact holds, from the first to the last, both included. On the day of a change the old and the new
/// hold both: each was so for a part of it.
/// </summary>
/// <param name="From">When it began; nothing where no beginning is recorded and it held for as long as anything is known.</param>
/// <param name="To">When it ended; nothing where no end is recorded.</param>
public readonly record struct Interval(PartialDate? From, PartialDate? To)
{
    /// <summary>Whether the fact held on a day.</summary>
    public Answer AsOf(DateOnly day)
    {
        var begun = From?.HadHappenedBy(day) ?? Answer.Yes;
        var ended = To?.HadHappenedBy(day.AddDays(-1)) ?? Answer.No;
        return begun == Answer.No || ended == Answer.Yes ? Answer.No
            : begun == Answer.Yes && ended == Answer.No ? Answer.Yes
            : Answer.NotSure;
    }

    /// <summary>
    /// Whether two facts certainly held together for longer than the day on which one gave way to the other.
    /// </summary>
    public bool Overlaps(Interval other)
    {
        var from = Later(Begun(From), Begun(other.From));
        var to = Earlier(Ended(To), Ended(other.To));
        return from < to;
    }

    /// <summary>Whether it certainly ends before it begins.</summary>
    public bool IsReversed => From is { } from && To is { } to && to.Latest < from.Earliest;

    /// <summary>The interval in words: "from 1999 to 2006", "since 5 November 2020", "at any time".</summary>
    public string InWords() =>
        (From, To) switch
        {
            (null, null) => "at any time",
            ({ } from, null) => $"since {from.InWords()}",
            (null, { IsForLife: true }) => "for life",
            (null, { } to) => $"until {to.InWords()}",
            ({ } from, { IsForLife: true }) => $"since {from.InWords()}, for life",
            ({ } from, { } to) => $"from {from.InWords()} to {to.InWords()}",
        };

    /// <summary>The last day on which it can have begun; a beginning that nothing bounds counts as now and for ever.</summary>
    private static DateOnly Begun(PartialDate? from) =>
        from is null ? DateOnly.MinValue : DateOnly.FromDateTime(from.Latest);

    private static DateOnly Ended(PartialDate? to) =>
        to is null ? DateOnly.MaxValue : DateOnly.FromDateTime(to.Earliest);

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
