namespace Scrutineer.Evidence;

/// <summary>A signature of a note.</summary>
/// <param name="Name">The name of the key.</param>
/// <param name="KeyId">The four bytes by which the key is told from others of its name.</param>
/// <param name="Bytes">The signature, in the form of its algorithm.</param>
public sealed record NoteSignature(string Name, byte[] KeyId, byte[] Bytes)
{
    /// <summary>The line below the note, with its newline.</summary>
    public override string ToString() => $"{SignedNote.Dash}{Name} {Convert.ToBase64String([.. KeyId, .. Bytes])}\n";
}
