namespace Scrutineer.Scrutiny.Audits.RiskTests;

/// <summary>What is known of a sample before a draw: number, sum, and the variance by Welford's recursion.</summary>
public readonly record struct SampleSoFar(int Count, double Sum, double Mean, double SquaredDeviations)
{
    /// <summary>The variance, divided by the number; nought before the second draw.</summary>
    public double Variance => Count == 0 ? 0 : SquaredDeviations / Count;

    /// <summary>The sample with one value more.</summary>
    public SampleSoFar With(double value)
    {
        var mean = Mean + ((value - Mean) / (Count + 1));
        return new SampleSoFar(Count + 1, Sum + value, mean, SquaredDeviations + ((value - Mean) * (value - mean)));
    }
}
