using System.Security.Cryptography;
using Dapper;

namespace Scrutineer.Storage;

/// <summary>The accounts of an election and their one-time links, of which only the SHA-256 is kept.</summary>
public sealed class AccountStore
{
    /// <summary>The purpose of a link that sets a password.</summary>
    public const string ForPassword = "password";

    /// <summary>The purpose of a link by which an observer's device joins.</summary>
    public const string ForDevice = "device";

    private const string Columns = "name, role, password, disabled";
    private readonly ElectionDatabase database;

    /// <summary>The accounts of a database.</summary>
    public AccountStore(ElectionDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
    }

    /// <summary>Raised after this process changed what an account may do or its password.</summary>
    public event EventHandler? Changed;

    /// <summary>Every account, by name.</summary>
    public async Task<IReadOnlyList<Account>> AllAsync()
    {
        await using var connection = await database.ConnectAsync();
        var rows = await connection.QueryAsync<(string, string, string?, long)>(
            $"SELECT {Columns} FROM account ORDER BY name"
        );
        return [.. rows.Select(Read)];
    }

    /// <summary>The account of a name; nothing where there is none.</summary>
    public async Task<Account?> FindAsync(string name)
    {
        await using var connection = await database.ConnectAsync();
        var rows = await connection.QueryAsync<(string, string, string?, long)>(
            $"SELECT {Columns} FROM account WHERE name = @name",
            new { name }
        );
        return rows.Select(Read).FirstOrDefault();
    }

    /// <summary>Adds an account without a password.</summary>
    /// <returns>Whether it was added; not where there is one of this name.</returns>
    public async Task<bool> AddAsync(string name, string role, DateTimeOffset now)
    {
        await using var connection = await database.ConnectAsync();
        return await connection.ExecuteAsync(
                "INSERT INTO account (name, role, since) VALUES (@name, @role, @since) ON CONFLICT DO NOTHING",
                new
                {
                    name,
                    role,
                    since = Timestamp.Written(now),
                }
            ) == 1;
    }

    /// <summary>Lets an account sign in, or not any more: its sessions, links and tokens end, and do not come back with it.</summary>
    public async Task DisableAsync(string name, bool disabled)
    {
        await using var connection = await database.ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            "UPDATE account SET disabled = @disabled WHERE name = @name",
            new { name, disabled = disabled ? 1L : 0L },
            transaction
        );
        await connection.ExecuteAsync("DELETE FROM token WHERE account = @name", new { name }, transaction);
        await transaction.CommitAsync();
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Makes a one-time link for an account; links made earlier are of no use any more.</summary>
    /// <param name="account">The account.</param>
    /// <param name="now">The time.</param>
    /// <param name="lasts">How long it can be used.</param>
    /// <param name="purpose">What it is for: <see cref="ForPassword"/> or <see cref="ForDevice"/>, and of no use for anything else.</param>
    /// <returns>The secret part of the link, which nobody can read again.</returns>
    public async Task<string> LinkAsync(
        string account,
        DateTimeOffset now,
        TimeSpan lasts,
        string purpose = ForPassword
    )
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await using var connection = await database.ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            "DELETE FROM token WHERE account = @account AND purpose = @purpose",
            new { account, purpose },
            transaction
        );
        await connection.ExecuteAsync(
            "INSERT INTO token (sha256, account, purpose, expires) VALUES (@sha256, @account, @purpose, @expires)",
            new
            {
                sha256 = TokenStore.HashOf(token),
                account,
                purpose,
                expires = Timestamp.Written(now + lasts),
            },
            transaction
        );
        await transaction.CommitAsync();
        return token;
    }

    /// <summary>The account whose password a link sets; nothing where it was used, has expired, or never was one.</summary>
    public async Task<Account?> OfLinkAsync(string token, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(token);
        await using var connection = await database.ConnectAsync();
        var rows = await connection.QueryAsync<(string, string, string?, long)>(
            $"SELECT {Columns} FROM account WHERE disabled = 0 AND name = (SELECT account FROM token "
                + "WHERE sha256 = @sha256 AND purpose = 'password' AND used IS NULL AND expires > @now)",
            new { sha256 = TokenStore.HashOf(token), now = Timestamp.Written(now) }
        );
        return rows.Select(Read).FirstOrDefault();
    }

    /// <summary>Uses a link up and sets the password of its account, both or neither. Its sessions end.</summary>
    /// <param name="token">The secret part of the link.</param>
    /// <param name="hash">The hash of the password.</param>
    /// <param name="now">The time.</param>
    /// <returns>Whether the link was still good.</returns>
    public async Task<bool> UseLinkAsync(string token, string hash, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(token);
        await using var connection = await database.ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var sha256 = TokenStore.HashOf(token);
        var used = await connection.ExecuteAsync(
            "UPDATE token SET used = @now WHERE sha256 = @sha256 AND purpose = 'password' AND used IS NULL AND expires > @now",
            new { sha256, now = Timestamp.Written(now) },
            transaction
        );
        var set =
            used == 1
            && await connection.ExecuteAsync(
                "UPDATE account SET password = @hash WHERE disabled = 0 "
                    + "AND name = (SELECT account FROM token WHERE sha256 = @sha256)",
                new { sha256, hash },
                transaction
            ) == 1;
        if (set)
        {
            await connection.ExecuteAsync(
                "DELETE FROM token WHERE purpose = 'session' AND account = (SELECT account FROM token WHERE sha256 = @sha256)",
                new { sha256 },
                transaction
            );
            await transaction.CommitAsync();
            Changed?.Invoke(this, EventArgs.Empty);
        }

        return set;
    }

    private static Account Read((string Name, string Role, string? Password, long Disabled) row) =>
        new(row.Name, row.Role, row.Password, row.Disabled != 0);
}
