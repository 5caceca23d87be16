namespace Scrutineer.Counting.Units;

/// <summary>How a unit changed between two days.</summary>
public enum UnitChangeKind
{
    /// <summary>It is new, and took over nobody's voters that the register names.</summary>
    Opened,

    /// <summary>It is gone, and no unit of the register took over its voters.</summary>
    Closed,

    /// <summary>It is the same unit under another name.</summary>
    Renamed,

    /// <summary>It is the same unit at another place of the tree.</summary>
    Moved,

    /// <summary>Several units took over its voters.</summary>
    Split,

    /// <summary>One unit took over its voters and those of others.</summary>
    Merged,

    /// <summary>One unit took over its voters and nobody else's.</summary>
    Replaced,
}

/// <summary>A change of a unit between two days.</summary>
/// <param name="Kind">How it changed.</param>
/// <param name="Before">The units before, by id.</param>
/// <param name="After">The units after, by id.</param>
public sealed record UnitChange(UnitChangeKind Kind, IReadOnlyList<string> Before, IReadOnlyList<string> After);
