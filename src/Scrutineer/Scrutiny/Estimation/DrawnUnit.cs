using Scrutineer.Counting;

namespace Scrutineer.Scrutiny.Estimation;

/// <summary>A unit that was drawn.</summary>
/// <param name="Unit">The station, or the cluster.</param>
/// <param name="Stratum">Its stratum; empty for a simple sample.</param>
/// <param name="Ticket">Its ticket: the SHA-256 of <c>seed,unit,1</c>.</param>
public sealed record DrawnUnit(UnitPath Unit, string Stratum, string Ticket);
