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
        return new AuditPlan(
            seats,
            terms,
            [.. seats.Assertions.Select(a => PlannedAssertion.Of(a, seats.CountsOf(a), terms))]
        );
    }

    /// <summary>The assertion with the smallest margin for its upper bound, on which the size of the whole depends.</summary>
    public PlannedAssertion? Binding => Assertions.MaxBy(a => a.MostOverstated);

    /// <summary>
    /// The sample of each method that confirms every assertion at once, the least work first; a method is left out where it
    /// cannot be used.
    /// </summary>
    public IReadOnlyList<SampleSize> Whole =>
        [
            .. Enum.GetValues<AuditMethod>()
                .Select(method => Assertions.Select(a => a.By(method)).OfType<SampleSize>().ToList())
                .Where(sizes => sizes.Count > 0)
                .Select(sizes => new SampleSize(
                    sizes[0].Method,
                    sizes.Max(s => s.Expected),
                    sizes.Max(s => s.P90),
                    sizes[0].Most
                ))
                .OrderBy(s => Terms.Work(s, Seats.Counts.Total))
                .ThenBy(s => s.Method),
        ];
}
