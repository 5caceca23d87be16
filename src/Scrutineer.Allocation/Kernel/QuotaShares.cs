using System.Runtime.InteropServices;

namespace Scrutineer.Allocation.Kernel;

/// <summary>
/// Whole quotas and remainders: v = k·n/d + r/d with 0 ≤ r &lt; n, by one multiplication with the reciprocal and at most
/// one correction instead of a division a list.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct QuotaShares
{
    private readonly ulong numerator;
    private readonly ulong denominator;

    /// <summary>⌊2⁶⁴·d/n⌋, or 0 where that needs more than 64 bits (less than a vote per seat).</summary>
    private readonly ulong reciprocal;

    public QuotaShares(ulong numerator, ulong denominator)
    {
        this.numerator = numerator;
        this.denominator = denominator;
        reciprocal = denominator < numerator ? (ulong)(((UInt128)denominator << 64) / numerator) : 0;
    }

    /// <summary>The whole quotas in <paramref name="votes"/>, and the remainder times the denominator.</summary>
    public int Divide(ulong votes, out ulong remainder)
    {
        // The cut of the reciprocal costs less than votes/2⁶⁴ < 1, so the quotient is right or one too small; and the
        // remainder, below 2n ≤ 2⁶⁴, is right although the products run over.
        var whole =
            reciprocal != 0 ? Math.BigMul(votes, reciprocal, out _) : (ulong)((UInt128)votes * denominator / numerator);
        remainder = (votes * denominator) - (whole * numerator);
        if (remainder >= numerator)
        {
            remainder -= numerator;
            whole++;
        }

        return (int)whole;
    }
}
