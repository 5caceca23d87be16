namespace Scrutineer.Allocation.Plurality;

/// <summary>
/// What elects in the first round: a share of the votes, and perhaps a lead over the next candidate.
/// </summary>
/// <param name="Threshold">The share; its base is the sum of the candidates' votes where it names none.</param>
/// <param name="Lead">The least lead over the next candidate, as a share of the same base; null for none.</param>
public sealed record Majority(Threshold Threshold, Rational? Lead = null)
{
    /// <summary>More than half of the votes of the candidates.</summary>
    public static Majority Absolute { get; } = new(new Threshold(new Rational(1, 2), inclusive: false));
}
