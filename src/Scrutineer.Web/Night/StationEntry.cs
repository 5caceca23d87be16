using Scrutineer.Counting.Entry;

namespace Scrutineer.Web.Night;

/// <summary>The protocol of a station as it stands.</summary>
/// <param name="Entry">Its double entry.</param>
/// <param name="Version">How many moves were accepted.</param>
public sealed record StationEntry(DoubleEntry Entry, long Version);
