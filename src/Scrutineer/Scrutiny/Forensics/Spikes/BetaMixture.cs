using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Spikes;

/// <summary>A mixture of beta distributions of the stations' rates, fitted to counts.</summary>
/// <param name="Weights">The weight of each component.</param>
/// <param name="A">Its first shape.</param>
/// <param name="B">Its second shape.</param>
/// <remarks>
/// Source of the model: Rozenas, "Detecting election fraud from irregularities in vote-share distributions", Political Analysis 25 (2017),
/// section 3. Fitted by turns: the chance of each component given each count, then mean and dispersion of each by weighted moments
/// (Kleinman 1973), on at most 4,000 stations spread evenly over the table.
/// </remarks>
internal sealed record BetaMixture(double[] Weights, double[] A, double[] B)
{
    private const int Most = 4000;
    private const int Rounds = 40;

    /// <summary>Fits a mixture.</summary>
    /// <param name="parts">Counts.</param>
    /// <param name="wholes">What they are counts of, each at least 1.</param>
    /// <param name="components">How many components.</param>
    public static BetaMixture Of(ReadOnlySpan<long> parts, ReadOnlySpan<long> wholes, int components = 4)
    {
        var size = Math.Min(Most, parts.Length);
        var (k, n) = (new long[size], new long[size]);
        for (var i = 0; i < size; i++)
        {
            var at = (int)((long)i * parts.Length / size);
            (k[i], n[i]) = (parts[at], wholes[at]);
        }

        var rates = k.Zip(n, (x, m) => (double)x / m).Order().ToArray();
        var weights = Enumerable.Repeat(1.0 / components, components).ToArray();
        var (a, b) = (new double[components], new double[components]);
        for (var c = 0; c < components; c++)
        {
            var mean = Math.Clamp(Percentile.Of(rates, (c + 0.5) / components), 0.01, 0.99);
            (a[c], b[c]) = (mean * 20, (1 - mean) * 20);
        }

        var chances = new double[size][];
        for (var round = 0; round < Rounds; round++)
        {
            var fit = new BetaMixture(weights, a, b);
            for (var i = 0; i < size; i++)
            {
                chances[i] = fit.Given(k[i], n[i]);
            }

            for (var c = 0; c < components; c++)
            {
                weights[c] = chances.Average(p => p[c]);
                Shape(k, n, chances, c, a, b);
            }
        }

        return new BetaMixture(weights, a, b);
    }

    /// <summary>The chance of each component, given a count.</summary>
    public double[] Given(long part, long whole)
    {
        var logs = new double[Weights.Length];
        for (var c = 0; c < logs.Length; c++)
        {
            logs[c] =
                Math.Log(Math.Max(Weights[c], 1e-300))
                + LogBeta(A[c] + part, B[c] + whole - part)
                - LogBeta(A[c], B[c]);
        }

        var most = logs.Max();
        var sum = 0.0;
        for (var c = 0; c < logs.Length; c++)
        {
            logs[c] = Math.Exp(logs[c] - most);
            sum += logs[c];
        }

        for (var c = 0; c < logs.Length; c++)
        {
            logs[c] /= sum;
        }

        return logs;
    }

    private static double LogBeta(double a, double b) => LogGamma.Of(a) + LogGamma.Of(b) - LogGamma.Of(a + b);

    private static void Shape(long[] k, long[] n, double[][] chances, int c, double[] a, double[] b)
    {
        var (sumN, sumX, squares, count) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < k.Length; i++)
        {
            var w = chances[i][c];
            sumN += w * n[i];
            sumX += w * k[i];
            squares += w * n[i] * n[i];
            count += w;
        }

        if (count < 5)
        {
            // Too few stations to say what the component looks like; it keeps its shape and its small weight.
            return;
        }

        var mean = Math.Clamp(sumX / sumN, 0.001, 0.999);
        var spread = 0.0;
        for (var i = 0; i < k.Length; i++)
        {
            var d = ((double)k[i] / n[i]) - mean;
            spread += chances[i][c] * n[i] * d * d;
        }

        var freedom = count - 1;
        var room = sumN - (squares / sumN) - freedom;
        var rho = room > 0 ? ((spread / (mean * (1 - mean))) - freedom) / room : 0;
        var total = (1 / Math.Clamp(rho, 1e-5, 0.9)) - 1;
        (a[c], b[c]) = (mean * total, (1 - mean) * total);
    }
}
