using System.Collections.Immutable;
using System.Numerics;

namespace Scrutineer.Allocation;

/// <summary>
/// The share of a base that a list needs to take part. The comparison is exact: votes × denominator against base ×
/// numerator, so a list at exactly 7 % is at exactly 7 %.
/// </summary>
public sealed record Threshold
{
    /// <summary>A threshold.</summary>
    /// <param name="share">The share, from 0 to 1.</param>
    /// <param name="inclusive">True for "at least" the share, false for "more than" it.</param>
    /// <param name="base">
    /// The votes of which it is a share; null for the sum of the votes of the lists that are compared.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1, or the base is negative.</exception>
    public Threshold(Rational share, bool inclusive = true, long? @base = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(share, Rational.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, Rational.One);
        ArgumentOutOfRangeException.ThrowIfNegative(@base ?? 0, nameof(@base));
        (Share, Inclusive, Base) = (share, inclusive, @base);
    }

    /// <summary>The share, from 0 to 1.</summary>
    public Rational Share { get; }

    /// <summary>Whether a list with exactly the share takes part.</summary>
    public bool Inclusive { get; }

    /// <summary>The votes of which it is a share; null for the sum of the votes of the lists compared.</summary>
    public long? Base { get; }

    /// <summary>Whether a list with <paramref name="votes"/> out of <paramref name="total"/> takes part.</summary>
    public bool Admits(long votes, long total) => Reaches(votes, total);

    /// <summary>
    /// The votes of the lists that take part, in their places; 0 for the others, as
    /// <see cref="AllocationMethod.Apportion"/> wants them.
    /// </summary>
    public ImmutableArray<long> Apply(ReadOnlySpan<long> votes)
    {
        BigInteger total = 0;
        foreach (var v in votes)
        {
            total += v;
        }

        total = Base ?? total;
        var admitted = ImmutableArray.CreateBuilder<long>(votes.Length);
        foreach (var v in votes)
        {
            admitted.Add(Reaches(v, total) ? v : 0);
        }

        return admitted.MoveToImmutable();
    }

    private bool Reaches(BigInteger votes, BigInteger total)
    {
        var sign = (votes * Share.Denominator).CompareTo(total * Share.Numerator);
        return sign > 0 || (sign == 0 && Inclusive);
    }
}
