using Scrutineer.Scrutiny.Audits.Assertions;

namespace Scrutineer.Scrutiny.Materiality;

/// <summary>The least number of ballots with which an assertion about a result can become false.</summary>
/// <param name="Assertion">The assertion.</param>
/// <param name="Changed">Ballots that are really of another class; nothing where no number of them is enough.</param>
/// <param name="Removed">Ballots that should not have been counted.</param>
/// <param name="Added">Ballots that should have been counted besides.</param>
public sealed record LeastBallots(Assertion Assertion, long? Changed, long? Removed, long? Added)
{
    /// <summary>The least of the three, beyond which nothing is said: fewer ballots cannot make it false in any of these ways.</summary>
    public long? Least => new[] { Changed, Removed, Added }.Min();

    /// <summary>The least numbers for an assertion that is true of the ballots.</summary>
    /// <exception cref="ArgumentException">The assertion is not true of the ballots.</exception>
    public static LeastBallots Of(Assertion assertion, BallotCounts counts)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        ArgumentNullException.ThrowIfNull(counts);
        return assertion.Holds(counts)
            ? new LeastBallots(
                assertion,
                Taken(assertion, counts, w => w - assertion.Weights.Min()),
                Taken(assertion, counts, w => w),
                LeastAdded(assertion, counts)
            )
            : throw new ArgumentException("It is not true of the ballots as reported.", nameof(assertion));
    }

    /// <summary>Ballots taken from the classes in which each costs the assertion most, as many as there are of each.</summary>
    private static long? Taken(Assertion assertion, BallotCounts counts, Func<long, long> cost)
    {
        var left = assertion.Sum(counts);
        long taken = 0;
        foreach (
            var (weight, ballots) in assertion
                .Weights.Zip(counts.Classes, (w, n) => (Weight: cost(w), Ballots: n))
                .Where(c => c.Weight > 0)
                .OrderByDescending(c => c.Weight)
        )
        {
            var needed = (left + weight - 1) / weight;
            if (needed <= ballots)
            {
                return taken + (long)needed;
            }

            left -= (Int128)weight * ballots;
            taken += ballots;
        }

        return null;
    }

    private static long? LeastAdded(Assertion assertion, BallotCounts counts) =>
        assertion.Weights.Min() is var least and < 0
            ? (long)((assertion.Sum(counts) - least - 1) / -(Int128)least)
            : null;
}
