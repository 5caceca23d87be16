namespace Scrutineer.Bench.Suites;

/// <summary>The methods as a textbook tells them, exact and without haste: what the library is measured against.</summary>
internal static class TextbookAllocation
{
    /// <summary>D'Hondt: each seat to the greatest quotient, found by going through all lists.</summary>
    public static int[] DHondt(ReadOnlySpan<long> votes, int seats)
    {
        var held = new int[votes.Length];
        for (var seat = 0; seat < seats; seat++)
        {
            var best = 0;
            for (var i = 1; i < votes.Length; i++)
            {
                if ((Int128)votes[i] * (held[best] + 1) > (Int128)votes[best] * (held[i] + 1))
                {
                    best = i;
                }
            }

            held[best]++;
        }

        return held;
    }

    /// <summary>Largest remainders with the Hare quota: whole quotas, then the lists sorted by remainder.</summary>
    public static int[] Hare(ReadOnlySpan<long> votes, int seats)
    {
        Int128 total = 0;
        foreach (var v in votes)
        {
            total += v;
        }

        var held = new int[votes.Length];
        var remainders = new (Int128 Remainder, int List)[votes.Length];
        var left = seats;
        for (var i = 0; i < votes.Length; i++)
        {
            held[i] = (int)(votes[i] * (Int128)seats / total);
            remainders[i] = ((votes[i] * (Int128)seats) - (held[i] * total), i);
            left -= held[i];
        }

        Array.Sort(remainders);
        foreach (var (_, list) in remainders.AsEnumerable().Reverse().Take(left))
        {
            held[list]++;
        }

        return held;
    }
}
