using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Spikes;

/// <summary>The observed density of percentages at tenths of a per cent, beside those of the table counted again and again.</summary>
public sealed class SpikeResample
{
    private readonly double[] observed;
    private readonly double[][] drawn;

    private SpikeResample(double[] observed, double[][] drawn)
    {
        this.observed = observed;
        this.drawn = drawn;
    }

    /// <summary>How often the table was counted again.</summary>
    public int Resamples => drawn.Length;

    /// <summary>Counts a table again.</summary>
    /// <param name="parts">Counts.</param>
    /// <param name="wholes">What they are counts of, each at least 1.</param>
    /// <param name="resamples">How often.</param>
    /// <param name="seed">The seed. Every station draws from a stream of its own.</param>
    /// <param name="progress">Is told how many stations are done.</param>
    /// <param name="stop">Stops the counting.</param>
    public static SpikeResample Of(
        ReadOnlyMemory<long> parts,
        ReadOnlyMemory<long> wholes,
        int resamples,
        ulong seed,
        Action<long, long>? progress = null,
        CancellationToken stop = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 2);
        var mixture = BetaMixture.Of(parts.Span, wholes.Span);
        var density = new double[Kernel.Points];
        for (var i = 0; i < parts.Length; i++)
        {
            var (point, weight) = Kernel.Of(parts.Span[i], wholes.Span[i]);
            density[point] += weight;
        }

        // A fixed number of blocks, added up in their order, so that the sums do not depend on which thread came first.
        const int Blocks = 8;
        var sums = new double[Blocks][][];
        long done = 0;
        Parallel.For(
            0,
            Blocks,
            new ParallelOptions { CancellationToken = stop },
            block =>
            {
                var mine = Rows(resamples);
                var counts = new PosteriorCounts(mixture);
                var (from, to) = (
                    (int)((long)block * parts.Length / Blocks),
                    (int)((block + 1L) * parts.Length / Blocks)
                );
                for (var i = from; i < to; i++)
                {
                    stop.ThrowIfCancellationRequested();
                    counts.Set(parts.Span[i], wholes.Span[i], resamples);
                    var random = SplitMix64.For(seed, (ulong)i);
                    if (resamples < PosteriorCounts.Few)
                    {
                        foreach (var row in mine)
                        {
                            var (at, mass) = Kernel.Of(counts.DrawCount(random), wholes.Span[i]);
                            row[at] += mass;
                        }
                    }
                    else
                    {
                        var (bin, weight) = (counts.Bin, counts.Weight);
                        foreach (var row in mine)
                        {
                            var cell = counts.Draw(random);
                            row[bin[cell]] += weight[cell];
                        }
                    }

                    if ((i & 1023) == 0)
                    {
                        progress?.Invoke(Interlocked.Add(ref done, Math.Min(1024, to - i)), parts.Length);
                    }
                }

                sums[block] = mine;
            }
        );
        var again = Rows(resamples);
        foreach (var block in sums)
        {
            for (var r = 0; r < resamples; r++)
            {
                for (var g = 0; g < Kernel.Points; g++)
                {
                    again[r][g] += block[r][g];
                }
            }
        }

        Normalise(density);
        Array.ForEach(again, Normalise);
        return new SpikeResample(density, again);
    }

    /// <summary>
    /// The share of the density, in per cent, that stands above every one of the first so many resamples, beyond their mean: the estimate
    /// F of Rozenas. It falls with the number of resamples, because the greatest of more is greater.
    /// </summary>
    public double Excess(int resamples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(resamples, drawn.Length);
        var sum = 0.0;
        for (var g = 0; g < Kernel.Points; g++)
        {
            sum += Spike(g, resamples);
        }

        return 100 * sum;
    }

    /// <summary>How often a resample, held against all others as the table is, has an excess at least as great: (1 + such) / (1 + all).</summary>
    public double PValue()
    {
        var own = Excess(drawn.Length);
        var others = new double[drawn.Length];
        for (var g = 0; g < Kernel.Points; g++)
        {
            var (most, at, second, sum) = (double.NegativeInfinity, 0, double.NegativeInfinity, 0.0);
            for (var r = 0; r < drawn.Length; r++)
            {
                var value = drawn[r][g];
                sum += value;
                if (value > most)
                {
                    (second, most, at) = (most, value, r);
                }
                else if (value > second)
                {
                    second = value;
                }
            }

            if (most > second)
            {
                others[at] += 100 * Math.Max(0, most - ((sum - most) / (drawn.Length - 1)));
            }
        }

        return (1.0 + others.Count(o => o >= own)) / (1.0 + drawn.Length);
    }

    /// <summary>The highest spikes: the percentage, and the share of the density beyond the resamples' mean in per cent.</summary>
    public IReadOnlyList<(double Percent, double Excess)> Highest(int count) =>
        [
            .. Enumerable
                .Range(0, Kernel.Points)
                .Select(g => (Percent: g / 10.0, Excess: 100 * Spike(g, drawn.Length)))
                .Where(s => s.Excess > 0)
                .OrderByDescending(s => s.Excess)
                .ThenBy(s => s.Percent)
                .Take(count),
        ];

    private double Spike(int point, int resamples)
    {
        var (most, sum) = (0.0, 0.0);
        for (var r = 0; r < resamples; r++)
        {
            most = Math.Max(most, drawn[r][point]);
            sum += drawn[r][point];
        }

        return observed[point] > most ? Math.Max(0, observed[point] - (sum / resamples)) : 0;
    }

    private static double[][] Rows(int count)
    {
        var rows = new double[count][];
        for (var r = 0; r < count; r++)
        {
            rows[r] = new double[Kernel.Points];
        }

        return rows;
    }

    private static void Normalise(double[] density)
    {
        var sum = density.Sum();
        for (var i = 0; sum > 0 && i < density.Length; i++)
        {
            density[i] /= sum;
        }
    }
}
