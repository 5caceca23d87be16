using Scrutineer.Files;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Law.Rules;

/// <summary>Ends the distribution.</summary>
public sealed record Stop : Rule
{
    /// <summary>With which result.</summary>
    [Field("result", "How the distribution ends.", Required = true)]
    public StopResult Result { get; init; }

    /// <inheritdoc/>
    protected override string Words() =>
        Result == StopResult.NoDistribution ? "No seats are distributed." : "A repeat election is held.";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        var outcome = Result == StopResult.NoDistribution ? Outcome.NoDistribution : Outcome.RepeatElection;
        return standing.With(entry, Sentence).End(outcome, $"{entry.Sentence()} ({Cite})");
    }
}

/// <summary>How a distribution ends early.</summary>
public enum StopResult
{
    /// <summary>Nobody gets a seat.</summary>
    NoDistribution,

    /// <summary>The election is held again.</summary>
    RepeatElection,
}
