using Scrutineer.Allocation;

namespace Scrutineer.Results.Comparing;

/// <summary>
/// How far seats depart from votes. Every number is exact; shares of votes have the votes of all lists as their base, shares
/// of seats the seats of all lists.
/// </summary>
/// <param name="LoosemoreHanby">
/// Half the sum of the differences between shares of seats and of votes: the share of seats that the lists hold beyond their
/// votes. Loosemore and Hanby, 'The Theoretical Limits of Maximum Distortion', British Journal of Political Science 1 (1971).
/// </param>
/// <param name="GallagherSquared">
/// Half the sum of the squared differences, whose root is the least-squares index. Gallagher, 'Proportionality,
/// Disproportionality and Electoral Systems', Electoral Studies 10 (1991), p. 40.
/// </param>
/// <param name="SainteLague">
/// The sum of the squared differences, each over the list's share of votes (Gallagher 1991, p. 41); nothing where a list
/// holds seats without a vote, for it has no bound then.
/// </param>
/// <param name="PartiesByVotes">
/// The effective number of parties by votes, one over the sum of squared shares. Laakso and Taagepera, 'Effective Number of
/// Parties', Comparative Political Studies 12 (1979), p. 4.
/// </param>
/// <param name="PartiesBySeats">The effective number of parties by seats.</param>
public sealed record Disproportionality(
    Rational LoosemoreHanby,
    Rational GallagherSquared,
    Rational? SainteLague,
    Rational PartiesByVotes,
    Rational PartiesBySeats
)
{
    /// <summary>The indices of one result; nothing where there are no votes or no seats.</summary>
    /// <param name="votes">The votes of each list, none negative.</param>
    /// <param name="seats">The seats of each list, none negative.</param>
    /// <exception cref="ArgumentException">The two have different lengths.</exception>
    public static Disproportionality? Of(IReadOnlyList<long> votes, IReadOnlyList<int> seats)
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(seats);
        if (votes.Count != seats.Count)
        {
            throw new ArgumentException("Each list has votes and seats.", nameof(seats));
        }

        var (allVotes, allSeats) = (Sum(votes), Sum(seats.Select(s => (long)s)));
        if (allVotes.Sign == 0 || allSeats.Sign == 0)
        {
            return null;
        }

        var (differences, squares, weighted) = (Rational.Zero, Rational.Zero, (Rational?)Rational.Zero);
        var (byVotes, bySeats) = (Rational.Zero, Rational.Zero);
        for (var i = 0; i < votes.Count; i++)
        {
            var (v, s) = (votes[i] / allVotes, seats[i] / allSeats);
            var square = (s - v) * (s - v);
            differences += (s - v).Abs();
            squares += square;
            weighted =
                v.Sign > 0 ? weighted + (square / v)
                : s.Sign > 0 ? null
                : weighted;
            byVotes += v * v;
            bySeats += s * s;
        }

        return new Disproportionality(differences / 2, squares / 2, weighted, 1 / byVotes, 1 / bySeats);
    }

    private static Rational Sum(IEnumerable<long> numbers) => numbers.Aggregate(Rational.Zero, (sum, n) => sum + n);
}
