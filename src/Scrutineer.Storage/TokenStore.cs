using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Scrutineer.Storage;

/// <summary>The secrets that stand for an account: of sessions and of programs. Only their SHA-256 is kept, so that a stolen database opens nothing.</summary>
public sealed class TokenStore
{
    private readonly ElectionDatabase database;

    /// <summary>The tokens of a database.</summary>
    public TokenStore(ElectionDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
    }

    /// <summary>Raised after this process ended a token.</summary>
    public event EventHandler? Changed;

    /// <summary>Makes a token for an account.</summary>
    /// <returns>The secret, which nobody can read again.</returns>
    public async Task<string> GiveAsync(string account, TokenPurpose purpose, DateTimeOffset expires)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await using var connection = await database.ConnectAsync();
        await connection.ExecuteAsync(
            "INSERT INTO token (sha256, account, purpose, expires) VALUES (@sha256, @account, @purpose, @expires)",
            new
            {
                sha256 = HashOf(secret),
                account,
                purpose = Word(purpose),
                expires = Timestamp.Written(expires),
            }
        );
        return secret;
    }

    /// <summary>The account that a token stands for; nothing where it ended, has expired, never was one, or the account is disabled.</summary>
    public async Task<AccountToken?> OfAsync(string secret, TokenPurpose purpose, DateTimeOffset now)
    {
        await using var connection = await database.ConnectAsync();
        var rows = await connection.QueryAsync<(string Name, string Role, string? Password, string Expires)>(
            "SELECT name, role, password, expires FROM token JOIN account ON name = account "
                + "WHERE sha256 = @sha256 AND purpose = @purpose AND expires > @now AND disabled = 0",
            new
            {
                sha256 = HashOf(secret),
                purpose = Word(purpose),
                now = Timestamp.Written(now),
            }
        );
        return rows.Select(r => new AccountToken(new Account(r.Name, r.Role, r.Password, false), Read(r.Expires)))
            .FirstOrDefault();
    }

    /// <summary>Ends a token by its secret.</summary>
    public Task EndAsync(string secret) => RevokeAsync(HashOf(secret));

    /// <summary>Ends a token by the SHA-256 of its secret.</summary>
    public async Task RevokeAsync(string sha256)
    {
        await using var connection = await database.ConnectAsync();
        await connection.ExecuteAsync("DELETE FROM token WHERE sha256 = @sha256", new { sha256 });
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>The tokens of programs that can still be used, by account and end.</summary>
    public async Task<IReadOnlyList<ProgramToken>> OfProgramsAsync(DateTimeOffset now)
    {
        await using var connection = await database.ConnectAsync();
        var rows = await connection.QueryAsync<(string Sha256, string Account, string Expires)>(
            "SELECT sha256, account, expires FROM token WHERE purpose = @purpose AND expires > @now ORDER BY account, expires, sha256",
            new { purpose = Word(TokenPurpose.Program), now = Timestamp.Written(now) }
        );
        return [.. rows.Select(r => new ProgramToken(r.Sha256, r.Account, Read(r.Expires)))];
    }

    /// <summary>Forgets the sessions that have expired.</summary>
    public async Task ForgetSessionsAsync(DateTimeOffset now)
    {
        await using var connection = await database.ConnectAsync();
        await connection.ExecuteAsync(
            "DELETE FROM token WHERE purpose = @purpose AND expires <= @now",
            new { purpose = Word(TokenPurpose.Session), now = Timestamp.Written(now) }
        );
    }

    /// <summary>The SHA-256 of a secret, in base 16.</summary>
    internal static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static DateTimeOffset Read(string written) =>
        DateTimeOffset.Parse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Word(TokenPurpose purpose) => purpose == TokenPurpose.Session ? "session" : "program";
}
