namespace Scrutineer.Scrutiny.Audits.RiskTests;

/// <summary>The numbers from which a sample is drawn.</summary>
/// <param name="Upper">The greatest value that one of them can have; the least is nought.</param>
/// <param name="Null">The mean under the hypothesis that is to be rejected.</param>
/// <param name="Size">How many there are, where they are drawn without replacement; nothing with replacement.</param>
public readonly record struct Population(double Upper, double Null = 0.5, long? Size = null)
{
    /// <summary>The mean of what is left under the hypothesis, before a draw.</summary>
    /// <param name="drawn">How many were drawn before.</param>
    /// <param name="sum">Their sum.</param>
    public double NullAfter(long drawn, double sum) => MeanAfter(Null, drawn, sum);

    /// <summary>The mean of what is left if that of all was another, before a draw.</summary>
    public double MeanAfter(double mean, long drawn, double sum) =>
        Size is { } size ? ((size * mean) - sum) / (size - drawn) : mean;
}
