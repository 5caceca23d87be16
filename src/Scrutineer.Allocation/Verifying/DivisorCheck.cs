using System.Collections.Immutable;

namespace Scrutineer.Allocation.Verifying;

/// <summary>A divisor result: the inequality of quotients, the interval, the divisor inside it.</summary>
internal static class DivisorCheck
{
    public static void Check(
        Apportionment result,
        DivisorMethod method,
        DivisorCertificate certificate,
        ImmutableArray<string>.Builder objections
    )
    {
        Shape.CheckHouse(result, objections);
        var claims = new Claims(result, (i, held) => method.Quotient(result.Votes[i], held));
        claims.Check(result, objections);
        if (claims.HasOpen && claims.GreatestOpen is null)
        {
            objections.Add($"Under {method.Name} every list with votes is owed a seat, and one has none.");
            return;
        }

        var low = claims.GreatestOpen ?? Rational.Zero;
        var high = result.Tie is null ? claims.LeastServed : low;
        if (certificate.Low != low || certificate.High != high || certificate.Squared != method.ComparesSquares)
        {
            objections.Add(
                $"The divisor interval is [{low}, {high?.ToString() ?? "∞"}], not [{certificate.Low}, "
                    + $"{certificate.High?.ToString() ?? "∞"}]."
            );
        }

        if (certificate.Divisor is { } divisor)
        {
            CheckDivisor(result, method, divisor, low, high, objections);
        }
        else if (low != high || !method.ComparesSquares)
        {
            objections.Add("An interval of divisors holds one that can be named, and none is.");
        }
    }

    /// <summary>
    /// Rounds every list's votes for the named divisor, as a reader would: the seats are as many as there are divisors
    /// d with v/d above the divisor; equality is left to either side.
    /// </summary>
    private static void CheckDivisor(
        Apportionment result,
        DivisorMethod method,
        Rational divisor,
        Rational low,
        Rational? high,
        ImmutableArray<string>.Builder objections
    )
    {
        var power = method.ComparesSquares ? divisor * divisor : divisor;
        var inside = low == high ? power == low : power > low && (high is null || power < high);
        if (divisor.Sign <= 0 || !inside)
        {
            objections.Add($"The divisor {divisor} is not inside its interval.");
        }

        for (var i = 0; i < result.Votes.Length; i++)
        {
            if (result.Votes[i] == 0)
            {
                continue;
            }

            var (held, bounds) = (result.Seats[i], result.Bounds);
            var tooFew =
                held < (bounds?.Most(i) ?? int.MaxValue)
                && Claims.Compare(method.Quotient(result.Votes[i], held), power) > 0;
            var tooMany =
                held > (bounds?.Least(i) ?? 0) && Claims.Compare(method.Quotient(result.Votes[i], held - 1), power) < 0;
            if (tooFew || tooMany)
            {
                objections.Add(
                    $"The divisor {divisor} does not round the {result.Votes[i]} votes of list {i} to {held} seats."
                );
            }
        }
    }
}
