namespace Scrutineer.Scrutiny.Audits.Comparison;

/// <summary>
/// Comparing whole batches, such as the ballots of a station, with their protocols. Batches are drawn with replacement, each
/// as likely as the most that it can overstate; a draw's taint is what it really overstates as a part of that.
/// </summary>
/// <remarks>
/// Source: Stark, "Efficient Post-Election Audits of Multiple Contests: 2009 California Tests" (2009), section 3 (MACRO, taint,
/// Kaplan–Markov); Aslam, Popa and Rivest, "On Auditing Elections When Precincts Have Different Sizes" (EVT 2008), section 4
/// (probability proportional to the error bound).
/// </remarks>
public static class BatchComparison
{
    /// <summary>The p-value: Π (1 − 1/U) ÷ (1 − taint) over the draws, at most 1.</summary>
    /// <param name="most">The most that all batches together can overstate, in margins: U.</param>
    /// <param name="taints">The taint of each draw, from −∞ to 1.</param>
    public static double PValue(double most, IEnumerable<double> taints)
    {
        ArgumentNullException.ThrowIfNull(taints);
        var log = 0.0;
        foreach (var taint in taints)
        {
            // What a station understates is not set against what others overstate: that only errs on the safe side.
            log +=
                Math.Log(1 - (1 / Math.Max(1, most)))
                - (taint >= 1 ? double.NegativeInfinity : Math.Log(1 - Math.Max(0, taint)));
        }

        return double.IsNaN(log) ? 1 : Math.Min(1, Math.Exp(log));
    }

    /// <summary>The least number of draws without taint that end the audit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The risk limit is not between 0 and 1.</exception>
    public static int CleanDraws(double most, double riskLimit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(riskLimit, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(riskLimit, 1);
        return most <= 1 ? 1 : (int)Math.Ceiling(Math.Log(riskLimit) / Math.Log(1 - (1 / most)));
    }

    /// <summary>The draws that are planned: one more than without taint would end the audit.</summary>
    public static int PlannedDraws(double most, double riskLimit) => CleanDraws(most, riskLimit) + 1;
}
