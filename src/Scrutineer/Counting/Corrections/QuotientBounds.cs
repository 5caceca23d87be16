using Scrutineer.Allocation;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Counting.Corrections;

/// <summary>
/// The fewest and the most seats that missing ballots leave to a list where seats go to the largest quotients of votes and
/// a series of divisors. Most: every missing ballot is for the list, and only the rivals that are sure of admission have
/// the votes they have; a divisor method never takes a seat from a list for more votes, nor gives it one for more votes of a
/// rival (Balinski and Young, Fair Representation, 2nd ed. 2001, ch. A4). Least: the list keeps a seat as long as its rivals,
/// with the missing ballots spent where a quotient above its own costs fewest votes, cannot fill the house before it; ties go
/// against it. Votes are taken to be divisible there, which can only lower the bound.
/// </summary>
internal static class QuotientBounds
{
    /// <summary>
    /// Whether the bound is known for a method: the first divisor is above nought and each step of the series is at least
    /// as long as the one before, so that the cheapest quotients can be bought one by one.
    /// </summary>
    public static bool IsKnownFor(DivisorMethod method) =>
        !method.ComparesSquares
        && Enumerable.Range(0, 4).All(n => method.Quotient(1, n) is { Sign: > 0 })
        && Divisor(method, 1) - Divisor(method, 0) >= Divisor(method, 0)
        && Divisor(method, 2) - Divisor(method, 1) >= Divisor(method, 1) - Divisor(method, 0)
        && Divisor(method, 3) - Divisor(method, 2) >= Divisor(method, 2) - Divisor(method, 1);

    /// <summary>The bounds of one list.</summary>
    public static (int Least, int Most) Of(
        DivisorMethod method,
        Tally counted,
        int list,
        long missing,
        int seats,
        bool[] sure,
        bool[] possible
    )
    {
        if (!possible[list])
        {
            return (0, 0);
        }

        var votes = counted.Contenders.Select(c => c.Votes.Value!.Value).ToArray();
        var most = Most(method, votes, list, missing, seats, sure);
        if (!sure[list] || votes[list] == 0)
        {
            return (0, most);
        }

        // The more seats, the smaller the last quotient and the easier rivals pass it: the greatest safe number is sought.
        var (least, above) = (0, most + 1);
        while (above - least > 1)
        {
            var tried = (least + above) / 2;
            var quotient = method.Quotient(votes[list], tried - 1)!.Value;
            (least, above) =
                Rivals(method, votes, list, missing, seats, possible, quotient) <= seats - tried
                    ? (tried, above)
                    : (least, tried);
        }

        return (least, most);
    }

    private static int Most(DivisorMethod method, long[] votes, int list, long missing, int seats, bool[] sure)
    {
        var result = method.Apportion(
            [
                .. votes.Select(
                    (v, i) =>
                        i == list ? v + missing
                        : sure[i] ? v
                        : 0
                ),
            ],
            seats,
            null
        );
        return result.Succeeded
            ? result.Apportionment.Seats[list] + (result.Apportionment.Tie?.Among.Contains(list) == true ? 1 : 0)
            : seats;
    }

    /// <summary>How many quotients at or above one the rivals can have, with the missing ballots spent as well as can be.</summary>
    private static int Rivals(
        DivisorMethod method,
        long[] votes,
        int list,
        long missing,
        int seats,
        bool[] possible,
        Rational quotient
    )
    {
        var costs = new PriorityQueue<(int Rival, int Held), Rational>();
        var held = 0;
        foreach (var rival in Enumerable.Range(0, votes.Length).Where(i => i != list && possible[i]))
        {
            var own = 0;
            while (own < seats && Divisor(method, own) * quotient <= votes[rival])
            {
                own++;
            }

            held += own;
            if (own < seats)
            {
                costs.Enqueue((rival, own), (Divisor(method, own) * quotient) - votes[rival]);
            }
        }

        Rational left = missing;
        while (held <= seats && costs.TryDequeue(out var next, out var cost) && cost <= left)
        {
            left -= cost;
            held++;
            if (next.Held + 1 < seats)
            {
                costs.Enqueue(
                    (next.Rival, next.Held + 1),
                    (Divisor(method, next.Held + 1) - Divisor(method, next.Held)) * quotient
                );
            }
        }

        return held;
    }

    private static Rational Divisor(DivisorMethod method, int held) => Rational.One / method.Quotient(1, held)!.Value;
}
