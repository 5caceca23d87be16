namespace Scrutineer.Allocation.Plurality;

/// <summary>
/// What elects in the first round: a share of the votes, and perhaps a lead over the next candidate.
/// </summary>
/// <param name="Threshold">The share; its base is the sum of the candidates' votes where it names none.</param>
/// <param name="Lead">
/// The lead over the next candidate, a share as well; null where none is asked for (Argentina since 1994: more than 45 %,
/// or at least 40 % and a lead of more than 10 %).
/// </param>
public sealed record Majority(Threshold Threshold, Threshold? Lead = null)
{
    /// <summary>More than half of the votes of the candidates.</summary>
    public static Majority Absolute { get; } = new(new Threshold(new Rational(1, 2), inclusive: false));
}
