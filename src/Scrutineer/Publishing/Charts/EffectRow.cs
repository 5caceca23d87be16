namespace Scrutineer.Publishing.Charts;

/// <summary>An effect with its interval, on either side of none.</summary>
/// <param name="Label">What it is the effect of.</param>
/// <param name="Estimate">The effect, within its interval.</param>
/// <param name="Low">The lower end of the interval.</param>
/// <param name="High">The upper end.</param>
public sealed record EffectRow(string Label, double Estimate, double Low, double High);
