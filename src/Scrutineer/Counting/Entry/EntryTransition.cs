namespace Scrutineer.Counting.Entry;

/// <summary>One arrow of the state machine of double entry.</summary>
/// <param name="From">The state before.</param>
/// <param name="Move">What somebody does.</param>
/// <param name="To">The state after.</param>
public readonly record struct EntryTransition(EntryState From, EntryMove Move, EntryState To)
{
    /// <summary>Every arrow there is. A move that no arrow shows is refused.</summary>
    public static IReadOnlyList<EntryTransition> All { get; } =
    [
        new(EntryState.NotStarted, EntryMove.Claim, EntryState.FirstEntry),
        new(EntryState.FirstEntry, EntryMove.Release, EntryState.NotStarted),
        new(EntryState.FirstEntry, EntryMove.Submit, EntryState.AwaitingSecond),
        new(EntryState.FirstEntry, EntryMove.Submit, EntryState.FirstFlawed),
        new(EntryState.FirstFlawed, EntryMove.ReturnToClerk, EntryState.FirstEntry),
        new(EntryState.FirstFlawed, EntryMove.AcceptAsWritten, EntryState.AwaitingSecond),
        new(EntryState.FirstFlawed, EntryMove.Discard, EntryState.NotStarted),
        new(EntryState.AwaitingSecond, EntryMove.Claim, EntryState.SecondEntry),
        new(EntryState.AwaitingSecond, EntryMove.Discard, EntryState.NotStarted),
        new(EntryState.SecondEntry, EntryMove.Release, EntryState.AwaitingSecond),
        new(EntryState.SecondEntry, EntryMove.Submit, EntryState.Settled),
        new(EntryState.SecondEntry, EntryMove.Submit, EntryState.Differing),
        new(EntryState.Differing, EntryMove.Claim, EntryState.ThirdEntry),
        new(EntryState.Differing, EntryMove.KeepFirst, EntryState.Settled),
        new(EntryState.Differing, EntryMove.KeepSecond, EntryState.Settled),
        new(EntryState.Differing, EntryMove.Discard, EntryState.NotStarted),
        new(EntryState.ThirdEntry, EntryMove.Release, EntryState.Differing),
        new(EntryState.ThirdEntry, EntryMove.Submit, EntryState.Settled),
        new(EntryState.ThirdEntry, EntryMove.Submit, EntryState.Contested),
        new(EntryState.Contested, EntryMove.KeepFirst, EntryState.Settled),
        new(EntryState.Contested, EntryMove.KeepSecond, EntryState.Settled),
        new(EntryState.Contested, EntryMove.Discard, EntryState.NotStarted),
        new(EntryState.Settled, EntryMove.Reopen, EntryState.NotStarted),
        new(EntryState.Deleted, EntryMove.Reopen, EntryState.NotStarted),
        .. Enum.GetValues<EntryState>()
            .Where(s => s != EntryState.Deleted)
            .Select(s => new EntryTransition(s, EntryMove.Delete, EntryState.Deleted)),
    ];

    /// <summary>Whether a move is possible in a state.</summary>
    public static bool Allows(EntryState from, EntryMove move) => All.Any(t => t.From == from && t.Move == move);
}
