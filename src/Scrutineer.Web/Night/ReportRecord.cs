using System.Text.Json.Nodes;
using Scrutineer.Counting;
using Scrutineer.Files;
using Scrutineer.Storage;
using Scrutineer.Web.Observers;

namespace Scrutineer.Web.Night;

/// <summary>
/// A report as a stream of records: the first is what the observer handed in, the others what coordinators did with it. The
/// signed envelope is private; the line that is logged holds what it is about, never what it says.
/// </summary>
internal static class ReportRecord
{
    private const string Prefix = "report ";
    private const string Nation = "nation";

    /// <summary>The stream of a report.</summary>
    public static string Stream(string clientId) => Prefix + clientId;

    /// <summary>The territory of a report.</summary>
    public static string Territory(UnitPath? unit) => unit is { } known ? MoveRecord.Territory(known) : Nation;

    /// <summary>The report that a record is about; nothing where it is about none.</summary>
    public static string? IdOf(StoredRecord record) =>
        record.Stream.StartsWith(Prefix, StringComparison.Ordinal) ? record.Stream[Prefix.Length..] : null;

    /// <summary>What an observer handed in, as a record.</summary>
    /// <param name="envelope">What came.</param>
    /// <param name="payload">What it says.</param>
    /// <param name="files">The SHA-256 of the stored photographs that it names.</param>
    /// <param name="at">The time.</param>
    public static NewRecord Of(Envelope envelope, ReportPayload payload, IReadOnlyList<string> files, DateTimeOffset at)
    {
        var body = new JsonObject { ["sequence"] = payload.Sequence };
        if (payload.Form is { } form)
        {
            body["form"] = new JsonObject
            {
                ["id"] = form.Id,
                ["version"] = form.Version,
                ["sha256"] = form.Sha256,
            };
        }

        if (payload.Unit is { } unit)
        {
            body["unit"] = unit.Text;
        }

        body["files"] = new JsonArray([.. files.Select(f => JsonValue.Create(f))]);
        return new NewRecord(
            payload.Id,
            Territory(payload.Unit),
            Stream(payload.Id),
            1,
            ScalarType.Word(payload.Kind),
            envelope.Observer,
            at,
            body
        )
        {
            Private = envelope.Bytes.ToArray(),
        };
    }

    /// <summary>Whether a record is what an envelope hands in: the same thing sent before, whatever its signature.</summary>
    public static bool IsOf(StoredRecord record, Envelope envelope, ReportPayload payload)
    {
        if (
            record.Stream != Stream(payload.Id)
            || record.Version != 1
            || record.Author != envelope.Observer
            || record.Kind != ScalarType.Word(payload.Kind)
        )
        {
            return false;
        }

        // Of what was purged nothing can be compared but the line that stays.
        return record.PrivateContent is not { } kept
            ? (long)record.Body["sequence"]! == payload.Sequence
            : Envelope.Read(kept)?.Payload == envelope.Payload;
    }

    /// <summary>The first record of a stream as a report.</summary>
    /// <exception cref="StorageException">It is no report of this election.</exception>
    public static Report Begin(StoredRecord record, ElectionSetup setup)
    {
        var body = record.Body;
        var payload =
            record.PrivateContent is { } kept && Envelope.Read(kept) is { } envelope
                ? PayloadReader.Read(envelope.Payload, setup, [], accepted: true)
                : null;
        return new Report(
            IdOf(record)!,
            Enum.GetValues<ReportKind>()
                .Cast<ReportKind?>()
                .FirstOrDefault(k => ScalarType.Word(k!.Value) == record.Kind)
                ?? throw new StorageException($"Record {record.ClientId} of '{record.Stream}' is no report."),
            (string?)body["unit"] is { } unit ? UnitPath.Parse(unit) : null,
            record.Author,
            record.At
        )
        {
            Payload = payload,
            Form = body["form"] is { } form
                ? new FormPin((string)form["id"]!, (string)form["version"]!, (string)form["sha256"]!)
                : null,
            Sequence = (long)body["sequence"]!,
            Files = FilesOf(body),
            Version = 1,
        };
    }

    /// <summary>A report after one more record of its stream.</summary>
    public static Report Apply(Report before, StoredRecord record)
    {
        var body = record.Body;
        var after = before with { Version = record.Version };
        return record.Kind switch
        {
            "triage" => after with
            {
                Severity = (string?)body["severity"] ?? before.Severity,
                Category = (string?)body["category"] ?? before.Category,
                Status = (string?)body["status"] ?? before.Status,
            },
            "assign" => after with { AssignedTo = (string?)body["to"] },
            "link" => after with
            {
                Complaint = (string?)body["complaint"] ?? before.Complaint,
                Ruling = (string?)body["ruling"] ?? before.Ruling,
            },
            "merge" => after with { MergedInto = (string?)body["into"] },
            "publish" => after with { Published = body },
            "withhold" => after with { Published = null },
            "purge" => after with { Payload = null },
            _ => after with { Files = [.. before.Files.Union(FilesOf(body), StringComparer.Ordinal)] },
        };
    }

    private static List<string> FilesOf(JsonObject body) =>
        body["files"] is JsonArray files ? [.. files.Select(f => (string)f!)] : [];
}
