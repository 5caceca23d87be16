namespace Scrutineer.Web.Observers;

/// <summary>What became of one line of what was carried.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Id">The report's identifier, or the SHA-256 of the photograph; empty where neither could be read.</param>
/// <param name="Reasons">Why it was refused, or what was noted.</param>
public sealed record CarriedLine(int Line, IntakeStatus Status, string Id, IReadOnlyList<string> Reasons);
