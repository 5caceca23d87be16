namespace Scrutineer.Scrutiny.Forensics.Mixtures;

/// <summary>A Gaussian kernel estimate of the density of shares, from counts in narrow bins.</summary>
/// <remarks>Source: Scott, "Multivariate Density Estimation" (1992): the bandwidth is the standard deviation times n^(−1/5).</remarks>
public sealed class Density
{
    private const int Bins = 4000;

    private readonly double[] counts = new double[Bins];
    private readonly double bandwidth;

    /// <summary>The density of numbers from 0 to 1.</summary>
    public Density(ReadOnlySpan<double> numbers)
    {
        foreach (var x in numbers)
        {
            counts[Math.Clamp((int)(x * Bins), 0, Bins - 1)]++;
        }

        bandwidth = Shapes.Moments.Of(numbers).Sd * Math.Pow(numbers.Length, -0.2);
    }

    /// <summary>The density at a point, but for a constant factor.</summary>
    public double At(double x)
    {
        var low = Math.Max(0, (int)((x - (5 * bandwidth)) * Bins));
        var high = Math.Min(Bins - 1, (int)((x + (5 * bandwidth)) * Bins));
        double sum = 0;
        for (var i = low; i <= high; i++)
        {
            if (counts[i] > 0)
            {
                var z = (((i + 0.5) / Bins) - x) / bandwidth;
                sum += counts[i] * Math.Exp(-0.5 * z * z);
            }
        }

        return sum;
    }

    /// <summary>
    /// The lowest point above <paramref name="from"/>, in steps of 0.002, where the density is greater than at both neighbours, and
    /// its density as a part of the greatest; nothing where there is none.
    /// </summary>
    public (double At, double OfGreatest)? FirstPeak(double from)
    {
        const double Step = 0.002;
        var points = Enumerable
            .Range(0, (int)Math.Round((1 - from) / Step) + 1)
            .Select(i => from + (i * Step))
            .ToArray();
        var values = Array.ConvertAll(points, At);
        for (var i = 1; i < values.Length - 1; i++)
        {
            if (values[i] > values[i - 1] && values[i] > values[i + 1])
            {
                return (points[i], values[i] / values.Max());
            }
        }

        return null;
    }
}
