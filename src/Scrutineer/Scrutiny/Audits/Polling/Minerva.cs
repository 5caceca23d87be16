using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Audits.Polling;

/// <summary>
/// Ballot polling in rounds: after each, the chance of the sample or a clearer one, if the share is as reported, is held
/// against the same chance for a tie.
/// </summary>
/// <remarks>Source: Zagórski, McClearn, Morin, McBurnett and Vora, "Minerva – An Efficient Risk-Limiting Ballot Polling Audit" (USENIX Security 2021), definition 2.</remarks>
public static class Minerva
{
    /// <summary>The risk after the last of several rounds; 1 where nothing was drawn.</summary>
    /// <param name="share">The winner's reported share of the votes of the two.</param>
    /// <param name="riskLimit">The risk limit, which decides after which samples earlier rounds would have ended.</param>
    /// <param name="rounds">For each round the ballots for the winner and for the loser.</param>
    public static double Risk(double share, double riskLimit, IReadOnlyList<(int Winner, int Loser)> rounds)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        var (tied, reported) = (new double[] { 1 }, new double[] { 1 });
        var (winner, risk) = (0, 1.0);
        foreach (var (index, round) in rounds.Index())
        {
            tied = After(tied, round.Winner + round.Loser, 0.5);
            reported = After(reported, round.Winner + round.Loser, share);
            winner += round.Winner;
            risk = Tail(tied, winner) / Tail(reported, winner);
            if (index < rounds.Count - 1 && Least(tied, reported, riskLimit) is { } least)
            {
                // Samples that would have ended the audit are no part of the next round.
                Array.Clear(tied, least, tied.Length - least);
                Array.Clear(reported, least, reported.Length - least);
            }
        }

        return double.IsNaN(risk) ? 1 : Math.Min(1, risk);
    }

    /// <summary>The chance that a first round of ballots for one of the two ends the audit, if the share is as reported.</summary>
    public static double ChanceToEnd(double share, double riskLimit, int ballots)
    {
        var (tied, reported, best) = (0.0, 0.0, 0.0);
        for (var k = ballots; k > ballots / 2; k--)
        {
            tied += Math.Exp(Distribution.LogBinomial(ballots, k, 0.5));
            reported += Math.Exp(Distribution.LogBinomial(ballots, k, share));
            if (tied <= riskLimit * reported)
            {
                best = reported;
            }
            else if (reported > 1e-9)
            {
                break;
            }
        }

        return best;
    }

    /// <summary>The least first round of ballots for one of the two that ends the audit with a given chance.</summary>
    /// <remarks>The chance is not monotone in the size: a few larger rounds may end it less often.</remarks>
    public static int RoundSize(double share, double riskLimit, double chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(share, 0.5);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);

        var size = 1;
        while (ChanceToEnd(share, riskLimit, size) < chance)
        {
            size++;
        }

        return size;
    }

    private static double[] After(double[] chances, int ballots, double share)
    {
        var after = new double[chances.Length + ballots];
        for (var k = 0; k <= ballots; k++)
        {
            var chance = Math.Exp(Distribution.LogBinomial(ballots, k, share));
            if (chance < 1e-40)
            {
                continue;
            }

            for (var i = 0; i < chances.Length; i++)
            {
                after[i + k] += chances[i] * chance;
            }
        }

        return after;
    }

    private static double Tail(double[] chances, int from) => chances.AsSpan(from).ToArray().Reverse().Sum();

    private static int? Least(double[] tied, double[] reported, double riskLimit)
    {
        var (t, r) = (0.0, 0.0);
        int? least = null;
        for (var k = tied.Length - 1; k >= 0; k--)
        {
            t += tied[k];
            r += reported[k];
            if (t <= riskLimit * r && r > 0)
            {
                least = k;
            }
        }

        return least;
    }
}
