using System.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Neighbours;

/// <summary>
/// The pairs of stations of one territory whose votes agree for every list but at most one; and, to compare with, the pairs that would if
/// the votes of one further list were one to five others.
/// </summary>
/// <param name="table">A table in which every vote of the stations added is known.</param>
internal sealed class TwinPairs(StationTable table)
{
    private readonly ulong[] weights = [.. Enumerable.Range(0, table.Lists.Length).Select(Weight)];
    private readonly SortedSet<(int One, int Other)> twins = [];
    private readonly HashSet<(int One, int Other, int Shift)> apart = [];

    /// <summary>The pairs that agree, in order.</summary>
    public IReadOnlyCollection<(int One, int Other)> Twins => twins;

    /// <summary>How many pairs are one to five votes apart, either way.</summary>
    public int Apart => apart.Count;

    /// <summary>Adds the pairs of a territory.</summary>
    public void Add(int[] territory)
    {
        // A sum of votes with odd weights finds candidates, shifted or not, by one addition; Agree decides.
        var sums = Array.ConvertAll(territory, Sum);
        var buckets = new int[BitOperations.RoundUpToPowerOf2((uint)territory.Length * 2)];
        var shift = 64 - BitOperations.Log2((uint)buckets.Length);
        var next = new int[territory.Length];
        var keys = new ulong[territory.Length];
        var (first, second) = Largest(territory);
        for (var without = 0; without < weights.Length; without++)
        {
            var moved = first == without ? second : first;
            Array.Clear(buckets);
            for (var i = 0; i < territory.Length; i++)
            {
                keys[i] = sums[i] - (weights[without] * (ulong)table.Votes[without][territory[i]]);
                ref var bucket = ref buckets[keys[i] >> shift];
                (next[i], bucket) = (bucket, i + 1);
            }

            for (var i = 0; i < territory.Length; i++)
            {
                for (var by = 0; by <= TwinTest.Farthest; by++)
                {
                    var wanted = keys[i] + ((ulong)by * weights[moved]);
                    for (var at = buckets[wanted >> shift]; at > 0; at = next[at - 1])
                    {
                        if (keys[at - 1] == wanted && at - 1 != i)
                        {
                            Add(territory[i], territory[at - 1], without, moved, by);
                        }
                    }
                }
            }
        }
    }

    private void Add(int one, int other, int without, int moved, int by)
    {
        if (!Agree(one, other, without, moved, by))
        {
            return;
        }

        if (by > 0)
        {
            apart.Add((one, other, by));
        }
        else
        {
            twins.Add((Math.Min(one, other), Math.Max(one, other)));
        }
    }

    private bool Agree(int one, int other, int without, int moved, int by)
    {
        long votes = 0;
        for (var list = 0; list < weights.Length; list++)
        {
            if (list != without)
            {
                if (table.Votes[list][one] + (list == moved ? by : 0) != table.Votes[list][other])
                {
                    return false;
                }

                votes += table.Votes[list][one];
            }
        }

        return votes >= TwinTest.Least;
    }

    private ulong Sum(int station)
    {
        ulong sum = 0;
        for (var list = 0; list < weights.Length; list++)
        {
            sum += weights[list] * (ulong)table.Votes[list][station];
        }

        return sum;
    }

    /// <summary>The two lists with most votes in a territory, so that a few votes more or fewer are alike likely.</summary>
    private (int First, int Second) Largest(int[] territory)
    {
        var order = Enumerable
            .Range(0, weights.Length)
            .OrderByDescending(list => territory.Sum(s => table.Votes[list][s]))
            .Take(2)
            .ToList();
        return (order[0], order[1]);
    }

    private static ulong Weight(int list) => new Numerics.SplitMix64((ulong)list + 1).Next() | 1;
}
