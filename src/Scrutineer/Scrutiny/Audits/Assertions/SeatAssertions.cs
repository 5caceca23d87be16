using Scrutineer.Dossier;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;

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

    /// <summary>The ballots as reported by level and place, the whole among them.</summary>
    public IReadOnlyDictionary<(string Level, string Place), BallotCounts> Places { get; init; } =
        new Dictionary<(string, string), BallotCounts> { [(Tally.Nation, Tally.Nation)] = Counts };

    /// <summary>Whether some assertions are about the ballots of single places.</summary>
    public bool HasPlaces => Assertions.Any(a => a.Level != Standing.Tally.Level);

    /// <summary>The reported ballots of which an assertion speaks.</summary>
    public BallotCounts CountsOf(Assertion assertion)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        return Places[(assertion.Level, assertion.Place)];
    }

    /// <summary>The ballots of a tally by level and place, or why they cannot be told.</summary>
    /// <param name="tally">The figures of the whole, with those of the places.</param>
    /// <param name="againstAll">Whether the row "against all" is on the ballot.</param>
    /// <param name="because">Why they cannot; empty where they can.</param>
    public static IReadOnlyDictionary<(string Level, string Place), BallotCounts>? PlacesOf(
        Tally tally,
        AgainstAll againstAll,
        out string because
    )
    {
        ArgumentNullException.ThrowIfNull(tally);
        var places = new Dictionary<(string, string), BallotCounts>();
        foreach (var place in Below(tally))
        {
            if (BallotCounts.Of(place, againstAll, out because) is not { } counts)
            {
                because = place == tally ? because : $"{place.Unit}: {because}";
                return null;
            }

            places[(place.Level, place.Unit)] = counts;
        }

        because = "";
        return places;

        static IEnumerable<Tally> Below(Tally tally) => tally.Parts.SelectMany(Below).Prepend(tally);
    }

    /// <summary>The assertions of a contest of a dossier, with its lots and the contests before it, or why there can be none.</summary>
    /// <param name="dossier">The election.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="tally">The figures.</param>
    /// <param name="because">Why there can be none; empty where there are.</param>
    public static SeatAssertions? Of(ElectionDossier dossier, string contest, Tally tally, out string because)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        return Of(
            dossier.Edition,
            contest,
            tally,
            dossier.Lots(contest),
            out because,
            EarlierSeats.Before(dossier, contest)
        );
    }

    /// <summary>The assertions of a contest, or why there can be none.</summary>
    /// <param name="edition">The edition of the law.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="tally">The figures.</param>
    /// <param name="lots">Lots that were drawn.</param>
    /// <param name="because">Why there can be none; empty where there are.</param>
    /// <param name="earlier">The seats of the contests that stand before it, by name.</param>
    public static SeatAssertions? Of(
        Edition edition,
        string contest,
        Tally tally,
        IReadOnlyList<Lot> lots,
        out string because,
        IReadOnlyDictionary<string, SeatTable>? earlier = null
    )
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(tally);
        var text = edition.Text.Contests[contest];
        if (text.Ballot is BallotKind.Approval or BallotKind.Ranked)
        {
            because = "a ballot can hold several marks, and the figures do not say which stand together";
            return null;
        }

        if (PlacesOf(tally, edition.Text.Ballot.AgainstAll, out because) is not { } places)
        {
            return null;
        }

        var standing = edition.Evaluate(contest, tally, lots, earlier: earlier);
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

        var sheet = new AssertionSheet(places);
        var steps = Evaluator.Steps(edition, text, tally, lots, earlier ?? new Dictionary<string, SeatTable>());
        new RuleAssertions(sheet, standing, steps).AddAll();
        return new SeatAssertions(standing, places[(tally.Level, tally.Unit)], sheet.Assertions, sheet.NotAsserted)
        {
            Places = places,
        };
    }
}
