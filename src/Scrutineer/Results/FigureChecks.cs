using Scrutineer.Allocation;
using Scrutineer.Counting;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Numerics;

namespace Scrutineer.Results;

/// <summary>Checks of the published figures of a contest against each other: sums, gaps, shares and their bases.</summary>
internal static class FigureChecks
{
    public static IEnumerable<Finding> Of(ElectionResult result, ContestResult contest) =>
        contest.Standing is null
            ? []
            : Sums(result, contest)
                .Concat(Gap(result, contest))
                .Concat(Shares(result, contest))
                .Concat(Preliminary(result, contest));

    private static IEnumerable<Finding> Sums(ElectionResult result, ContestResult contest)
    {
        var tally = contest.Standing!.Tally;
        var sum = contest.Standing.SizeOf(BaseName.ValidVotes);
        if (
            tally.VotesForLists.IsKnown
            && sum.Value is { } added
            && tally.PublishedValidVotes.Value is { } published
            && added != published
        )
        {
            yield return Broken(
                "sum-differs",
                $"The votes add up to {Shown.Whole(added)} and the published total is {Shown.Whole(published)}, a difference of {Shown.Whole(added - published)}.",
                "votes for lists + against all = valid votes"
            );
        }

        foreach (
            var (less, more, lessWords, moreWords) in new[]
            {
                (tally.BallotsIssued, tally.Registered, "ballots issued", "voters registered"),
                (tally.BallotsInBox, tally.BallotsIssued, "ballots in the boxes", "ballots issued"),
                (OneVoteEach(contest) ? sum : Count.NotReported, tally.BallotsIssued, "valid votes", "ballots issued"),
                (
                    OneVoteEach(contest) ? sum : Count.NotReported,
                    tally.BallotsInBox,
                    "valid votes",
                    "ballots in the boxes"
                ),
            }
        )
        {
            if (less.Value > more.Value)
            {
                yield return Broken(
                    "more-than-possible",
                    $"There are more {lessWords} ({Shown.Whole(less)}) than {moreWords} ({Shown.Whole(more)}).",
                    $"{lessWords} ≤ {moreWords}"
                );
            }
        }

        if (
            OneVoteEach(contest)
            && tally.BallotsInBox.Value is { } box
            && tally.Invalid.Value is { } invalid
            && sum.Value is { } valid
            && box != valid + invalid
        )
        {
            yield return Broken(
                "sum-differs",
                $"{Shown.Whole(valid)} valid votes and {Shown.Whole(invalid)} invalid ballots are not the {Shown.Whole(box)} ballots in the boxes.",
                "valid + invalid = in the boxes"
            );
        }

        Finding Broken(string code, string statement, string basis) =>
            new(code, Severity.Error, statement, basis, $"results.csv of {result.Dossier.File.Id}");
    }

    private static bool OneVoteEach(ContestResult contest) => contest.Contest.Ballot != BallotKind.Approval;

    /// <summary>
    /// Ballots issued that are votes for nobody: invalid, taken away, or not counted. The figure is set beside that of the
    /// election before, where the same gap can be computed.
    /// </summary>
    private static IEnumerable<Finding> Gap(ElectionResult result, ContestResult contest)
    {
        if (!OneVoteEach(contest) || GapOf(contest) is not { } gap || gap.Share.Sign <= 0)
        {
            yield break;
        }

        var before = result.Previous?.Contests.FirstOrDefault(c => c.Name == contest.Name && c.Unit == contest.Unit);
        var old = before is null ? null : GapOf(before);
        var beside = old is { } known
            ? $" In {result.Previous!.Dossier.File.PollingDay.Year} it was {Shown.Whole(known.Gap)} ({Shown.Percent(known.Share)})."
            : "";
        var invalid = contest.Standing!.Tally.Invalid.IsKnown
            ? $" {Shown.Whole(contest.Standing.Tally.Invalid)} were declared invalid."
            : " How many of them were invalid is not reported.";
        yield return new Finding(
            "ballots-without-vote",
            old is { } previous && gap.Share > previous.Share * 2 ? Severity.Warning : Severity.Notice,
            $"{Shown.Whole(gap.Ballots)} {gap.Of} stand against {Shown.Whole(gap.Ballots - gap.Gap)} valid votes: {Shown.Of(gap.Gap, "ballot", "ballots")} ({Shown.Percent(gap.Share)} of the {gap.Of}) {(gap.Gap == 1 ? "is a vote" : "are votes")} for nobody.{invalid}{beside}",
            "ballots − valid votes",
            $"{Shown.Whole(gap.Ballots)} − {Shown.Whole(gap.Ballots - gap.Gap)}"
        )
        {
            Figures =
            [
                KeyValuePair.Create("ballots", gap.Ballots.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                KeyValuePair.Create("gap", gap.Gap.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                KeyValuePair.Create("share", gap.Share.ToString()),
                .. old is { } o ? new[] { KeyValuePair.Create("share-before", o.Share.ToString()) } : [],
            ],
        };
    }

    private static (long Ballots, long Gap, Rational Share, string Of)? GapOf(ContestResult contest)
    {
        if (contest.Standing?.SizeOf(BaseName.ValidVotes).Value is not { } valid)
        {
            return null;
        }

        var tally = contest.Standing.Tally;
        var (ballots, of) = tally.BallotsIssued.Value is { } issued
            ? (issued, "ballots issued")
            : (tally.BallotsInBox.Value ?? 0, "ballots in the boxes");
        return ballots == 0 ? null : (ballots, ballots - valid, new Rational(ballots - valid, ballots), of);
    }

    /// <summary>Published shares against the shares that the votes give, and the base that they really have.</summary>
    private static IEnumerable<Finding> Shares(ElectionResult result, ContestResult contest)
    {
        var standing = contest.Standing!;
        var wrong = new List<string>();
        var checkedShares = 0;
        for (var i = 0; i < standing.Tally.Contenders.Count; i++)
        {
            foreach (var (of, published) in standing.Tally.Contenders[i].PublishedShares)
            {
                if (standing.Votes(i).Value is not { } votes || standing.SizeOf(of).Value is not { } size || size == 0)
                {
                    continue;
                }

                checkedShares++;
                var exact = new Rational(votes, size);
                if (exact < published.Low || exact > published.High)
                {
                    wrong.Add(
                        $"{contest.NameOf(standing.Id(i))} {Shown.Percent((published.Low + published.High) / 2)} published, {Shown.Percent(exact)} computed"
                    );
                }
            }
        }

        if (wrong.Count > 0)
        {
            yield return new Finding(
                "published-share-differs",
                Severity.Warning,
                $"Published shares are not what the votes give: {Shown.Row(wrong)}.",
                "votes ÷ base, rounded",
                $"results.csv of {result.Dossier.File.Id}"
            );
        }
        else if (checkedShares > 0)
        {
            yield return new Finding(
                "published-shares-agree",
                Severity.Info,
                $"All {checkedShares} published shares are what the votes give on their stated base.",
                "votes ÷ base, rounded",
                $"results.csv of {result.Dossier.File.Id}"
            );
        }
    }

    /// <summary>A preliminary result that equals the final one in every share to the last decimal.</summary>
    private static IEnumerable<Finding> Preliminary(ElectionResult result, ContestResult contest)
    {
        var figures = result
            .Dossier.Figures.Where(f =>
                f.Contest == contest.Name && f.Unit == contest.Unit && f.Name == FigureName.Share
            )
            .ToList();
        var pairs = figures
            .Where(f => f.Stage == Stage.Preliminary)
            .Select(p =>
                (
                    Preliminary: p,
                    Final: figures.Find(f => f.Stage == Stage.Final && f.List == p.List && f.Base == p.Base)
                )
            )
            .Where(p => p.Final is not null)
            .ToList();
        if (pairs.Count >= 3 && pairs.TrueForAll(p => p.Preliminary.Share == p.Final!.Share))
        {
            yield return new Finding(
                "preliminary-equals-final",
                Severity.Notice,
                $"The preliminary shares of all {pairs.Count} lists equal the final shares to the last decimal published. That is expected only if the preliminary count was complete.",
                "comparison of stages",
                $"results.csv of {result.Dossier.File.Id}"
            );
        }
    }
}
