using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Scrutineer.Storage;

/// <summary>Something that was accepted.</summary>
/// <param name="Position">Its place among all, rising, not without gaps.</param>
/// <param name="Territory">The territory.</param>
/// <param name="Stream">What it is about.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="ClientId">The identifier that the device gave it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Entry">The line of JSON that is logged: all of the above, its author, its time and its public content.</param>
public sealed record StoredRecord(
    long Position,
    string Territory,
    string Stream,
    long Version,
    string ClientId,
    string Kind,
    string Entry
)
{
    private const int SaltLength = 32;
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A salt and what is private; nothing where nothing is, or where it was purged.</summary>
    public byte[]? Private { get; init; }

    /// <summary>What is private, without its salt.</summary>
    public ReadOnlyMemory<byte>? PrivateContent =>
        Private is null ? (ReadOnlyMemory<byte>?)null : Private.AsMemory(SaltLength);

    /// <summary>The bytes that are hashed into the log.</summary>
    public byte[] Leaf => Encoding.UTF8.GetBytes(Entry);

    /// <summary>The public content.</summary>
    public JsonObject Body => JsonNode.Parse(Entry)!["body"]!.AsObject();

    /// <summary>Who made it.</summary>
    public string Author => (string)JsonNode.Parse(Entry)!["author"]!;

    /// <summary>When the server accepted it.</summary>
    public DateTimeOffset At =>
        DateTimeOffset.Parse(
            (string)JsonNode.Parse(Entry)!["at"]!,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal
        );

    /// <summary>
    /// A record with its line: what is private stands in it as the SHA-256 of a salt and the content, so that it can be purged
    /// and nobody can guess it from its hash.
    /// </summary>
    internal static StoredRecord Of(NewRecord record)
    {
        byte[]? kept = record.Private is null
            ? null
            : [.. RandomNumberGenerator.GetBytes(SaltLength), .. record.Private];
        return new StoredRecord(
            0,
            record.Territory,
            record.Stream,
            record.Version,
            record.ClientId,
            record.Kind,
            Line(record, kept)
        )
        {
            Private = kept,
        };
    }

    /// <summary>Why the columns beside the line do not say what the line says; nothing where they do.</summary>
    internal string? Disagreement()
    {
        try
        {
            using var json = JsonDocument.Parse(Entry);
            var root = json.RootElement;
            return root.GetProperty("id").GetString() != ClientId ? "client_id"
                : root.GetProperty("territory").GetString() != Territory ? "territory"
                : root.GetProperty("stream").GetString() != Stream ? "stream"
                : root.GetProperty("version").GetInt64() != Version ? "version"
                : root.GetProperty("kind").GetString() != Kind ? "kind"
                : Private is not null
                && (!root.TryGetProperty("private", out var told) || told.GetString() != HashOf(Private))
                    ? "private"
                : null;
        }
        catch (Exception wrong)
            when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return "entry";
        }
    }

    /// <summary>Whether another record says the same, whenever it was accepted and whatever its salt.</summary>
    internal bool SaysTheSameAs(StoredRecord other)
    {
        return Without(this) == Without(other)
            && (PrivateContent ?? default).Span.SequenceEqual((other.PrivateContent ?? default).Span);

        static string Without(StoredRecord record)
        {
            var line = JsonNode.Parse(record.Entry)!.AsObject();
            line.Remove("at");
            line.Remove("private");
            return line.ToJsonString();
        }
    }

    private static string HashOf(byte[] salted) => Convert.ToHexStringLower(SHA256.HashData(salted));

    private static string Line(NewRecord record, byte[]? kept)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain))
        {
            json.WriteStartObject();
            json.WriteString("id", record.ClientId);
            json.WriteString("territory", record.Territory);
            json.WriteString("stream", record.Stream);
            json.WriteNumber("version", record.Version);
            json.WriteString("kind", record.Kind);
            json.WriteString("author", record.Author);
            json.WriteString(
                "at",
                record.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)
            );
            if (record.Body["files"] is { } files)
            {
                json.WritePropertyName("files");
                files.WriteTo(json);
            }

            json.WritePropertyName("body");
            record.Body.WriteTo(json);
            if (kept is not null)
            {
                json.WriteString("private", HashOf(kept));
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
