using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Scrutineer.Evidence;

/// <summary>
/// The published copies of observers in <c>copies.json</c>, held against the leaves that they open: the salt and the signed
/// envelope must give the digest that the leaf holds as <c>private</c>, and the copy must say what the envelope says.
/// </summary>
internal sealed class OpenedCopies
{
    private const string File = EvidenceBundle.CopiesFile;
    private const string Stream = "report ";
    private const int SaltLength = 32;
    private readonly List<JsonElement> copies = [];
    private readonly HashSet<string> wanted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Leaf, string Line)> met = new(StringComparer.Ordinal);
    private string? unreadable;

    /// <summary>How many were opened and are what their leaves are of.</summary>
    public int Opened { get; private set; }

    /// <summary>How many have nothing to open any more.</summary>
    public int Purged { get; private set; }

    /// <summary>Reads the file; where there is none, there are no copies: they may be withheld.</summary>
    public static OpenedCopies Read(string path)
    {
        var read = new OpenedCopies();
        if (!System.IO.File.Exists(path))
        {
            return read;
        }

        try
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
            read.copies.AddRange(json.RootElement.Clone().GetProperty("copies").EnumerateArray());
            foreach (var copy in read.copies)
            {
                read.wanted.Add(Stream + Text(copy, "id"));
                read.wanted.Add(StreamOf(Text(copy, "entry")));
            }
        }
        catch (Exception wrong) when (IsNoSuchThing(wrong))
        {
            read.unreadable = wrong.Message;
        }

        return read;
    }

    /// <summary>Takes note of an entry of the log that a copy may open.</summary>
    public void Meet(long leaf, byte[] entry, JsonElement json)
    {
        if (
            json.TryGetProperty("stream", out var stream)
            && stream.ValueKind == JsonValueKind.String
            && wanted.Contains(stream.GetString()!)
        )
        {
            // The first of a stream is what was handed in.
            met.TryAdd(stream.GetString()!, (leaf, Encoding.UTF8.GetString(entry)));
        }
    }

    /// <summary>Holds every copy against its leaf, after all entries were met.</summary>
    /// <param name="tell">Takes a code, a sentence and a leaf.</param>
    public void Check(Action<string, string, long?> tell)
    {
        if (unreadable is not null)
        {
            tell("evidence-copy", $"{File} cannot be read as published copies: {unreadable}", null);
            return;
        }

        foreach (var copy in copies)
        {
            var id = Text(copy, "id");
            if (
                !met.TryGetValue(Stream + id, out var leaf) && !met.TryGetValue(StreamOf(Text(copy, "entry")), out leaf)
            )
            {
                tell("evidence-copy", $"{File}: copy {id} opens no leaf of this log.", null);
                continue;
            }

            using var line = JsonDocument.Parse(leaf.Line);
            if (Wrong(copy, leaf.Line, line.RootElement) is { } wrong)
            {
                var (stream, unit) = (Text(line.RootElement, "stream"), UnitOf(line.RootElement));
                tell("evidence-copy", $"Leaf {leaf.Leaf} ({stream}, {unit}): {File} {wrong}.", leaf.Leaf);
            }
        }
    }

    private string? Wrong(JsonElement copy, string text, JsonElement line)
    {
        try
        {
            if (copy.GetProperty("entry").GetString() != text)
            {
                return "holds another line than the log";
            }

            if (
                Stream + copy.GetProperty("id").GetString() != Text(line, "stream")
                || copy.GetProperty("unit").GetString() != UnitOf(line)
                || copy.GetProperty("observer").GetString() != Text(line, "author")
            )
            {
                return "names another report, unit or observer than the leaf";
            }

            if (copy.GetProperty("opened").ValueKind == JsonValueKind.Null)
            {
                Purged++;
                return null;
            }

            if (
                !copy.GetProperty("opened").TryGetBytesFromBase64(out var opened)
                || Convert.ToHexStringLower(SHA256.HashData(opened)) != Text(line, "private")
            )
            {
                return "opens something else: it does not give the digest that the leaf holds";
            }

            using var envelope = JsonDocument.Parse(opened.AsMemory(SaltLength));
            using var payload = JsonDocument.Parse(envelope.RootElement.GetProperty("payload").GetString()!);
            if (!Figures(copy).SequenceEqual(Figures(payload.RootElement)))
            {
                return "shows other figures than were signed";
            }

            Opened++;
            return null;
        }
        catch (Exception wrong) when (IsNoSuchThing(wrong))
        {
            return "holds a copy that cannot be read";
        }
    }

    /// <summary>Figures by column, as text; a number without the noughts and spaces with which it was typed, marks as words.</summary>
    private static IEnumerable<(string Column, string Figure)> Figures(JsonElement of) =>
        of.TryGetProperty("figures", out var figures)
            ? figures
                .EnumerateObject()
                .Select(f => (f.Name, Plain(f.Value.ToString().Trim())))
                .OrderBy(f => f.Name, StringComparer.Ordinal)
            : [];

    private static string Plain(string figure) =>
        figure switch
        {
            "-" => "blank",
            "?" => "illegible",
            _ when figure.Length > 0 && figure.All(char.IsAsciiDigit) => figure[..^1].TrimStart('0') + figure[^1],
            _ => figure,
        };

    private static string UnitOf(JsonElement line) =>
        line.TryGetProperty("body", out var body) && body.ValueKind == JsonValueKind.Object ? Text(body, "unit") : "";

    private static string StreamOf(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Text(json.RootElement, "stream");
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static string Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object
        && of.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";

    private static bool IsNoSuchThing(Exception wrong) =>
        wrong is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentOutOfRangeException;
}
