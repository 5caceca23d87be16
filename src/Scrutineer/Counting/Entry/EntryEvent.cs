namespace Scrutineer.Counting.Entry;

/// <summary>One move that was made. The history of an entry only grows.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Made">From which state, by which move, to which state.</param>
/// <param name="Reason">Why; empty for a clerk's moves.</param>
/// <param name="Handed">The figures handed in, by column, where the move handed some in.</param>
public sealed record EntryEvent(
    DateTimeOffset At,
    EntryPerson By,
    EntryTransition Made,
    string Reason,
    IReadOnlyList<KeyValuePair<int, Count>> Handed
);
