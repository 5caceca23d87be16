using System.Collections.Immutable;
using Scrutineer.Allocation;

namespace Scrutineer.Scrutiny.Audits.Assertions;

/// <summary>
/// Gives every ballot a number from 0 to an upper bound, so that an assertion is true exactly when the mean over all
/// ballots is above one half.
/// </summary>
/// <remarks>
/// Source: Stark, "Sets of Half-Average Nulls Generate Risk-Limiting Audits: SHANGRLA" (2020), section 2. A ballot of weight
/// g has the value (g − a) ÷ (−2a), where a is the least weight of any ballot (Blom et al. 2021, equation 4).
/// </remarks>
public sealed record Assorter
{
    private Assorter(ImmutableArray<Rational> values)
    {
        Values = values;
        Upper = values.Max();
    }

    /// <summary>The value of a ballot of each class.</summary>
    public ImmutableArray<Rational> Values { get; }

    /// <summary>The greatest value.</summary>
    public Rational Upper { get; }

    /// <summary>The assorter of a weighted sum; nothing where no weight is below nought, so that it can never be false.</summary>
    public static Assorter? Of(ImmutableArray<long> weights)
    {
        var least = weights.Min();
        return least >= 0
            ? null
            : new Assorter([.. weights.Select(w => new Rational((Int128)w - least, -2 * (Int128)least))]);
    }

    /// <summary>One list or candidate has more votes than another.</summary>
    public static Assorter Plurality(int winner, int loser, int lists)
    {
        var weights = new long[lists + BallotCounts.Others];
        weights[winner] = 1;
        weights[loser] = -1;
        return Of([.. weights])!;
    }

    /// <summary>A list has more than a share of the valid votes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public static Assorter Majority(int winner, Rational share, int lists)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(share, Rational.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, Rational.One);
        var weights = new long[lists + BallotCounts.Others];
        for (var i = 0; i <= lists; i++)
        {
            weights[i] = (long)((i == winner ? 1 : 0) * share.Denominator - share.Numerator);
        }

        return Of([.. weights])!;
    }

    /// <summary>The mean over ballots.</summary>
    public Rational Mean(BallotCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return counts.Classes.Select((n, i) => Values[i] * n).Aggregate(Rational.Zero, (a, b) => a + b) / counts.Total;
    }

    /// <summary>Twice the mean, less one: above nought where the assertion is true.</summary>
    public Rational Margin(BallotCounts counts) => (2 * Mean(counts)) - 1;
}
