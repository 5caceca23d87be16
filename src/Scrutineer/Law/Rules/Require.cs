using Scrutineer.Allocation;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>What follows where a condition of validity or a majority is not met.</summary>
public enum Otherwise
{
    /// <summary>The election is invalid and is held again.</summary>
    RepeatElection,

    /// <summary>A repeat vote between some of the candidates.</summary>
    RepeatVote,

    /// <summary>The seat stays vacant.</summary>
    Vacant,
}

/// <summary>A least turnout, or a quorum of a college, without which the election is invalid.</summary>
public sealed record Require : Rule
{
    /// <summary>What is counted.</summary>
    [Field("turnout", "What is counted as turnout: a base.", Required = true)]
    public BaseName Turnout { get; init; }

    /// <summary>The least share.</summary>
    [Field("share", "The share that must be reached.", Required = true)]
    public Bound Share { get; init; } = null!;

    /// <summary>Of what.</summary>
    [Field("of", "The base of the share.", Required = true)]
    public BaseName Of { get; init; }

    /// <summary>What follows otherwise.</summary>
    [Field("otherwise", "What follows where the share is not reached.", Required = true)]
    public Otherwise Otherwise { get; init; }

    /// <inheritdoc/>
    protected override string Words() =>
        $"The election is valid if the {Turnout.InWords()} are {Share} of the {Of.InWords()}; otherwise there is a {ScalarType.Word(Otherwise).Replace('-', ' ')}.";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        if (
            standing.SizeOf(Turnout).Value is not { } turnout
            || standing.SizeOf(Of).Value is not { } whole
            || whole == 0
        )
        {
            var missing = standing.SizeOf(Turnout).IsKnown ? Of : Turnout;
            var unknown =
                $"Whether the election is valid cannot be told: the number of {missing.InWords()} is not reported.";
            return standing.With(entry, () => unknown).End(Outcome.Unknown, unknown);
        }

        var share = new Rational(turnout, whole);
        var statement =
            $"{Shown.Whole(turnout)} of {Shown.Whole(whole)} {Of.InWords()} is {Shown.PercentBeside(share, Share.Value)}";
        if (Share.IsMetBy(share))
        {
            return standing.With(entry, () => $"{statement}: the election is valid.");
        }

        var invalid = $"{statement}: the election is invalid.";
        return standing
            .With(entry, () => invalid)
            .End(Otherwise == Otherwise.RepeatElection ? Outcome.RepeatElection : Outcome.Invalid, invalid);
    }
}
