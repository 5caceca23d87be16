using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Evidence;

namespace Scrutineer.Tests.Evidence;

public sealed class MerkleTreeTests
{
    // The eight leaves and roots with which Certificate Transparency implementations test themselves.
    private static readonly string[] Leaves =
    [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void RootAt_KnownLeaves_IsTheKnownRoot(int size, string root)
    {
        var tree = new MerkleTree();
        foreach (var leaf in Leaves)
        {
            tree.Append(MerkleHash.Leaf(Convert.FromHexString(leaf)));
        }

        Assert.Equal(root, Convert.ToHexStringLower(tree.RootAt(size)));
    }

    /// <summary>Every root, and every proof between every two sizes, of all trees up to seventy leaves.</summary>
    [Fact]
    public void Proofs_OfSmallTrees_AllHoldAndGiveTheTextbooksRoot()
    {
        const int Most = 70;
        var tree = Of(Most);
        for (var size = 0; size <= Most; size++)
        {
            Assert.Equal(Textbook([.. Enumerable.Range(0, size).Select(Hash)]), tree.RootAt(size));
            for (var index = 0; index < size; index++)
            {
                Assert.True(
                    MerkleProof.IsIncluded(Hash(index), index, size, tree.Inclusion(index, size), tree.RootAt(size))
                );
            }

            for (var first = 0; first <= size; first++)
            {
                Assert.True(
                    MerkleProof.IsConsistent(
                        first,
                        tree.RootAt(first),
                        size,
                        tree.RootAt(size),
                        tree.Consistency(first, size)
                    )
                );
            }
        }
    }

    [Fact]
    public void Proofs_WithAnythingChanged_DoNotHold() =>
        Prop.ForAll(
                Gen.Choose(2, 300)
                    .SelectMany(size => Gen.Choose(0, size - 1).Select(index => (size, index)))
                    .ToArbitrary(),
                drawn =>
                {
                    var (size, index) = drawn;
                    var tree = Of(size);
                    var root = tree.Root;
                    var proof = tree.Inclusion(index, size);
                    var grown = tree.Consistency(index + 1, size);
                    return MerkleProof.IsIncluded(Hash(index), index, size, proof, root)
                        && !MerkleProof.IsIncluded(Hash(index + 1), index, size, proof, root)
                        && !MerkleProof.IsIncluded(Hash(index), index, size, [.. proof, Hash(0)], root)
                        && !MerkleProof.IsIncluded(Hash(index), index, size, [.. proof.SkipLast(1)], root)
                        && !MerkleProof.IsIncluded(Hash(index), size, size, proof, root)
                        && proof
                            .Index()
                            .All(p => !MerkleProof.IsIncluded(Hash(index), index, size, Flipped(proof, p.Index), root))
                        && grown
                            .Index()
                            .All(p =>
                                !MerkleProof.IsConsistent(
                                    index + 1,
                                    tree.RootAt(index + 1),
                                    size,
                                    root,
                                    Flipped(grown, p.Index)
                                )
                            )
                        && (
                            index + 1 == size
                            || !MerkleProof.IsConsistent(index + 1, tree.RootAt(index), size, root, grown)
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Append_HashOfAnotherLength_Throws() =>
        Assert.Throws<ArgumentException>(() => new MerkleTree().Append([1, 2, 3]));

    internal static MerkleTree Of(int size)
    {
        var tree = new MerkleTree();
        for (var i = 0; i < size; i++)
        {
            Assert.Equal(i, tree.Append(Hash(i)));
        }

        return tree;
    }

    private static byte[] Hash(int i) => MerkleHash.Leaf(BitConverter.GetBytes(i));

    private static List<byte[]> Flipped(IReadOnlyList<byte[]> proof, int at)
    {
        var changed = proof.Select(h => (byte[])h.Clone()).ToList();
        changed[at][5] ^= 1;
        return changed;
    }

    /// <summary>RFC 6962, section 2.1, word for word.</summary>
    private static byte[] Textbook(byte[][] hashes)
    {
        if (hashes.Length < 2)
        {
            return hashes.Length == 0 ? MerkleHash.Empty : hashes[0];
        }

        var k = 1;
        while (k * 2 < hashes.Length)
        {
            k *= 2;
        }

        return MerkleHash.Node(Textbook(hashes[..k]), Textbook(hashes[k..]));
    }
}
