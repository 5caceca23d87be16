using System.Security.Cryptography;
using Dapper;

namespace Scrutineer.Storage;

/// <summary>The keys of observers' devices. An account has one device at a time: a new one takes the place of a lost one.</summary>
public sealed class DeviceStore
{
    private readonly ElectionDatabase database;

    /// <summary>The devices of a database.</summary>
    public DeviceStore(ElectionDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
    }

    /// <summary>
    /// Uses a link up and gives its account a device, both or neither. The same link with the same key again is the same
    /// joining, whose answer was lost.
    /// </summary>
    /// <param name="token">The secret part of the link.</param>
    /// <param name="spki">The device's public key.</param>
    /// <param name="algorithm">How it signs.</param>
    /// <param name="now">The time.</param>
    /// <returns>The account; nothing where the link is not good, or another account has the key.</returns>
    public async Task<string?> JoinAsync(string token, byte[] spki, string algorithm, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(spki);
        var asked = new
        {
            sha256 = TokenStore.HashOf(token),
            id = Convert.ToHexStringLower(SHA256.HashData(spki)),
            now = Timestamp.Written(now),
            spki,
            algorithm,
        };
        await using var connection = await database.ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var account = await connection.QuerySingleOrDefaultAsync<string>(
            "UPDATE token SET used = @now WHERE sha256 = @sha256 AND purpose = 'device' AND used IS NULL AND expires > @now "
                + "AND account IN (SELECT name FROM account WHERE disabled = 0) RETURNING account",
            asked,
            transaction
        );
        if (account is null)
        {
            return await connection.QuerySingleOrDefaultAsync<string>(
                "SELECT account FROM device JOIN token USING (account) "
                    + "WHERE sha256 = @sha256 AND used IS NOT NULL AND id = @id AND device.disabled IS NULL",
                asked,
                transaction
            );
        }

        await connection.ExecuteAsync(
            "UPDATE device SET disabled = @now WHERE account = @account AND disabled IS NULL",
            new { account, asked.now },
            transaction
        );
        var added = await connection.ExecuteAsync(
            "INSERT INTO device (id, account, spki, algorithm, since) VALUES (@id, @account, @spki, @algorithm, @now) "
                + "ON CONFLICT DO NOTHING",
            new
            {
                asked.id,
                account,
                spki,
                algorithm,
                asked.now,
            },
            transaction
        );
        if (added == 0)
        {
            return null;
        }

        await transaction.CommitAsync();
        return account;
    }

    /// <summary>The key that signs for an account; nothing where it has none, or the account is disabled.</summary>
    public async Task<DeviceKey?> FindAsync(string account)
    {
        await using var connection = await database.ConnectAsync();
        var rows = await connection.QueryAsync<(string Account, byte[] Spki, string Algorithm)>(
            "SELECT account, spki, algorithm FROM device JOIN account ON account = name "
                + "WHERE name = @account AND account.disabled = 0 AND device.disabled IS NULL",
            new { account }
        );
        return rows.Select(r => new DeviceKey(r.Account, r.Spki, r.Algorithm)).FirstOrDefault();
    }

    /// <summary>The accounts that have a device.</summary>
    public async Task<IReadOnlySet<string>> JoinedAsync()
    {
        await using var connection = await database.ConnectAsync();
        return (await connection.QueryAsync<string>("SELECT account FROM device WHERE disabled IS NULL")).ToHashSet(
            StringComparer.Ordinal
        );
    }
}
