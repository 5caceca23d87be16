namespace Scrutineer.Allocation.Kernel;

/// <summary>
/// The rounding rule that belongs to a divisor sequence, in fixed point with 32 binary places (1.0 is 2³²) and in units
/// of the sequence's own step. It only has to be near: what the jump misses, the steps put right exactly.
/// </summary>
internal interface IJump
{
    /// <summary>What rounding adds to an ideal share before its whole part is taken: 0 D'Hondt, ½ Sainte-Laguë, 1 Adams.</summary>
    long Offset { get; }

    /// <summary>The seats to which the ideal share <paramref name="share"/> is rounded.</summary>
    int Seats(ulong share);
}
