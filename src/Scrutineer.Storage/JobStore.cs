using Dapper;

namespace Scrutineer.Storage;

/// <summary>
/// Work that is done once for all processes on a database. On PostgreSQL whoever works on a job holds its row
/// (<c>FOR UPDATE SKIP LOCKED</c>), so that others take other jobs, and a job whose worker dies is free again at once. On
/// SQLite there is one process; what it left undone it finds at its next start.
/// </summary>
public sealed class JobStore
{
    private readonly ElectionDatabase database;

    /// <summary>The jobs of an election.</summary>
    public JobStore(ElectionDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        this.database = database;
    }

    /// <summary>Asks for a job; it is nothing new where it was asked for before.</summary>
    /// <param name="kind">What is to be done.</param>
    /// <param name="about">With what, such as the size of the log.</param>
    /// <param name="now">The time.</param>
    public async Task AskAsync(string kind, string about, DateTimeOffset now)
    {
        await using var connection = await database.ConnectAsync();
        await connection.ExecuteAsync(
            "INSERT INTO job (election, kind, about, asked) VALUES (@Election, @kind, @about, @asked) ON CONFLICT DO NOTHING",
            new
            {
                database.Election,
                kind,
                about,
                asked = Written(now),
            }
        );
    }

    /// <summary>The result of a job; nothing while it is not done.</summary>
    public async Task<byte[]?> ResultAsync(string kind, string about)
    {
        await using var connection = await database.ConnectAsync();
        return await connection.QuerySingleOrDefaultAsync<byte[]?>(
            "SELECT result FROM job WHERE election = @Election AND kind = @kind AND about = @about AND done IS NOT NULL",
            new
            {
                database.Election,
                kind,
                about,
            }
        );
    }

    /// <summary>What the latest job of a kind that was done since a time was about; nothing where none was.</summary>
    public async Task<string?> DoneSinceAsync(string kind, DateTimeOffset since)
    {
        await using var connection = await database.ConnectAsync();
        return await connection.QueryFirstOrDefaultAsync<string?>(
            "SELECT about FROM job WHERE election = @Election AND kind = @kind AND done >= @since ORDER BY done DESC LIMIT 1",
            new
            {
                database.Election,
                kind,
                since = Written(since),
            }
        );
    }

    /// <summary>
    /// Takes a job that nobody is at, does it, and keeps its result in the place of those of the same kind before it.
    /// </summary>
    /// <param name="work">Does it: kind and what it is about give its result.</param>
    /// <param name="clock">The time.</param>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> WorkAsync(Func<string, string, Task<byte[]>> work, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(clock);
        await using var connection = await database.ConnectAsync();
        var isServer = database.Dialect == Dialect.PostgreSql;

        // A file is locked for nobody while the work is done: its one writer must go on.
        await using var transaction = isServer ? await connection.BeginTransactionAsync() : null;
        var job = (
            await connection.QueryAsync<(string Kind, string About)>(
                "SELECT kind, about FROM job WHERE election = @Election AND done IS NULL ORDER BY asked, about LIMIT 1"
                    + (isServer ? " FOR UPDATE SKIP LOCKED" : ""),
                new { database.Election },
                transaction
            )
        ).ToList();
        if (job is not [var (kind, about)])
        {
            return false;
        }

        var result = await work(kind, about);
        await connection.ExecuteAsync(
            "UPDATE job SET done = @done, result = @result WHERE election = @Election AND kind = @kind AND about = @about",
            new
            {
                done = Written(clock.GetUtcNow()),
                result,
                database.Election,
                kind,
                about,
            },
            transaction
        );
        await connection.ExecuteAsync(
            "DELETE FROM job WHERE election = @Election AND kind = @kind AND about <> @about AND done IS NOT NULL AND done < @before",
            new
            {
                database.Election,
                kind,
                about,
                before = Written(clock.GetUtcNow() - TimeSpan.FromMinutes(5)),
            },
            transaction
        );
        if (transaction is not null)
        {
            await transaction.CommitAsync();
        }

        return true;
    }

    private static string Written(DateTimeOffset at) => Timestamp.Written(at);
}
