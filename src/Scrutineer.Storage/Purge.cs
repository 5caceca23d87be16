using System.Text.Json.Nodes;
using Dapper;

namespace Scrutineer.Storage;

/// <summary>
/// Takes what can harm a person out of a database for good: words, photographs and signed envelopes of reports. The lines that
/// were logged stay, with the hashes of what is gone, so the log is verified as before; that something was taken out, by whom
/// and why, is a record itself.
/// </summary>
/// <remarks>
/// Moves with protocols are not purged: the count is replayed from their figures, and figures of a protocol harm nobody. Copies
/// of the database that were made before hold what was purged; so does the memory of a server until it is started again.
/// </remarks>
public static class Purge
{
    /// <summary>The stream of the records that say which photographs were purged by themselves.</summary>
    public const string Stream = "purge";

    private const string Territory = "nation";
    private const string Reports = "report ";
    private const int Page = 2_000;
    private const int MostTries = 20;

    /// <summary>What a purge would take out; nothing is changed.</summary>
    /// <param name="database">The database.</param>
    /// <param name="target">What is to be taken out.</param>
    public static async Task<PurgePlan> PlanAsync(ElectionDatabase database, PurgeTarget target)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(target);
        await using var store = new RecordStore(database);
        return await PlanAsync(database, store, target);
    }

    /// <summary>Takes out one report, all reports of an observer, or a photograph.</summary>
    /// <param name="database">The database.</param>
    /// <param name="target">What is taken out.</param>
    /// <param name="reason">Why; it is published.</param>
    /// <param name="by">Who; it is published.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="StorageException">There is nothing that can be taken out, or others write to the same reports.</exception>
    public static async Task<PurgeResult> RunAsync(
        ElectionDatabase database,
        PurgeTarget target,
        string reason,
        string by,
        DateTimeOffset now
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        await using var store = new RecordStore(database);
        var plan = await PlanAsync(database, store, target);
        if (plan.Refusal is { } refusal)
        {
            throw new StorageException(
                refusal == PurgeRefusal.Counts
                    ? $"Record {plan.Counted!.ClientId} belongs to '{plan.Counted.Stream}' and is not purged: what counts is replayed from it."
                    : $"{database.Name} holds nothing private of {target}."
            );
        }

        // It is said before it is done: whoever is interrupted calls again, and nothing goes without a record.
        await RecordAsync(store, plan, reason, by, now);
        await RemoveAsync(database, plan);
        return new PurgeResult(plan.Records.Count, plan.Photographs.Count) { StillRead = !await CleanAsync(database) };
    }

    private static async Task<PurgePlan> PlanAsync(ElectionDatabase database, RecordStore store, PurgeTarget target)
    {
        var all = new List<StoredRecord>();
        while (await store.ReadAfterAsync(all.Count == 0 ? 0 : all[^1].Position, Page) is { Count: > 0 } page)
        {
            all.AddRange(page);
        }

        // All of a report goes, also what was added to its stream later, such as a photograph that came after it.
        var streams = all.Where(target.Takes).Select(r => r.Stream).ToHashSet(StringComparer.Ordinal);
        var records = all.Where(r => streams.Contains(r.Stream)).ToList();

        // A photograph that another report names as well is that report's, and stays.
        var kept = all.Except(records).SelectMany(FilesOf).ToHashSet(StringComparer.Ordinal);
        var sent = target.Observer is { } observer ? await SentAloneAsync(database, observer) : [];
        var files = target.Photograph is { } one
            ? [one]
            : records
                .SelectMany(FilesOf)
                .Concat(sent)
                .Where(f => !kept.Contains(f))
                .Distinct(StringComparer.Ordinal)
                .ToList();
        return new PurgePlan(
            [.. records.Where(r => r.Private is not null)],
            await PresentAsync(database, files),
            records.FirstOrDefault(r => !r.Stream.StartsWith(Reports, StringComparison.Ordinal))
        );
    }

    private static IEnumerable<string> FilesOf(StoredRecord record) =>
        JsonNode.Parse(record.Entry)!["files"] is JsonArray files ? files.Select(f => (string)f!) : [];

    // A photograph may come before its report, and the report never. What others sent as well, or what a report of another
    // election in the same database names, is theirs.
    private static async Task<IEnumerable<string>> SentAloneAsync(ElectionDatabase database, string observer)
    {
        await using var connection = await database.ConnectAsync();
        return await connection.QueryAsync<string>(
            "SELECT DISTINCT file FROM received r WHERE observer = @observer "
                + "AND NOT EXISTS (SELECT 1 FROM received o WHERE o.file = r.file AND o.observer <> @observer) "
                + "AND NOT EXISTS (SELECT 1 FROM record WHERE election <> @Election AND entry LIKE '%' || r.file || '%')",
            new { observer, database.Election }
        );
    }

    private static async Task<List<string>> PresentAsync(ElectionDatabase database, List<string> files)
    {
        var present = new List<string>();
        await using var connection = await database.ConnectAsync();
        foreach (var sha256 in files)
        {
            if (
                await connection.ExecuteScalarAsync<long>(
                    "SELECT COUNT(*) FROM file WHERE sha256 = @sha256 AND bytes IS NOT NULL",
                    new { sha256 }
                ) > 0
            )
            {
                present.Add(sha256);
            }
        }

        return present;
    }

    /// <summary>One record in the stream of each report; what is no report's is said in a stream of its own.</summary>
    private static async Task RecordAsync(
        RecordStore store,
        PurgePlan plan,
        string reason,
        string by,
        DateTimeOffset now
    )
    {
        var said = plan
            .Records.DistinctBy(r => r.Stream)
            .Select(r => (r.Territory, r.Stream, Files: FilesOf(r).Where(plan.Photographs.Contains).ToList()))
            .ToList();
        var others = plan.Photographs.Except(said.SelectMany(s => s.Files)).ToList();
        foreach (
            var (territory, stream, gone) in others.Count == 0 ? said : said.Append((Territory, Stream, Files: others))
        )
        {
            var body = new JsonObject
            {
                ["reason"] = reason,
                ["photographs"] = new JsonArray([.. gone.Select(f => (JsonNode)f)]),
            };
            await AppendAsync(store, territory, stream, body, by, now);
        }
    }

    private static async Task AppendAsync(
        RecordStore store,
        string territory,
        string stream,
        JsonObject body,
        string by,
        DateTimeOffset now
    )
    {
        var id = Guid.NewGuid().ToString();
        for (var i = 0; i < MostTries; i++)
        {
            var version = (await store.ReadAsync(territory, stream)).Count + 1;
            var purge = new NewRecord(id, territory, stream, version, "purge", by, now, body);
            if ((await store.AppendAsync(purge)).Appended == Appended.Now)
            {
                return;
            }
        }

        throw new StorageException($"Others write to '{stream}' at the same time. Call again.");
    }

    private static async Task RemoveAsync(ElectionDatabase database, PurgePlan plan)
    {
        await using var connection = await database.ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var record in plan.Records)
        {
            await connection.ExecuteAsync(
                "UPDATE record SET private = NULL WHERE position = @Position",
                new { record.Position },
                transaction
            );
        }

        foreach (var sha256 in plan.Photographs)
        {
            await connection.ExecuteAsync(
                "UPDATE file SET bytes = NULL WHERE sha256 = @sha256",
                new { sha256 },
                transaction
            );
        }

        // Bundles that were packed before hold what was published of it.
        await connection.ExecuteAsync("DELETE FROM job WHERE done IS NOT NULL", transaction: transaction);
        await transaction.CommitAsync();
    }

    // What was overwritten still stands in free pages and in the write-ahead log. Whether it is gone from there as well.
    private static async Task<bool> CleanAsync(ElectionDatabase database)
    {
        await using var connection = await database.ConnectAsync();
        if (database.Dialect == Dialect.PostgreSql)
        {
            await connection.ExecuteAsync("VACUUM FULL record");
            await connection.ExecuteAsync("VACUUM FULL file");
            await connection.ExecuteAsync("VACUUM FULL job");
            return true;
        }

        await connection.ExecuteAsync("VACUUM");
        var (busy, _, _) = await connection.QuerySingleAsync<(long, long, long)>("PRAGMA wal_checkpoint(TRUNCATE)");
        return busy == 0;
    }
}
