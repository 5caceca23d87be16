using Scrutineer.Allocation;
using Scrutineer.Dossier;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;
using Scrutineer.Registry;

namespace Scrutineer.Claims;

/// <summary>Checks a number against the figures of an election, of the base that the statement gives, or of every base.</summary>
internal sealed class FigureRecord(Func<string, ElectionDossier?> elections)
{
    private static readonly BaseName[] Bases =
    [
        BaseName.Registered,
        BaseName.BallotsIssued,
        BaseName.BallotsInBox,
        BaseName.ValidVotes,
    ];

    /// <summary>The share of a list of the valid votes: computed, or as published; nothing where neither is known.</summary>
    public static Rational? OfValid(ElectionDossier election, string contest, string list)
    {
        if (!election.File.Contests.ContainsKey(contest))
        {
            return null;
        }

        var contender = election.TallyOf(contest, Tally.Nation).Contenders.FirstOrDefault(c => c.Id == list);
        if (contender is null)
        {
            return null;
        }

        return Size(election, contest, BaseName.ValidVotes) is { } valid and > 0 && contender.Votes.Value is { } votes
                ? new Rational(votes, valid)
            : contender.PublishedShares.TryGetValue(BaseName.ValidVotes, out var share) ? (share.Low + share.High) / 2
            : null;
    }

    /// <summary>What the figures say of a number; nothing where they are silent, or the number is that of a poll.</summary>
    public RecordAnswer? Ask(RecordedFigure figure, ClaimEntry claim, ClaimValue value)
    {
        if (
            value.Number is not { } number
            || claim.Stage == Stage.ExitPoll
            || claim.Kind == ClaimKind.Poll
            || claim.Where is not null
            || (figure.Election is { } id ? elections(id) : elections("")) is not { } election
            || !election.File.Contests.ContainsKey(figure.Contest)
        )
        {
            return null;
        }

        var basis = $"elections/{election.File.Id}/results.csv";
        if (figure.Figure is FigureName.Share or FigureName.Turnout)
        {
            return Share(figure, claim, number, election, basis);
        }

        var stage = election.DecidingStage(figure.Contest, Tally.Nation) ?? Stage.Final;
        return
            election.Deciding(figure.Contest, Tally.Nation, stage, figure.Figure, figure.List ?? "")?.Count.Value
                is { } count
            ? new RecordAnswer(
                number.Holds(count) ? Answer.Yes : Answer.No,
                $"the figures have {Shown.Whole(count)}",
                basis
            )
            : null;
    }

    private static RecordAnswer? Share(
        RecordedFigure figure,
        ClaimEntry claim,
        ClaimedNumber number,
        ElectionDossier election,
        string basis
    )
    {
        var part =
            figure.Figure == FigureName.Turnout
                ? Size(election, figure.Contest, BaseName.BallotsIssued)
                : election
                    .TallyOf(figure.Contest, Tally.Nation)
                    .Contenders.FirstOrDefault(c => c.Id == figure.List)
                    ?.Votes.Value;
        if (part is not { } votes)
        {
            return null;
        }

        var shares = Bases
            .Where(b => figure.Figure != FigureName.Turnout || b == BaseName.Registered)
            .Select(b => (Base: b, Whole: Size(election, figure.Contest, b)))
            .Where(s => s.Whole is > 0)
            .Select(s => (s.Base, Share: new Rational(votes, s.Whole!.Value)))
            .ToList();
        if (claim.Base?.Name is { } named)
        {
            return shares.Find(s => s.Base == named) is { Share: var share } && share.Sign > 0
                ? new RecordAnswer(
                    number.Holds(share) ? Answer.Yes : Answer.No,
                    $"the figures give {Shown.Percent(share)} of the {named.InWords()}",
                    basis
                )
                : null;
        }

        var fits = shares.Where(s => number.Holds(s.Share)).ToList();
        return fits.Count > 0
            ? new RecordAnswer(
                Answer.Yes,
                $"the base is not stated; it is the figure {string.Join(" or ", fits.Select(f => $"of the {f.Base.InWords()} ({Shown.Percent(f.Share)})"))}",
                basis
            )
            : new RecordAnswer(
                Answer.No,
                $"the base is not stated, and no base gives it: {string.Join(", ", shares.Select(s => $"{Shown.Percent(s.Share)} of the {s.Base.InWords()}"))}",
                basis
            );
    }

    /// <summary>The size of a base by the official figures of the nation; nothing where it is not known, or a law's own.</summary>
    internal static long? Size(ElectionDossier election, string contest, BaseName name)
    {
        var tally = election.TallyOf(contest, Tally.Nation);
        return name switch
        {
            BaseName.Registered => tally.Registered.Value,
            BaseName.BallotsIssued => tally.BallotsIssued.Value,
            BaseName.BallotsInBox => tally.BallotsInBox.Value,
            BaseName.ValidVotes => tally.ValidVotes(election.Edition.Text.Ballot.AgainstAll).Value,
            BaseName.VotesForLists => tally.VotesForLists.Value,
            _ => null,
        };
    }
}
