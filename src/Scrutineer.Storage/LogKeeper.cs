using System.Data.Common;
using System.Text;
using System.Text.Json;
using Dapper;
using Scrutineer.Evidence;

namespace Scrutineer.Storage;

/// <summary>
/// Gives every record its leaf in the log, signs checkpoints, and writes bundles. Several processes may keep one log: whoever
/// has the lock does the work, the others find it done.
/// </summary>
public sealed class LogKeeper : IDisposable
{
    private const string Origin = "scrutineer/";

    // The letters LEAF.
    private const int LockNumber = 0x4C454146;

    // PostgreSQL gives positions before records are committed, so a lower one can appear after a higher one.
    private const int LatestToAppear = 10_000;

    private readonly ElectionDatabase database;
    private readonly NoteKey key;
    private readonly SemaphoreSlim one = new(1);
    private MerkleTree tree = new();

    /// <summary>The keeper of the log in a database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="key">The log's key, with its secret; its name is the origin of the log.</param>
    public LogKeeper(ElectionDatabase database, NoteKey key)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(key);
        this.database = database;
        this.key = key;
    }

    /// <summary>The origin of the log of an election, which is the name of its key.</summary>
    /// <param name="election">The id of the election.</param>
    public static string OriginOf(string election) => Origin + election;

    /// <summary>The election whose log has an origin; the empty id where it names none.</summary>
    public static string ElectionOf(string origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return origin.StartsWith(Origin, StringComparison.Ordinal) ? origin[Origin.Length..] : "";
    }

    /// <summary>Gives leaves to the records that have none yet, and signs a checkpoint where any did.</summary>
    /// <param name="now">The time.</param>
    /// <param name="thorough">Whether to look among all records, and not only among the latest.</param>
    /// <returns>The size of the log, or nothing where another process is at it.</returns>
    public async Task<long?> KeepAsync(DateTimeOffset now, bool thorough = false)
    {
        await one.WaitAsync();
        try
        {
            return await GiveLeavesAsync(now, thorough);
        }
        catch
        {
            // What was appended in memory was not committed; the tree is read again.
            tree = new MerkleTree();
            throw;
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    /// <summary>The latest signed checkpoint; nothing before the first.</summary>
    public async Task<SignedNote?> CheckpointAsync()
    {
        await using var connection = await database.ConnectAsync();
        var note = await connection.QueryFirstOrDefaultAsync<string>(
            "SELECT note FROM checkpoint WHERE election = @Election ORDER BY size DESC LIMIT 1",
            new { database.Election }
        );
        return note is null ? null : SignedNote.Read(Encoding.UTF8.GetBytes(note));
    }

    /// <summary>Writes the log up to its latest checkpoint as a bundle.</summary>
    /// <param name="folder">Where it goes.</param>
    /// <param name="files">The SHA-256 of the files that are made public; those that were purged are not written.</param>
    /// <exception cref="StorageException">There is no checkpoint yet.</exception>
    public async Task WriteBundleAsync(string folder, IReadOnlyCollection<string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var note = await CheckpointAsync() ?? throw new StorageException("There is no checkpoint yet.");
        var size = Checkpoint.Read(note.Text)!.Size;
        await using var connection = await database.ConnectAsync();
        var entries = (
            await connection.QueryAsync<string>(
                "SELECT entry FROM leaf l JOIN record USING (election, position) WHERE l.election = @Election AND leaf < @size ORDER BY leaf",
                new { database.Election, size }
            )
        )
            .Select(Encoding.UTF8.GetBytes)
            .ToList();
        var written = new MerkleTree();
        foreach (var entry in entries)
        {
            written.Append(MerkleHash.Leaf(entry));
        }

        foreach (var sha256 in files.Order(StringComparer.Ordinal))
        {
            if (
                await connection.QuerySingleOrDefaultAsync<byte[]>(
                    "SELECT bytes FROM file WHERE sha256 = @sha256",
                    new { sha256 }
                ) is
                { } bytes
            )
            {
                Directory.CreateDirectory(Path.Combine(folder, EvidenceBundle.Files));
                await File.WriteAllBytesAsync(Path.Combine(folder, EvidenceBundle.Files, sha256), bytes);
            }
        }

        EvidenceBundle.Write(folder, entries, written, note, key.Verifier);
        if (
            await new Witnesses(database, []).LatestAsync() is { } witnessed
            && Checkpoint.Read(witnessed.Text)!.Size <= size
        )
        {
            await File.WriteAllTextAsync(Path.Combine(folder, EvidenceBundle.WitnessedFile), witnessed.ToString());
        }
    }

    /// <summary>The bytes of a file of the log; nothing where the log has not grown so far.</summary>
    /// <param name="tile">Which file.</param>
    public async Task<byte[]?> TileAsync(Tile tile)
    {
        await one.WaitAsync();
        try
        {
            await using var connection = await database.ConnectAsync();
            await CatchUpAsync(connection, null);
            var level = Math.Max(0, tile.Level);
            if (8 * level > 56 || tile.First + tile.Width > tree.Size >> (8 * level))
            {
                return null;
            }

            if (tile.Level != Tile.Entries)
            {
                return EvidenceBundle.Hashes(tile, tree);
            }

            var entries = await connection.QueryAsync<string>(
                "SELECT entry FROM leaf l JOIN record USING (election, position) WHERE l.election = @Election AND leaf >= @First AND leaf < @End ORDER BY leaf",
                new
                {
                    database.Election,
                    tile.First,
                    End = tile.First + tile.Width,
                }
            );
            return EvidenceBundle.EntryTile([.. entries.Select(Encoding.UTF8.GetBytes)]);
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<long?> GiveLeavesAsync(DateTimeOffset now, bool thorough)
    {
        using var turn = await database.TurnToWriteAsync();
        await using var connection = await database.ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (
            database.Dialect == Dialect.PostgreSql
            && !await connection.ExecuteScalarAsync<bool>(
                "SELECT pg_try_advisory_xact_lock(@LockNumber, hashtext(@Election))",
                new { LockNumber, database.Election },
                transaction
            )
        )
        {
            return null;
        }

        await CatchUpAsync(connection, transaction);
        var before = tree.Size;
        var last = await connection.ExecuteScalarAsync<long>(
            "SELECT COALESCE(MAX(position), 0) FROM leaf WHERE election = @Election",
            new { database.Election },
            transaction
        );
        var rows = (
            await connection.QueryAsync<(long Position, string Entry)>(
                "SELECT position, entry FROM record r WHERE election = @Election AND position > @after "
                    + "AND NOT EXISTS (SELECT 1 FROM leaf l WHERE l.position = r.position) ORDER BY position",
                new
                {
                    database.Election,
                    after = thorough ? 0
                    : database.Dialect == Dialect.PostgreSql ? last - LatestToAppear
                    : last,
                },
                transaction
            )
        ).ToList();
        await InsertAsync(connection, transaction, rows);
        if (rows.Count > 0 || before == 0)
        {
            await connection.ExecuteAsync(
                "INSERT INTO checkpoint (election, size, note) VALUES (@Election, @size, @note) ON CONFLICT DO NOTHING",
                new
                {
                    database.Election,
                    size = tree.Size,
                    note = new Checkpoint(key.Name, tree.Size, tree.Root).Sign(key, now).ToString(),
                },
                transaction
            );
        }

        await transaction.CommitAsync();
        return tree.Size;
    }

    private async Task InsertAsync(
        DbConnection connection,
        DbTransaction transaction,
        IReadOnlyList<(long Position, string Entry)> rows
    )
    {
        var leaves = rows.Select(r =>
            {
                var hash = MerkleHash.Leaf(Encoding.UTF8.GetBytes(r.Entry));
                return (Leaf: tree.Append(hash), r.Position, Hash: hash);
            })
            .ToList();
        // One statement, however many they are.
        const string Insert = "INSERT INTO leaf (election, leaf, position, hash) ";
        await (
            database.Dialect == Dialect.PostgreSql
                ? connection.ExecuteAsync(
                    Insert + "SELECT @Election, * FROM unnest(@leaf, @position, @hash)",
                    new
                    {
                        database.Election,
                        leaf = leaves.Select(l => l.Leaf).ToArray(),
                        position = leaves.Select(l => l.Position).ToArray(),
                        hash = leaves.Select(l => l.Hash).ToArray(),
                    },
                    transaction
                )
                : connection.ExecuteAsync(
                    Insert + "SELECT @Election, value ->> 0, value ->> 1, unhex(value ->> 2) FROM json_each(@leaves)",
                    new
                    {
                        database.Election,
                        leaves = JsonSerializer.Serialize(
                            leaves.Select(l => new object[] { l.Leaf, l.Position, Convert.ToHexString(l.Hash) })
                        ),
                    },
                    transaction
                )
        );
    }

    /// <summary>Reads the leaves that other processes gave.</summary>
    private async Task CatchUpAsync(DbConnection connection, DbTransaction? transaction)
    {
        foreach (
            var hash in await connection.QueryAsync<byte[]>(
                "SELECT hash FROM leaf WHERE election = @Election AND leaf >= @Size ORDER BY leaf",
                new { database.Election, tree.Size },
                transaction
            )
        )
        {
            tree.Append(hash);
        }
    }
}
