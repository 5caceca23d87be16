using System.Buffers.Binary;
using System.Text;

namespace Scrutineer.Evidence;

/// <summary>
/// A log as a folder of plain files, for a stick, a web host or a stranger: <c>checkpoint</c>, <c>key</c>, and below
/// <c>tile/</c> the entries and the hashes of the tree. Source: C2SP, tlog-tiles.
/// </summary>
public static class EvidenceBundle
{
    /// <summary>The most bytes of one entry: the length stands before it in 16 bits.</summary>
    public const int LongestEntry = ushort.MaxValue;

    /// <summary>The name of the file with the signed checkpoint.</summary>
    public const string CheckpointFile = "checkpoint";

    /// <summary>The name of the file with the latest checkpoint that witnesses signed; it is there where one did.</summary>
    public const string WitnessedFile = "witnessed";

    /// <summary>The name of the file with the text of the key that verifies it.</summary>
    public const string KeyFile = "key";

    /// <summary>The name of the file with the published copies of observers and what opens their leaves.</summary>
    public const string CopiesFile = "copies.json";

    /// <summary>The folder of the bundle within a site of plain files.</summary>
    public const string SiteFolder = "log";

    /// <summary>The folder with the files that entries name by their SHA-256.</summary>
    public const string Files = "files";

    /// <summary>Writes the bundle of all entries. Tiles that are full and there already are the same, and are left.</summary>
    /// <param name="folder">Where it goes; it is made if it is not there.</param>
    /// <param name="entries">Every entry of the log, in order.</param>
    /// <param name="tree">The tree over them.</param>
    /// <param name="checkpoint">The signed checkpoint of the same size.</param>
    /// <param name="key">The text of the key that signed it.</param>
    /// <exception cref="ArgumentException">Entries, tree and checkpoint are not of one size, or an entry is too long.</exception>
    public static void Write(
        string folder,
        IReadOnlyList<byte[]> entries,
        MerkleTree tree,
        SignedNote checkpoint,
        string key
    )
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(checkpoint);
        if (entries.Count != tree.Size || Checkpoint.Read(checkpoint.Text)?.Size != tree.Size)
        {
            throw new ArgumentException(
                "The entries, the tree and the checkpoint are not of one size.",
                nameof(entries)
            );
        }

        foreach (var tile in Tile.Of(tree.Size))
        {
            var path = Path.Combine(folder, tile.Path.Replace('/', Path.DirectorySeparatorChar));
            if (tile.Width == Tile.FullWidth && File.Exists(path))
            {
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, tile.Level == Tile.Entries ? Framed(tile, entries) : Hashes(tile, tree));
        }

        // The checkpoint last: whoever reads it finds all that it speaks of.
        File.WriteAllText(Path.Combine(folder, KeyFile), key + "\n");
        File.WriteAllText(Path.Combine(folder, CheckpointFile), checkpoint.ToString());
    }

    /// <summary>The bytes of a tile of hashes.</summary>
    public static byte[] Hashes(Tile tile, MerkleTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var bytes = new byte[tile.Width * MerkleHash.Length];
        for (var i = 0; i < tile.Width; i++)
        {
            tree.Full(8 * tile.Level, tile.First + i).CopyTo(bytes, i * MerkleHash.Length);
        }

        return bytes;
    }

    private static byte[] Framed(Tile tile, IReadOnlyList<byte[]> entries) =>
        EntryTile([.. entries.Skip((int)tile.First).Take(tile.Width)]);

    /// <summary>The bytes of a tile of entries: each entry after its length in 16 bits, the higher byte first.</summary>
    /// <param name="entries">The entries of the tile alone, in order.</param>
    /// <exception cref="ArgumentException">An entry is too long.</exception>
    public static byte[] EntryTile(IReadOnlyList<byte[]> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        using var bytes = new MemoryStream();
        Span<byte> length = stackalloc byte[sizeof(ushort)];
        foreach (var entry in entries)
        {
            if (entry.Length > LongestEntry)
            {
                throw new ArgumentException(
                    $"An entry has {entry.Length} bytes; {LongestEntry} are the most.",
                    nameof(entries)
                );
            }

            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)entry.Length);
            bytes.Write(length);
            bytes.Write(entry);
        }

        return bytes.ToArray();
    }

    /// <summary>The entries of one file, as many as can be read of it.</summary>
    /// <param name="bytes">The bytes of the file.</param>
    /// <param name="whole">Whether all bytes were read as entries.</param>
    internal static IReadOnlyList<byte[]> Entries(ReadOnlySpan<byte> bytes, out bool whole)
    {
        var entries = new List<byte[]>();
        while (bytes.Length >= sizeof(ushort))
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes);
            if (bytes.Length < sizeof(ushort) + length)
            {
                break;
            }

            entries.Add(bytes.Slice(sizeof(ushort), length).ToArray());
            bytes = bytes[(sizeof(ushort) + length)..];
        }

        whole = bytes.IsEmpty;
        return entries;
    }

    /// <summary>An entry in short, for people: its first eighty characters.</summary>
    internal static string Shown(byte[] entry)
    {
        var text = Encoding.UTF8.GetString(entry.AsSpan(0, Math.Min(entry.Length, 320)));
        var plain = new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
        return plain.Length <= 80 ? plain : plain[..80] + "…";
    }
}
