using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Npgsql;
using Scrutineer.Evidence;

namespace Scrutineer.Storage.Tests;

/// <summary>Several elections in one database, several processes on it, and a database of an earlier program.</summary>
public sealed class ElectionsTests(PostgresCluster cluster) : IClassFixture<PostgresCluster>, IDisposable
{
    private static readonly DateTimeOffset Now = new(2021, 1, 11, 3, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scrutineer-elections-");

    public static TheoryData<Dialect> Both => [Dialect.Sqlite, Dialect.PostgreSql];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Open_TwoElectionsInOneDatabase_EachHasItsOwnRecordsAndLog(Dialect dialect)
    {
        var target = Target(dialect);
        foreach (var (election, records) in new[] { ("north-2021", 3), ("its'south", 5) })
        {
            await using var database = await ElectionDatabase.OpenAsync(target, election);
            await using var store = new RecordStore(database);
            using var key = NoteKey.Create(LogKeeper.OriginOf(election), NoteAlgorithm.EcdsaP256);
            using var log = new LogKeeper(database, key);
            for (var i = 0; i < records; i++)
            {
                // The same identifiers and streams in both.
                Assert.Equal(Appended.Now, (await store.AppendAsync(Record(i))).Appended);
            }

            Assert.Equal(records, await log.KeepAsync(Now));
            Assert.Equal(records, (await store.ReadAfterAsync(0, 100)).Count);
            Assert.Equal(records, (await new RecordFollower(database).NextAsync()).Count);
            Assert.Empty(await DatabaseCheck.OfAsync(database, key));
            var bundle = Path.Combine(folder.FullName, records.ToString());
            await log.WriteBundleAsync(bundle, []);
            Assert.Equal(records, BundleCheck.Of(bundle, [key], []).Entries);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Open_ADatabaseOfAnEarlierProgram_KeepsItsRecordsUnderTheNameOfItsLog(Dialect dialect)
    {
        var target = Target(dialect);
        using var key = NoteKey.Create(LogKeeper.OriginOf("north-2021"), NoteAlgorithm.EcdsaP256);
        await using (var database = await ElectionDatabase.OpenAsync(target + Blank(dialect)))
        await using (var connection = await database.ConnectAsync())
        {
            // The tables as the first migration made them, and nothing since.
            await connection.ExecuteAsync(
                dialect == Dialect.PostgreSql
                    ? "DROP SCHEMA public CASCADE; CREATE SCHEMA public"
                    : string.Join(
                        ';',
                        (
                            await connection.QueryAsync<string>(
                                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rootpage DESC"
                            )
                        ).Select(t => $"PRAGMA foreign_keys = OFF; DROP TABLE {t}")
                    )
            );
            var first = Migration.All[0];
            await connection.ExecuteAsync(
                "CREATE TABLE migration (number integer PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL)"
            );
            await connection.ExecuteAsync(first.For(dialect));
            await connection.ExecuteAsync("INSERT INTO migration VALUES (1, @Name, @Checksum)", first);
            var tree = new MerkleTree();
            for (var i = 0; i < 4; i++)
            {
                var record = await LineAsync(i);
                await connection.ExecuteAsync(
                    "INSERT INTO record (territory, stream, version, client_id, kind, entry) VALUES (@Territory, @Stream, @Version, @ClientId, @Kind, @Entry)",
                    record
                );
                var hash = MerkleHash.Leaf(record.Leaf);
                await connection.ExecuteAsync(
                    "INSERT INTO leaf (leaf, position, hash) VALUES (@leaf, @position, @hash)",
                    new
                    {
                        leaf = tree.Append(hash),
                        position = i + 1L,
                        hash,
                    }
                );
            }

            await connection.ExecuteAsync(
                "INSERT INTO checkpoint (size, note) VALUES (4, @note)",
                new { note = new Checkpoint(key.Name, 4, tree.Root).Sign(key, Now).ToString() }
            );
        }

        await using var now = await ElectionDatabase.OpenAsync(target, "north-2021");
        await using var store = new RecordStore(now);
        Assert.Equal(4, (await store.ReadAfterAsync(0, 100)).Count);
        Assert.Empty(await DatabaseCheck.OfAsync(now, key));
        Assert.Equal(Appended.Before, (await store.AppendAsync(Record(3))).Appended);
        Assert.InRange((await store.AppendAsync(Record(7))).Record!.Position, 5, 6);
        using var log = new LogKeeper(now, key);
        Assert.Equal(5, await log.KeepAsync(Now));
        Assert.Empty(await DatabaseCheck.OfAsync(now, key));
    }

    /// <summary>A transaction that took its position first and committed last is read when it is there.</summary>
    [Fact]
    public async Task Next_ARecordCommittedLate_IsReadOnceItIsThere()
    {
        await using var database = await ElectionDatabase.OpenAsync(Target(Dialect.PostgreSql), "north-2021");
        await using var store = new RecordStore(database);
        var follower = new RecordFollower(database);
        await using var slow = await database.ConnectAsync();
        await using var transaction = await slow.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var late = await LineAsync(1);
        await slow.ExecuteAsync(
            "INSERT INTO record (election, territory, stream, version, client_id, kind, entry) VALUES ('north-2021', @Territory, @Stream, @Version, @ClientId, @Kind, @Entry)",
            late,
            transaction
        );
        await store.AppendAsync(Record(2));
        Assert.Equal("id 2", Assert.Single(await follower.NextAsync()).ClientId);
        Assert.Empty(await follower.NextAsync());
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("id 1", Assert.Single(await follower.NextAsync()).ClientId);
        Assert.Empty(await follower.NextAsync());
    }

    /// <summary>A place drawn for a record that was refused is soon known to stay empty, and is asked for no more.</summary>
    [Fact]
    public async Task Next_PlacesOfRefusedRecords_AreForgotten()
    {
        await using var database = await ElectionDatabase.OpenAsync(Target(Dialect.PostgreSql), "north-2021");
        await using var store = new RecordStore(database);
        var follower = new RecordFollower(database);
        for (var i = 0; i < 5; i++)
        {
            await store.AppendAsync(Record(1));
        }

        await store.AppendAsync(Record(2));
        Assert.Equal(2, (await follower.NextAsync()).Count);

        // Four, and the place 1, which no record of a new database has.
        Assert.Equal(5, follower.PassedOver);
        Assert.Empty(await follower.NextAsync());
        Assert.Empty(await follower.NextAsync());
        Assert.Equal(0, follower.PassedOver);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Work_TwoJobsAndTwoWorkers_EachJobIsDoneOnce(Dialect dialect)
    {
        await using var database = await ElectionDatabase.OpenAsync(Target(dialect), "north-2021");
        var jobs = new JobStore(database);
        await jobs.AskAsync("bundle", "1", Now);
        await jobs.AskAsync("bundle", "1", Now.AddMinutes(1));
        await jobs.AskAsync("site", "2", Now);
        Assert.Null(await jobs.ResultAsync("bundle", "1"));
        var done = new List<string>();
        if (dialect == Dialect.PostgreSql)
        {
            // The second takes the other job while the first is at work.
            Assert.True(
                await jobs.WorkAsync(
                    async (kind, about) =>
                    {
                        done.Add(kind);
                        Assert.True(await new JobStore(database).WorkAsync((k, _) => Note(k), TimeProvider.System));
                        Assert.False(await new JobStore(database).WorkAsync((k, _) => Note(k), TimeProvider.System));
                        return Encoding.UTF8.GetBytes(about);
                    },
                    TimeProvider.System
                )
            );
        }
        else
        {
            Assert.True(await jobs.WorkAsync((k, _) => Note(k), TimeProvider.System));
            Assert.True(await jobs.WorkAsync((k, _) => Note(k), TimeProvider.System));
        }

        Assert.False(await jobs.WorkAsync((k, _) => Note(k), TimeProvider.System));
        Assert.Equal(["bundle", "site"], done.Order(StringComparer.Ordinal));
        Assert.NotNull(await jobs.ResultAsync("bundle", "1"));
        Assert.Equal("1", await jobs.DoneSinceAsync("bundle", Now));
        Assert.Null(await jobs.DoneSinceAsync("bundle", DateTimeOffset.UtcNow.AddHours(1)));

        Task<byte[]> Note(string kind)
        {
            done.Add(kind);
            return Task.FromResult(Encoding.UTF8.GetBytes("result"));
        }
    }

    [Fact]
    public async Task Work_WorkerThatDies_LeavesItsJobToAnother()
    {
        await using var database = await ElectionDatabase.OpenAsync(Target(Dialect.PostgreSql), "north-2021");
        var jobs = new JobStore(database);
        await jobs.AskAsync("bundle", "1", Now);
        var atWork = new TaskCompletionSource();
        var never = new TaskCompletionSource<byte[]>();
        var dying = jobs.WorkAsync(
            (_, _) =>
            {
                atWork.SetResult();
                return never.Task;
            },
            TimeProvider.System
        );
        await atWork.Task;
        Assert.False(await jobs.WorkAsync((_, _) => Task.FromResult<byte[]>([1]), TimeProvider.System));
        await using (var connection = await database.ConnectAsync())
        {
            // The end of its connection is what the server sees of a process that was killed.
            Assert.True(
                await connection.ExecuteScalarAsync<bool>(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'"
                )
            );
        }

        var taken = false;
        for (var i = 0; i < 100 && !taken; i++)
        {
            taken = await jobs.WorkAsync((_, _) => Task.FromResult<byte[]>([2]), TimeProvider.System);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Equal([2], await jobs.ResultAsync("bundle", "1"));
        never.SetResult([1]);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => dying);
        Assert.Equal([2], await jobs.ResultAsync("bundle", "1"));
    }

    /// <summary>A record as a store writes it, from a database of its own.</summary>
    private async Task<StoredRecord> LineAsync(int i)
    {
        await using var database = await ElectionDatabase.OpenAsync(Target(Dialect.Sqlite), "north-2021");
        await using var store = new RecordStore(database);
        return (await store.AppendAsync(Record(i))).Record!;
    }

    private static NewRecord Record(int i) =>
        new($"id {i}", $"territory {i}", $"station {i}", 1, "entry", "clerk-7", Now, new JsonObject { ["votes"] = i });

    private static string Blank(Dialect dialect) => dialect == Dialect.PostgreSql ? ";Pooling=false" : "";

    private string Target(Dialect dialect) =>
        dialect == Dialect.PostgreSql
            ? cluster.NewDatabase()
            : Path.Combine(folder.FullName, Guid.NewGuid().ToString("N") + ".db");
}
