namespace Scrutineer.Scrutiny.Forensics.Mixtures;

/// <summary>The mixture of three columns that is nearest to a histogram: weights not below nought that add up to 1.</summary>
/// <param name="First">The weight of the first column.</param>
/// <param name="Second">The weight of the second.</param>
/// <param name="Third">The weight of the third.</param>
/// <param name="Error">The sum of squared differences.</param>
public readonly record struct SimplexFit(double First, double Second, double Third, double Error)
{
    /// <summary>
    /// The least squares over every face of the triangle of weights: its inside, its three sides, its three corners. The best that
    /// is inside its face is the solution, because the problem is convex.
    /// </summary>
    public static SimplexFit Of(
        ReadOnlySpan<double> target,
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        ReadOnlySpan<double> third
    )
    {
        // With d2 = second − first, d3 = third − first and y = target − first: least squares of y on the two.
        var (a, b, c, u, v) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < target.Length; i++)
        {
            var (d2, d3, y) = (second[i] - first[i], third[i] - first[i], target[i] - first[i]);
            a += d2 * d2;
            b += d2 * d3;
            c += d3 * d3;
            u += d2 * y;
            v += d3 * y;
        }

        var det = (a * c) - (b * b);
        var best = new SimplexFit(1, 0, 0, double.PositiveInfinity);
        Try(((u * c) - (v * b)) / det, ((v * a) - (u * b)) / det, target, first, second, third, ref best);
        Try(Clamp(u / a), 0, target, first, second, third, ref best);
        Try(0, Clamp(v / c), target, first, second, third, ref best);

        // The side on which the first weight is nought: second + w (third − second).
        var w = Clamp((v - u - (b - a)) / (a + c - (2 * b)));
        Try(1 - w, w, target, first, second, third, ref best);
        Try(0, 0, target, first, second, third, ref best);
        Try(1, 0, target, first, second, third, ref best);
        Try(0, 1, target, first, second, third, ref best);
        return best;
    }

    private static double Clamp(double weight) => double.IsFinite(weight) ? Math.Clamp(weight, 0, 1) : 0;

    private static void Try(
        double w2,
        double w3,
        ReadOnlySpan<double> target,
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        ReadOnlySpan<double> third,
        ref SimplexFit best
    )
    {
        var w1 = 1 - w2 - w3;
        if (!double.IsFinite(w1) || w1 < -1e-12 || w2 < 0 || w3 < 0)
        {
            return;
        }

        double error = 0;
        for (var i = 0; i < target.Length; i++)
        {
            var d = target[i] - (w1 * first[i]) - (w2 * second[i]) - (w3 * third[i]);
            error += d * d;
        }

        if (error < best.Error)
        {
            best = new SimplexFit(Math.Max(0, w1), w2, w3, error);
        }
    }
}
