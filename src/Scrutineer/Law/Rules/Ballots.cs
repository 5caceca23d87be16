using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>What a vote on candidates is asked: whose votes, how many seats, which bound.</summary>
internal sealed record ElectQuestion(
    Tally Tally,
    IEnumerable<int> Among,
    int Seats,
    ElectMeasure By,
    Bound? Share,
    BaseName? Of,
    IReadOnlyList<TieRule> Tie,
    Otherwise? Otherwise
);

/// <summary>The counting that a first vote and a repeat vote on candidates have in common.</summary>
internal static class Ballots
{
    public static Standing Elect(ElectQuestion question, Standing standing, RuleEntry entry)
    {
        var among = question.Among.ToList();
        var votes = standing with { Tally = question.Tally };
        var of = question.Of is { } named ? votes.Resolve(named) : (BaseName?)null;
        var reached = new List<int>();
        foreach (var index in among)
        {
            if (question.Share is null)
            {
                reached.Add(index);
                continue;
            }

            if (Reaches(votes, index, of!.Value, question.Share) is not { } meets)
            {
                var unknown =
                    $"Whether {votes.Name(index)} has {question.Share} of the {of.Value.InWords()} cannot be told: the figures are not reported.";
                return standing.With(entry, () => unknown).End(Outcome.Unknown, unknown);
            }

            if (meets)
            {
                reached.Add(index);
            }
        }

        if (reached.Count > question.Seats && reached.Exists(i => !votes.Votes(i).IsKnown))
        {
            const string Unknown = "Who has most votes cannot be told: the votes of a candidate are not reported.";
            return standing.With(entry, () => Unknown).End(Outcome.Unknown, Unknown);
        }

        if (question.Share is null && among.TrueForAll(i => votes.Votes(i).Value == 0))
        {
            const string Nobody = "Nobody has a vote, so nobody is elected.";
            return standing.With(entry, () => Nobody).End(Outcome.NoDistribution, Nobody);
        }

        var choice = Choice.Of(votes, entry.Id, reached, i => votes.Votes(i).Value ?? 0, question.Seats, question.Tie);
        var seats = standing.Seats.ToBuilder();
        foreach (var index in choice.Chosen)
        {
            seats[index]++;
        }

        var after = standing.Record(entry.Id, choice.Chosen) with
        {
            Seats = seats.ToImmutable(),
            Tie = choice.Tie,
            LotsUsed = standing.LotsUsed.AddRange(choice.LotsUsed),
            Majority = Certificate(votes, among, question, of) ?? standing.Majority,
        };
        after = after.With(entry, () => Statement(votes, question, choice, of), () => Table(votes, among, choice, of));
        var unfilled = question.Seats - choice.Chosen.Count - (choice.Tie?.Seats ?? 0);
        return unfilled > 0 && question.Otherwise == Otherwise.RepeatElection
            ? after.End(Outcome.RepeatElection, "Nobody is elected; the election is held again.")
            : after;
    }

    /// <summary>
    /// Whether a candidate reaches the share. A share that is only published decides as well, where every value that
    /// rounds to it lies on one side of the bound.
    /// </summary>
    private static bool? Reaches(Standing votes, int index, BaseName of, Bound share) =>
        votes.ShareOf(index, of) is { } known ? share.IsMetBy(known)
        : votes.SizeOf(of).Value == 0 ? false
        : null;

    private static MajorityCertificate? Certificate(
        Standing votes,
        List<int> among,
        ElectQuestion question,
        BaseName? of
    )
    {
        if (among.Exists(i => !votes.Votes(i).IsKnown))
        {
            return null;
        }

        var size = of is { } named ? votes.SizeOf(named).Value : null;
        return question.Share is not null && size is null
            ? null
            : new MajorityCertificate(
                of?.InWords() ?? "",
                size,
                size is { } whole ? question.Share!.LeastOf(whole) : null,
                [.. among.Select(i => KeyValuePair.Create(votes.Id(i), votes.Votes(i).Value!.Value))],
                question.Seats
            );
    }

    private static string Statement(Standing votes, ElectQuestion question, Choice choice, BaseName? of)
    {
        var needed =
            of is { } named && votes.SizeOf(named).Value is { } size
                ? $"{Capital(question.Share!.ToString())} of {Shown.Whole(size)} {named.InWords()} is {Shown.Whole(question.Share.LeastOf(size))} votes or more. "
                : "";
        var elected =
            choice.Chosen.Count == 0
                ? "Nobody is elected"
                : $"{Shown.Row(choice.Chosen.Select(votes.Name))} {(choice.Chosen.Count == 1 ? "is" : "are")} elected";
        var settled = choice.Settled.Length > 0 ? $"; {choice.Settled}" : "";
        var tie = choice.Tie is { } open
            ? $"; {Shown.Seats(open.Seats)} stays open between {Shown.Row(open.Names)}, who have equal votes: {open.Because}"
            : "";
        return $"{needed}{elected}{settled}{tie}.";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static StepTable Table(Standing votes, List<int> among, Choice choice, BaseName? of) =>
        new(
            of is { } named ? ["votes", $"share of the {named.InWords()}", "elected"] : ["votes", "elected"],
            [
                .. among
                    .OrderByDescending(i => votes.Votes(i).Value ?? -1)
                    .ThenBy(i => i)
                    .Select(i => new StepRow(
                        votes.Id(i),
                        of is { } name
                            ?
                            [
                                Shown.Whole(votes.Votes(i)),
                                ShareInWords(votes.ShareOf(i, name)),
                                choice.Chosen.Contains(i) ? "yes" : "no",
                            ]
                            : [Shown.Whole(votes.Votes(i)), choice.Chosen.Contains(i) ? "yes" : "no"]
                    )),
            ]
        );

    private static string ShareInWords(ShareOf? share) =>
        share is not { } known ? "not reported"
        : known.IsExact ? Shown.Percent(known.Low)
        : $"{Shown.Percent((known.Low + known.High) / 2)} (published)";
}
