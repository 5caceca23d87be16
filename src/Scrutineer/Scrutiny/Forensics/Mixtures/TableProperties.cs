namespace Scrutineer.Scrutiny.Forensics.Mixtures;

/// <summary>The properties of a table that a fitted model must have too, if it fits.</summary>
internal static class TableProperties
{
    public static readonly string[] Names =
    [
        "mean-turnout",
        "sd-turnout",
        "mean-share",
        "sd-share",
        "correlation",
        "turnout-above-95",
    ];

    public static double[] Of(double[] leader, double[] others, double[] absent)
    {
        var turnout = new double[leader.Length];
        var share = new double[leader.Length];
        for (var i = 0; i < leader.Length; i++)
        {
            var present = leader[i] + others[i];
            turnout[i] = present / (present + absent[i]);
            share[i] = present > 0 ? leader[i] / present : 0;
        }

        var (meanT, varianceT) = Moments(turnout);
        var (meanS, varianceS) = Moments(share);
        double product = 0;
        for (var i = 0; i < leader.Length; i++)
        {
            product += (turnout[i] - meanT) * (share[i] - meanS);
        }

        return
        [
            meanT,
            Math.Sqrt(varianceT),
            meanS,
            Math.Sqrt(varianceS),
            product / leader.Length / Math.Sqrt(varianceT * varianceS),
            (double)turnout.Count(t => t > 0.95) / leader.Length,
        ];
    }

    public static (double Mean, double Variance) Moments(double[] values)
    {
        var mean = values.Average();
        double squares = 0;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return (mean, Math.Max(1e-6, squares / values.Length));
    }
}
