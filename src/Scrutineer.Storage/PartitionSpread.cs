using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace Scrutineer.Storage;

/// <summary>
/// The parts of an election's records on several servers of PostgreSQL: a part that was moved is a foreign table of the first
/// server, which asks all servers at once and has each add up its own.
/// </summary>
/// <remarks>
/// A record of a moved part is committed on its own server first and then on the first one. If the first fails between the
/// two, the record is there and was acknowledged to nobody; sent again, it is accepted as the same.
/// </remarks>
public static class PartitionSpread
{
    /// <summary>Into how many parts the records of an election are divided, by territory.</summary>
    public const int Parts = 16;

    private const string Columns =
        "position bigint NOT NULL, election TEXT NOT NULL, territory TEXT NOT NULL, stream TEXT NOT NULL, "
        + "version bigint NOT NULL, client_id TEXT NOT NULL, kind TEXT NOT NULL, entry TEXT NOT NULL, private bytea";

    /// <summary>Where each part lies: the name of its server; empty for this one.</summary>
    /// <exception cref="StorageException">The database is none of PostgreSQL.</exception>
    public static async Task<IReadOnlyList<(int Part, string Server)>> WhereAsync(ElectionDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var connection = await ServerAsync(database);
        var number = await NumberAsync(connection, null, database.Election);
        var rows = await connection.QueryAsync<(string Table, string Server)>(
            "SELECT c.relname, COALESCE(s.srvname, '') FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid "
                + "LEFT JOIN pg_foreign_table f ON f.ftrelid = c.oid LEFT JOIN pg_foreign_server s ON s.oid = f.ftserver "
                + "WHERE i.inhparent = @parent::regclass",
            new { parent = $"record_{number}" }
        );
        return
        [
            .. rows.Select(r => (int.Parse(r.Table.Split('_')[2], CultureInfo.InvariantCulture), r.Server))
                .OrderBy(r => r.Item1),
        ];
    }

    /// <summary>Moves a part to another server: all of it or nothing. Whoever writes to it waits meanwhile.</summary>
    /// <param name="database">The database on the first server.</param>
    /// <param name="part">Which part, from 0.</param>
    /// <param name="target">The connection string of a database on the other server, as the first server reaches it.</param>
    /// <returns>How many records were moved.</returns>
    /// <exception cref="StorageException">The part was moved before, or a database cannot be used.</exception>
    public static async Task<long> MoveAsync(ElectionDatabase database, int part, string target)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(part, Parts);
        if ((await WhereAsync(database)).Any(w => w.Part == part && w.Server.Length > 0))
        {
            throw new StorageException($"Part {part} lies on another server already.");
        }

        try
        {
            var to = new NpgsqlConnectionStringBuilder(target);
            await using var connection = await ServerAsync(database);
            var number = await NumberAsync(connection, null, database.Election);
            var table = $"record_{number}_{part}";
            await PrepareAsync(target, table);
            var server = await DeclareAsync(connection, to);
            await using var transaction = await connection.BeginTransactionAsync();
            await connection.ExecuteAsync($"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE", transaction: transaction);
            await connection.ExecuteAsync(
                $"CREATE FOREIGN TABLE {table}_far ({Columns}) SERVER {server} OPTIONS (table_name '{table}')",
                transaction: transaction
            );
            var moved = await connection.ExecuteAsync(
                $"INSERT INTO {table}_far SELECT * FROM {table}",
                transaction: transaction
            );
            await connection.ExecuteAsync(
                $"ALTER TABLE record_{number} DETACH PARTITION {table}; DROP TABLE {table}; "
                    + $"ALTER FOREIGN TABLE {table}_far RENAME TO {table}; "
                    + $"ALTER TABLE record_{number} ATTACH PARTITION {table} FOR VALUES WITH (MODULUS {Parts}, REMAINDER {part})",
                transaction: transaction
            );
            await transaction.CommitAsync();
            await connection.ExecuteAsync($"ANALYZE {table}");
            return moved;
        }
        catch (DbException wrong)
        {
            throw new StorageException($"Part {part} was not moved: {wrong.Message}", wrong);
        }
    }

    /// <summary>How many records of each kind each territory has; every server adds up its own at the same time.</summary>
    public static async Task<IReadOnlyList<(string Territory, string Kind, long Records)>> TallyAsync(
        ElectionDatabase database
    )
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var connection = await database.ConnectAsync();
        await TogetherAsync(connection);
        return [.. await connection.QueryAsync<(string, string, long)>(Tally, new { database.Election })];
    }

    /// <summary>How PostgreSQL carries <see cref="TallyAsync"/> out, for whoever checks that the servers work at once.</summary>
    public static async Task<string> TallyPlanAsync(ElectionDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var connection = await database.ConnectAsync();
        await TogetherAsync(connection);
        return string.Join(
            '\n',
            await connection.QueryAsync<string>("EXPLAIN (VERBOSE, COSTS OFF) " + Tally, new { database.Election })
        );
    }

    private const string Tally =
        "SELECT territory, kind, COUNT(*) FROM record WHERE election = @Election "
        + "GROUP BY election, territory, kind ORDER BY territory, kind";

    private static async Task TogetherAsync(DbConnection connection)
    {
        if (connection is NpgsqlConnection)
        {
            await connection.ExecuteAsync("SET enable_partitionwise_aggregate = on");
        }
    }

    // What an attempt that failed left there is emptied; a part that was moved is never prepared again.
    private static async Task PrepareAsync(string target, string table)
    {
        await using var far = new NpgsqlConnection(target);
        await far.OpenAsync();
        await far.ExecuteAsync(
            $"CREATE TABLE IF NOT EXISTS {table} ({Columns}, PRIMARY KEY (position), CHECK (version >= 1), "
                + $"UNIQUE (territory, stream, version), UNIQUE (territory, client_id)); TRUNCATE {table}"
        );
    }

    private static async Task<string> DeclareAsync(DbConnection connection, NpgsqlConnectionStringBuilder to)
    {
        var place = $"{to.Host}:{to.Port}/{to.Database}";
        var server = "far_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place)))[..12];
        var password = to.Password is { Length: > 0 } secret ? $", password {Quoted(secret)}" : "";
        await connection.ExecuteAsync(
            "CREATE EXTENSION IF NOT EXISTS postgres_fdw; "
                + $"CREATE SERVER IF NOT EXISTS {server} FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host {Quoted(to.Host!)}, "
                + $"port '{to.Port}', dbname {Quoted(to.Database!)}, async_capable 'true', fetch_size '2000', batch_size '500'); "
                + $"CREATE USER MAPPING IF NOT EXISTS FOR CURRENT_USER SERVER {server} OPTIONS (user {Quoted(to.Username!)}{password})"
        );
        return server;
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static async Task<DbConnection> ServerAsync(ElectionDatabase database) =>
        database.Dialect == Dialect.PostgreSql
            ? await database.ConnectAsync()
            : throw new StorageException($"{database.Name} is a file; parts lie on servers of PostgreSQL.");

    private static Task<long> NumberAsync(DbConnection connection, DbTransaction? transaction, string election) =>
        connection.QuerySingleAsync<long>(
            "SELECT number FROM election WHERE name = @election",
            new { election },
            transaction
        );
}
