using System.Diagnostics.CodeAnalysis;

namespace Scrutineer.Counting.Entry;

/// <summary>What came of a move: the entry after it, or why it was refused. A refused move changes nothing.</summary>
public readonly record struct EntryResult
{
    internal EntryResult(DoubleEntry entry) => Entry = entry;

    internal EntryResult(EntryRefusal refusal) => Refusal = refusal;

    /// <summary>The entry after the move; nothing where it was refused.</summary>
    public DoubleEntry? Entry { get; }

    /// <summary>Why it was refused; nothing where it was made.</summary>
    public EntryRefusal? Refusal { get; }

    /// <summary>Whether the move was made.</summary>
    [MemberNotNullWhen(true, nameof(Entry))]
    public bool Made => Entry is not null;
}
