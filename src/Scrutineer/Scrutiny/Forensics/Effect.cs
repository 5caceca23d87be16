namespace Scrutineer.Scrutiny.Forensics;

/// <summary>How much a test is about, in the units that matter; nothing where it cannot say.</summary>
/// <param name="Stations">Stations.</param>
/// <param name="Votes">Votes for the list.</param>
public readonly record struct Effect(double? Stations, double? Votes);
