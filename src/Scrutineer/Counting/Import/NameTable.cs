using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Scrutineer.Counting.Import;

/// <summary>Gives each name below a parent a number, in order of first appearance; names are bytes of the table.</summary>
internal sealed class NameTable
{
    private readonly List<(int Parent, byte[] Name, int Line)> entries = [];
    private readonly Dictionary<(int Parent, ulong Hash), List<int>> byHash = [];

    public int Count => entries.Count;

    /// <summary>The parent, the name and the line of first appearance of a number.</summary>
    public (int Parent, byte[] Name, int Line) this[int id] => entries[id];

    /// <summary>The number of a name; a new one where it was not seen before.</summary>
    public int Of(int parent, ReadOnlySpan<byte> name, int line)
    {
        var key = (parent, Hash(name));
        ref var ids = ref CollectionsMarshal.GetValueRefOrAddDefault(byHash, key, out _);
        foreach (var id in ids ??= [])
        {
            if (name.SequenceEqual(entries[id].Name))
            {
                return id;
            }
        }

        ids.Add(entries.Count);
        entries.Add((parent, name.ToArray(), line));
        return entries.Count - 1;
    }

    /// <summary>A quick 64-bit mix of a name. Equal names have equal hashes; equality is always settled on the bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Hash(ReadOnlySpan<byte> name)
    {
        var hash = 0x9E3779B97F4A7C15UL ^ (ulong)name.Length;
        while (name.Length >= 8)
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(name));
            name = name[8..];
        }

        ulong rest = 0;
        foreach (var b in name)
        {
            rest = (rest << 8) | b;
        }

        return Mix(hash ^ rest);
    }

    /// <summary>Spreads the bits of a number over all 64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value ^ 0xD6E8FEB86659FD93UL, 0xA0761D6478BD642FUL, out var low);
        return BitOperations.RotateLeft(high, 17) ^ low;
    }
}
