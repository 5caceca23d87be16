using Dapper;

namespace Scrutineer.Storage;

/// <summary>Carries out the migrations that a database lacks, each in one transaction, after checking those that it has.</summary>
internal static class Migrator
{
    // Any number that no other program takes for its lock: the letters SCRU.
    private const long LockNumber = 0x53435255;

    public static async Task RunAsync(ElectionDatabase database)
    {
        await using var connection = await database.ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (database.Dialect == Dialect.PostgreSql)
        {
            // Several processes may start at once; one migrates and the others wait.
            await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(@LockNumber)", new { LockNumber }, transaction);
        }

        await connection.ExecuteAsync(
            "CREATE TABLE IF NOT EXISTS migration (number integer PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL)",
            transaction: transaction
        );
        var done = (
            await connection.QueryAsync<(long Number, string Name, string Checksum)>(
                "SELECT CAST(number AS bigint), name, checksum FROM migration ORDER BY number",
                transaction: transaction
            )
        ).ToList();
        foreach (var (number, name, checksum) in done)
        {
            var known = Migration.All.FirstOrDefault(m => m.Number == number);
            if (known is null)
            {
                throw new StorageException(
                    $"{database.Name} has migration {number} ({name}), which this program does not know: it was written by a newer one."
                );
            }

            if (known.Checksum != checksum)
            {
                throw new StorageException(
                    $"{database.Name}: migration {number} ({name}) was carried out with other statements than this program has."
                );
            }
        }

        foreach (var migration in Migration.All.Where(m => done.All(d => d.Number != m.Number)))
        {
            await connection.ExecuteAsync(migration.For(database.Dialect), transaction: transaction);
            await connection.ExecuteAsync(
                "INSERT INTO migration (number, name, checksum) VALUES (@Number, @Name, @Checksum)",
                new
                {
                    migration.Number,
                    migration.Name,
                    migration.Checksum,
                },
                transaction
            );
        }

        if (database.Dialect == Dialect.PostgreSql)
        {
            await connection.ExecuteAsync("SELECT make_election(@Election)", new { database.Election }, transaction);
        }

        await transaction.CommitAsync();
    }
}
