using System.Runtime.InteropServices;
using Scrutineer.Allocation.Kernel;

namespace Scrutineer.Allocation.Sequences;

/// <summary>Rounding by an affine sequence: ⌊share + offset⌋, but no seat below the first divisor.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct AffineJump(long offset, ulong first) : IJump
{
    public long Offset => offset;

    public int Seats(ulong share)
    {
        if (share < first)
        {
            return 0;
        }

        var raised = (long)share + offset;
        return raised < 1L << 32 ? 1 : (int)Math.Min(raised >> 32, int.MaxValue);
    }
}
