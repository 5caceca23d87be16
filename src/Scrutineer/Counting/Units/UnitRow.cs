using Scrutineer.Findings;

namespace Scrutineer.Counting.Units;

/// <summary>A unit between two days, as the register of units writes it. A rename or a move is a new row of the same id.</summary>
/// <param name="Id">Its id, one for all days.</param>
/// <param name="Parent">The id of the unit above; empty at the top.</param>
/// <param name="Level">The level at which it reports.</param>
/// <param name="At">The row.</param>
public sealed record UnitRow(string Id, string Parent, string Level, Location At)
{
    /// <summary>The part that it adds to the path of the unit above; its id where the row gives no other.</summary>
    public string Code { get; init; } = Id;

    /// <summary>Its name.</summary>
    public string Name { get; init; } = Id;

    /// <summary>What kind of unit it is.</summary>
    public UnitKind Kind { get; init; }

    /// <summary>Voters in its register.</summary>
    public Count Registered { get; init; }

    /// <summary>The first day on which the row holds; nothing for always.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which the row holds; nothing for still.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The ids of the units whose voters it took over when it was made.</summary>
    public IReadOnlyList<string> Follows { get; init; } = [];

    /// <summary>Whether the row holds on a day.</summary>
    public bool HoldsOn(DateOnly day) =>
        (From is not { } from || from <= day) && (Until is not { } until || day <= until);

    internal bool Overlaps(UnitRow other) =>
        (From ?? DateOnly.MinValue) <= (other.Until ?? DateOnly.MaxValue)
        && (other.From ?? DateOnly.MinValue) <= (Until ?? DateOnly.MaxValue);
}
