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

    /// <summary>The pseudonym of an observer of whom everything is meant; nothing where it is not.</summary>
    public string? Observer { get; private init; }

    /// <summary>Whether a record is meant.</summary>
    internal Func<StoredRecord, bool> Takes { get; }

    private string Words { get; }

    /// <summary>The record of an identifier.</summary>
    public static PurgeTarget OfRecord(string id) => new($"record {id}", r => r.ClientId == id);

    /// <summary>Every report that an observer handed in, and the photographs that they sent for no report.</summary>
    public static PurgeTarget OfObserver(string pseudonym) =>
        new(
            $"observer {pseudonym}",
            r => r.Version == 1 && r.Author == pseudonym && r.Stream.StartsWith("report ", StringComparison.Ordinal)
        )
        {
            Observer = pseudonym,
        };

    /// <summary>A photograph by its SHA-256.</summary>
    public static PurgeTarget OfPhotograph(string sha256) =>
        new($"photograph {sha256}", _ => false) { Photograph = sha256 };

    /// <inheritdoc/>
    public override string ToString() => Words;
}
