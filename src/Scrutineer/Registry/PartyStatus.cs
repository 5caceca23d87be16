namespace Scrutineer.Registry;

/// <summary>What the law makes of a party or movement.</summary>
public enum PartyStatus
{
    /// <summary>It is registered.</summary>
    Registered,

    /// <summary>It is not registered.</summary>
    Unregistered,

    /// <summary>It is banned.</summary>
    Banned,

    /// <summary>It was merged into another.</summary>
    Merged,

    /// <summary>It was dissolved.</summary>
    Dissolved,
}
