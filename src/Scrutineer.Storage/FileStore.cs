using System.Security.Cryptography;
using Dapper;

namespace Scrutineer.Storage;

/// <summary>
/// The files that entries name, such as photographs, each once, and who sent what under which hash. Purged, the bytes are gone
/// and the names stay.
/// </summary>
public sealed class FileStore
{
    private readonly ElectionDatabase database;

    /// <summary>The files of a database.</summary>
    public FileStore(ElectionDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
    }

    /// <summary>Keeps a file. One that was purged stays purged.</summary>
    /// <param name="observer">Who sent it.</param>
    /// <param name="received">The SHA-256 of what was sent, in base 16.</param>
    /// <param name="file">What is kept of it.</param>
    /// <returns>The SHA-256 of what is kept, in base 16.</returns>
    public async Task<string> AddAsync(string observer, string received, StoredFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Bytes));
        await using var connection = await database.ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            "INSERT INTO file (sha256, type, bytes) VALUES (@sha256, @Type, @Bytes) ON CONFLICT DO NOTHING",
            new
            {
                sha256,
                file.Type,
                file.Bytes,
            },
            transaction
        );
        await connection.ExecuteAsync(
            "INSERT INTO received (observer, sha256, file) VALUES (@observer, @received, @sha256) ON CONFLICT DO NOTHING",
            new
            {
                observer,
                received,
                sha256,
            },
            transaction
        );
        await transaction.CommitAsync();
        return sha256;
    }

    /// <summary>The stored files of what an observer sent, by the hash under which it was sent; what did not come is not in it.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReceivedAsync(string observer)
    {
        await using var connection = await database.ConnectAsync();
        return (
            await connection.QueryAsync<(string Received, string File)>(
                "SELECT sha256, file FROM received WHERE observer = @observer",
                new { observer }
            )
        ).ToDictionary(r => r.Received, r => r.File, StringComparer.Ordinal);
    }

    /// <summary>Whether an observer sent something before.</summary>
    /// <param name="observer">Who sent it.</param>
    /// <param name="received">The SHA-256 of what was sent, in base 16.</param>
    public async Task<bool> HasAsync(string observer, string received)
    {
        await using var connection = await database.ConnectAsync();
        return await connection.ExecuteScalarAsync<long>(
                "SELECT COUNT(*) FROM received WHERE observer = @observer AND sha256 = @received",
                new { observer, received }
            ) > 0;
    }

    /// <summary>A file; nothing where there is none, or it was purged.</summary>
    public async Task<StoredFile?> FindAsync(string sha256)
    {
        await using var connection = await database.ConnectAsync();
        var rows = await connection.QueryAsync<(string Type, byte[] Bytes)>(
            "SELECT type, bytes FROM file WHERE sha256 = @sha256 AND bytes IS NOT NULL",
            new { sha256 }
        );
        return rows.Select(r => new StoredFile(r.Type, r.Bytes)).FirstOrDefault();
    }

    /// <summary>Takes the bytes of a file out, for good. Its name stays in the log.</summary>
    /// <returns>Whether there was something to take out.</returns>
    public async Task<bool> PurgeAsync(string sha256)
    {
        await using var connection = await database.ConnectAsync();
        return await connection.ExecuteAsync(
                "UPDATE file SET bytes = NULL WHERE sha256 = @sha256 AND bytes IS NOT NULL",
                new { sha256 }
            ) > 0;
    }
}
