namespace Scrutineer.Scrutiny.Audits.RiskTests;

/// <summary>The fixed bet under which a fortune grows fastest, where the shares of the values are known.</summary>
/// <remarks>Source: Kelly, "A New Interpretation of Information Rate" (1956); for audits Spertus (2023), equation 3.</remarks>
public static class Kelly
{
    /// <summary>The best fraction, between 0 and the most that can be set without ruin.</summary>
    /// <param name="values">The values.</param>
    /// <param name="shares">How often each occurs; together one.</param>
    /// <param name="mean">The mean under the hypothesis.</param>
    public static double Best(ReadOnlySpan<double> values, ReadOnlySpan<double> shares, double mean = 0.5)
    {
        if (values.Length != shares.Length || values.IsEmpty)
        {
            throw new ArgumentException("Every value needs its share.", nameof(shares));
        }

        var (low, high) = (0.0, 1 / mean);
        for (var i = 0; i < 200; i++)
        {
            var middle = (low + high) / 2;
            if (Slope(values, shares, mean, middle) > 0)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The mean growth of the fortune's logarithm at a draw.</summary>
    public static double Growth(
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> shares,
        double fraction,
        double mean = 0.5
    )
    {
        var growth = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            growth += shares[i] == 0 ? 0 : shares[i] * Math.Log(1 + (fraction * (values[i] - mean)));
        }

        return growth;
    }

    private static double Slope(ReadOnlySpan<double> values, ReadOnlySpan<double> shares, double mean, double fraction)
    {
        var slope = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            slope += shares[i] == 0 ? 0 : shares[i] * (values[i] - mean) / (1 + (fraction * (values[i] - mean)));
        }

        return slope;
    }
}
