namespace Scrutineer.Storage;

/// <summary>What a purge takes out, found before it is done.</summary>
/// <param name="Records">The records that lose what is private of them.</param>
/// <param name="Photographs">The SHA-256 of the photographs whose bytes go.</param>
/// <param name="Counted">A record that the target names and that is no report's; nothing where there is none.</param>
public sealed record PurgePlan(
    IReadOnlyList<StoredRecord> Records,
    IReadOnlyList<string> Photographs,
    StoredRecord? Counted
)
{
    /// <summary>Why nothing is taken out; nothing where it may be.</summary>
    public PurgeRefusal? Refusal =>
        Counted is not null ? PurgeRefusal.Counts
        : Records.Count + Photographs.Count == 0 ? PurgeRefusal.Nothing
        : null;
}
