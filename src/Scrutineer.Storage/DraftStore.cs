using Dapper;

namespace Scrutineer.Storage;

/// <summary>
/// What clerks have typed and not yet handed in, so that a closed window or a lost connection costs nobody a paper. A draft
/// belongs to one account and to the protocol as it stood; nobody else reads it, and it is not logged.
/// </summary>
public sealed class DraftStore
{
    private readonly ElectionDatabase database;

    /// <summary>The drafts of a database.</summary>
    public DraftStore(ElectionDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
    }

    /// <summary>Keeps what is typed now in the place of what was.</summary>
    /// <param name="unit">The station.</param>
    /// <param name="account">Who types.</param>
    /// <param name="version">The version of the protocol's stream that the account holds.</param>
    /// <param name="figures">What is typed, as JSON.</param>
    public async Task SaveAsync(string unit, string account, long version, string figures)
    {
        await using var connection = await database.ConnectAsync();
        await connection.ExecuteAsync(
            "INSERT INTO draft (election, unit, account, version, figures) VALUES (@Election, @unit, @account, @version, @figures) "
                + "ON CONFLICT (election, unit, account) DO UPDATE SET version = excluded.version, figures = excluded.figures",
            new
            {
                database.Election,
                unit,
                account,
                version,
                figures,
            }
        );
    }

    /// <summary>What an account has typed for a protocol as it stands; nothing where the protocol has moved since.</summary>
    /// <param name="unit">The station.</param>
    /// <param name="account">Who types.</param>
    /// <param name="version">The version of the protocol's stream.</param>
    public async Task<string?> FindAsync(string unit, string account, long version)
    {
        await using var connection = await database.ConnectAsync();
        return await connection.QuerySingleOrDefaultAsync<string>(
            "SELECT figures FROM draft WHERE election = @Election AND unit = @unit AND account = @account AND version = @version",
            new
            {
                database.Election,
                unit,
                account,
                version,
            }
        );
    }

    /// <summary>Drops every draft of a protocol: it was handed in or given back.</summary>
    public async Task DropAsync(string unit)
    {
        await using var connection = await database.ConnectAsync();
        await connection.ExecuteAsync(
            "DELETE FROM draft WHERE election = @Election AND unit = @unit",
            new { database.Election, unit }
        );
    }
}
