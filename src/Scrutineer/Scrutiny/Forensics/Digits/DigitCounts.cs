using System.Collections.Immutable;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Digits;

/// <summary>How often each digit stands at a place of many counts.</summary>
/// <param name="Counts">How many counts have each digit, from 0 to 9.</param>
public sealed record DigitCounts(ImmutableArray<int> Counts)
{
    /// <summary>The frequencies of the second digit under Benford's law: Σ log₁₀(1 + 1/(10a + d)) over a from 1 to 9.</summary>
    /// <remarks>Source: Benford, "The law of anomalous numbers" (1938). Their mean is 4.18739.</remarks>
    public static ImmutableArray<double> BenfordSecond { get; } =
    [.. Enumerable.Range(0, 10).Select(d => Enumerable.Range(1, 9).Sum(a => Math.Log10(1 + (1.0 / ((10 * a) + d)))))];

    /// <summary>Every last digit as often as any other.</summary>
    public static ImmutableArray<double> Even { get; } = [.. Enumerable.Repeat(0.1, 10)];

    /// <summary>How many counts there are.</summary>
    public int Total => Counts.Sum();

    /// <summary>The mean digit; not a number where there is no count.</summary>
    public double Mean => Counts.Select((n, d) => (double)n * d).Sum() / Total;

    /// <summary>The share of 0 and 5; not a number where there is no count.</summary>
    public double ZeroOrFive => (Counts[0] + Counts[5]) / (double)Total;

    /// <summary>The last digits of counts.</summary>
    public static DigitCounts Last(IEnumerable<long> numbers) => Of(numbers.Select(n => (int)(n % 10)));

    /// <summary>The second digits of counts; those of one digit have none.</summary>
    public static DigitCounts Second(IEnumerable<long> numbers) =>
        Of(
            numbers
                .Where(n => n >= 10)
                .Select(n =>
                {
                    while (n >= 100)
                    {
                        n /= 10;
                    }

                    return (int)(n % 10);
                })
        );

    /// <summary>Pearson's χ² against frequencies.</summary>
    /// <param name="frequencies">The frequency of each digit, adding up to 1.</param>
    public double ChiSquare(ImmutableArray<double> frequencies)
    {
        var total = Total;
        return Counts.Zip(frequencies, (n, f) => (n - (total * f)) * (n - (total * f)) / (total * f)).Sum();
    }

    /// <summary>The chance of a χ² at least as great.</summary>
    /// <param name="frequencies">The frequency of each digit, adding up to 1.</param>
    public double PValue(ImmutableArray<double> frequencies) => ChiSquareTail.Above(ChiSquare(frequencies), 9);

    private static DigitCounts Of(IEnumerable<int> digits)
    {
        var counts = new int[10];
        foreach (var digit in digits)
        {
            counts[digit]++;
        }

        return new DigitCounts([.. counts]);
    }
}
