using Dapper;

namespace Scrutineer.Storage;

/// <summary>
/// What clerks have typed and not yet handed in, so that a closed window or a lost connection costs nobody a paper. A draft
/// belongs to one account and to the protocol as it stood; nobody else reads it, it is not logged, and it goes with the next
/// record of the protocol's stream.
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
    /// <param name="stream">The stream of the protocol.</param>
    /// <param name="account">Who types.</param>
    /// <param name="version">The version of the stream that the account holds.</param>
    /// <param name="figures">What is typed, as JSON.</param>
    public async Task SaveAsync(string stream, string account, long version, string figures)
    {
        using var turn = await database.TurnToWriteAsync();
        await using var connection = await database.ConnectAsync();
        await connection.ExecuteAsync(
            "INSERT INTO draft (election, stream, account, version, figures) VALUES (@Election, @stream, @account, @version, @figures) "
                + "ON CONFLICT (election, stream, account) DO UPDATE SET version = excluded.version, figures = excluded.figures",
            new
            {
                database.Election,
                stream,
                account,
                version,
                figures,
            }
        );
    }

    /// <summary>What an account has typed for a protocol as it stands; nothing where the protocol has moved since.</summary>
    /// <param name="stream">The stream of the protocol.</param>
    /// <param name="account">Who types.</param>
    /// <param name="version">The version of the stream.</param>
    public async Task<string?> FindAsync(string stream, string account, long version)
    {
        await using var connection = await database.ConnectAsync();
        return await connection.QuerySingleOrDefaultAsync<string>(
            "SELECT figures FROM draft WHERE election = @Election AND stream = @stream AND account = @account AND version = @version",
            new
            {
                database.Election,
                stream,
                account,
                version,
            }
        );
    }
}
