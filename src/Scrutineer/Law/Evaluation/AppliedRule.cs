namespace Scrutineer.Law.Evaluation;

/// <summary>A rule with the standing that it found and the one that it left, in the whole or in one place.</summary>
/// <param name="Entry">The rule.</param>
/// <param name="Before">The standing that it found.</param>
/// <param name="After">The standing that it left, traced.</param>
internal sealed record AppliedRule(RuleEntry Entry, Standing Before, Standing After)
{
    /// <summary>Whether its condition was met, so that it did anything.</summary>
    public bool Took => After.Steps.Count > Before.Steps.Count && After.Steps[^1].Applied;

    /// <summary>The same rule in each place of a level.</summary>
    public IEnumerable<AppliedRule> In(string level) =>
        Tiers.Reached(Before, level).Zip(Tiers.Reached(After, level), (b, a) => new AppliedRule(Entry, b, a));
}
