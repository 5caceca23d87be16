namespace Scrutineer.Counting.Entry;

/// <summary>What a person may do in double entry.</summary>
public enum EntryRole
{
    /// <summary>Enters papers.</summary>
    Clerk,

    /// <summary>Decides what entry alone cannot, with the paper in hand.</summary>
    Coordinator,
}

/// <summary>Somebody who takes part in double entry, by pseudonym.</summary>
/// <param name="Id">The pseudonym.</param>
/// <param name="Role">The role.</param>
public readonly record struct EntryPerson(string Id, EntryRole Role);
