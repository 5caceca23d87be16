using Scrutineer.Allocation;

namespace Scrutineer.Law.Evaluation;

/// <summary>One seat given by itself, so that a later rule can take back the last one.</summary>
/// <param name="Contender">The position of the list on the ballot.</param>
/// <param name="Rule">The rule that gave it.</param>
/// <param name="Measure">The remainder or average that won it.</param>
public sealed record Award(int Contender, string Rule, Rational Measure);
