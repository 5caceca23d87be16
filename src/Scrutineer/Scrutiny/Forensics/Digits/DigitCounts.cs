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

    /// <summary>
    /// How often each last digit is to be expected among the counts from a least one on, where many more stations have small counts than
    /// great ones: the numbers of stations smoothed over ten neighbours, in which every digit stands as often as any other.
    /// </summary>
    /// <remarks>
    /// The centred mean of ten with half weights at both ends, as a period of ten is taken out of a series. Without it the digits of
    /// honest counts are not even: the fall of the numbers from each ten to the next leaves more noughts than nines.
    /// </remarks>
    /// <param name="numbers">All counts, those below the least as well.</param>
    /// <param name="least">The least count whose digit is looked at, a multiple of ten.</param>
    public static ImmutableArray<double> Smooth(IEnumerable<long> numbers, long least)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        const int Half = 5;
        var stations = new Dictionary<long, int>();
        foreach (var number in numbers)
        {
            stations[number] = stations.GetValueOrDefault(number) + 1;
        }

        // Every number lends a twentieth or a tenth of its stations to those around it.
        var digits = new double[10];
        foreach (var (number, count) in stations)
        {
            for (var near = Math.Max(least, number - Half); near <= number + Half; near++)
            {
                digits[near % 10] += count * (Math.Abs(near - number) == Half ? 0.05 : 0.1);
            }
        }

        var sum = digits.Sum();
        return sum > 0 ? [.. digits.Select(d => d / sum)] : Even;
    }

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
