namespace Scrutineer.Evidence;

/// <summary>
/// Whether a proof holds, found with nothing but the proof and the roots. Source: RFC 9162, sections 2.1.3.2 and 2.1.4.2.
/// </summary>
public static class MerkleProof
{
    /// <summary>Whether a leaf stands at an index of the tree with this size and root.</summary>
    public static bool IsIncluded(byte[] leafHash, long index, long size, IReadOnlyList<byte[]> proof, byte[] root)
    {
        ArgumentNullException.ThrowIfNull(leafHash);
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(root);
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (node, last) = (index, size - 1);
        var hash = leafHash;
        foreach (var other in proof)
        {
            if (last == 0)
            {
                return false;
            }

            if (node % 2 == 1 || node == last)
            {
                hash = MerkleHash.Node(other, hash);
                while (node % 2 == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                hash = MerkleHash.Node(hash, other);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash.AsSpan().SequenceEqual(root);
    }

    /// <summary>Whether the tree with the second size and root grew from that with the first, nothing changed or removed.</summary>
    public static bool IsConsistent(
        long first,
        byte[] firstRoot,
        long second,
        byte[] secondRoot,
        IReadOnlyList<byte[]> proof
    )
    {
        ArgumentNullException.ThrowIfNull(firstRoot);
        ArgumentNullException.ThrowIfNull(secondRoot);
        ArgumentNullException.ThrowIfNull(proof);
        if (first < 0 || first > second)
        {
            return false;
        }

        if (first == second)
        {
            return proof.Count == 0 && firstRoot.AsSpan().SequenceEqual(secondRoot);
        }

        if (first == 0)
        {
            return proof.Count == 0 && firstRoot.AsSpan().SequenceEqual(MerkleHash.Empty);
        }

        // A first tree that is full is a node of the second: its root stands for the first hash of the proof.
        var path = (first & (first - 1)) == 0 ? [firstRoot, .. proof] : proof;
        if (path.Count == 0)
        {
            return false;
        }

        var (node, last) = (first - 1, second - 1);
        while (node % 2 == 1)
        {
            (node, last) = (node >> 1, last >> 1);
        }

        var (old, grown) = (path[0], path[0]);
        foreach (var other in path.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            if (node % 2 == 1 || node == last)
            {
                old = MerkleHash.Node(other, old);
                grown = MerkleHash.Node(other, grown);
                while (node % 2 == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                grown = MerkleHash.Node(grown, other);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && old.AsSpan().SequenceEqual(firstRoot) && grown.AsSpan().SequenceEqual(secondRoot);
    }
}
