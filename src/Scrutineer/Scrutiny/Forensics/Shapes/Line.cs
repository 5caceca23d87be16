namespace Scrutineer.Scrutiny.Forensics.Shapes;

/// <summary>The least-squares line of one number on another, each station once.</summary>
/// <param name="Slope">The slope.</param>
/// <param name="Intercept">The intercept.</param>
/// <param name="Correlation">Pearson's correlation.</param>
public readonly record struct Line(double Slope, double Intercept, double Correlation)
{
    /// <summary>The line of y on x; nothing of it is a number where x does not vary.</summary>
    /// <exception cref="ArgumentException">The two have different lengths.</exception>
    public static Line Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException("Each x needs a y.", nameof(y));
        }

        var (meanX, meanY) = (0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            meanX += x[i];
            meanY += y[i];
        }

        meanX /= x.Length;
        meanY /= x.Length;
        var (xx, xy, yy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            var (dx, dy) = (x[i] - meanX, y[i] - meanY);
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }

        var slope = xy / xx;
        return new Line(slope, meanY - (slope * meanX), xy / Math.Sqrt(xx * yy));
    }
}
