namespace Scrutineer.Scrutiny.Forensics;

/// <summary>Stations that a test leaves out for one reason.</summary>
/// <param name="Because">Why.</param>
/// <param name="Stations">How many.</param>
public sealed record NotUsed(string Because, int Stations);
