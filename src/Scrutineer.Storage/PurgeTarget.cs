namespace Scrutineer.Storage;

/// <summary>What is to be taken out: exactly one of three.</summary>
public sealed record PurgeTarget
{
    private PurgeTarget(string words, Func<StoredRecord, bool> takes)
    {
        Words = words;
        Takes = takes;
    }

    /// <summary>The SHA-256 of a photograph; nothing where records are meant.</summary>
    public string? Photograph { get; private init; }

    /// <summary>Whether a record is meant.</summary>
    internal Func<StoredRecord, bool> Takes { get; }

    private string Words { get; }

    /// <summary>The record of an identifier.</summary>
    public static PurgeTarget OfRecord(string id) => new($"record {id}", r => r.ClientId == id);

    /// <summary>Every report that an observer handed in.</summary>
    public static PurgeTarget OfObserver(string pseudonym) =>
        new(
            $"observer {pseudonym}",
            r => r.Author == pseudonym && r.Stream.StartsWith("report ", StringComparison.Ordinal)
        );

    /// <summary>A photograph by its SHA-256.</summary>
    public static PurgeTarget OfPhotograph(string sha256) =>
        new($"photograph {sha256}", _ => false) { Photograph = sha256 };

    /// <inheritdoc/>
    public override string ToString() => Words;
}
