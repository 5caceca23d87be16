using System.Numerics;
using Scrutineer.Allocation.Kernel;

namespace Scrutineer.Allocation.Sequences;

/// <summary>Any sequence, compared in numbers of any size; for what does not fit the fixed widths.</summary>
internal readonly struct UnboundedOrder(DivisorSequence sequence) : ISeatOrder
{
    public int Compare(ulong leftVotes, int leftHeld, ulong rightVotes, int rightHeld)
    {
        // A sequence that has ended gives no claim at all.
        if (leftHeld >= sequence.Length || rightHeld >= sequence.Length)
        {
            return (rightHeld >= sequence.Length).CompareTo(leftHeld >= sequence.Length);
        }

        var left = Weight(leftVotes) * sequence.Divisor(rightHeld);
        var right = Weight(rightVotes) * sequence.Divisor(leftHeld);
        return left.CompareTo(right);
    }

    private Rational Weight(ulong votes) => sequence.Squared ? (BigInteger)votes * votes : (BigInteger)votes;
}
