using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Integers;

/// <summary>The integer test as it was published: the null drawn many times instead of summed.</summary>
/// <param name="Statistic">Which percentage.</param>
/// <param name="Observed">Hits observed.</param>
/// <param name="Mean">Their mean over the drawn elections.</param>
/// <param name="Sd">Their standard deviation over the drawn elections.</param>
/// <param name="Band">The 99.9th percentile of the drawn elections beyond their mean.</param>
/// <param name="Least">The fewest hits of a drawn election.</param>
/// <param name="Most">The most.</param>
/// <param name="AtLeast">How many drawn elections have at least as many hits as observed.</param>
public sealed record IntegerMonteCarlo(
    IntegerStatistic Statistic,
    int Observed,
    double Mean,
    double Sd,
    double Band,
    int Least,
    int Most,
    int AtLeast
)
{
    /// <summary>Observed beyond the mean.</summary>
    public double Excess => Observed - Mean;

    /// <summary>Draws elections: X ~ Binomial(R, L/R) and Y ~ Binomial(V, G/V) in every station, independent.</summary>
    /// <param name="hits">The stations.</param>
    /// <param name="replicates">How many elections.</param>
    /// <param name="seed">The seed. Every station draws from a stream of its own, so threads do not change the result.</param>
    /// <param name="progress">Is told how many stations are done.</param>
    /// <param name="stop">Stops the drawing.</param>
    /// <remarks>
    /// Source: Kobak, Shpilkin and Pshenichnikov (2016), section 3. The counts are drawn by Walker's alias method (Vose, "A linear
    /// algorithm for generating random numbers with a given distribution", IEEE TSE 17, 1991) from their binomial probabilities.
    /// </remarks>
    public static IReadOnlyList<IntegerMonteCarlo> Of(
        IntegerHits hits,
        int replicates,
        ulong seed,
        Action<long, long>? progress = null,
        CancellationToken stop = default
    )
    {
        ArgumentNullException.ThrowIfNull(hits);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 2);
        const int Block = 512;
        var blocks = (hits.Used.Count + Block - 1) / Block;
        var sums = new int[3][];
        for (var i = 0; i < 3; i++)
        {
            sums[i] = new int[replicates];
        }

        long done = 0;
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { CancellationToken = stop },
            () => new Drawer(hits.Rule, replicates),
            (block, _, drawer) =>
            {
                var end = Math.Min(hits.Used.Count, (block + 1) * Block);
                for (var i = block * Block; i < end; i++)
                {
                    stop.ThrowIfCancellationRequested();
                    var s = hits.Used[i];
                    var table = hits.Table;
                    var random = SplitMix64.For(seed, (ulong)s);
                    drawer.Draw(table.Leader[s], table.Received[s], table.Given[s], table.Registered[s], random);
                }

                progress?.Invoke(Interlocked.Add(ref done, end - (block * Block)), hits.Used.Count);
                return drawer;
            },
            drawer => drawer.AddTo(sums)
        );
        return
        [
            .. Enum.GetValues<IntegerStatistic>()
                .Select(statistic => Of(statistic, hits, sums[(int)statistic], replicates)),
        ];
    }

    private static IntegerMonteCarlo Of(IntegerStatistic statistic, IntegerHits hits, int[] drawn, int replicates)
    {
        var observed = Enumerable.Range(0, hits.Used.Count).Count(i => hits.IsHit(statistic, i));
        var mean = drawn.Sum(d => (long)d) / (double)replicates;
        var sd = Math.Sqrt(drawn.Sum(d => (d - mean) * (d - mean)) / replicates);
        var sorted = drawn.Order().Select(d => (double)d).ToArray();
        return new IntegerMonteCarlo(
            statistic,
            observed,
            mean,
            sd,
            Percentile.Of(sorted, 0.999) - mean,
            (int)sorted[0],
            (int)sorted[^1],
            drawn.Count(d => d >= observed)
        );
    }

    /// <summary>Draws the elections of one thread, station by station, so that the tables of a station stay close.</summary>
    private sealed class Drawer(IntegerRule rule, int replicates)
    {
        private readonly int[] union = new int[replicates];
        private readonly int[] share = new int[replicates];
        private readonly int[] turnout = new int[replicates];
        private readonly BinomialHits shareHits = new(rule);
        private readonly BinomialHits turnoutHits = new(rule);

        public void Draw(long leader, long received, long given, long registered, SplitMix64 random)
        {
            shareHits.Set(leader, received);
            turnoutHits.Set(given, registered);
            for (var r = 0; r < replicates; r++)
            {
                var x = shareHits.Draw(random);
                var y = turnoutHits.Draw(random);
                share[r] += x;
                turnout[r] += y;
                union[r] += x | y;
            }
        }

        public void AddTo(int[][] sums)
        {
            lock (sums)
            {
                for (var r = 0; r < replicates; r++)
                {
                    sums[(int)IntegerStatistic.Union][r] += union[r];
                    sums[(int)IntegerStatistic.Share][r] += share[r];
                    sums[(int)IntegerStatistic.Turnout][r] += turnout[r];
                }
            }
        }
    }
}
