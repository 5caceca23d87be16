using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Scrutiny.Audits.Assertions;

/// <summary>
/// What must be true of the ballots for a result to be right: assertions that together imply every seat, and the rules of
/// the law for which there is none.
/// </summary>
/// <param name="Standing">The evaluation from which they follow.</param>
/// <param name="Counts">The ballots as reported.</param>
/// <param name="Assertions">The assertions, in the order of the rules. All are true of the reported ballots.</param>
/// <param name="NotAsserted">Rules that no assertion stands for; where there are any, the assertions imply less than the seats.</param>
public sealed record SeatAssertions(
    Standing Standing,
    BallotCounts Counts,
    IReadOnlyList<Assertion> Assertions,
    IReadOnlyList<NotAsserted> NotAsserted
)
{
    /// <summary>Whether the assertions together imply every seat.</summary>
    public bool ImplyEverySeat => NotAsserted.Count == 0;

    /// <summary>The assertions of a contest, or why there can be none.</summary>
    /// <param name="edition">The edition of the law.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="tally">The figures.</param>
    /// <param name="lots">Lots that were drawn.</param>
    /// <param name="because">Why there can be none; empty where there are.</param>
    public static SeatAssertions? Of(
        Edition edition,
        string contest,
        Tally tally,
        IReadOnlyList<Lot> lots,
        out string because
    )
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(tally);
        var text = edition.Text.Contests[contest];
        if (text.IsTiered || tally.Parts.Count > 0)
        {
            because = "seats are filled at several levels at once";
            return null;
        }

        if (text.Ballot is BallotKind.Approval or BallotKind.Ranked)
        {
            because = "a ballot can hold several marks, and the figures do not say which stand together";
            return null;
        }

        if (BallotCounts.Of(tally, edition.Text.Ballot.AgainstAll, out because) is not { } counts)
        {
            return null;
        }

        var standing = edition.Evaluate(contest, tally, lots);
        if (standing.Ended != Outcome.Allocated)
        {
            because = standing.Because.TrimEnd('.');
            return null;
        }

        if (standing.Seats.Sum() == 0)
        {
            because = "no seat is filled";
            return null;
        }

        var found = new RuleAssertions(standing, counts);
        foreach (var step in standing.Steps.Where(s => s.Applied))
        {
            found.Add(text.Rules.First(r => r.Id == step.Rule));
        }

        return new SeatAssertions(standing, counts, found.Assertions, found.NotAsserted);
    }
}
