using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Audits.Planning;

/// <summary>Sizes of samples by simulation: draws are made until the logarithm of the fortune reaches its height.</summary>
public static class SimulatedSizes
{
    /// <summary>The sizes of a number of runs in rising order; a run that has not ended is given the most.</summary>
    /// <param name="growth">What a draw of each kind adds to the logarithm of the fortune.</param>
    /// <param name="shares">How often each kind is drawn; together one.</param>
    /// <param name="riskLimit">The risk limit.</param>
    /// <param name="most">The size at which a run is given up.</param>
    /// <param name="runs">How many runs.</param>
    /// <param name="seed">The seed of the stream of random numbers.</param>
    public static int[] Of(
        ReadOnlySpan<double> growth,
        ReadOnlySpan<double> shares,
        double riskLimit,
        int most,
        int runs = 1000,
        ulong seed = 1
    )
    {
        if (growth.Length != shares.Length || growth.IsEmpty)
        {
            throw new ArgumentException("Every kind of draw needs its share.", nameof(shares));
        }

        var ends = new ulong[shares.Length];
        var sum = 0.0;
        for (var i = 0; i < ends.Length; i++)
        {
            sum += shares[i];
            ends[i] = i == ends.Length - 1 || sum >= 1 ? ulong.MaxValue : (ulong)(sum * ulong.MaxValue);
        }

        var height = -Math.Log(riskLimit);
        var sizes = new int[runs];
        for (var run = 0; run < runs; run++)
        {
            var random = SplitMix64.For(seed, (ulong)run);
            var (fortune, size) = (0.0, 0);
            while (fortune < height && size < most)
            {
                var point = random.Next();
                var kind = 0;
                while (point > ends[kind])
                {
                    kind++;
                }

                fortune += growth[kind];
                size++;
            }

            sizes[run] = size;
        }

        Array.Sort(sizes);
        return sizes;
    }

    /// <summary>The least size that a part of the runs did not exceed.</summary>
    public static int Quantile(int[] sizes, double chance)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        return sizes[Math.Clamp((int)Math.Ceiling(chance * sizes.Length) - 1, 0, sizes.Length - 1)];
    }
}
