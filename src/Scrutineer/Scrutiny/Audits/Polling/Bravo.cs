using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Audits.Polling;

/// <summary>Ballot polling by Wald's sequential test of the reported share against one half.</summary>
/// <remarks>Source: Lindeman, Stark and Yates, "BRAVO: Ballot-polling Risk-limiting Audits to Verify Outcomes" (EVT/WOTE 2012).</remarks>
public static class Bravo
{
    /// <summary>The p-value that a sample gives: one over the test statistic of section 3, step 4, at most 1.</summary>
    public static double PValue(PollingPair pair) => Math.Min(1, Math.Exp(-Statistic(pair)));

    /// <summary>The mean number of ballots to draw where the reported shares are right (section 4), rounded up.</summary>
    /// <exception cref="ArgumentException">The winner has no more votes than the loser, or the loser has none.</exception>
    public static long MeanSize(PollingPair pair, double riskLimit)
    {
        Check(pair);
        var gain = Math.Log(2 * pair.Share);
        var drift = ((pair.Winner * gain) + (pair.Loser * Math.Log(2 - (2 * pair.Share)))) / pair.Ballots;
        return (long)Math.Ceiling((-Math.Log(riskLimit) - Statistic(pair) + (gain / 2)) / drift);
    }

    /// <summary>The chance, in the normal approximation, that a sample of a given size ends the audit in one round.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="riskLimit">The risk limit.</param>
    /// <param name="size">How many ballots are drawn.</param>
    public static double ChanceToEnd(PollingPair pair, double riskLimit, long size)
    {
        Check(pair);
        var (plus, minus, needed) = Terms(pair, riskLimit);
        var relevant = size * pair.Relevant;
        var least = (needed - (minus * relevant)) / (plus - minus);
        return needed <= 0
            ? 1
            : Distribution.NormalBelow(
                ((relevant * pair.Share) - least) / Math.Sqrt(relevant * pair.Share * (1 - pair.Share))
            );
    }

    /// <summary>How many ballots to draw so that one round ends the audit with a given chance, where the shares are right.</summary>
    /// <remarks>
    /// The size at which the binomial quantile meets the least number of winning ballots, first in the normal approximation
    /// (a quadratic equation), then exactly, upward from there. The quantile is not monotone in the size, so a smaller one
    /// may do by luck.
    /// </remarks>
    public static long RoundSize(PollingPair pair, double riskLimit, double chance)
    {
        Check(pair);
        var (plus, minus, needed) = Terms(pair, riskLimit);
        if (needed <= 0)
        {
            return 0;
        }

        var share = pair.Share;
        var z = Distribution.NormalQuantile(chance);
        var f = needed / (plus - minus);
        var g = (minus / (plus - minus)) + share;
        var b = (z * z * share * (1 - share)) + (2 * f * g);
        var root = Math.Sqrt(Math.Max(0, (b * b) - (4 * g * g * f * f)));
        var size = (int)Math.Floor((b + (chance > 0.5 ? root : -root)) / (2 * g * g));
        while (true)
        {
            var winning = Distribution.BinomialQuantile(size, share, 1 - chance);
            if ((winning * plus) + ((size - winning) * minus) > needed)
            {
                return (long)Math.Ceiling(size / pair.Relevant);
            }

            size++;
        }
    }

    private static (double Plus, double Minus, double Needed) Terms(PollingPair pair, double riskLimit) =>
        (Math.Log(2 * pair.Share), Math.Log(2 - (2 * pair.Share)), -Math.Log(riskLimit) - Statistic(pair));

    private static double Statistic(PollingPair pair) =>
        (pair.WinnerSampled == 0 ? 0 : pair.WinnerSampled * Math.Log(2 * pair.Share))
        + (pair.LoserSampled == 0 ? 0 : pair.LoserSampled * Math.Log(2 - (2 * pair.Share)));

    private static void Check(PollingPair pair)
    {
        if (pair.Winner <= pair.Loser || pair.Loser <= 0)
        {
            throw new ArgumentException("A poll needs a winner with more votes than a loser with some.", nameof(pair));
        }
    }
}
