namespace Scrutineer.Evidence;

/// <summary>One signature of a note.</summary>
/// <param name="Name">The name of the key.</param>
/// <param name="KeyId">Four bytes that tell keys of one name apart.</param>
/// <param name="Bytes">The signature.</param>
public sealed record NoteSignature(string Name, byte[] KeyId, byte[] Bytes);
