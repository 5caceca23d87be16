namespace Scrutineer.Storage;

/// <summary>A file that entries name by its SHA-256.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record StoredFile(string Type, byte[] Bytes);
