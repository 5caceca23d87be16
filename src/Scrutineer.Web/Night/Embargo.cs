using System.Globalization;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Scrutineer.Storage;
using Scrutineer.Web.Access;

namespace Scrutineer.Web.Night;

/// <summary>
/// Until when the public sees no figures. A coordinator sets it with a reason; each setting is a record of the stream
/// <c>night</c>, made on the version that its author saw.
/// </summary>
public sealed class Embargo(RecordStore store, TimeProvider clock)
{
    private const string Territory = "nation";
    internal const string Stream = "night";
    private const string Kind = "embargo";

    private readonly Lock looking = new();
    private EmbargoSetting setting = EmbargoSetting.None;
    private bool held;
    private long revision;

    /// <summary>What was set last.</summary>
    public EmbargoSetting Setting => Volatile.Read(ref setting);

    /// <summary>Whether figures are held back from the public now.</summary>
    public bool Holds => Setting.Until is { } until && clock.GetUtcNow() < until;

    /// <summary>Whether figures are held back from a person: coordinators see through an embargo.</summary>
    public bool HoldsFrom(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Holds && !user.IsInRole(Roles.Coordinator);
    }

    /// <summary>Rises whenever it was set, began or ended.</summary>
    public long Revision => Interlocked.Read(ref revision);

    /// <summary>Raised after it was set, began or ended.</summary>
    public event EventHandler? Changed;

    /// <summary>Reads what is new, and tells those who listen if the embargo has run out meanwhile.</summary>
    /// <exception cref="StorageException">A record of the stream cannot be read.</exception>
    public async Task FollowAsync()
    {
        var records = await store.ReadAsync(Territory, Stream);
        var latest = records.LastOrDefault(r => r.Kind == Kind);
        Keep(latest is null ? EmbargoSetting.None : Read(latest) with { StreamVersion = records[^1].Version });
    }

    /// <summary>Sets it, once, if its author saw what stands.</summary>
    /// <param name="id">The identifier that the page gave; sent again, it is accepted once.</param>
    /// <param name="version">The version of the stream that the author saw.</param>
    /// <param name="by">Who.</param>
    /// <param name="until">The end; nothing to lift it.</param>
    /// <param name="reason">Why; it is published.</param>
    internal async Task<Appended> SetAsync(string id, long version, string by, DateTimeOffset? until, string reason)
    {
        var outcome = await store.AppendAsync(
            new NewRecord(
                id,
                Territory,
                Stream,
                version + 1,
                Kind,
                by,
                clock.GetUtcNow(),
                new JsonObject { ["until"] = until is { } end ? Written(end) : null, ["reason"] = reason }
            )
        );
        await FollowAsync();
        return outcome.Appended;
    }

    /// <summary>An instant as records and files write it.</summary>
    public static string Written(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private void Keep(EmbargoSetting read)
    {
        lock (looking)
        {
            var before = Setting;
            if (read.StreamVersion >= before.StreamVersion)
            {
                Volatile.Write(ref setting, read);
            }

            if (Setting == before && held == Holds)
            {
                return;
            }

            held = Holds;
            Interlocked.Increment(ref revision);
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    private static EmbargoSetting Read(StoredRecord record)
    {
        var until = (string?)record.Body["until"];
        var end = DateTimeOffset.MinValue;
        return
            until is null
            || DateTimeOffset.TryParse(until, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out end)
            ? new EmbargoSetting(
                until is null ? null : end,
                (string?)record.Body["reason"] ?? "",
                record.Author,
                record.At,
                record.Version
            )
            : throw new StorageException(
                $"Record {record.ClientId} sets an embargo until '{until}', which is no instant."
            );
    }
}
