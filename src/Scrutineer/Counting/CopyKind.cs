namespace Scrutineer.Counting;

/// <summary>Whose copy of a protocol it is. Copies of one protocol should agree; where they differ, that is a finding.</summary>
public enum CopyKind
{
    /// <summary>The signed paper or its scan, as read by whoever holds it.</summary>
    Signed,

    /// <summary>The first of two blind entries.</summary>
    FirstEntry,

    /// <summary>The second of two blind entries, by another person.</summary>
    SecondEntry,

    /// <summary>An observer's certified copy or photograph.</summary>
    Observer,

    /// <summary>The copy of a party's or candidate's agent.</summary>
    PartyAgent,

    /// <summary>The row of this unit in the table of the commission above it.</summary>
    TerritorialTable,

    /// <summary>The row of this unit in the table that was published.</summary>
    PublishedTable,
}
