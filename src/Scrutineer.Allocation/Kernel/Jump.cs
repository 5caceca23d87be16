using System.Numerics;

namespace Scrutineer.Allocation.Kernel;

/// <summary>
/// The jump of jump-and-step (Pukelsheim, <i>Proportional Representation</i>, 2nd ed., sec. 4.6): round every list's
/// share for a common divisor, chosen so that the seats nearly fill the house. In integers throughout: one division
/// for the whole house, one multiplication a list.
/// </summary>
internal static class Jump
{
    /// <summary>A jump costs less than a step over all lists; after a few the steps are sure to be quicker.</summary>
    private const int MostJumps = 8;

    /// <summary>Fills <paramref name="held"/> with about as many seats as the house has, within the limits.</summary>
    public static void Fill<TJump>(TJump jump, Election election, Span<int> held)
        where TJump : struct, IJump
    {
        var votes = election.Votes;
        var total = (ulong)election.Total;
        var lists = election.Lists;
        var seats = election.Seats;
        var limits = election.Limits;

        // The multiplier is `halves` half seats in the sum of the ideal shares. 1/total as a fraction of 2⁹⁵⁺ᵈ with d
        // the leading zeros of the total: 32 good bits, one 64-bit division.
        var zeros = BitOperations.LeadingZeroCount(total);
        var perHalf = (1UL << 63) / ((total << zeros) >> 32);

        // Rounding with offset c adds c − ½ seats a list on average, so the shares should sum to seats + lists(½ − c).
        var start = (2L * seats) + lists - (long)(((Int128)jump.Offset * lists) >> 31);
        long low = 0;
        long high = uint.MaxValue - 16;
        var halves = Math.Clamp(start, low + 1, high - 1);
        for (var round = 0; round < MostJumps; round++)
        {
            var gap = seats - Round(jump, votes, zeros, perHalf * (ulong)halves, held, limits);
            if (gap is >= -1 and <= 1)
            {
                return;
            }

            if (gap > 0)
            {
                low = halves;
            }
            else
            {
                high = halves;
            }

            halves += 2 * gap;
            if (halves <= low || halves >= high)
            {
                halves = (low + high) / 2;
            }

            if (halves == low)
            {
                return;
            }
        }
    }

    private static long Round<TJump>(
        TJump jump,
        ReadOnlySpan<long> votes,
        int zeros,
        ulong multiplier,
        Span<int> held,
        Limits limits
    )
        where TJump : struct, IJump
    {
        long sum = 0;
        if (!limits.Any)
        {
            for (var i = 0; i < votes.Length && i < held.Length; i++)
            {
                var share = Math.BigMul((ulong)votes[i] << zeros, multiplier, out _);
                var seats = votes[i] == 0 ? 0 : jump.Seats(share);
                held[i] = seats;
                sum += seats;
            }

            return sum;
        }

        for (var i = 0; i < votes.Length; i++)
        {
            var share = Math.BigMul((ulong)votes[i] << zeros, multiplier, out _);
            var seats =
                votes[i] == 0 ? limits.Least(i) : Math.Clamp(jump.Seats(share), limits.Least(i), limits.Most(i));
            held[i] = seats;
            sum += seats;
        }

        return sum;
    }
}
