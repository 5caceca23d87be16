using System.Diagnostics;

namespace Scrutineer.Allocation.Kernel;

/// <summary>
/// The steps of jump-and-step, exact for every start: seats are given to the strongest open claim or taken from the
/// weakest served one until the house is full and no open claim is stronger than a served one. That is the max–min
/// inequality, which defines the result, so the start decides the time and never the seats.
/// </summary>
internal static class Step
{
    /// <summary>
    /// Turns <paramref name="held"/> into the seats that are beyond doubt, and returns the number of seats that are
    /// tied. The limits have to leave room for the house.
    /// </summary>
    public static int Settle<TOrder>(TOrder order, Election election, Span<int> held)
        where TOrder : struct, ISeatOrder
    {
        var votes = election.Votes;
        var seats = election.Seats;
        var limits = election.Limits;
        long sum = 0;
        foreach (var h in held)
        {
            sum += h;
        }

        while (sum < seats)
        {
            sum += Give(order, votes, held, limits, seats - sum);
        }

        while (sum > seats)
        {
            sum -= Take(order, votes, held, limits, sum - seats);
        }

        while (true)
        {
            Extremes(order, election, held, out var open, out var served);
            if (open < 0 || served < 0)
            {
                return 0;
            }

            switch (order.Compare((ulong)votes[open], held[open], (ulong)votes[served], held[served] - 1))
            {
                case < 0:
                    return 0;
                case 0:
                    return Take(order, votes, held, limits, long.MaxValue);
                default:
                    held[open]++;
                    held[served]--;
                    break;
            }
        }
    }

    /// <summary>
    /// The list with the strongest open claim and the list with the weakest served claim; −1 where there is none.
    /// Lists without votes claim nothing; guaranteed seats are not a claim.
    /// </summary>
    public static void Extremes<TOrder>(
        TOrder order,
        Election election,
        ReadOnlySpan<int> held,
        out int open,
        out int served
    )
        where TOrder : struct, ISeatOrder
    {
        var votes = election.Votes;
        var limits = election.Limits;
        open = -1;
        served = -1;
        ulong openVotes = 0;
        ulong servedVotes = 0;
        var openHeld = 0;
        var servedHeld = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            var v = (ulong)votes[i];
            if (v == 0)
            {
                continue;
            }

            var h = held[i];
            if (h < limits.Most(i) && (open < 0 || order.Compare(v, h, openVotes, openHeld) > 0))
            {
                (open, openVotes, openHeld) = (i, v, h);
            }

            if (h > limits.Least(i) && (served < 0 || order.Compare(v, h - 1, servedVotes, servedHeld) < 0))
            {
                (served, servedVotes, servedHeld) = (i, v, h - 1);
            }
        }
    }

    /// <summary>One seat to each list with the strongest open claim, at most <paramref name="most"/>.</summary>
    private static long Give<TOrder>(TOrder order, ReadOnlySpan<long> votes, Span<int> held, Limits limits, long most)
        where TOrder : struct, ISeatOrder
    {
        var best = -1;
        var equals = 0;
        ulong bestVotes = 0;
        var bestHeld = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            var v = (ulong)votes[i];
            if (v == 0 || held[i] >= limits.Most(i))
            {
                continue;
            }

            var sign = best < 0 ? 1 : order.Compare(v, held[i], bestVotes, bestHeld);
            if (sign > 0)
            {
                (best, bestVotes, bestHeld, equals) = (i, v, held[i], 1);
            }
            else if (sign == 0)
            {
                equals++;
            }
        }

        if (best < 0)
        {
            throw new UnreachableException("The limits leave no room for the house.");
        }

        long given = 0;
        for (var i = best; i < votes.Length && equals > 0 && given < most; i++)
        {
            var v = (ulong)votes[i];
            if (v != 0 && held[i] < limits.Most(i) && order.Compare(v, held[i], bestVotes, bestHeld) == 0)
            {
                held[i]++;
                given++;
                equals--;
            }
        }

        return given;
    }

    /// <summary>One seat from each list with the weakest served claim, at most <paramref name="most"/>.</summary>
    private static int Take<TOrder>(TOrder order, ReadOnlySpan<long> votes, Span<int> held, Limits limits, long most)
        where TOrder : struct, ISeatOrder
    {
        var worst = -1;
        var equals = 0;
        ulong worstVotes = 0;
        var worstHeld = 0;
        for (var i = 0; i < votes.Length; i++)
        {
            var v = (ulong)votes[i];
            if (v == 0 || held[i] <= limits.Least(i))
            {
                continue;
            }

            var sign = worst < 0 ? -1 : order.Compare(v, held[i] - 1, worstVotes, worstHeld);
            if (sign < 0)
            {
                (worst, worstVotes, worstHeld, equals) = (i, v, held[i] - 1, 1);
            }
            else if (sign == 0)
            {
                equals++;
            }
        }

        if (worst < 0)
        {
            throw new UnreachableException("The limits are above the house.");
        }

        var taken = 0;
        for (var i = worst; i < votes.Length && equals > 0 && taken < most; i++)
        {
            var v = (ulong)votes[i];
            if (v != 0 && held[i] > limits.Least(i) && order.Compare(v, held[i] - 1, worstVotes, worstHeld) == 0)
            {
                held[i]--;
                taken++;
                equals--;
            }
        }

        return taken;
    }
}
