using System.Numerics;
using Scrutineer.Counting.Import;

namespace Scrutineer.Counting.Totals;

/// <summary>A station that a table holds twice.</summary>
/// <param name="Row">The later row.</param>
/// <param name="First">The first row of the station.</param>
/// <param name="IsEqual">Whether every figure is the same.</param>
public readonly record struct Duplicate(int Row, int First, bool IsEqual);

/// <summary>Finds the stations that a table holds more than once.</summary>
internal static class Duplicates
{
    /// <summary>The duplicates in order of rows.</summary>
    /// <param name="table">The protocols.</param>
    /// <param name="counted">Whether each row counts at all; those that do not are not looked at. Nothing where all do.</param>
    public static IReadOnlyList<Duplicate> In(ProtocolTable table, bool[]? counted)
    {
        var (rows, ends) = ByParent(table, counted);
        var found = new List<Duplicate>();
        Parallel.For(
            0,
            ends.Length,
            new ParallelOptions { MaxDegreeOfParallelism = rows.Length < 100_000 ? 1 : Environment.ProcessorCount },
            () => new Search(table),
            (parent, _, search) =>
            {
                search.Among(rows.AsSpan((parent == 0 ? 0 : ends[parent - 1])..ends[parent]));
                return search;
            },
            search =>
            {
                lock (found)
                {
                    found.AddRange(search.Found);
                }
            }
        );
        found.Sort((a, b) => a.Row.CompareTo(b.Row));
        return found;
    }

    /// <summary>The rows sorted by the unit above them, each unit's in order, and where each unit's end.</summary>
    private static (int[] Rows, int[] Ends) ByParent(ProtocolTable table, bool[]? counted)
    {
        var starts = new int[table.Units.Count + 2];
        for (var c = 0; c < table.Chunks.Count; c++)
        {
            var chunk = table.Chunks[c];
            var first = table.StartOf(c);
            for (var row = 0; row < chunk.Rows; row++)
            {
                if (counted is null || counted[first + row])
                {
                    starts[chunk.Parents[row] + 2]++;
                }
            }
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        var rows = new int[starts[^1]];
        for (var c = 0; c < table.Chunks.Count; c++)
        {
            var chunk = table.Chunks[c];
            var first = table.StartOf(c);
            for (var row = 0; row < chunk.Rows; row++)
            {
                if (counted is null || counted[first + row])
                {
                    rows[starts[chunk.Parents[row] + 1]++] = first + row;
                }
            }
        }

        return (rows, starts[..^1]);
    }

    /// <summary>Finds equal names among the stations of one unit after another, with one small table for all.</summary>
    private sealed class Search(ProtocolTable table)
    {
        private ulong[] hashes = [];
        private int[] rows = [];

        public List<Duplicate> Found { get; } = [];

        public void Among(ReadOnlySpan<int> stations)
        {
            var size = (int)BitOperations.RoundUpToPowerOf2((uint)(stations.Length * 2) + 2);
            if (hashes.Length < size)
            {
                hashes = new ulong[size];
                rows = new int[size];
            }

            hashes.AsSpan(0, size).Clear();
            ProtocolChunk? chunk = null;
            var first = 0;
            foreach (var station in stations)
            {
                // Stations of one unit mostly stand together; the chunk of the last is tried first.
                if (chunk is null || station < first || station >= first + chunk.Rows)
                {
                    (chunk, var row) = table.Find(station);
                    first = station - row;
                }

                var at = station - first;
                var hash = chunk.Hashes[at] | 1;
                var place = (int)(hash >> 32) & (size - 1);
                while (hashes[place] != 0 && !(hashes[place] == hash && IsSameStation(table, rows[place], chunk, at)))
                {
                    place = (place + 1) & (size - 1);
                }

                if (hashes[place] == 0)
                {
                    hashes[place] = hash;
                    rows[place] = station;
                }
                else
                {
                    Found.Add(new Duplicate(station, rows[place], IsEqual(table, rows[place], chunk, at)));
                }
            }
        }
    }

    private static bool IsSameStation(ProtocolTable table, int first, ProtocolChunk chunk, int row)
    {
        var (other, at) = table.Find(first);
        return other.Parents[at] == chunk.Parents[row] && other.NameOf(at).SequenceEqual(chunk.NameOf(row));
    }

    private static bool IsEqual(ProtocolTable table, int first, ProtocolChunk chunk, int row)
    {
        var (other, at) = table.Find(first);
        for (var column = 0; column < table.Layout.Columns.Count; column++)
        {
            if (other[at, column] != chunk[row, column])
            {
                return false;
            }
        }

        return true;
    }
}
