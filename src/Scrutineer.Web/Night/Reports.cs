using System.Collections.Concurrent;
using Scrutineer.Storage;

namespace Scrutineer.Web.Night;

/// <summary>
/// The reports of observers as they stand. What stands follows from the records alone: each report is replayed from its stream,
/// after a start and when another process has accepted something.
/// </summary>
public sealed class Reports(ElectionSetup setup, RecordStore store)
{
    private readonly ConcurrentDictionary<string, Placed> reports = new(StringComparer.Ordinal);
    private long revision;

    /// <summary>Rises whenever a report came or changed.</summary>
    public long Revision => Interlocked.Read(ref revision);

    /// <summary>Raised after a report came or changed.</summary>
    public event EventHandler? Changed;

    /// <summary>Every report, in the order in which they were accepted.</summary>
    public IReadOnlyList<Report> All => [.. reports.Values.OrderBy(p => p.Position).Select(p => p.Report)];

    /// <summary>The SHA-256 of the photographs of published reports.</summary>
    public IReadOnlyCollection<string> PublishedFiles =>
        reports
            .Values.Where(p => p.Report.Published is not null)
            .SelectMany(p => p.Report.Files)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The reports of an observer that name a photograph which they do not have yet.</summary>
    /// <param name="observer">The observer.</param>
    /// <param name="received">The SHA-256 of the photograph as it was sent.</param>
    /// <param name="stored">The SHA-256 of what is kept of it.</param>
    public IReadOnlyList<Report> Awaiting(string observer, string received, string stored) =>
        [
            .. reports
                .Values.Select(p => p.Report)
                .Where(r =>
                    r.Observer == observer
                    && r.Payload?.Files.Contains(received, StringComparer.Ordinal) == true
                    && !r.Files.Contains(stored, StringComparer.Ordinal)
                ),
        ];

    /// <summary>The report of an identifier; nothing where there is none.</summary>
    public Report? Find(string clientId) => reports.GetValueOrDefault(clientId)?.Report;

    /// <summary>The record with which a report began; nothing where there is none.</summary>
    public async Task<StoredRecord?> FirstAsync(string clientId) =>
        Find(clientId) is { } report ? await store.FindAsync(report.Territory, clientId) : null;

    /// <summary>Accepts a record of a report's stream, once, and shows it.</summary>
    public async Task<AppendOutcome> AppendAsync(NewRecord record)
    {
        var outcome = await store.AppendAsync(record);
        if (outcome is { Appended: Appended.Now or Appended.Before, Record: { } accepted } && Keep(accepted))
        {
            Tell();
        }

        return outcome;
    }

    /// <summary>Takes in records in the order of their positions; those that are known already change nothing.</summary>
    /// <exception cref="StorageException">A record is no report of this election.</exception>
    internal async Task TakeAsync(IEnumerable<StoredRecord> records)
    {
        var changed = false;
        var late = new HashSet<(string Territory, string Stream)>();
        foreach (var record in records)
        {
            if (ReportRecord.IdOf(record) is { } id && Follows(id, record) is var follows and not Order.Known)
            {
                changed |= follows == Order.Next && Keep(record);
                if (follows == Order.Later)
                {
                    late.Add((record.Territory, record.Stream));
                }
            }
        }

        foreach (var (territory, stream) in late)
        {
            changed |= await ReadAsync(territory, stream);
        }

        if (changed)
        {
            Tell();
        }
    }

    /// <summary>Reads a report anew, as it stands in the database.</summary>
    internal async Task<Report?> ReadAsync(Report report)
    {
        if (await ReadAsync(report.Territory, ReportRecord.Stream(report.ClientId)))
        {
            Tell();
        }

        return Find(report.ClientId);
    }

    private async Task<bool> ReadAsync(string territory, string stream)
    {
        var changed = false;
        foreach (var record in await store.ReadAsync(territory, stream))
        {
            changed |= Keep(record);
        }

        return changed;
    }

    private Order Follows(string id, StoredRecord record)
    {
        var known = reports.GetValueOrDefault(id);
        return record.Version == 1 ? (known?.Position == record.Position ? Order.Known : Order.Next)
            : known is null || known.Report.Version + 1 < record.Version ? Order.Later
            : known.Report.Version + 1 == record.Version ? Order.Next
            : Order.Known;
    }

    /// <summary>Takes a record into the report that it begins or follows.</summary>
    /// <returns>Whether anything changed; not where it was there, or does not follow yet.</returns>
    private bool Keep(StoredRecord record)
    {
        var id = ReportRecord.IdOf(record)!;
        lock (reports)
        {
            var known = reports.GetValueOrDefault(id);
            if (record.Version == 1)
            {
                // Two processes may have accepted one identifier in two territories at once; the earlier stands for both.
                if (known is not null && known.Position <= record.Position)
                {
                    return false;
                }

                reports[id] = new Placed(record.Position, ReportRecord.Begin(record, setup));
                return true;
            }

            if (
                known is null
                || known.Report.Territory != record.Territory
                || known.Report.Version + 1 != record.Version
            )
            {
                return false;
            }

            reports[id] = known with { Report = ReportRecord.Apply(known.Report, record) };
            return true;
        }
    }

    private void Tell()
    {
        Interlocked.Increment(ref revision);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private enum Order
    {
        Known,
        Next,
        Later,
    }

    private sealed record Placed(long Position, Report Report);
}
