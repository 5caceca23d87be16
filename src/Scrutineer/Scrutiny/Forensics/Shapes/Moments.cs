namespace Scrutineer.Scrutiny.Forensics.Shapes;

/// <summary>Mean, spread and shape of numbers, each station once.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Sd">The standard deviation, with n − 1.</param>
/// <param name="Skew">The third standardised moment, with n.</param>
/// <param name="Kurtosis">The fourth standardised moment, with n; 3 for the normal distribution.</param>
public readonly record struct Moments(double Mean, double Sd, double Skew, double Kurtosis)
{
    /// <summary>The moments of numbers; shape is not a number where all are equal.</summary>
    public static Moments Of(ReadOnlySpan<double> numbers)
    {
        double sum = 0;
        foreach (var x in numbers)
        {
            sum += x;
        }

        var n = numbers.Length;
        var mean = sum / n;
        var (m2, m3, m4) = (0.0, 0.0, 0.0);
        foreach (var x in numbers)
        {
            var d = x - mean;
            m2 += d * d;
            m3 += d * d * d;
            m4 += d * d * d * d;
        }

        var variance = m2 / n;
        return new Moments(
            mean,
            Math.Sqrt(m2 / (n - 1)),
            m3 / n / Math.Pow(variance, 1.5),
            m4 / n / (variance * variance)
        );
    }
}
