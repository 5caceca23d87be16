using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Spikes;

/// <summary>
/// Draws where a station's percentage falls were it counted again: beta-binomial counts with the station's own posterior, each
/// count with the tenth of a per cent that it is nearest to and its weight under the kernel there.
/// </summary>
internal sealed class PosteriorCounts(BetaMixture mixture)
{
    /// <summary>Fewer draws than these are few.</summary>
    public const int Few = 50;

    private double[] mass = new double[512];
    private AliasTable alias = new(512);
    private int cells;
    private long least;

    /// <summary>The tenth of a per cent of each cell.</summary>
    public int[] Bin { get; private set; } = new int[512];

    /// <summary>The kernel's weight of each cell.</summary>
    public double[] Weight { get; private set; } = new double[512];

    /// <summary>Makes ready for a station.</summary>
    /// <param name="part">Its count.</param>
    /// <param name="whole">What it is a count of.</param>
    /// <param name="draws">How many will be drawn: few need fewer cells, and their weights are worked out as they come.</param>
    public void Set(long part, long whole, int draws)
    {
        var isFew = draws < Few;
        var p = (part + 0.5) / (whole + 1.0);

        // Twice the binomial's spread: the posterior's own and that of counting again; ten of them on each side, or six for few draws,
        // beyond which one count lies in a thousand million.
        var reach = (long)((isFew ? 6 : 10) * Math.Sqrt(2 * whole * p * (1 - p))) + 20;
        var low = Math.Max(0, part - reach);
        var high = Math.Min(whole, part + reach);
        cells = (int)(high - low + 1);
        if (cells > mass.Length)
        {
            var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)cells);
            (mass, Bin, Weight) = (new double[size], new int[size], new double[size]);
            alias = new AliasTable(size);
        }

        least = low;
        Masses(part, whole, low);
        alias.Set(mass.AsSpan(0, cells));
        for (var i = 0; i < cells && !isFew; i++)
        {
            (Bin[i], Weight[i]) = Kernel.Of(low + i, whole);
        }
    }

    /// <summary>A count drawn.</summary>
    public long DrawCount(SplitMix64 random) => least + alias.Draw(random);

    /// <summary>The cell of a count.</summary>
    public int Draw(SplitMix64 random) => alias.Draw(random);

    private void Masses(long part, long whole, long low)
    {
        mass.AsSpan(0, cells).Clear();
        var given = mixture.Given(part, whole);
        Span<double> one = cells <= 2048 ? stackalloc double[cells] : new double[cells];
        var middle = (int)(part - low);
        for (var c = 0; c < given.Length; c++)
        {
            if (given[c] < 1e-6)
            {
                continue;
            }

            // Ratios of successive probabilities of the beta-binomial, from the count itself outwards.
            var (a, b) = (mixture.A[c] + part, mixture.B[c] + whole - part);
            one[middle] = 1;
            var sum = 1.0;
            for (var i = middle + 1; i < cells; i++)
            {
                double x = low + i - 1;
                one[i] = one[i - 1] * ((whole - x) * (x + a) / ((x + 1) * (whole - x - 1 + b)));
                sum += one[i];
            }

            for (var i = middle - 1; i >= 0; i--)
            {
                double x = low + i;
                one[i] = one[i + 1] * ((x + 1) * (whole - x - 1 + b) / ((whole - x) * (x + a)));
                sum += one[i];
            }

            for (var i = 0; i < cells; i++)
            {
                mass[i] += given[c] * one[i] / sum;
            }
        }
    }
}
