using System.Text;

namespace Scrutineer.Evidence;

/// <summary>
/// A text with signatures below it, each on a line with the name of its key. Source: C2SP, signed-note.
/// </summary>
/// <param name="Text">The text that is signed, with its last newline.</param>
/// <param name="Signatures">The signatures, in their order.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    private const int MostSignatures = 64;
    internal const string Dash = "— ";

    /// <summary>Reads a note; nothing where it is none.</summary>
    public static SignedNote? Read(ReadOnlySpan<byte> bytes)
    {
        string all;
        try
        {
            all = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        var end = all.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || !all.EndsWith('\n') || all.Any(c => c < ' ' && c != '\n'))
        {
            return null;
        }

        var lines = all[(end + 2)..].Split('\n')[..^1];
        var signatures = lines.Select(Signature).ToList();
        return lines.Length is 0 or > MostSignatures || signatures.Contains(null)
            ? null
            : new SignedNote(all[..(end + 1)], [.. signatures.OfType<NoteSignature>()]);
    }

    /// <summary>The note as it is stored and sent.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(s => s.ToString()))}";

    private static NoteSignature? Signature(string line)
    {
        var space = line.LastIndexOf(' ');
        if (!line.StartsWith(Dash, StringComparison.Ordinal) || space <= Dash.Length)
        {
            return null;
        }

        var name = line[Dash.Length..space];
        Span<byte> bytes = stackalloc byte[line.Length];
        return
            NoteKey.IsName(name)
            && Convert.TryFromBase64String(line[(space + 1)..], bytes, out var length)
            && length > 4
            ? new NoteSignature(name, bytes[..4].ToArray(), bytes[4..length].ToArray())
            : null;
    }
}
