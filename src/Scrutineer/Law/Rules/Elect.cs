using Scrutineer.Files;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Law.Rules;

/// <summary>By what candidates are elected.</summary>
public enum ElectMeasure
{
    /// <summary>A share of a base, and among those who reach it the most votes.</summary>
    Share,

    /// <summary>The most votes.</summary>
    MostVotes,
}

/// <summary>Elects candidates by a share of a base or by most votes.</summary>
public sealed record Elect : Rule
{
    /// <summary>How many.</summary>
    [Field("seats", "How many are elected in one constituency.", Required = true)]
    public int Seats { get; init; }

    /// <summary>By what.</summary>
    [Field("by", "By what candidates are elected.", Required = true)]
    public ElectMeasure By { get; init; }

    /// <summary>The share.</summary>
    [Field("share", "The share that a candidate must reach.")]
    public Bound? Share { get; init; }

    /// <summary>Of what.</summary>
    [Field("of", "The base of the share.")]
    public BaseName? Of { get; init; }

    /// <summary>What follows otherwise.</summary>
    [Field("otherwise", "What follows where seats stay unfilled.")]
    public Otherwise? Otherwise { get; init; }

    /// <summary>How a tie is broken.</summary>
    [Field("tie", "How equal votes are decided, tried in this order.")]
    public IReadOnlyList<TieRule> Tie { get; init; } = [];

    /// <inheritdoc/>
    protected override string Words()
    {
        var who = Seats == 1 ? "The candidate" : $"The {Seats} candidates";
        var verb = Seats == 1 ? "is" : "are";
        var rule =
            By == ElectMeasure.MostVotes
                ? $"{who} with most votes {verb} elected{(Share is { } least ? $", with {least} of the {Of?.InWords()} or not at all" : "")}"
            : Seats == 1 ? $"A candidate is elected with {Share} of the {Of?.InWords()}"
            : $"Up to {Seats} candidates are elected, each with {Share} of the {Of?.InWords()}";
        var otherwise = Otherwise is { } other ? $"; otherwise there is a {Words(other)}" : "";
        return rule + TieWords.After(Tie) + otherwise + ".";
    }

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry) =>
        Ballots.Elect(
            new ElectQuestion(
                standing.Tally,
                Enumerable.Range(0, standing.Admitted.Length),
                Seats,
                By,
                Share,
                Of,
                Tie,
                Otherwise
            ),
            standing,
            entry
        );

    internal static string Words(Otherwise otherwise) =>
        otherwise switch
        {
            Rules.Otherwise.RepeatVote => "repeat vote",
            Rules.Otherwise.RepeatElection => "repeat election",
            _ => "vacant seat",
        };
}
