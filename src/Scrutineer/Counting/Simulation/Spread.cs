using System.Numerics;
using Scrutineer.Numerics;

namespace Scrutineer.Counting.Simulation;

/// <summary>Divides whole numbers so that the parts add up exactly.</summary>
internal static class Spread
{
    /// <summary>
    /// Divides a total in proportion to weights: whole parts first, what is left to the largest remainders, earlier parts
    /// first where they are equal.
    /// </summary>
    public static int[] InProportion(int total, IReadOnlyList<BigInteger> weights)
    {
        var sum = weights.Aggregate(BigInteger.Zero, (a, b) => a + b);
        var parts = weights.Select(w => (int)(w * total / sum)).ToArray();
        var left = total - parts.Sum(p => (long)p);
        foreach (
            var index in Enumerable
                .Range(0, parts.Length)
                .OrderByDescending(i => weights[i] * total % sum)
                .ThenBy(i => i)
                .Take((int)left)
        )
        {
            parts[index]++;
        }

        return parts;
    }

    /// <summary>Divides a total in proportion to weights, with at least one for each part.</summary>
    public static int[] AtLeastOne(int total, IReadOnlyList<int> weights)
    {
        var parts = InProportion(total - weights.Count, [.. weights.Select(w => (BigInteger)w)]);
        return [.. parts.Select(p => p + 1)];
    }

    /// <summary>
    /// Changes numbers one by one at random until they add up to a total, none leaving its bounds.
    /// </summary>
    /// <exception cref="ArgumentException">The bounds do not allow the total.</exception>
    public static void Adjust(int[] numbers, int total, Func<int, int> least, Func<int, int> most, SplitMix64 random)
    {
        var sum = numbers.Sum(n => (long)n);
        if (
            Enumerable.Range(0, numbers.Length).Sum(i => (long)most(i)) < total
            || Enumerable.Range(0, numbers.Length).Sum(i => (long)least(i)) > total
        )
        {
            throw new ArgumentException("The bounds do not allow the total.", nameof(total));
        }

        while (sum != total)
        {
            var index = random.Below(numbers.Length);
            if (sum < total && numbers[index] < most(index))
            {
                numbers[index]++;
                sum++;
            }
            else if (sum > total && numbers[index] > least(index))
            {
                numbers[index]--;
                sum--;
            }
        }
    }
}
