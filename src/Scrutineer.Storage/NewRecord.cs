using System.Text.Json.Nodes;

namespace Scrutineer.Storage;

/// <summary>Something to be accepted.</summary>
/// <param name="ClientId">The identifier that the device gave it; the same one sent again is accepted once.</param>
/// <param name="Territory">The territory it belongs to, by which tables are divided.</param>
/// <param name="Stream">What it is about, such as the protocol of one station; records of one stream follow each other.</param>
/// <param name="Version">Its place in the stream, from 1: the next after the one that its author had seen.</param>
/// <param name="Kind">What it is, such as <c>entry</c>.</param>
/// <param name="Author">The account or the pseudonym of a device.</param>
/// <param name="At">When the server accepted it.</param>
/// <param name="Body">What is public of it, as JSON.</param>
public sealed record NewRecord(
    string ClientId,
    string Territory,
    string Stream,
    long Version,
    string Kind,
    string Author,
    DateTimeOffset At,
    JsonObject Body
)
{
    /// <summary>What is not public of it, such as words in which a person can be known; it can be purged.</summary>
    public byte[]? Private { get; init; }
}
