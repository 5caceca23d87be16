using System.Text;
using System.Text.Json;

namespace Scrutineer.Web.Observers;

/// <summary>What an observer's device signed, as it came.</summary>
/// <param name="Observer">The pseudonym under which it was signed.</param>
/// <param name="Payload">The signed text.</param>
/// <param name="Signature">The signature, as it came.</param>
/// <param name="Bytes">The whole envelope, as it came.</param>
public sealed record Envelope(string Observer, string Payload, string Signature, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The most bytes of an envelope.</summary>
    public const int Longest = 256 << 10;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    private static readonly string[] Names = ["observer", "payload", "signature", "algorithm"];

    /// <summary>The envelope in bytes of JSON; nothing where they are none.</summary>
    public static Envelope? Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > Longest)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(bytes, Strict);
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && Names.All(n => json.RootElement.TryGetProperty(n, out var v) && v.ValueKind == JsonValueKind.String)
                && json.RootElement.EnumerateObject().Count() == Names.Length
                && json.RootElement.GetProperty("algorithm").ValueEquals(DeviceSignature.Algorithm)
                ? new Envelope(
                    json.RootElement.GetProperty("observer").GetString()!,
                    json.RootElement.GetProperty("payload").GetString()!,
                    json.RootElement.GetProperty("signature").GetString()!,
                    bytes
                )
                : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // The second: a text with half of a surrogate pair.
            return null;
        }
    }

    /// <summary>The bytes that were signed.</summary>
    public byte[] Signed => Encoding.UTF8.GetBytes(Payload);
}
