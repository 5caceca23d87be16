namespace Scrutineer.Counting.Totals;

/// <summary>What the protocols below one unit add up to.</summary>
/// <param name="Unit">The unit; the whole where it is empty.</param>
/// <param name="Level">The name of its level; <c>nation</c> for the whole.</param>
/// <param name="Stations">How many stations are counted below it.</param>
/// <param name="Columns">One total a column of the layout.</param>
public sealed record UnitTotals(UnitPath Unit, string Level, int Stations, IReadOnlyList<ColumnTotal> Columns);
