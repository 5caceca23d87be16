namespace Scrutineer.Scrutiny.Audits.Comparison;

/// <summary>Comparing single ballots with their records, where every discrepancy counts as one of four kinds.</summary>
/// <remarks>
/// Source: Stark, "Super-Simple Simultaneous Single-Ballot Risk-Limiting Audits" (EVT/WOTE 2010), equations 5 to 9; the
/// inflator γ keeps a two-vote overstatement from ending all hope.
/// </remarks>
/// <param name="DilutedMargin">The smallest margin in votes over all ballots; for an assorter, its margin over its upper bound.</param>
/// <param name="Ballots">All ballots.</param>
public sealed record SuperSimple(double DilutedMargin, long Ballots)
{
    /// <summary>The inflator in common use.</summary>
    public const double Gamma = 1.03905;

    /// <summary>The p-value of a sample.</summary>
    /// <param name="sample">How many ballots were compared, and the discrepancies among them.</param>
    public double PValue(ComparedBallots sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return sample.Compared >= Ballots ? 0 : Math.Min(1, Math.Exp(LogP(sample)));
    }

    /// <summary>How many ballots to compare in all, where discrepancies come as before.</summary>
    /// <param name="riskLimit">The risk limit.</param>
    /// <param name="sample">What was compared so far; nothing before the first, when a few are taken to come.</param>
    public long Size(double riskLimit, ComparedBallots? sample = null)
    {
        var seen = sample is { Compared: > 0 };
        double Rate(int found, double before) => seen ? (double)found / sample!.Compared : before;
        var rates = (
            O1: Rate(sample?.OneOver ?? 0, 0.001),
            O2: Rate(sample?.TwoOver ?? 0, 0.0001),
            U1: Rate(sample?.OneUnder ?? 0, 0.001),
            U2: Rate(sample?.TwoUnder ?? 0, 0.0001)
        );
        var drift = Clean - Discrepancies(rates.O1, rates.O2, rates.U1, rates.U2);
        if (drift >= 0)
        {
            return Ballots;
        }

        var first = Math.Ceiling(Math.Log(riskLimit) / drift);
        // As in Stark's tool: one-vote discrepancies are rounded up, the rarer ones of two votes to the nearest.
        double Ones(double rate) => Math.Ceiling((rate * first) - 1e-9);
        double Twos(double rate) => Math.Round(rate * first, MidpointRounding.AwayFromZero);
        var (o1, o2, u1, u2) = (Ones(rates.O1), Twos(rates.O2), Ones(rates.U1), Twos(rates.U2));
        return (long)
            Math.Max(
                o1 + o2 + u1 + u2,
                Math.Ceiling(-2 * Gamma * (Math.Log(riskLimit) + Discrepancies(o1, o2, u1, u2)) / DilutedMargin)
            );
    }

    private double Clean => Math.Log(1 - (DilutedMargin / (2 * Gamma)));

    private double LogP(ComparedBallots sample) =>
        (sample.Compared * Clean) - Discrepancies(sample.OneOver, sample.TwoOver, sample.OneUnder, sample.TwoUnder);

    private static double Discrepancies(double oneOver, double twoOver, double oneUnder, double twoUnder) =>
        (oneOver * Math.Log(1 - (1 / (2 * Gamma))))
        + (twoOver * Math.Log(1 - (1 / Gamma)))
        + (oneUnder * Math.Log(1 + (1 / (2 * Gamma))))
        + (twoUnder * Math.Log(1 + (1 / Gamma)));
}
