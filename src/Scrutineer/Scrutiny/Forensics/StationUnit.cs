using Scrutineer.Counting;

namespace Scrutineer.Scrutiny.Forensics;

/// <summary>A unit above the stations.</summary>
/// <param name="Path">Its path from the top.</param>
/// <param name="Parent">The number of the unit above; −1 for the topmost.</param>
/// <param name="Level">The name of its level, such as <c>region</c>.</param>
public sealed record StationUnit(UnitPath Path, int Parent, string Level);
