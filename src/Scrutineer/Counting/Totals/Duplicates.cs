using Scrutineer.Counting.Import;

namespace Scrutineer.Counting.Totals;

/// <summary>A station that a table holds twice.</summary>
/// <param name="Row">The later row, which is not counted.</param>
/// <param name="First">The row that is counted.</param>
/// <param name="IsEqual">Whether every figure is the same.</param>
public readonly record struct Duplicate(int Row, int First, bool IsEqual);

/// <summary>Finds the stations that a table holds more than once. Which copy is right is not for a program to say: the first counts.</summary>
internal static class Duplicates
{
    // The table of rows is split by this many bits of the hash, so that each part stays in a core's own memory.
    private const int PartBits = 4;

    /// <summary>The duplicates in order of rows.</summary>
    /// <param name="table">The protocols.</param>
    /// <param name="counts">Whether a row counts at all; those that do not are not looked at.</param>
    public static IReadOnlyList<Duplicate> In(ProtocolTable table, Func<ProtocolChunk, int, bool>? counts)
    {
        var parts = new List<Duplicate>[1 << PartBits];
        Parallel.For(0, parts.Length, part => parts[part] = InPart(table, counts, part));
        return [.. parts.SelectMany(p => p).OrderBy(d => d.Row)];
    }

    private static List<Duplicate> InPart(ProtocolTable table, Func<ProtocolChunk, int, bool>? counts, int part)
    {
        var found = new List<Duplicate>();
        var mask = 1;
        while (mask < table.Count / (1 << PartBits) * 2 + 16)
        {
            mask *= 2;
        }

        var hashes = new ulong[mask];
        var rows = new int[mask];
        mask--;
        for (var c = 0; c < table.Chunks.Count; c++)
        {
            var chunk = table.Chunks[c];
            var start = table.StartOf(c);
            for (var row = 0; row < chunk.Rows; row++)
            {
                var hash = NameTable.Mix(chunk.Hashes[row] + (ulong)(uint)chunk.Parents[row]);
                if ((int)(hash >> (64 - PartBits)) != part || counts?.Invoke(chunk, row) == false)
                {
                    continue;
                }

                // Nought marks an empty place.
                hash |= 1;
                var place = (int)(hash >> 8) & mask;
                while (hashes[place] != 0 && !(hashes[place] == hash && IsSameStation(table, rows[place], chunk, row)))
                {
                    place = (place + 1) & mask;
                }

                if (hashes[place] == 0)
                {
                    hashes[place] = hash;
                    rows[place] = start + row;
                }
                else
                {
                    found.Add(new Duplicate(start + row, rows[place], IsEqual(table, rows[place], chunk, row)));
                }
            }
        }

        return found;
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
