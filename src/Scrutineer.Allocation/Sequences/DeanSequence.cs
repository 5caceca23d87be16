using System.Numerics;
using Scrutineer.Allocation.Kernel;

namespace Scrutineer.Allocation.Sequences;

/// <summary>d(k) = 2k(k+1)/(2k+1), the harmonic mean of k and k+1.</summary>
internal sealed class DeanSequence : DivisorSequence
{
    public override bool SeatsEveryList => true;

    public override Rational Divisor(int held) => new(2 * (BigInteger)held * (held + 1L), (2L * held) + 1);

    public override int Allocate(Election election, Span<int> held) =>
        IsNarrow(election)
            ? Run(default(Order), default(HarmonicJump), election, held)
            : Run(new UnboundedOrder(this), default(HarmonicJump), election, held);

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

    /// <summary>Votes times 2k+1 must fit 64 bits, for every k the jump can try.</summary>
    private static bool IsNarrow(Election election) => election.VotesFit32Bits;

    private readonly struct Order : ISeatOrder
    {
        public int Compare(ulong leftVotes, int leftHeld, ulong rightVotes, int rightHeld)
        {
            var (left, right) = ((ulong)leftHeld, (ulong)rightHeld);
            return Wide.CompareProducts(
                leftVotes * ((2 * left) + 1),
                2 * right * (right + 1),
                rightVotes * ((2 * right) + 1),
                2 * left * (left + 1)
            );
        }
    }

    private readonly struct HarmonicJump : IJump
    {
        public long Offset => 1L << 31;

        public int Seats(ulong share)
        {
            // (k + f)(2k + 1) ≥ 2k(k + 1) exactly when f(2k + 1) ≥ k.
            var k = share >> 32;
            var fraction = share & uint.MaxValue;
            return (int)(fraction * ((2 * k) + 1) >= k << 32 ? k + 1 : k);
        }
    }
}
