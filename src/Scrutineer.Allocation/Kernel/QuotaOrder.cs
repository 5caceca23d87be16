using System.Runtime.InteropServices;

namespace Scrutineer.Allocation.Kernel;

/// <summary>
/// A list's claim under a quota: the votes it has left, v − k·quota. With the quota as a fraction both sides are
/// multiplied by its denominator; every product stays below 2⁹⁵.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct QuotaOrder(ulong numerator, ulong denominator) : ISeatOrder
{
    public int Compare(ulong leftVotes, int leftHeld, ulong rightVotes, int rightHeld) =>
        Left(leftVotes, leftHeld).CompareTo(Left(rightVotes, rightHeld));

    private Int128 Left(ulong votes, int held) => ((Int128)votes * denominator) - ((Int128)(ulong)held * numerator);
}
