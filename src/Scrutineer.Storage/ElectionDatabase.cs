using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Scrutineer.Storage;

/// <summary>
/// The database of an election: a file of SQLite, or a database of PostgreSQL. Opening it carries out the migrations that
/// it lacks. Others may be in it; what is asked of it is asked of the one.
/// </summary>
public sealed class ElectionDatabase : IAsyncDisposable
{
    private const int MostConnections = 20;
    private const int MostPrepared = 40;
    private readonly NpgsqlDataSource? server;
    private readonly string file;
    private readonly SemaphoreSlim writing = new(1);

    private ElectionDatabase(Dialect dialect, string election, string file, NpgsqlDataSource? server)
    {
        Dialect = dialect;
        Election = election;
        this.file = file;
        this.server = server;
    }

    /// <summary>Which kind it is.</summary>
    public Dialect Dialect { get; }

    /// <summary>The election whose records and log are read and written.</summary>
    public string Election { get; private set; }

    /// <summary>The file, or the name of the database, without user and password.</summary>
    public string Name => server is null ? file : $"{Builder(file).Host}/{Builder(file).Database}";

    /// <summary>Opens a database and brings it up to date.</summary>
    /// <param name="target">The path of a file, or a connection string of PostgreSQL such as <c>Host=…;Database=…</c>.</param>
    /// <param name="election">The id of the election; empty for the one that the database holds, where it holds one.</param>
    /// <exception cref="StorageException">It cannot be opened, is none of this program, or is newer than the program.</exception>
    public static async Task<ElectionDatabase> OpenAsync(string target, string election = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(target);
        ArgumentNullException.ThrowIfNull(election);
        var isServer = target.Contains("Host=", StringComparison.OrdinalIgnoreCase);
        var database = new ElectionDatabase(
            isServer ? Dialect.PostgreSql : Dialect.Sqlite,
            election,
            isServer ? target : Path.GetFullPath(target),
            isServer ? NpgsqlDataSource.Create(Pooled(target)) : null
        );
        try
        {
            await Migrator.RunAsync(database);
            await database.FindElectionAsync();
        }
        catch (DbException wrong)
        {
            await database.DisposeAsync();
            throw new StorageException($"{database.Name} cannot be opened: {wrong.Message}", wrong);
        }
        catch (StorageException)
        {
            await database.DisposeAsync();
            throw;
        }

        return database;
    }

    /// <summary>A connection that is open. A file waits up to ten seconds for a lock; every commit is on the disk, and what is deleted is overwritten.</summary>
    public async Task<DbConnection> ConnectAsync()
    {
        if (server is not null)
        {
            return await server.OpenConnectionAsync();
        }

        var connection = new SqliteConnection(Connecting);
        await connection.OpenAsync();
        await connection.ExecuteAsync(
            "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON;"
        );
        return connection;
    }

    /// <summary>
    /// A turn to write, for those who write often. A file has one writer at a time: within this process they wait in line,
    /// without a thread, where SQLite would have them ask again and again. PostgreSQL has room for all.
    /// </summary>
    /// <returns>The turn, which ends when it is disposed of.</returns>
    internal async Task<IDisposable?> TurnToWriteAsync()
    {
        if (server is not null)
        {
            return null;
        }

        await writing.WaitAsync();
        return new Turn(writing);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        writing.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
        else
        {
            // Connections are kept by the text they were opened with; the file is let go when they are closed.
            await using var connection = new SqliteConnection(Connecting);
            SqliteConnection.ClearPool(connection);
        }
    }

    private string Connecting =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            ForeignKeys = true,
            DefaultTimeout = 10,
        }.ToString();

    // Whoever works on a database without a dossier need not know the id.
    private async Task FindElectionAsync()
    {
        if (Election.Length > 0)
        {
            return;
        }

        await using var connection = await ConnectAsync();
        var all = (await connection.QueryAsync<string>("SELECT DISTINCT election FROM checkpoint")).ToList();
        Election = all.Count == 1 ? all[0] : "";
    }

    // A server of PostgreSQL takes a hundred connections unless it is told otherwise; several processes share them.
    private static string Pooled(string target)
    {
        var builder = Builder(target);
        if (!builder.ShouldSerialize("Maximum Pool Size"))
        {
            builder.MaxPoolSize = MostConnections;
        }

        // A question about a table in parts costs more to plan than to answer; what is asked often is planned once.
        if (!builder.ShouldSerialize("Max Auto Prepare"))
        {
            builder.MaxAutoPrepare = MostPrepared;
        }

        return builder.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder Builder(string target) => new(target);

    private sealed class Turn(SemaphoreSlim writing) : IDisposable
    {
        public void Dispose() => writing.Release();
    }
}
