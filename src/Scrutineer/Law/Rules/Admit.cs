using System.Collections.Immutable;
using Scrutineer.Allocation;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>
/// Decides which lists take part in the distribution: by a share of a base, or by admitting the next lists in the order of
/// votes where too few have passed.
/// </summary>
public sealed record Admit : Rule
{
    /// <summary>The share to reach.</summary>
    [Field("share", "The share that a list must reach, such as 'at least 7 %'.")]
    public Bound? Share { get; init; }

    /// <summary>Of what.</summary>
    [Field("of", "The base of the share.")]
    public BaseName? Of { get; init; }

    /// <summary>How many further lists.</summary>
    [Field("next-by-votes", "How many further lists are admitted, in the order of their votes.")]
    public int? NextByVotes { get; init; }

    /// <summary>How a tie for the last of them is broken.</summary>
    [Field("tie", "How equal votes are decided, tried in this order.")]
    public IReadOnlyList<TieRule> Tie { get; init; } = [];

    /// <summary>Alternatives.</summary>
    [Field("any", "Hurdles of which a list must take one.")]
    public IReadOnlyList<Hurdle> Any { get; init; } = [];

    /// <summary>Joint conditions.</summary>
    [Field("all", "Hurdles of which a list must take every one.")]
    public IReadOnlyList<Hurdle> All { get; init; } = [];

    /// <summary>Brackets.</summary>
    [Field("brackets", "Hurdles by kind of list; the first that stands for a list is the one that it must take.")]
    public IReadOnlyList<Hurdle> Brackets { get; init; } = [];

    /// <summary>Who is exempt.</summary>
    [Field("exempt", "Kinds of list that take part without any hurdle.")]
    public IReadOnlyList<ListKind> Exempt { get; init; } = [];

    /// <summary>The rule that it stands in for.</summary>
    [Field("instead-of", "The earlier rule that it stands in for: lists that failed there are tested anew.")]
    public string? InsteadOf { get; init; }

    /// <summary>Whether the rule tests hurdles and not one plain share.</summary>
    internal bool HasHurdles => Any.Count + All.Count + Brackets.Count > 0;

    /// <summary>Every hurdle of the rule.</summary>
    internal IEnumerable<Hurdle> Hurdles => Any.Concat(All).Concat(Brackets);

    /// <inheritdoc/>
    public override IEnumerable<string> SeatReferences => Hurdles.Where(h => h.In is not null).Select(h => h.In!);

    /// <inheritdoc/>
    public override bool IsBetweenTiers => Hurdles.Any(h => h.Where != HurdleScope.Whole || h.At is not null);

    /// <inheritdoc/>
    protected override string Words() =>
        HasHurdles ? AdmitHurdles.Sentence(this)
        : NextByVotes is { } next
            ? $"{(next == 1 ? "The list" : $"The {next} lists")} with the next largest number of votes {(next == 1 ? "is" : "are")} admitted too{TieWords.After(Tie)}."
        : $"A list takes part in the distribution if it has {Share} of the {Of?.InWords()}{(Exempt.Count > 0 ? AdmitHurdles.ExemptWords(this) : "")}{TieWords.After(Tie)}.";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry) =>
        HasHurdles ? AdmitHurdles.Apply(this, standing, entry)
        : NextByVotes is { } next ? AdmitNext(standing, entry, next)
        : AdmitByShare(standing, entry);

    private Standing AdmitByShare(Standing standing, RuleEntry entry)
    {
        var of = standing.Resolve(Of!.Value);
        var size = standing.SizeOf(of).Value;
        var passes = new List<bool>();
        foreach (var index in Enumerable.Range(0, standing.Admitted.Length))
        {
            // Of nothing nobody has a share: where there are no votes, no list passes. A share is worked out only where it
            // is shown, or where it is known from its publication alone.
            var counted = standing.Votes(index).IsKnown && size > 0;
            var share = counted || size == 0 ? null : standing.ShareOf(index, of);
            bool? passed =
                size == 0 ? false
                : counted ? Share!.IsMetBy(standing.Votes(index).Value!.Value, size!.Value)
                : share is { } known ? Share!.IsMetBy(known)
                : null;
            if (passed is null)
            {
                var unknown = share is null
                    ? $"Whether {standing.Name(index)} has {Share} of the {of.InWords()} cannot be told: {Missing(standing, index, of)}."
                    : $"Whether {standing.Name(index)} has {Share} of the {of.InWords()} cannot be told from its published share.";
                return standing.With(entry, () => unknown).End(Outcome.Unknown, unknown);
            }

            passes.Add(
                (passed.Value && (InsteadOf is not null || standing.Admitted[index]))
                    || Exempt.Contains(standing.Tally.Contenders[index].Kind)
            );
        }

        var admitted = passes.ToImmutableArray();
        var after = standing
            .Admitting(admitted)
            .Record(entry.Id, Enumerable.Range(0, admitted.Length).Where(i => admitted[i]));
        return after.With(
            entry,
            () =>
                $"{Shown.Of(after.AdmittedCount, "list takes", "lists take")} part: {Shown.Row(after.AdmittedIndices.Select(after.Name))}."
                + (
                    standing.SizeOf(of).Value is { } size
                        ? $" {Capital(Share!.ToString())} of {Shown.Whole(size)} {of.InWords()} is {Shown.Whole(Share.LeastOf(size))} votes or more."
                        : ""
                ),
            () =>
                new StepTable(
                    ["votes", $"share of the {of.InWords()}", "takes part"],
                    [
                        .. Enumerable
                            .Range(0, admitted.Length)
                            .Select(i => new StepRow(
                                after.Id(i),
                                [
                                    Shown.Whole(after.Votes(i)),
                                    ShareInWords(
                                        after.SizeOf(of).Value == 0
                                            ? ShareOf.Exactly(Rational.Zero)
                                            : after.ShareOf(i, of)!.Value
                                    ),
                                    admitted[i] ? "yes" : "no",
                                ]
                            )),
                    ]
                )
        );
    }

    private string ShareInWords(ShareOf share) =>
        share.IsExact
            ? Shown.PercentBeside(share.Low, Share!.Value)
            : $"{Shown.Percent(share.Low, 3)} to {Shown.Percent(share.High, 3)} (published)";

    private static string Missing(Standing standing, int index, BaseName of) =>
        standing.SizeOf(of).Value switch
        {
            null => $"the number of {of.InWords()} is not reported",
            _ => $"the votes of {standing.Name(index)} are not reported",
        };

    private Standing AdmitNext(Standing standing, RuleEntry entry, int next)
    {
        var others = Enumerable.Range(0, standing.Admitted.Length).Where(i => !standing.Admitted[i]).ToList();
        if (others.Exists(i => !standing.Votes(i).IsKnown))
        {
            const string Unknown = "Which list comes next cannot be told: the votes of a list are not reported.";
            return standing.With(entry, () => Unknown).End(Outcome.Unknown, Unknown);
        }

        var choice = Choice.Of(standing, entry.Id, others, i => standing.Votes(i).Value!.Value, next, Tie);
        if (choice.Tie is { } tie)
        {
            var open = $"{Shown.Row(tie.Names)} are tied for the next place: {tie.Because}.";
            return (standing with { Tie = tie with { Seats = 0 } }).With(entry, () => open).End(Outcome.Tied, open);
        }

        var after = standing
            .Admitting([.. standing.Admitted.Select((a, i) => a || choice.Chosen.Contains(i))])
            .Record(entry.Id, choice.Chosen) with
        {
            LotsUsed = standing.LotsUsed.AddRange(choice.LotsUsed),
        };
        return after.With(
            entry,
            () =>
                (
                    choice.Chosen.Count == 0
                        ? "There is no further list to admit."
                        : $"{Shown.Row(choice.Chosen.Select(after.Name))} is admitted with {Shown.Whole(after.Votes(choice.Chosen[0]))} votes."
                ) + (choice.Settled.Length > 0 ? $" {Capital(choice.Settled)}." : "")
        );
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
