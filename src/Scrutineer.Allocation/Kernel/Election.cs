namespace Scrutineer.Allocation.Kernel;

/// <summary>One vote vector and the house it is to fill.</summary>
internal readonly ref struct Election
{
    /// <summary>Reads the votes.</summary>
    /// <exception cref="ArgumentException">The votes or the house are outside what the library computes.</exception>
    public Election(ReadOnlySpan<long> votes, int seats, SeatBounds? bounds = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seats);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seats, AllocationMethod.LargestHouse);
        Votes = votes;
        Seats = seats;
        Limits = Limits.Of(bounds, votes.Length);
        Total = Sum(votes, out var lists, out var bits);
        Lists = lists;
        VotesFit32Bits = bits <= uint.MaxValue;
    }

    /// <summary>Votes per list; none is negative.</summary>
    public ReadOnlySpan<long> Votes { get; }

    /// <summary>The sum of the votes.</summary>
    public long Total { get; }

    /// <summary>How many lists have votes.</summary>
    public int Lists { get; }

    /// <summary>Whether every list's votes are below 2³², so that their squares fit 64 bits.</summary>
    public bool VotesFit32Bits { get; }

    /// <summary>Seats to fill.</summary>
    public int Seats { get; }

    /// <summary>What a list may hold.</summary>
    public Limits Limits { get; }

    private static long Sum(ReadOnlySpan<long> votes, out int lists, out long bits)
    {
        // Two numbers below 2⁶³ sum to less than 2⁶⁴, so the first addition that overflows sets the sign bit, and
        // `seen` keeps it.
        long total = 0;
        long seen = 0;
        long any = 0;
        var withVotes = 0;
        foreach (var v in votes)
        {
            total += v;
            any |= v;
            seen |= total;
            withVotes += v > 0 ? 1 : 0;
        }

        lists = withVotes;
        bits = any;
        return (seen | any) >= 0 ? total : throw Unusable(votes);
    }

    private static ArgumentException Unusable(ReadOnlySpan<long> votes)
    {
        foreach (var v in votes)
        {
            if (v < 0)
            {
                return new ArgumentOutOfRangeException(nameof(votes), v, "A number of votes is not negative.");
            }
        }

        return new ArgumentException("The sum of the votes is above 9,223,372,036,854,775,807.", nameof(votes));
    }
}
