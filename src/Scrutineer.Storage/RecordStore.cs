using System.Data.Common;
using System.Threading.Channels;
using Dapper;
using Npgsql;

namespace Scrutineer.Storage;

/// <summary>
/// Everything that was accepted. Appending is answered when the record is on the disk; whatever waits meanwhile is committed
/// together, so that two hundred clerks cost as many commits as one. Nothing is overwritten.
/// </summary>
public sealed class RecordStore : IAsyncDisposable
{
    internal const string Columns = "position, territory, stream, version, client_id AS ClientId, kind, entry, private";
    private const int LargestBatch = 512;

    private readonly ElectionDatabase database;
    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(16_384) { SingleReader = true }
    );
    private readonly Task writer;

    /// <summary>The records of a database.</summary>
    public RecordStore(ElectionDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
        writer = Task.Run(WriteAsync);
    }

    /// <summary>Raised after records were committed by this process, for those who show them live.</summary>
    public event EventHandler? Committed;

    /// <summary>Accepts a record, once. It returns when the record is on the disk, or never will be.</summary>
    /// <exception cref="ArgumentException">The record is too long for an entry of the log.</exception>
    /// <exception cref="DbException">The database does not answer; the record may be sent again with its identifier.</exception>
    public async Task<AppendOutcome> AppendAsync(NewRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var stored = StoredRecord.Of(record);
        if (stored.Leaf.Length > Evidence.EvidenceBundle.LongestEntry)
        {
            throw new ArgumentException($"A record of {stored.Leaf.Length} bytes is too long.", nameof(record));
        }

        var waiting = new Waiting(stored);
        await queue.Writer.WriteAsync(waiting);
        return await waiting.Done.Task;
    }

    /// <summary>The records of a stream, in order.</summary>
    public async Task<IReadOnlyList<StoredRecord>> ReadAsync(string territory, string stream)
    {
        await using var connection = await database.ConnectAsync();
        return
        [
            .. (
                await connection.QueryAsync<Row>(
                    $"SELECT {Columns} FROM record WHERE election = @Election AND territory = @territory AND stream = @stream ORDER BY version",
                    new
                    {
                        database.Election,
                        territory,
                        stream,
                    }
                )
            ).Select(r => r.Stored),
        ];
    }

    /// <summary>Records after a position, in order; at most so many.</summary>
    public async Task<IReadOnlyList<StoredRecord>> ReadAfterAsync(long position, int most)
    {
        await using var connection = await database.ConnectAsync();
        return
        [
            .. (
                await connection.QueryAsync<Row>(
                    $"SELECT {Columns} FROM record WHERE election = @Election AND position > @position ORDER BY position LIMIT @most",
                    new
                    {
                        database.Election,
                        position,
                        most,
                    }
                )
            ).Select(r => r.Stored),
        ];
    }

    /// <summary>A reader of all records, from the first on, and later of those that are new.</summary>
    public RecordFollower Follow() => new(database);

    /// <summary>The record with an identifier; nothing where there is none.</summary>
    public async Task<StoredRecord?> FindAsync(string territory, string clientId)
    {
        await using var connection = await database.ConnectAsync();
        return await FindAsync(connection, null, database.Election, territory, clientId);
    }

    /// <summary>
    /// Takes out what is private of a record, for good. The line that was logged stays, with the hash of what is gone, so the
    /// log is verifiable as before.
    /// </summary>
    /// <returns>Whether there was something to take out.</returns>
    public async Task<bool> PurgeAsync(string territory, string clientId)
    {
        await using var connection = await database.ConnectAsync();
        return await connection.ExecuteAsync(
                "UPDATE record SET private = NULL WHERE election = @Election AND territory = @territory AND client_id = @clientId AND private IS NOT NULL",
                new
                {
                    database.Election,
                    territory,
                    clientId,
                }
            ) > 0;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writer;
    }

    private async Task WriteAsync()
    {
        var batch = new List<Waiting>(LargestBatch);
        DbConnection? connection = null;
        while (await queue.Reader.WaitToReadAsync())
        {
            using var turn = await database.TurnToWriteAsync();
            batch.Clear();
            while (batch.Count < LargestBatch && queue.Reader.TryRead(out var waiting))
            {
                batch.Add(waiting);
            }

            try
            {
                connection ??= await database.ConnectAsync();
                var outcomes = await CommitAsync(connection, database.Election, batch);
                foreach (var (waiting, outcome) in batch.Zip(outcomes))
                {
                    waiting.Done.SetResult(outcome);
                }

                Committed?.Invoke(this, EventArgs.Empty);
            }
            catch (Exception wrong)
                when (wrong is DbException or InvalidOperationException or TimeoutException or IOException)
            {
                // Nobody is told that it is done. The next batch begins with a new connection.
                foreach (var waiting in batch)
                {
                    waiting.Done.TrySetException(wrong);
                }

                if (connection is not null)
                {
                    await connection.DisposeAsync();
                    connection = null;
                }
            }
        }

        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    private static async Task<List<AppendOutcome>> CommitAsync(
        DbConnection connection,
        string election,
        IReadOnlyList<Waiting> batch
    )
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var positions =
            connection is NpgsqlConnection
                ? await InsertTogetherAsync(connection, transaction, election, batch)
                : await InsertOneByOneAsync(connection, transaction, election, batch);
        var outcomes = new List<AppendOutcome>(batch.Count);
        var taken = new HashSet<long>();
        foreach (var waiting in batch)
        {
            var record = waiting.Record;
            if (positions.TryGetValue((record.Territory, record.ClientId), out var inserted) && taken.Add(inserted))
            {
                outcomes.Add(new AppendOutcome(Appended.Now, record with { Position = inserted }));
                continue;
            }

            var there = await FindAsync(connection, transaction, election, record.Territory, record.ClientId);
            outcomes.Add(
                there is null ? new AppendOutcome(Appended.Overtaken, null)
                : there.SaysTheSameAs(record) ? new AppendOutcome(Appended.Before, there)
                : new AppendOutcome(Appended.Differs, there)
            );
        }

        // What was typed for a protocol before it moved on is of no use to anybody.
        var moved = outcomes.Where(o => o.Appended == Appended.Now).Select(o => o.Record!.Stream).ToArray();
        await connection.ExecuteAsync(
            connection is NpgsqlConnection
                ? "DELETE FROM draft WHERE election = @election AND stream = ANY(@moved)"
                : "DELETE FROM draft WHERE election = @election AND stream IN @moved",
            new { election, moved },
            transaction
        );
        await transaction.CommitAsync();
        return outcomes;
    }

    private static async Task<Dictionary<(string, string), long>> InsertOneByOneAsync(
        DbConnection connection,
        DbTransaction transaction,
        string election,
        IReadOnlyList<Waiting> batch
    )
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            "INSERT INTO record (election, territory, stream, version, client_id, kind, entry, private) "
            + "VALUES ($election, $territory, $stream, $version, $client, $kind, $entry, $private) ON CONFLICT DO NOTHING RETURNING position";
        string[] names = ["$election", "$territory", "$stream", "$version", "$client", "$kind", "$entry", "$private"];
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        var positions = new Dictionary<(string, string), long>();
        foreach (var record in batch.Select(w => w.Record))
        {
            object[] values =
            [
                election,
                record.Territory,
                record.Stream,
                record.Version,
                record.ClientId,
                record.Kind,
                record.Entry,
                (object?)record.Private ?? DBNull.Value,
            ];
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = values[i];
            }

            if (await command.ExecuteScalarAsync() is long position)
            {
                positions.TryAdd((record.Territory, record.ClientId), position);
            }
        }

        return positions;
    }

    private static async Task<Dictionary<(string, string), long>> InsertTogetherAsync(
        DbConnection connection,
        DbTransaction transaction,
        string election,
        IReadOnlyList<Waiting> batch
    )
    {
        // In one order everywhere, so that two processes wait for each other in turn and not in a ring.
        var records = batch
            .Select(w => w.Record)
            .OrderBy(r => r.Territory, StringComparer.Ordinal)
            .ThenBy(r => r.Stream, StringComparer.Ordinal)
            .ThenBy(r => r.Version)
            .ToList();
        var rows = await connection.QueryAsync<(string Territory, string ClientId, long Position)>(
            // The transaction has its number before a position is drawn: followers wait by it for what was passed over.
            "WITH mine AS MATERIALIZED (SELECT pg_current_xact_id()) "
                + "INSERT INTO record (election, territory, stream, version, client_id, kind, entry, private) "
                + "SELECT @election, r.* FROM mine, unnest(@territory, @stream, @version, @client, @kind, @entry, @private) r "
                + "ON CONFLICT DO NOTHING RETURNING territory, client_id, position",
            new
            {
                election,
                territory = records.Select(r => r.Territory).ToArray(),
                stream = records.Select(r => r.Stream).ToArray(),
                version = records.Select(r => r.Version).ToArray(),
                client = records.Select(r => r.ClientId).ToArray(),
                kind = records.Select(r => r.Kind).ToArray(),
                entry = records.Select(r => r.Entry).ToArray(),
                @private = records.Select(r => r.Private).ToArray(),
            },
            transaction
        );
        return rows.ToDictionary(r => (r.Territory, r.ClientId), r => r.Position);
    }

    private static async Task<StoredRecord?> FindAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string election,
        string territory,
        string clientId
    ) =>
        (
            await connection.QuerySingleOrDefaultAsync<Row>(
                $"SELECT {Columns} FROM record WHERE election = @election AND territory = @territory AND client_id = @clientId",
                new
                {
                    election,
                    territory,
                    clientId,
                },
                transaction
            )
        )?.Stored;

    private sealed record Waiting(StoredRecord Record)
    {
        public TaskCompletionSource<AppendOutcome> Done { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
