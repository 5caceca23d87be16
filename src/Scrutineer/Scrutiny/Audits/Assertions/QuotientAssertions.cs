using System.Numerics;
using Scrutineer.Allocation;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Scrutiny.Audits.Assertions;

/// <summary>Assertions on seats by divisors.</summary>
/// <remarks>
/// Stark and Teague (2014), section 3: the seats are right exactly when every last quotient that won is above every first
/// quotient that did not. A list that holds no more than it was sure of has no quotient to defend. Where divisors are square
/// roots, the ratio of two is replaced by a fraction just above it, so that the assertion stays linear and asks a little
/// more than the law.
/// </remarks>
internal static class QuotientAssertions
{
    /// <summary>The precision of the fraction that stands for a square root.</summary>
    private static readonly BigInteger Precision = BigInteger.Pow(10, 9);

    /// <summary>Those who claim seats together: one list, or lists that are joined.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Lists">The lists.</param>
    /// <param name="Seats">The seats won.</param>
    /// <param name="Sure">The seats that it would have had with fewer votes too.</param>
    public sealed record Claimant(string Name, IReadOnlyList<int> Lists, int Seats, int Sure = 0);

    /// <summary>The assertions that nobody wins a seat more.</summary>
    public static void Add(
        AssertionSheet sheet,
        AppliedRule rule,
        DivisorMethod method,
        IReadOnlyList<Claimant> claimants
    )
    {
        foreach (var winner in claimants.Where(c => c.Seats > c.Sure))
        {
            if (method.SeatsEveryList && winner.Seats == 1)
            {
                // Its claim is above every other as long as it has a vote.
                HasVotes(sheet, rule, winner, true);
                continue;
            }

            foreach (var other in claimants.Where(c => c != winner && !(method.SeatsEveryList && c.Seats == 0)))
            {
                var (won, next) = Weights(method, winner.Seats - 1, other.Seats);
                sheet.Keep(
                    rule,
                    NoSeatMoves(winner.Name, other.Name),
                    AssertionKind.HigherQuotient,
                    Votes(Votes(sheet.Sum(rule.Before), winner, won), other, -next),
                    [.. winner.Lists, .. other.Lists]
                );
            }
        }

        foreach (var none in claimants.Where(c => method.SeatsEveryList && c.Seats == 0))
        {
            HasVotes(sheet, rule, none, false);
        }
    }

    /// <summary>
    /// The assertions that the seats of a list in the places are the rounded parts of its votes by one fixed divisor, chosen
    /// midway between the divisors that give these seats. They ask more than the law, and each is about one place alone.
    /// </summary>
    /// <param name="sheet">Where they go.</param>
    /// <param name="method">The method.</param>
    /// <param name="list">The list.</param>
    /// <param name="places">The rule in each place, with the seats there and those of which it was sure.</param>
    public static void AddByPlace(
        AssertionSheet sheet,
        DivisorMethod method,
        int list,
        IReadOnlyList<(AppliedRule Rule, int Seats, int Sure)> places
    )
    {
        var name = places[0].Rule.Before.Name(list);
        Rational Quotient(AppliedRule rule, int held) =>
            method.Quotient(rule.Before.Votes(list).Value ?? 0, held) ?? Rational.Zero;
        var defended = places.Where(p => p.Seats > p.Sure).ToList();
        if (method.SeatsEveryList || method.ComparesSquares)
        {
            sheet.Without(places[0].Rule, "The first divisor is nought, or divisors are square roots.");
            return;
        }

        if (defended.Count == 0)
        {
            return;
        }

        var low = places.Max(p => Quotient(p.Rule, p.Seats));
        var high = defended.Min(p => Quotient(p.Rule, p.Seats - 1));
        var middle = (low + high) / 2;
        Rational divisor = new(middle.RoundHalfUp());
        divisor = divisor > low && divisor < high ? divisor : middle;
        foreach (var (rule, seats, sure) in places)
        {
            if (seats > sure)
            {
                sheet.Keep(
                    rule,
                    $"{name} has votes for {seats} of its seats, at {divisor.ToDecimal(0)} votes for the divisor 1",
                    AssertionKind.EarnsSeats,
                    sheet.Sum(rule.Before).Votes(list, method.Quotient(1, seats - 1)!.Value).Constant(-divisor),
                    list
                );
            }

            sheet.Keep(
                rule,
                $"{name} has too few votes for {seats + 1} of its seats, at {divisor.ToDecimal(0)} votes for the divisor 1",
                AssertionKind.EarnsSeats,
                sheet.Sum(rule.Before).Votes(list, -method.Quotient(1, seats)!.Value).Constant(divisor),
                list
            );
        }
    }

    /// <summary>The statement that no seat goes from one to another.</summary>
    public static string NoSeatMoves(string from, string to) => $"No seat moves from {from} to {to}";

    private static WeightedSum Votes(WeightedSum sum, Claimant claimant, Rational weight) =>
        claimant.Lists.Aggregate(sum, (s, list) => s.Votes(list, weight));

    /// <summary>That a list has a vote or none; half a vote lies between.</summary>
    public static void HasVotes(AssertionSheet sheet, AppliedRule rule, Claimant claimant, bool has)
    {
        var sign = has ? 1 : -1;
        sheet.Keep(
            rule,
            $"{claimant.Name} has {(has ? "a vote" : "no vote")}",
            AssertionKind.HasVotes,
            Votes(sheet.Sum(rule.Before), claimant, sign).Constant(new Rational(-sign, 2)),
            [.. claimant.Lists]
        );
    }

    /// <summary>What a vote weighs for the last seat that was won, and for the first that was not.</summary>
    private static (Rational Won, Rational Next) Weights(DivisorMethod method, int held, int others)
    {
        var won = method.Quotient(1, held)!.Value;
        var next = method.Quotient(1, others)!.Value;
        return method.ComparesSquares ? (Rational.One, RootAbove(next / won)) : (won, next);
    }

    /// <summary>The least fraction over <see cref="Precision"/> that is not below a square root.</summary>
    private static Rational RootAbove(Rational square)
    {
        var scaled = (square * Precision * Precision).Ceiling();
        var root = BigInteger.One << (int)((scaled.GetBitLength() + 1) / 2);
        for (var next = (root + (scaled / root)) >> 1; next < root; next = (root + (scaled / root)) >> 1)
        {
            root = next;
        }

        root += root * root < scaled ? 1 : 0;
        return new Rational(root, Precision);
    }
}
