using System.Security.Cryptography;

namespace Scrutineer.Evidence;

/// <summary>
/// The hashes of a Merkle tree: 32 bytes of SHA-256, leaves and inner nodes kept apart by their first byte, so that no inner
/// node can pass for a leaf. Source: RFC 6962, section 2.1.
/// </summary>
public static class MerkleHash
{
    /// <summary>The bytes of a hash.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>The hash of the empty tree: that of no bytes.</summary>
    public static byte[] Empty => SHA256.HashData([]);

    /// <summary>The hash of a leaf: SHA-256 of the byte 0 and the leaf.</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> leaf)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(leaf);
        return hash.GetHashAndReset();
    }

    /// <summary>The hash of an inner node: SHA-256 of the byte 1, the left hash and the right hash.</summary>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> both = stackalloc byte[1 + (2 * Length)];
        both[0] = 1;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + Length)..]);
        return SHA256.HashData(both);
    }
}
