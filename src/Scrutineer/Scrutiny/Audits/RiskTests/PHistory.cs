using System.Collections.Immutable;

namespace Scrutineer.Scrutiny.Audits.RiskTests;

/// <summary>The p-values of a sequential test, draw by draw.</summary>
/// <param name="Values">After each draw, the p-value of that draw alone, at most 1.</param>
/// <param name="InOrder">Whether the sample is in the order of the draws, so that the test may stop at its best.</param>
public sealed record PHistory(ImmutableArray<double> Values, bool InOrder = true)
{
    /// <summary>The p-value: the least so far where the sample is in order, else that of the last draw; 1 of no draw.</summary>
    public double P =>
        Values.IsEmpty ? 1
        : InOrder ? Values.Min()
        : Values[^1];

    /// <summary>The first draw after which the p-value is not above a risk limit, from 1; nothing where there is none.</summary>
    public int? FirstWithin(double riskLimit)
    {
        for (var i = 0; i < Values.Length; i++)
        {
            if (Values[i] <= riskLimit)
            {
                return i + 1;
            }
        }

        return null;
    }
}
