namespace Scrutineer.Storage;

/// <summary>What was taken out.</summary>
/// <param name="Records">How many records lost what was private of them.</param>
/// <param name="Photographs">How many photographs are gone.</param>
public sealed record PurgeResult(int Records, int Photographs);
