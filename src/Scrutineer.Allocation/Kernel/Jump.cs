using System.Numerics;

namespace Scrutineer.Allocation.Kernel;

/// <summary>
/// The jump of jump-and-step (Pukelsheim, <i>Proportional Representation</i>, 2nd ed., ch. 4): round every list's
/// share for a common divisor, chosen so that the seats nearly fill the house. In integers throughout: one division
/// for the whole house, one multiplication a list.
/// </summary>
internal static class Jump
{
    /// <summary>Steps that together cost about as much as one jump.</summary>
    private const int StepsWorthAJump = 1;

    /// <summary>After so many jumps the lists that are left lie too close for a multiplier to part them.</summary>
    private const int MostJumps = 40;

    /// <summary>Keeps every share below 2³¹, and so every product and every number of seats inside its type.</summary>
    private const ulong MostHalves = uint.MaxValue - 16;

    /// <summary>Fills <paramref name="held"/> with about as many seats as the house has, within the limits.</summary>
    public static void Fill<TJump>(TJump jump, Election election, Span<int> held)
        where TJump : struct, IJump
    {
        var votes = election.Votes;
        var total = (ulong)election.Total;
        var lists = election.Lists;
        var seats = election.Seats;
        var limits = election.Limits;

        // 2⁹⁶⁺ᶻ/2·total with z the leading zeros of the total: what the multiplier gains for half a seat more in the sum
        // of the ideal shares. 32 good bits from one 64-bit division.
        var zeros = BitOperations.LeadingZeroCount(total);
        var perHalf = (1UL << 63) / ((total << zeros) >> 32);

        // Rounding with offset c adds c − ½ seats a list on average, so the shares should sum to seats + lists(½ − c).
        var halves = (2L * seats) + lists - (long)(((Int128)jump.Offset * lists) >> 31);
        var low = 0UL;
        var high = perHalf * MostHalves;
        var multiplier = perHalf * (ulong)Math.Clamp(halves, 1, (long)MostHalves - 1);
        for (var round = 0; round < MostJumps; round++)
        {
            var gap = seats - Round(jump, votes, zeros, multiplier, held, limits);
            if (gap is >= -StepsWorthAJump and <= StepsWorthAJump)
            {
                return;
            }

            // As far as the gap asks, or half-way where that leads out of what is known.
            var reach = perHalf * (ulong)Math.Min(2 * Math.Abs(gap), (long)MostHalves);
            if (gap > 0)
            {
                low = multiplier;
                multiplier = reach < high - low ? low + reach : low + ((high - low) / 2);
            }
            else
            {
                high = multiplier;
                multiplier = reach < high - low ? high - reach : low + ((high - low) / 2);
            }

            if (multiplier == low)
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
