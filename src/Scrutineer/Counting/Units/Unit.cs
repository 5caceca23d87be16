using Scrutineer.Findings;

namespace Scrutineer.Counting.Units;

/// <summary>A reporting unit as it stood on a day.</summary>
/// <param name="Path">Where it stands in the tree.</param>
/// <param name="Level">The level of the law at which it reports, such as station or region.</param>
public sealed record Unit(UnitPath Path, string Level)
{
    /// <summary>Its id in the register of units; empty where it is known from a protocol only.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name, for sentences; the last part of its path where no other is given.</summary>
    public string Name { get; init; } = Path.Name;

    /// <summary>What kind of unit it is.</summary>
    public UnitKind Kind { get; init; }

    /// <summary>Voters in its register, where that is known beforehand.</summary>
    public Count Registered { get; init; }

    /// <summary>The row that names it, where there is one.</summary>
    public Location? At { get; init; }
}
