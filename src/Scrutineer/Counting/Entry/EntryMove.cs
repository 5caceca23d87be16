namespace Scrutineer.Counting.Entry;

/// <summary>What somebody can do in the double entry of a protocol.</summary>
public enum EntryMove
{
    /// <summary>A clerk takes the paper.</summary>
    Claim,

    /// <summary>The clerk gives it back unentered, or a coordinator takes it from a clerk who left.</summary>
    Release,

    /// <summary>The clerk hands in what was entered.</summary>
    Submit,

    /// <summary>A coordinator finds that the first entry misread the paper and gives it back to its clerk.</summary>
    ReturnToClerk,

    /// <summary>A coordinator finds that the paper itself breaks the relation: the entry stands as written.</summary>
    AcceptAsWritten,

    /// <summary>A coordinator decides for the first entry.</summary>
    KeepFirst,

    /// <summary>A coordinator decides for the second entry.</summary>
    KeepSecond,

    /// <summary>A coordinator discards what was entered; it begins anew.</summary>
    Discard,

    /// <summary>A coordinator reopens what was settled or deleted; it begins anew.</summary>
    Reopen,

    /// <summary>A coordinator withdraws the entry.</summary>
    Delete,
}
