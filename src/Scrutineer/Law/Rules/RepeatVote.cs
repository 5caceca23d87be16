using Scrutineer.Counting;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Law.Rules;

/// <summary>Who stands in a repeat vote.</summary>
public enum Between
{
    /// <summary>The two candidates with most votes.</summary>
    TwoLeaders,

    /// <summary>Every candidate who was not elected.</summary>
    AllNotElected,
}

/// <summary>A second vote on the seats that a majority rule left unfilled.</summary>
public sealed record RepeatVote : Rule
{
    /// <summary>Between whom.</summary>
    [Field("between", "Who stands in the repeat vote.", Required = true)]
    public Between Between { get; init; }

    /// <summary>By what.</summary>
    [Field("by", "By what candidates are elected in it.", Required = true)]
    public ElectMeasure By { get; init; }

    /// <summary>A least share.</summary>
    [Field("share", "A least share that is needed besides.")]
    public Bound? Share { get; init; }

    /// <summary>Of what.</summary>
    [Field("of", "The base of that share.")]
    public BaseName? Of { get; init; }

    /// <summary>Within how many days.</summary>
    [Field("within", "The time within which it is held, such as '2 months'.")]
    public string? Within { get; init; }

    /// <summary>What follows otherwise.</summary>
    [Field("otherwise", "What follows where the repeat vote elects nobody.")]
    public Otherwise? Otherwise { get; init; }

    /// <summary>How a tie is broken.</summary>
    [Field("tie", "How equal votes are decided, tried in this order.")]
    public IReadOnlyList<TieRule> Tie { get; init; } = [];

    /// <inheritdoc/>
    protected override string Words() =>
        $"Where a seat is unfilled, a repeat vote is held between {Whom}"
        + (Within is { } within ? $" within {within}" : "")
        + (By == ElectMeasure.MostVotes ? "; most votes decide" : "; a share decides")
        + (Share is { } share ? $", and {share} of the {Of?.InWords()} are needed" : "")
        + TieWords.After(Tie)
        + (Otherwise is { } otherwise ? $"; if it elects nobody there is a {Elect.Words(otherwise)}" : "")
        + ".";

    private string Whom => Between == Between.TwoLeaders ? "the two leaders" : "all who were not elected";

    /// <inheritdoc/>
    public override Standing Apply(Standing standing, RuleEntry entry)
    {
        if (standing.SeatsLeft == 0)
        {
            return standing.With(entry, () => "Every seat is filled; no repeat vote is needed.");
        }

        var unfilled = standing.SeatsLeft;
        var open = Enumerable.Range(0, standing.Seats.Length).Where(i => standing.Seats[i] == 0).ToList();
        if (Between == Between.TwoLeaders)
        {
            var choice = Choice.Of(standing, entry.Id, open, i => standing.Votes(i).Value ?? 0, 2, Tie);
            if (choice.Tie is { } tie)
            {
                var undecided = $"Who stands in the repeat vote is open between {Shown.Row(tie.Names)}: {tie.Because}.";
                return (standing with { Tie = tie with { Seats = 0 } })
                    .With(entry, () => undecided)
                    .End(Outcome.Tied, undecided);
            }

            open = [.. choice.Chosen.Order()];
        }

        if (standing.Tally.RepeatVote is not { } repeat)
        {
            var needed =
                $"A repeat vote for {Shown.Seats(unfilled)} is needed between {Shown.Row(open.Select(standing.Name))}; its figures are not in the dossier.";
            return standing.With(entry, () => needed).End(Outcome.RepeatVote, needed);
        }

        var standers = open.ConvertAll(standing.Id).ToHashSet(StringComparer.Ordinal);
        var strangers = repeat
            .Contenders.Where(c => c.Votes.IsKnown && !standers.Contains(c.Id))
            .Select(c => c.Id)
            .ToList();
        if (strangers.Count > 0)
        {
            var wrong = $"The repeat vote has figures for {Shown.Row(strangers)}, who may not stand in it.";
            return standing.With(entry, () => wrong).End(Outcome.Invalid, wrong);
        }

        var after = Ballots.Elect(
            new ElectQuestion(Aligned(repeat, standing, standers), open, unfilled, By, Share, Of, Tie, Otherwise),
            standing,
            entry
        );
        return after.Ended is null && after.SeatsLeft > 0 && after.Tie is null
            ? after.End(Outcome.RepeatElection, "The repeat vote elected nobody to a seat.")
            : after;
    }

    /// <summary>
    /// The repeat vote in the order of the first, in which the rules count. Who may not stand has no vote in it; a stander
    /// without a figure stays unknown.
    /// </summary>
    private static Tally Aligned(Tally repeat, Standing first, HashSet<string> standers) =>
        repeat with
        {
            Contenders =
            [
                .. first.Tally.Contenders.Select(c =>
                    !standers.Contains(c.Id)
                        ? c with
                        {
                            Votes = new Count(0),
                            PublishedShares = new Dictionary<BaseName, ShareOf>(),
                        }
                        : repeat.Contenders.FirstOrDefault(r => r.Id == c.Id) ?? new Contender(c.Id, Count.NotReported)
                ),
            ],
        };
}
