namespace Scrutineer.Scrutiny.Audits.Polling;

/// <summary>
/// The exact distribution of the number of ballots after which <see cref="Bravo"/> ends, if the winner really has the
/// reported share of the votes of two, drawn with replacement.
/// </summary>
/// <remarks>
/// The audit goes on after n ballots while the winner's number k stays below
/// (ln 1/α − n ln 2(1 − s)) ÷ ln(s ÷ (1 − s)). The chances of every k that goes on are carried from n to n + 1.
/// </remarks>
public sealed class BravoSizes
{
    private readonly List<double> ended = [0];

    private BravoSizes() { }

    /// <summary>The mean, summed until the audit still goes on with a chance of less than 1 in 10¹⁰.</summary>
    public double Mean { get; private set; }

    /// <summary>The distribution for a share of the votes and a risk limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not above one half and below one, or the limit not between.</exception>
    public static BravoSizes Of(double share, double riskLimit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(share, 0.5);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(riskLimit, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(riskLimit, 1);
        var sizes = new BravoSizes();
        var (needed, minus) = (-Math.Log(riskLimit), Math.Log(2 - (2 * share)));
        var step = Math.Log(share / (1 - share));
        List<double> chances = [1];
        var first = 0;
        var left = 1.0;
        for (var n = 1; left > 1e-10; n++)
        {
            chances.Add(0);
            for (var i = chances.Count - 1; i >= 0; i--)
            {
                chances[i] = (chances[i] * (1 - share)) + (i > 0 ? chances[i - 1] * share : 0);
            }

            var least = (int)Math.Ceiling(((needed - (n * minus)) / step) - 1e-9);
            var ends = 0.0;
            while (chances.Count > 0 && first + chances.Count - 1 >= least)
            {
                ends += chances[^1];
                chances.RemoveAt(chances.Count - 1);
            }

            // What is left below with next to no chance is dropped, so that the band stays narrow.
            var drop = 0;
            while (drop < chances.Count && chances[drop] < 1e-18)
            {
                drop++;
            }

            chances.RemoveRange(0, drop);
            first += drop;
            left -= ends;
            sizes.ended.Add(sizes.ended[^1] + ends);
            sizes.Mean += n * ends;
        }

        return sizes;
    }

    /// <summary>The least number of ballots after which the audit has ended with a given chance.</summary>
    public int Quantile(double chance) => ended.FindIndex(e => e >= chance);
}
