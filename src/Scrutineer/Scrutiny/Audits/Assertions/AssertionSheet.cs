using Scrutineer.Law.Evaluation;

namespace Scrutineer.Scrutiny.Audits.Assertions;

/// <summary>The assertions of a result as they are found, and the rules without any.</summary>
/// <param name="counts">The reported ballots by level and place.</param>
internal sealed class AssertionSheet(IReadOnlyDictionary<(string Level, string Place), BallotCounts> counts)
{
    private readonly List<Assertion> assertions = [];
    private readonly List<NotAsserted> notAsserted = [];

    public IReadOnlyList<Assertion> Assertions => assertions;

    public IReadOnlyList<NotAsserted> NotAsserted => notAsserted;

    /// <summary>The reported ballots of the place of a standing.</summary>
    public BallotCounts CountsOf(Standing standing) => counts[(standing.Tally.Level, standing.Place)];

    /// <summary>An empty sum over the ballots of a place, in which those lists take part that do in the standing.</summary>
    public WeightedSum Sum(Standing standing) => new(CountsOf(standing), standing.Admitted);

    /// <summary>Names a rule for which there is no assertion, once for each reason.</summary>
    public void Without(AppliedRule rule, string because)
    {
        var named = new NotAsserted(rule.Entry.Id, rule.Entry.Rule.Cite, because);
        if (!notAsserted.Contains(named))
        {
            notAsserted.Add(named);
        }
    }

    /// <summary>Keeps an assertion that can be false and is true; one that is not true is too close to be asserted.</summary>
    public void Keep(AppliedRule rule, string name, AssertionKind kind, WeightedSum sum, params int[] about)
    {
        var tally = rule.Before.Tally;
        var assertion = Assertion.Of(
            tally.Level == Tally.Nation ? name : $"{tally.Unit}: {name}",
            kind,
            rule.Entry.Id,
            rule.Entry.Rule.Cite,
            sum.Weights,
            [.. about]
        ) with
        {
            Level = tally.Level,
            Place = tally.Unit,
        };
        if (!assertion.Holds(CountsOf(rule.Before)))
        {
            Without(
                rule,
                $"'{assertion.Name}' holds by a tie rule, a lot or less than a vote: no sample can confirm it."
            );
        }
        else if (assertion.Assorter is not null)
        {
            assertions.Add(assertion);
        }
    }
}
