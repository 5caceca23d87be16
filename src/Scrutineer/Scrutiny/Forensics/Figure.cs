namespace Scrutineer.Scrutiny.Forensics;

/// <summary>One figure of a test under its usual name.</summary>
/// <param name="Name">The name, in lower case with hyphens.</param>
/// <param name="Value">The number; not a number where the data give none.</param>
/// <param name="Decimals">To how many decimals it is told; 0 for a count.</param>
public readonly record struct Figure(string Name, double Value, int Decimals = 0);
