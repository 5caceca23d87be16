using Scrutineer.Counting.Forms;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Entry;

/// <summary>
/// The blind double entry of one protocol. Two persons enter the same paper without seeing each other's figures; where
/// they differ, a third enters only those fields; what is still open, a coordinator decides. Every move gives a new value
/// and is kept in the history; an illegal move is refused with its reason and changes nothing.
/// </summary>
public sealed class DoubleEntry
{
    private DoubleEntry(FormLayout layout, UnitPath unit)
    {
        Layout = layout;
        Unit = unit;
    }

    /// <summary>The form and ballot.</summary>
    public FormLayout Layout { get; }

    /// <summary>The unit whose paper is entered.</summary>
    public UnitPath Unit { get; }

    /// <summary>Where the entry stands.</summary>
    public EntryState State { get; private init; }

    /// <summary>Who holds the paper; empty where nobody does.</summary>
    public string HeldBy { get; private init; } = "";

    /// <summary>The first entry, where there is one.</summary>
    public BlindEntry? First { get; private init; }

    /// <summary>The second entry, where there is one.</summary>
    public BlindEntry? Second { get; private init; }

    /// <summary>The figures that stand, once it is settled.</summary>
    public Protocol? Result { get; private init; }

    /// <summary>The codes of relations that a coordinator found broken on the paper itself.</summary>
    public IReadOnlyList<string> AcceptedAsWritten { get; private init; } = [];

    /// <summary>Every move, in order.</summary>
    public IReadOnlyList<EntryEvent> History { get; private init; } = [];

    /// <summary>
    /// The columns that whoever holds the paper is to enter: all, or in a third entry only those that differ. No figure
    /// of another entry is ever part of it.
    /// </summary>
    public IReadOnlyList<int> AskedFor =>
        State switch
        {
            EntryState.FirstEntry or EntryState.SecondEntry => [.. Enumerable.Range(0, Layout.Columns.Count)],
            EntryState.ThirdEntry => Differing,
            _ => [],
        };

    /// <summary>The columns in which the two entries differ; empty while there are not two.</summary>
    public IReadOnlyList<int> Differing =>
        First is not null && Second is not null ? BlindEntry.Differing(First.Protocol, Second.Protocol) : [];

    /// <summary>An entry that nobody has begun.</summary>
    public static DoubleEntry Of(FormLayout layout, UnitPath unit)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return new DoubleEntry(layout, unit);
    }

    /// <summary>A clerk takes the paper. Whoever entered it before is refused: two pairs of eyes are needed.</summary>
    public EntryResult Claim(EntryPerson by, DateTimeOffset at)
    {
        if (!EntryTransition.Allows(State, EntryMove.Claim))
        {
            return new EntryResult(EntryRefusal.NotInThisState);
        }

        var alreadyEntered =
            State != EntryState.NotStarted
            && (First?.By == by.Id || (State == EntryState.Differing && Second?.By == by.Id));
        if (alreadyEntered)
        {
            return new EntryResult(EntryRefusal.EnteredItAlready);
        }

        var to = State switch
        {
            EntryState.NotStarted => EntryState.FirstEntry,
            EntryState.AwaitingSecond => EntryState.SecondEntry,
            _ => EntryState.ThirdEntry,
        };
        return new EntryResult(new DoubleEntry(this) { HeldBy = by.Id }.Went(this, EntryMove.Claim, to, by, at));
    }

    /// <summary>Whoever holds the paper gives it back; a coordinator may take it from anybody.</summary>
    public EntryResult Release(EntryPerson by, DateTimeOffset at)
    {
        if (!EntryTransition.Allows(State, EntryMove.Release))
        {
            return new EntryResult(EntryRefusal.NotInThisState);
        }

        if (by.Id != HeldBy && by.Role != EntryRole.Coordinator)
        {
            return new EntryResult(EntryRefusal.HeldBySomebodyElse);
        }

        var to = State switch
        {
            EntryState.FirstEntry => EntryState.NotStarted,
            EntryState.SecondEntry => EntryState.AwaitingSecond,
            _ => EntryState.Differing,
        };
        return new EntryResult(
            new DoubleEntry(this) { HeldBy = "", First = to == EntryState.NotStarted ? null : First }.Went(
                this,
                EntryMove.Release,
                to,
                by,
                at
            )
        );
    }

    /// <summary>Whoever holds the paper hands in the figures of the columns asked for.</summary>
    /// <param name="by">Who.</param>
    /// <param name="figures">One figure for each column of <see cref="AskedFor"/>.</param>
    /// <param name="at">When.</param>
    public EntryResult Submit(EntryPerson by, IReadOnlyDictionary<int, Count> figures, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(figures);
        if (!EntryTransition.Allows(State, EntryMove.Submit))
        {
            return new EntryResult(EntryRefusal.NotInThisState);
        }

        if (by.Id != HeldBy)
        {
            return new EntryResult(EntryRefusal.HeldBySomebodyElse);
        }

        var asked = AskedFor;
        if (figures.Count != asked.Count || !asked.All(figures.ContainsKey))
        {
            return new EntryResult(EntryRefusal.NotTheFieldsAskedFor);
        }

        var protocol = Entered(by, figures);
        if (Check(protocol).Faults.Any(f => figures.ContainsKey(f.Column)))
        {
            return new EntryResult(EntryRefusal.FieldAtFault);
        }

        var handed = asked.Select(c => KeyValuePair.Create(c, figures[c])).ToList();
        var entry = new BlindEntry(by.Id, protocol);
        return new EntryResult(
            State switch
            {
                EntryState.FirstEntry => Submitted(
                    new DoubleEntry(this) { First = entry },
                    Errors(protocol).Count == 0 ? EntryState.AwaitingSecond : EntryState.FirstFlawed,
                    by,
                    at,
                    handed
                ),
                EntryState.SecondEntry => BlindEntry.Differing(First!.Protocol, protocol).Count == 0
                    ? Submitted(
                        new DoubleEntry(this) { Second = entry, Result = Settle(protocol) },
                        EntryState.Settled,
                        by,
                        at,
                        handed
                    )
                    : Submitted(new DoubleEntry(this) { Second = entry }, EntryState.Differing, by, at, handed),
                _ => Decides(figures, protocol)
                    ? Submitted(new DoubleEntry(this) { Result = Settle(protocol) }, EntryState.Settled, by, at, handed)
                    : Submitted(new DoubleEntry(this), EntryState.Contested, by, at, handed),
            }
        );
    }

    /// <summary>A coordinator's move. Each needs a reason, and none needs the paper to be held.</summary>
    /// <param name="move">One of the moves that only a coordinator makes.</param>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">When.</param>
    /// <exception cref="ArgumentException">The move is a clerk's.</exception>
    public EntryResult Decide(EntryMove move, EntryPerson by, string reason, DateTimeOffset at)
    {
        if (move is EntryMove.Claim or EntryMove.Release or EntryMove.Submit)
        {
            throw new ArgumentException($"'{move}' is a clerk's move.", nameof(move));
        }

        if (by.Role != EntryRole.Coordinator)
        {
            return new EntryResult(EntryRefusal.NotACoordinator);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new EntryResult(EntryRefusal.ReasonMissing);
        }

        if (!EntryTransition.Allows(State, move))
        {
            return new EntryResult(EntryRefusal.NotInThisState);
        }

        return new EntryResult(
            move switch
            {
                EntryMove.ReturnToClerk => new DoubleEntry(this) { HeldBy = First!.By, First = null }.Went(
                    this,
                    move,
                    EntryState.FirstEntry,
                    by,
                    at,
                    reason
                ),
                EntryMove.AcceptAsWritten => new DoubleEntry(this) { AcceptedAsWritten = Errors(First!.Protocol) }.Went(
                    this,
                    move,
                    EntryState.AwaitingSecond,
                    by,
                    at,
                    reason
                ),
                EntryMove.KeepFirst => new DoubleEntry(this)
                {
                    Result = Settle(First!.Protocol),
                    AcceptedAsWritten = Errors(First!.Protocol),
                }.Went(this, move, EntryState.Settled, by, at, reason),
                EntryMove.KeepSecond => new DoubleEntry(this)
                {
                    Result = Settle(Second!.Protocol),
                    AcceptedAsWritten = Errors(Second!.Protocol),
                }.Went(this, move, EntryState.Settled, by, at, reason),
                EntryMove.Delete => new DoubleEntry(this) { HeldBy = "", Result = null }.Went(
                    this,
                    move,
                    EntryState.Deleted,
                    by,
                    at,
                    reason
                ),
                _ => new DoubleEntry(Layout, Unit) { History = History }.Went(
                    this,
                    move,
                    EntryState.NotStarted,
                    by,
                    at,
                    reason
                ),
            }
        );
    }

    /// <summary>What a check says of the entry as it stands: two entries that differ, and errors that nobody accepted.</summary>
    public IReadOnlyList<Finding> Findings() => EntryFindings.Of(this);

    internal IReadOnlyList<string> Errors(Protocol protocol) => Check(protocol).Codes(Severity.Error);

    private DoubleEntry(DoubleEntry other)
        : this(other.Layout, other.Unit)
    {
        State = other.State;
        HeldBy = other.HeldBy;
        First = other.First;
        Second = other.Second;
        Result = other.Result;
        AcceptedAsWritten = other.AcceptedAsWritten;
        History = other.History;
    }

    private ProtocolCheck Check(Protocol protocol) => Layout.Check(protocol.Values, protocol.States);

    // A third entry is laid over the first, with which it shares every field that is not asked for.
    private Protocol Entered(EntryPerson by, IReadOnlyDictionary<int, Count> figures) =>
        new(
            Layout,
            Unit,
            State == EntryState.FirstEntry ? CopyKind.FirstEntry : CopyKind.SecondEntry,
            [
                .. Enumerable
                    .Range(0, Layout.Columns.Count)
                    .Select(c => figures.TryGetValue(c, out var figure) ? figure : First!.Protocol[c]),
            ]
        )
        {
            By = by.Id,
        };

    // The third reader decides a field by agreeing with one of the two; and what comes of it must not break a relation
    // that neither the paper nor a coordinator is known to break.
    private bool Decides(IReadOnlyDictionary<int, Count> figures, Protocol merged) =>
        figures.All(f => f.Value == First!.Protocol[f.Key] || f.Value == Second!.Protocol[f.Key])
        && !Errors(merged).Except(AcceptedAsWritten).Any();

    private static Protocol Settle(Protocol protocol) => protocol.As(CopyKind.Signed);

    private DoubleEntry Submitted(
        DoubleEntry next,
        EntryState to,
        EntryPerson by,
        DateTimeOffset at,
        IReadOnlyList<KeyValuePair<int, Count>> handed
    ) => new DoubleEntry(next) { HeldBy = "" }.Went(this, EntryMove.Submit, to, by, at, "", handed);

    private DoubleEntry Went(
        DoubleEntry from,
        EntryMove move,
        EntryState to,
        EntryPerson by,
        DateTimeOffset at,
        string reason = "",
        IReadOnlyList<KeyValuePair<int, Count>>? handed = null
    )
    {
        var made = new EntryTransition(from.State, move, to);
        return EntryTransition.All.Contains(made)
            ? new DoubleEntry(this)
            {
                State = to,
                History = [.. from.History, new EntryEvent(at, by, made, reason, handed ?? [])],
            }
            : throw new InvalidOperationException($"{made.From} does not lead to {made.To} by {made.Move}.");
    }
}
