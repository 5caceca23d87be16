using System.Diagnostics;
using System.Text.Json.Nodes;
using Dapper;
using Scrutineer.Storage;

namespace Scrutineer.Bench.Suites;

/// <summary>What a database commits by itself, one row a commit, and what the record store gets out of it.</summary>
internal static class BareCommits
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(4);

    /// <summary>Commits a second of a bare table under the same settings.</summary>
    /// <param name="database">The database.</param>
    /// <param name="connections">How many connections commit at once.</param>
    public static async Task<double> RateAsync(ElectionDatabase database, int connections)
    {
        await using (var connection = await database.ConnectAsync())
        {
            await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS bare (id TEXT PRIMARY KEY, entry TEXT NOT NULL)");
        }

        var entry = new string('x', 700);
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(
            Enumerable
                .Range(0, connections)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        await using var connection = await database.ConnectAsync();
                        var count = 0;
                        for (; watch.Elapsed < Lasts; count++)
                        {
                            await connection.ExecuteAsync(
                                "INSERT INTO bare (id, entry) VALUES (@id, @entry)",
                                new { id = Guid.NewGuid().ToString(), entry }
                            );
                        }

                        return count;
                    })
                )
        );
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Records a second that a store accepts from so many who each wait for the answer.</summary>
    public static async Task<double> StoreRateAsync(ElectionDatabase database, int clerks)
    {
        await using var store = new RecordStore(database);
        var text = new string('x', 400);
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(
            Enumerable
                .Range(0, clerks)
                .Select(clerk =>
                    Task.Run(async () =>
                    {
                        var count = 0;
                        for (; watch.Elapsed < Lasts; count++)
                        {
                            await store.AppendAsync(
                                new NewRecord(
                                    Guid.NewGuid().ToString(),
                                    $"territory {clerk % 17}",
                                    $"bare {clerk}",
                                    count + 1,
                                    "bare",
                                    "bench",
                                    DateTimeOffset.UtcNow,
                                    new JsonObject { ["text"] = text }
                                )
                            );
                        }

                        return count;
                    })
                )
        );
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }
}
