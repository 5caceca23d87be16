namespace Scrutineer.Scrutiny.Estimation;

/// <summary>
/// The combined ratio estimator of a stratified sample with its linearised variance:
/// <c>R̂ = Ŷ/X̂</c> with <c>Ŷ = Σ_h (N_h/n_h) Σ y</c>, <c>X̂</c> likewise, and
/// <c>V̂(R̂) = X̂⁻² Σ_h N_h² (1 − n_h/N_h) s²_eh / n_h</c> with <c>e = y − R̂x</c>.
/// </summary>
/// <remarks>
/// Source: Cochran, "Sampling Techniques", 3rd ed., sections 6.11 and 6.12. A lead is a ratio like any other, of the difference
/// of two lists; margins of two shares are never subtracted.
/// </remarks>
public static class RatioEstimator
{
    /// <summary>Estimates a ratio.</summary>
    /// <param name="design">How the rows stand for the whole.</param>
    /// <param name="y">The numerator of each row.</param>
    /// <param name="x">The denominator of each row.</param>
    /// <param name="squares">
    /// The sum over the row's voters of the squares of what each adds to the numerator: the numerator itself where a voter adds 0 or
    /// 1; the votes of both lists for a lead. It sets the variance of as many voters drawn one by one.
    /// </param>
    /// <returns>The estimate; nothing where the denominator is nought.</returns>
    /// <exception cref="ArgumentException">The rows are not as many as those of the design.</exception>
    public static RatioEstimate? Of(
        SampleDesign design,
        IReadOnlyList<double> y,
        IReadOnlyList<double> x,
        IReadOnlyList<double> squares
    )
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(squares);
        if (y.Count != design.Stations || x.Count != design.Stations || squares.Count != design.Stations)
        {
            throw new ArgumentException("There is one row for each station of the design.", nameof(y));
        }

        double top = 0;
        double bottom = 0;
        double square = 0;
        double voters = 0;
        for (var i = 0; i < y.Count; i++)
        {
            var weight = design.Weights[i];
            top += weight * y[i];
            bottom += weight * x[i];
            square += weight * squares[i];
            voters += x[i];
        }

        if (bottom <= 0)
        {
            return null;
        }

        var ratio = top / bottom;
        double? error = design.DegreesOfFreedom > 0 ? Math.Sqrt(Variance(design, y, x, ratio)) / bottom : null;
        var single = (square / bottom) - (ratio * ratio);
        var byVoter = (1 - design.Fraction) * single / voters;
        return new RatioEstimate(
            ratio,
            error,
            design.DegreesOfFreedom,
            error is { } e && byVoter > 1e-18 ? e * e / byVoter : null,
            voters / y.Count
        );
    }

    /// <summary>The variance of the total of the residuals.</summary>
    private static double Variance(SampleDesign design, IReadOnlyList<double> y, IReadOnlyList<double> x, double ratio)
    {
        double variance = 0;
        foreach (var group in design.Groups)
        {
            var count = group.Rows.Count;
            if (count < 2 || group.Fraction >= 1)
            {
                continue;
            }

            double mean = 0;
            foreach (var i in group.Rows)
            {
                mean += (y[i] - (ratio * x[i])) / count;
            }

            double spread = 0;
            foreach (var i in group.Rows)
            {
                var residual = y[i] - (ratio * x[i]) - mean;
                spread += residual * residual;
            }

            variance += group.Weight * group.Weight * (1 - group.Fraction) * count / (count - 1) * spread;
        }

        return variance;
    }
}
