using System.Net;
using Microsoft.Extensions.Logging;
using Scrutineer.Evidence;

namespace Scrutineer.Web;

/// <summary>Where a server keeps what it accepts, and where it listens.</summary>
/// <param name="Database">A file of SQLite, or a connection string of PostgreSQL.</param>
/// <param name="Secrets">A folder for the keys of the log and of the sessions; never part of the database or its backups.</param>
/// <param name="Urls">The addresses at which it listens.</param>
public sealed record ServerOptions(string Database, string Secrets, IReadOnlyList<string> Urls)
{
    /// <summary>The clock; that of the machine if it is not set.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The witnesses whose signatures under the log's checkpoints are taken.</summary>
    public IReadOnlyList<NoteKey> Witnesses { get; init; } = [];

    /// <summary>How often, at most, the public pages are made anew while protocols come in.</summary>
    public TimeSpan ShowEvery { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often, at most, the sample of the dossier is estimated anew while protocols come in.</summary>
    public TimeSpan EstimateEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the log takes up new records.</summary>
    public TimeSpan LogEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The one address under which readers know the server, such as <c>https://night.example.org</c>: one-time links begin with
    /// it, and requests for other hosts are refused. Nothing where the server is used at the addresses at which it listens.
    /// </summary>
    public Uri? Origin { get; init; }

    /// <summary>How many reports and photographs together one device of an observer may put into the database.</summary>
    public int DeviceRecords { get; init; } = 2_000;

    /// <summary>How many megabytes (of 1,048,576 bytes) of reports and photographs one device may put into the database.</summary>
    public int DeviceMegabytes { get; init; } = 512;

    /// <summary>Reverse proxies whose word on a reader's address is believed; by default nobody's is.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>Where the server's own log goes; the console if it is not set.</summary>
    internal Action<ILoggingBuilder>? Logs { get; init; }
}
