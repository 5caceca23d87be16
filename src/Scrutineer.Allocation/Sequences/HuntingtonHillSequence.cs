using System.Numerics;
using Scrutineer.Allocation.Kernel;

namespace Scrutineer.Allocation.Sequences;

/// <summary>d(k) = √(k(k+1)), the geometric mean; squared throughout, so that nothing irrational is ever computed.</summary>
internal sealed class HuntingtonHillSequence : DivisorSequence
{
    public override bool Squared => true;

    public override bool SeatsEveryList => true;

    public override Rational Divisor(int held) => (BigInteger)held * (held + 1L);

    public override int Allocate(Election election, Span<int> held) =>
        IsNarrow(election)
            ? Run(default(Order), default(GeometricJump), election, held)
            : Run(new UnboundedOrder(this), default(GeometricJump), election, held);

    public override void Extremes(Election election, ReadOnlySpan<int> held, out int open, out int served)
    {
        if (IsNarrow(election))
        {
            Step.Extremes(default(Order), election, held, out open, out served);
        }
        else
        {
            Step.Extremes(new UnboundedOrder(this), election, held, out open, out served);
        }
    }

    /// <summary>Squares of votes must fit 64 bits; those of divisors always do.</summary>
    private static bool IsNarrow(Election election) => election.VotesFit32Bits;

    private readonly struct Order : ISeatOrder
    {
        public int Compare(ulong leftVotes, int leftHeld, ulong rightVotes, int rightHeld) =>
            Wide.CompareProducts(
                leftVotes * leftVotes,
                (ulong)rightHeld * ((ulong)rightHeld + 1),
                rightVotes * rightVotes,
                (ulong)leftHeld * ((ulong)leftHeld + 1)
            );
    }

    private readonly struct GeometricJump : IJump
    {
        public long Offset => 1L << 31;

        public int Seats(ulong share)
        {
            // share² ≥ k(k+1), with the 64 binary places of the square cut off.
            var k = share >> 32;
            return (int)(Math.BigMul(share, share, out _) >= k * (k + 1) ? k + 1 : k);
        }
    }
}
