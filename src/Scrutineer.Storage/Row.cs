namespace Scrutineer.Storage;

/// <summary>A row of the table <c>record</c>, as the mapper fills it.</summary>
internal sealed class Row
{
    public long Position { get; set; }

    public string Territory { get; set; } = "";

    public string Stream { get; set; } = "";

    public long Version { get; set; }

    public string ClientId { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Entry { get; set; } = "";

    public byte[]? Private { get; set; }

    public StoredRecord Stored =>
        new(Position, Territory, Stream, Version, ClientId, Kind, Entry) { Private = Private };
}
