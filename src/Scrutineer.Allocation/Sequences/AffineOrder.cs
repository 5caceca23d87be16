using System.Runtime.InteropServices;
using Scrutineer.Allocation.Kernel;

namespace Scrutineer.Allocation.Sequences;

/// <summary>
/// Quotients by d(0) = first, d(k) = second + (k−1)·step in whole numbers, compared by cross-multiplication in 128
/// bits. The divisors must fit 64 bits.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct AffineOrder(ulong first, ulong second, ulong step) : ISeatOrder
{
    public int Compare(ulong leftVotes, int leftHeld, ulong rightVotes, int rightHeld) =>
        Wide.CompareProducts(leftVotes, Divisor(rightHeld), rightVotes, Divisor(leftHeld));

    private ulong Divisor(int held) => held == 0 ? first : second + ((ulong)(held - 1) * step);
}
