namespace Scrutineer.Counting.Entry;

/// <summary>Where the blind double entry of one protocol stands. Drawn in docs/methods/double-entry.md.</summary>
public enum EntryState
{
    /// <summary>Nobody has entered anything.</summary>
    NotStarted,

    /// <summary>A clerk holds the paper for the first entry.</summary>
    FirstEntry,

    /// <summary>The first entry breaks a control relation; a coordinator says whether the paper itself does.</summary>
    FirstFlawed,

    /// <summary>The first entry is done; another person is to enter the paper without seeing it.</summary>
    AwaitingSecond,

    /// <summary>Another clerk holds the paper for the second entry.</summary>
    SecondEntry,

    /// <summary>The two entries differ.</summary>
    Differing,

    /// <summary>A third person enters again only the fields that differ, seeing neither entry.</summary>
    ThirdEntry,

    /// <summary>The third entry did not decide; a coordinator decides with the paper in hand.</summary>
    Contested,

    /// <summary>The figures stand.</summary>
    Settled,

    /// <summary>The entry was withdrawn with a reason, for instance because the unit was annulled.</summary>
    Deleted,
}
