namespace Scrutineer.Scrutiny.Forensics.Integers;

/// <summary>
/// When a percentage 100·k/n is as good as a whole one, and which stations are looked at. All in whole numbers: with the usual
/// rule k of n is a hit where |2000·k − 20·m·n| ≤ n for a whole percentage m.
/// </summary>
/// <param name="HalfWidth">How far it may be from the whole percentage, in thousandths of a percentage point.</param>
/// <param name="Period">Which whole percentages count: every one (1), or every fifth (5). A divisor of 100.</param>
/// <param name="MinRegistered">The fewest registered voters that a station must have.</param>
/// <param name="MostPercent">Stations with a turnout or a share above so many per cent are left out.</param>
/// <remarks>
/// Source: Kobak, Shpilkin and Pshenichnikov, "Integer percentages as electoral falsification fingerprints", Annals of Applied
/// Statistics 10 (2016), section 2: half-width 0.05 percentage points, 100 voters, 99 per cent. With doubles the edge misfires
/// where n is a multiple of 2000; whole numbers cannot.
/// </remarks>
public sealed record IntegerRule(int HalfWidth = 50, int Period = 1, int MinRegistered = 100, int MostPercent = 99)
{
    /// <summary>The greatest n that is taken for a station; a greater one would be no station, and long to sum.</summary>
    public const long Largest = 10_000_000;

    private const long Scale = 100_000;

    /// <summary>Whether k of n is a hit.</summary>
    public bool IsHit(long k, long n)
    {
        // The whole percentages on both sides of k/n.
        var m = k * 100 / (n * Period);
        return (k >= First(m, n) && k <= Last(m, n)) || (k >= First(m + 1, n) && k <= Last(m + 1, n));
    }

    /// <summary>The least k that is close enough to m periods of a per cent of n.</summary>
    internal long First(long m, long n)
    {
        var bound = ((1000L * Period * m) - HalfWidth) * n;
        return bound <= 0 ? 0 : (bound + Scale - 1) / Scale;
    }

    /// <summary>The greatest such k, not above n.</summary>
    internal long Last(long m, long n) => Math.Min(n, (((1000L * Period * m) + HalfWidth) * n) / Scale);
}
