using Scrutineer.Allocation;

namespace Scrutineer.Scrutiny.Audits.Comparison;

/// <summary>
/// What comparing the record of a ballot, or of a pool of ballots, with the paper shows: by how much the record's assorter
/// value was above that of the paper.
/// </summary>
/// <remarks>
/// Source: Stark (2020), section 3.2; pools: Stark, "Overstatement-Net-Equivalent Risk-Limiting Audits: ONEAudit" (2023),
/// section 2: a ballot of a pool is compared with the mean of its pool.
/// </remarks>
public static class Overstatement
{
    /// <summary>The value recorded less the value on paper.</summary>
    /// <param name="recorded">The assorter's value of the record; one half where the record was not found.</param>
    /// <param name="paper">The assorter's value of the paper; nought where the ballot was not found.</param>
    public static Rational Of(Rational recorded, Rational paper) => recorded - paper;

    /// <summary>
    /// The overstatement as a number whose mean over all ballots is above one half exactly when the assertion is true:
    /// (1 − o/u) ÷ (2 − v/u).
    /// </summary>
    /// <param name="overstatement">The overstatement o.</param>
    /// <param name="margin">The assorter margin v of the records.</param>
    /// <param name="upper">The assorter's upper bound u.</param>
    public static Rational Assorted(Rational overstatement, Rational margin, Rational upper) =>
        (1 - (overstatement / upper)) / (2 - (margin / upper));

    /// <summary>The mean of <see cref="Assorted"/> where shares of the ballots are overstated by a half and by one.</summary>
    /// <param name="margin">The assorter margin.</param>
    /// <param name="upper">The assorter's upper bound.</param>
    /// <param name="byHalf">The share of ballots overstated by a half ("one vote").</param>
    /// <param name="byOne">The share of ballots overstated by one ("two votes").</param>
    public static Rational Mean(Rational margin, Rational upper, Rational byHalf, Rational byOne) =>
        Assorted((byHalf / 2) + byOne, margin, upper);

    /// <summary>The value of a ballot's record where only the pool of which it is one was reported: the pool's mean.</summary>
    /// <exception cref="ArgumentException">The pool is empty.</exception>
    public static Rational OfPool(IReadOnlyList<Rational> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count > 0
            ? values.Aggregate(Rational.Zero, (a, b) => a + b) / values.Count
            : throw new ArgumentException("A pool has at least one ballot.", nameof(values));
    }
}
