using System.Globalization;

namespace Scrutineer.Evidence;

/// <summary>What a log says of itself at one moment: how many entries it has, and the root over them. Source: C2SP, tlog-checkpoint.</summary>
/// <param name="Origin">The name of the log.</param>
/// <param name="Size">How many entries it has.</param>
/// <param name="Root">The root of the Merkle tree over them, 32 bytes.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    /// <summary>The text of the note that is signed.</summary>
    public string Text =>
        string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");

    /// <summary>Reads the text of a note; nothing where it is no checkpoint.</summary>
    public static Checkpoint? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n');
        var root = new byte[MerkleHash.Length + 1];
        return
            lines.Length >= 4
            && lines[^1].Length == 0
            && lines[..^1].All(l => l.Length > 0)
            && long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && size.ToString(CultureInfo.InvariantCulture) == lines[1]
            && Convert.TryFromBase64String(lines[2], root, out var length)
            && length == MerkleHash.Length
            ? new Checkpoint(lines[0], size, root[..length])
            : null;
    }

    /// <summary>The checkpoint as a note signed by the log.</summary>
    public SignedNote Sign(NoteKey key, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new SignedNote(Text, [key.Sign(Text, now)]);
    }
}
