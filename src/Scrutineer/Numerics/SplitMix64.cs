namespace Scrutineer.Numerics;

/// <summary>
/// A stream of random numbers from a seed, the same on every machine: SplitMix64 (Steele, Lea and Flood, "Fast Splittable
/// Pseudorandom Number Generators", OOPSLA 2014, figure 13 with the constants of its reference code). It is quick and
/// good enough for simulation; it is no secret, and no lot is drawn with it.
/// </summary>
public sealed class SplitMix64
{
    private ulong state;

    /// <summary>The stream of a seed.</summary>
    public SplitMix64(ulong seed) => state = seed;

    /// <summary>A stream of its own for a numbered part of the work, so that one part can change without the others.</summary>
    public static SplitMix64 For(ulong seed, ulong part) =>
        new(new SplitMix64(seed ^ (part * 0xD1342543DE82EF95)).Next());

    /// <summary>The next 64 random bits.</summary>
    public ulong Next()
    {
        state = unchecked(state + 0x9E3779B97F4A7C15);
        var z = state;
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from 0 up to, and without, a bound; each as likely as any other.</summary>
    /// <remarks>Lemire, "Fast Random Integer Generation in an Interval", ACM TOMACS 29 (2019), algorithm 5.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not above 0.</exception>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        var range = (ulong)bound;
        var high = Math.BigMul(Next(), range, out var low);
        if (low < range)
        {
            var least = unchecked(0UL - range) % range;
            while (low < least)
            {
                high = Math.BigMul(Next(), range, out low);
            }
        }

        return (int)high;
    }

    /// <summary>A number from 0 up to, and without, 1, of 53 random bits.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>How many of a number of trials succeed, each with the chance <paramref name="share"/> of 2³².</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int Successes(int trials, uint share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        var successes = 0;
        for (var i = 0; i < trials; i++)
        {
            successes += (uint)(Next() >> 32) < share ? 1 : 0;
        }

        return successes;
    }
}
