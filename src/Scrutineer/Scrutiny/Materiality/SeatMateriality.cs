using Scrutineer.Law;
using Scrutineer.Law.Evaluation;
using Scrutineer.Scrutiny.Audits.Assertions;

namespace Scrutineer.Scrutiny.Materiality;

/// <summary>
/// Whether something that is doubtful could matter: for each condition of the seats, the least number of ballots that breaks it,
/// and the seats without the figures of doubtful units. What is below every such number cannot change a seat, whoever is
/// right about it.
/// </summary>
/// <param name="Seats">The conditions of the result.</param>
/// <param name="Least">For each condition the least numbers of ballots.</param>
public sealed record SeatMateriality(SeatAssertions Seats, IReadOnlyList<LeastBallots> Least)
{
    /// <summary>The condition that the fewest ballots break; nothing where none can be broken.</summary>
    public LeastBallots? Closest => Least.Where(l => l.Least is not null).MinBy(l => l.Least);

    /// <summary>The materiality of a result.</summary>
    public static SeatMateriality Of(SeatAssertions seats)
    {
        ArgumentNullException.ThrowIfNull(seats);
        return new SeatMateriality(seats, [.. seats.Assertions.Select(a => LeastBallots.Of(a, seats.CountsOf(a)))]);
    }

    /// <summary>
    /// The conditions that so many doubtful ballots could break, whatever they are: stuffed, lost or counted for another. Where
    /// there are none and the conditions imply every seat, no seat depends on them.
    /// </summary>
    /// <param name="ballots">How many are doubtful: unexplained, anomalous, or the upper bound of incidents.</param>
    public IReadOnlyList<LeastBallots> Breakable(long ballots)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ballots);
        return [.. Least.Where(l => l.Least <= ballots).OrderBy(l => l.Least)];
    }

    /// <summary>The evaluation without the figures of some units.</summary>
    /// <param name="edition">The edition of the law.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="whole">The figures of the whole.</param>
    /// <param name="without">The ballots of the units to be taken away.</param>
    /// <param name="lots">Lots that were drawn.</param>
    /// <exception cref="ArgumentException">A unit has more of something than the whole.</exception>
    public static Standing Without(
        Edition edition,
        string contest,
        Tally whole,
        IEnumerable<BallotCounts> without,
        IReadOnlyList<Lot> lots
    )
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(without);
        var counts =
            BallotCounts.Of(whole, edition.Text.Ballot.AgainstAll, out var because)
            ?? throw new ArgumentException(because, nameof(whole));
        var left = without.Aggregate(
            counts,
            (all, unit) => new BallotCounts([.. all.Classes.Zip(unit.Classes, (a, b) => a - b)])
        );
        return left.Classes.All(n => n >= 0)
            ? edition.Evaluate(contest, left.TallyLike(whole), lots)
            : throw new ArgumentException("A unit has more of something than the whole.", nameof(without));
    }
}
