using System.Collections.Immutable;
using Scrutineer.Allocation;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>Seats for the strongest list before the rest are shared out: a fixed number, or one that grows with its share.</summary>
public sealed record Bonus : Rule
{
    /// <summary>How many.</summary>
    [Field("seats", "How many seats the list with most votes gets beforehand.", Required = true)]
    public int Seats { get; init; }

    /// <summary>What it needs.</summary>
    [Field("share", "The share that the list needs for it, such as 'at least 25 %'.")]
    public Bound? Share { get; init; }

    /// <summary>Of what.</summary>
    [Field("of", "The base of the share.")]
    public BaseName? Of { get; init; }

    /// <summary>How it grows.</summary>
    [Field("one-more-per", "For each such part of the base above the share it gets one more, such as 1/2 %.")]
    public Rational? OneMorePer { get; init; }

    /// <summary>Where it stops growing.</summary>
    [Field("at-most", "The most seats that it can get in this way.")]
    public int? AtMost { get; init; }

    /// <summary>How a tie is broken.</summary>
    [Field("tie", "How equal votes are decided, tried in this order.")]
    public IReadOnlyList<TieRule> Tie { get; init; } = [];

    /// <inheritdoc/>
    protected override string Words() =>
        $"The list with most votes of those that take part gets {Shown.Seats(Seats)} before the others are shared out"
        + (Share is { } share ? $", if it has {share} of the {Of?.InWords()}" : "")
        + (OneMorePer is { } part ? $", and one more for each {Shown.Percent(part)} above" : "")
        + (AtMost is { } most ? $", at most {most}" : "")
        + TieWords.After(Tie)
        + ".";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        if (SeatWords.Unknown(standing, entry) is { } unknown)
        {
            return unknown;
        }

        if (standing.AdmittedCount == 0)
        {
            return standing.With(entry, () => "No list takes part.");
        }

        var votes = SeatWords.VotesOfAdmitted(standing);
        var choice = Choice.Of(standing, entry.Id, standing.AdmittedIndices, i => votes[i], 1, Tie);
        if (choice.Tie is { } tie)
        {
            var open = $"{Shown.Row(tie.Names)} have equal votes: {tie.Because}.";
            return (standing with { Tie = tie with { Seats = Seats } }).With(entry, () => open).End(Outcome.Tied, open);
        }

        var first = choice.Chosen[0];
        if (Number(standing, first) is not { } number)
        {
            var missing = $"The bonus cannot be told: the number of {Of?.InWords()} is not reported.";
            return standing.With(entry, () => missing).End(Outcome.Unknown, missing);
        }

        ImmutableArray<int> apart = [.. standing.Seats.Select((_, i) => i == first ? number : 0)];
        var after = standing with
        {
            Apart = apart,
            Seats = [.. standing.Seats.Select((s, i) => s + apart[i])],
            LotsUsed = standing.LotsUsed.AddRange(choice.LotsUsed),
        };
        return after.With(
            entry,
            () =>
                number == 0
                    ? $"{standing.Name(first)} is first with {Shown.Whole(votes[first])} votes and has no bonus."
                    : $"{standing.Name(first)} is first with {Shown.Whole(votes[first])} votes and gets {Shown.Seats(number)}."
        );
    }

    private int? Number(Standing standing, int first)
    {
        if (Share is not { } share)
        {
            return Seats;
        }

        if (standing.SizeOf(Of!.Value).Value is not { } size || size == 0)
        {
            return null;
        }

        var reached = new Rational(standing.Votes(first).Value!.Value, size);
        var more = OneMorePer is { } part ? (int)((reached - share.Value) / part).Floor() : 0;
        return share.IsMetBy(reached) ? Math.Min(Seats + more, Math.Max(Seats, AtMost ?? int.MaxValue)) : 0;
    }
}
