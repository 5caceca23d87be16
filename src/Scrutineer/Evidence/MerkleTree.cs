using System.Numerics;

namespace Scrutineer.Evidence;

/// <summary>
/// An append-only tree over leaves 0, 1, 2 …: its root at any size, the proof that a leaf is in it, and the proof that one
/// size grew from another. Source: RFC 6962, sections 2.1, 2.1.1 and 2.1.2.
/// </summary>
/// <remarks>Only hashes are kept, those of all full subtrees: two for each leaf, 64 bytes.</remarks>
public sealed class MerkleTree
{
    private readonly List<List<byte[]>> levels =
    [
        [],
    ];

    /// <summary>How many leaves there are.</summary>
    public long Size => levels[0].Count;

    /// <summary>The root of the whole tree.</summary>
    public byte[] Root => RootAt(Size);

    /// <summary>Appends a leaf by its hash and returns its index.</summary>
    /// <exception cref="ArgumentException">The hash has not 32 bytes.</exception>
    public long Append(byte[] leafHash)
    {
        ArgumentNullException.ThrowIfNull(leafHash);
        if (leafHash.Length != MerkleHash.Length)
        {
            throw new ArgumentException(
                $"A hash has {MerkleHash.Length} bytes, not {leafHash.Length}.",
                nameof(leafHash)
            );
        }

        levels[0].Add(leafHash);

        // Each pair that becomes full makes one node of the level above.
        for (var level = 0; levels[level].Count % 2 == 0; level++)
        {
            if (levels.Count == level + 1)
            {
                levels.Add([]);
            }

            levels[level + 1].Add(MerkleHash.Node(levels[level][^2], levels[level][^1]));
        }

        return Size - 1;
    }

    /// <summary>The hash of a leaf.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    public byte[] LeafHash(long index) => Full(0, index);

    /// <summary>The hash of a full subtree: that of the leaves from <c>index · 2^level</c>, <c>2^level</c> of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The subtree is not full, or not there.</exception>
    public byte[] Full(int level, long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, levels.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, levels[level].Count);
        return levels[level][(int)index];
    }

    /// <summary>The root when the tree had a size.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree never had that size.</exception>
    public byte[] RootAt(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        return size == 0 ? MerkleHash.Empty : Hash(0, size);
    }

    /// <summary>The hashes that lead from a leaf to the root at a size, from the leaf upwards (RFC 6962, section 2.1.1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such leaf at that size.</exception>
    public IReadOnlyList<byte[]> Inclusion(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        return Path(index, 0, size);
    }

    /// <summary>The hashes by which the root at one size follows from that at a smaller one (RFC 6962, section 2.1.2).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sizes are not in order, or the tree never had them.</exception>
    public IReadOnlyList<byte[]> Consistency(long first, long second)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, second);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(second, Size);
        return first == 0 || first == second ? [] : SubProof(first, 0, second, whole: true);
    }

    private List<byte[]> Path(long index, long from, long to)
    {
        if (to - from == 1)
        {
            return [];
        }

        var split = Split(from, to);
        var path = index < split ? Path(index, from, split) : Path(index, split, to);
        path.Add(index < split ? Hash(split, to) : Hash(from, split));
        return path;
    }

    private List<byte[]> SubProof(long first, long from, long to, bool whole)
    {
        if (first == to)
        {
            return whole ? [] : [Hash(from, to)];
        }

        var split = Split(from, to);
        var proof = first <= split ? SubProof(first, from, split, whole) : SubProof(first, split, to, whole: false);
        proof.Add(first <= split ? Hash(split, to) : Hash(from, split));
        return proof;
    }

    /// <summary>The hash over leaves from one index up to, and without, another.</summary>
    private byte[] Hash(long from, long to)
    {
        var count = to - from;
        if (BitOperations.IsPow2(count) && from % count == 0)
        {
            var level = BitOperations.Log2((ulong)count);
            return levels[level][(int)(from >> level)];
        }

        var split = Split(from, to);
        return MerkleHash.Node(Hash(from, split), Hash(split, to));
    }

    /// <summary>Where a span divides: after the largest power of two below its length.</summary>
    private static long Split(long from, long to) =>
        from + (long)(BitOperations.RoundUpToPowerOf2((ulong)(to - from)) / 2);
}
