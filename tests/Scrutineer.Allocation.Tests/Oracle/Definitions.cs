using System.Numerics;

namespace Scrutineer.Allocation.Tests.Oracle;

/// <summary>The methods and quotas once more, from the literature's formulas and not from the library's code.</summary>
internal static class Definitions
{
    /// <summary>The quotient v/d(k), squared for Huntington–Hill; null for a divisor of nought.</summary>
    public static Rational? Quotient(string method, long v, int k) =>
        method switch
        {
            "dhondt" => new Rational(v, k + 1),
            "sainte-lague" => new Rational(v, (2 * k) + 1),
            "modified-sainte-lague" => k == 0 ? new Rational(5 * (BigInteger)v, 7) : new Rational(v, (2 * k) + 1),
            "imperiali-divisor" => new Rational(v, k + 2),
            "danish" => new Rational(v, (3 * k) + 1),
            "adams" => k == 0 ? null : new Rational(v, k),
            "dean" => k == 0 ? null : new Rational(v * (BigInteger)((2 * k) + 1), 2 * (BigInteger)k * (k + 1)),
            "huntington-hill" => k == 0 ? null : new Rational((BigInteger)v * v, (BigInteger)k * (k + 1)),
            "macau" => new Rational(v, BigInteger.Pow(2, k)),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "unknown"),
        };

    public static Rational Quota(string quota, long total, int seats) =>
        quota switch
        {
            "hare" => new Rational(total, seats),
            "hare-rounded" => new Rational(total, seats).RoundHalfUp(),
            "droop" => new Rational(total, seats + 1).Floor() + 1,
            "hagenbach-bischoff" => new Rational(total, seats + 1),
            "hagenbach-bischoff-ceiling" => new Rational(total, seats + 1).Ceiling(),
            "hagenbach-bischoff-rounded" => new Rational(total, seats + 1).RoundHalfUp(),
            "imperiali" => new Rational(total, seats + 2),
            _ => throw new ArgumentOutOfRangeException(nameof(quota), quota, "unknown"),
        };
}
