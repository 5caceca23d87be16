using Scrutineer.Scrutiny.Audits.Assertions;

namespace Scrutineer.Scrutiny.Audits.Planning;

/// <summary>What confirms a result, assertion by assertion and as a whole.</summary>
/// <param name="Seats">The assertions and what they imply.</param>
/// <param name="Terms">The terms.</param>
/// <param name="Assertions">The assertions with their samples, in the order of the rules.</param>
public sealed record AuditPlan(SeatAssertions Seats, AuditTerms Terms, IReadOnlyList<PlannedAssertion> Assertions)
{
    /// <summary>Plans the audit of a result.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The risk limit or the error rate is not between 0 and 1.</exception>
    public static AuditPlan Of(SeatAssertions seats, AuditTerms terms)
    {
        ArgumentNullException.ThrowIfNull(seats);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(terms.RiskLimit, 0, nameof(terms));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(terms.RiskLimit, 1, nameof(terms));
        ArgumentOutOfRangeException.ThrowIfNegative(terms.ErrorRate, nameof(terms));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(terms.ErrorRate, 1, nameof(terms));
        // How many of the stations are in a place, nobody has said.
        var there = terms with
        {
            Stations = null,
        };
        return new AuditPlan(
            seats,
            terms,
            [
                .. seats
                    .Assertions.AsParallel()
                    .AsOrdered()
                    .Select(a =>
                        PlannedAssertion.Of(a, seats.CountsOf(a), a.Level == seats.Standing.Tally.Level ? terms : there)
                    ),
            ]
        );
    }

    /// <summary>The assertion with the smallest margin for its upper bound, on which the size of the whole depends.</summary>
    public PlannedAssertion? Binding => Assertions.MaxBy(a => a.MostOverstated);

    /// <summary>
    /// The samples of each place with assertions of its own, the whole first: each is drawn from the ballots of that place and
    /// confirms every assertion about them.
    /// </summary>
    public IReadOnlyList<PlacePlan> ByPlace { get; } =
    [
        .. Assertions
            .GroupBy(a => (a.Assertion.Level, a.Assertion.Place))
            .Select(g => PlacePlan.Of(g.Key.Place, Seats.Places[g.Key], [.. g], Terms))
            .OrderBy(p => p.Place == Seats.Standing.Place ? 0 : 1),
    ];

    /// <summary>
    /// The sample of each method that confirms every assertion at once, the least work first; a method is left out where it
    /// cannot be used. Where there are places, the samples of all of them together.
    /// </summary>
    /// <remarks>
    /// A wrong seat makes an assertion false, and each is confirmed at the risk limit by itself; so the chance that all are
    /// confirmed though a seat is wrong is at most the risk limit, whatever else is drawn. No correction for their number is
    /// needed.
    /// </remarks>
    public IReadOnlyList<SampleSize> Whole =>
        ByPlace.Count == 1
            ? ByPlace[0].Sizes
            :
            [
                .. Enum.GetValues<AuditMethod>()
                    .Select(method => ByPlace.Select(p => p.By(method)).OfType<SampleSize>().ToList())
                    .Where(sizes => sizes.Count > 0)
                    .Select(sizes => new SampleSize(
                        sizes[0].Method,
                        Math.Min(sizes.Sum(s => Math.Min(s.Expected, s.Most)), Most(sizes[0].Method)),
                        Math.Min(sizes.Sum(s => Math.Min(s.P90, s.Most)), Most(sizes[0].Method)),
                        Most(sizes[0].Method)
                    ))
                    .OrderBy(s => Terms.Work(s, Seats.Counts.Total))
                    .ThenBy(s => s.Method),
            ];

    /// <summary>How many there are to draw in all.</summary>
    private long Most(AuditMethod method) =>
        method == AuditMethod.BatchComparison ? Terms.Stations ?? Seats.Counts.Total : Seats.Counts.Total;
}
