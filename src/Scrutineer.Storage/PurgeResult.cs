namespace Scrutineer.Storage;

/// <summary>What was taken out.</summary>
/// <param name="Records">How many records lost what was private of them.</param>
/// <param name="Photographs">How many photographs are gone.</param>
public sealed record PurgeResult(int Records, int Photographs)
{
    /// <summary>
    /// Whether others were reading the file: the rows are purged, and their bytes are gone from its write-ahead log when
    /// everybody has closed it.
    /// </summary>
    public bool StillRead { get; init; }
}
