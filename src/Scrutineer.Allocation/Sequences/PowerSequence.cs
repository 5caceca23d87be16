using System.Numerics;
using Scrutineer.Allocation.Kernel;

namespace Scrutineer.Allocation.Sequences;

/// <summary>d(k) = 2ᵏ, the sequence of Macau.</summary>
internal sealed class PowerSequence : DivisorSequence
{
    public override Rational Divisor(int held) => BigInteger.One << held;

    public override int Allocate(Election election, Span<int> held)
    {
        Jump(election, held);
        return Step.Settle(default(Order), election, held);
    }

    public override void Extremes(Election election, ReadOnlySpan<int> held, out int open, out int served) =>
        Step.Extremes(default(Order), election, held, out open, out served);

    /// <summary>
    /// Seats down to the same power of two for every list: as many as its votes have binary digits, all moved up or
    /// down together until the house is nearly full.
    /// </summary>
    private static void Jump(Election election, Span<int> held)
    {
        var low = -64L;
        long high = election.Seats;
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            if (Fill(election, held, middle) <= election.Seats)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        Fill(election, held, low);
    }

    private static long Fill(Election election, Span<int> held, long shift)
    {
        long sum = 0;
        for (var i = 0; i < held.Length; i++)
        {
            var v = (ulong)election.Votes[i];
            var digits = Math.Max(0, 64 - BitOperations.LeadingZeroCount(v) + shift);
            held[i] =
                v == 0
                    ? election.Limits.Least(i)
                    : (int)Math.Clamp(digits, election.Limits.Least(i), election.Limits.Most(i));
            sum += held[i];
        }

        return sum;
    }

    private readonly struct Order : ISeatOrder
    {
        public int Compare(ulong leftVotes, int leftHeld, ulong rightVotes, int rightHeld) =>
            rightHeld >= leftHeld
                ? CompareShifted(leftVotes, rightHeld - leftHeld, rightVotes)
                : -CompareShifted(rightVotes, leftHeld - rightHeld, leftVotes);

        /// <summary>The sign of votes·2^by − other, for positive votes.</summary>
        private static int CompareShifted(ulong votes, int by, ulong other) =>
            by > BitOperations.LeadingZeroCount(votes) ? 1 : (votes << by).CompareTo(other);
    }
}
