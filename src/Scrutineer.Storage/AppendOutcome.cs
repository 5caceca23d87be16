namespace Scrutineer.Storage;

/// <summary>What became of something that was to be accepted.</summary>
public enum Appended
{
    /// <summary>It was accepted and is on the disk.</summary>
    Now,

    /// <summary>The same thing with the same identifier was accepted before; nothing was written.</summary>
    Before,

    /// <summary>Somebody else's record has taken its place in the stream: read the stream again and decide anew.</summary>
    Overtaken,

    /// <summary>Another thing has its identifier; nothing was written.</summary>
    Differs,
}

/// <summary>What became of something that was to be accepted, and where it stands.</summary>
/// <param name="Appended">What became of it.</param>
/// <param name="Record">The record that stands under its identifier; nothing where none does.</param>
public sealed record AppendOutcome(Appended Appended, StoredRecord? Record);
