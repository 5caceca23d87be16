using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Scrutineer.Evidence;

namespace Scrutineer.Storage.Tests;

/// <summary>What both databases promise, each test on both.</summary>
public sealed class RecordStoreTests(PostgresCluster cluster) : IClassFixture<PostgresCluster>, IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2021, 1, 11, 3, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scrutineer-storage-");
    private readonly NoteKey key = NoteKey.Create("example.org/night", NoteAlgorithm.EcdsaP256);

    public static TheoryData<Dialect> Both => [Dialect.Sqlite, Dialect.PostgreSql];

    public ValueTask DisposeAsync()
    {
        key.Dispose();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Append_ARecord_IsReadAsItWasWritten(Dialect dialect)
    {
        await using var database = await OpenAsync(dialect);
        await using var store = new RecordStore(database);
        var outcome = await store.AppendAsync(Record("a", 1) with { Private = Encoding.UTF8.GetBytes("who said it") });
        Assert.Equal(Appended.Now, outcome.Appended);
        var read = Assert.Single(await store.ReadAsync("north", "station 1"));
        Assert.Equal("clerk-7", read.Author);
        Assert.Equal(Now, read.At);
        Assert.Equal("{\"votes\":12}", read.Body.ToJsonString());
        Assert.Equal("who said it", Encoding.UTF8.GetString(read.PrivateContent!.Value.Span));
        Assert.DoesNotContain("who said it", read.Entry, StringComparison.Ordinal);
        Assert.Equal(read.Entry, (await store.FindAsync("north", "a"))!.Entry);
        Assert.Null(await store.FindAsync("south", "a"));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Append_TheSameAgain_IsAcceptedOnce(Dialect dialect)
    {
        await using var database = await OpenAsync(dialect);
        await using var store = new RecordStore(database);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => store.AppendAsync(Record("a", 1))));
        outcomes = [.. outcomes, await store.AppendAsync(Record("a", 1) with { At = Now.AddMinutes(5) })];
        Assert.Equal(1, outcomes.Count(o => o.Appended == Appended.Now));
        Assert.Equal(10, outcomes.Count(o => o.Appended == Appended.Before));
        Assert.Single(outcomes.Select(o => o.Record!.Position).Distinct());
        Assert.Equal(
            Appended.Differs,
            (await store.AppendAsync(Record("a", 1) with { Body = new JsonObject { ["votes"] = 13 } })).Appended
        );
        Assert.Equal(Appended.Overtaken, (await store.AppendAsync(Record("b", 1))).Appended);
        Assert.Equal(Appended.Now, (await store.AppendAsync(Record("b", 2))).Appended);
        Assert.Equal(2, (await store.ReadAsync("north", "station 1")).Count);
    }

    /// <summary>Two coordinators decide the same discrepancy at once: one is told that the other was first.</summary>
    [Theory]
    [MemberData(nameof(Both))]
    public async Task Append_ManyAtOnceFromTwoStores_EveryPlaceIsTakenOnce(Dialect dialect)
    {
        await using var database = await OpenAsync(dialect);
        await using var one = new RecordStore(database);
        await using var other = new RecordStore(database);
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 600)
                .Select(i =>
                    (i % 2 == 0 ? one : other).AppendAsync(
                        Record($"id {i}", (i / 6) + 1) with
                        {
                            Stream = $"station {i % 3}",
                        }
                    )
                )
        );
        Assert.Equal(300, outcomes.Count(o => o.Appended == Appended.Now));
        Assert.Equal(300, outcomes.Count(o => o.Appended == Appended.Overtaken));
        foreach (var stream in Enumerable.Range(0, 3))
        {
            Assert.Equal(
                Enumerable.Range(1, 100).Select(v => (long)v),
                (await one.ReadAsync("north", $"station {stream}")).Select(r => r.Version)
            );
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Purge_WhatIsPrivate_LeavesTheLogAsItWas(Dialect dialect)
    {
        await using var database = await OpenAsync(dialect);
        await using var store = new RecordStore(database);
        using var log = new LogKeeper(database, key);
        await store.AppendAsync(Record("a", 1) with { Private = Encoding.UTF8.GetBytes("a name") });
        Assert.Equal(1, await log.KeepAsync(Now));
        Assert.True(await store.PurgeAsync("north", "a"));
        Assert.False(await store.PurgeAsync("north", "a"));
        Assert.Null((await store.FindAsync("north", "a"))!.PrivateContent);
        Assert.Empty(await DatabaseCheck.OfAsync(database, key));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Keep_GrowingLog_IsConsistentAndItsBundleFits(Dialect dialect)
    {
        await using var database = await OpenAsync(dialect);
        await using var store = new RecordStore(database);
        using var log = new LogKeeper(database, key);
        Assert.Equal(0, await log.KeepAsync(Now));
        for (var round = 1; round <= 3; round++)
        {
            await FillAsync(store, 150, round);

            // A second keeper of another process finds the same log.
            using var second = new LogKeeper(database, key);
            Assert.Equal(150 * round, await (round == 2 ? second : log).KeepAsync(Now));
            Assert.Equal(150 * round, await log.KeepAsync(Now, thorough: true));
        }

        var bundle = Path.Combine(folder.FullName, "bundle");
        await log.WriteBundleAsync(bundle, []);
        var check = BundleCheck.Of(bundle, [key], []);
        Assert.Empty(check.Findings);
        Assert.Equal(450, check.Entries);
        Assert.Empty(await DatabaseCheck.OfAsync(database, key));
    }

    /// <summary>Every column of a record, a hash, a checkpoint, changed by hand behind the program's back.</summary>
    [Theory]
    [MemberData(nameof(Both))]
    public async Task Check_AnythingChangedByHand_IsFoundAndNamed(Dialect dialect)
    {
        string[] changes =
        [
            "UPDATE record SET entry = replace(entry, '\"votes\":12', '\"votes\":13') WHERE client_id = 'id 1 5'",
            "UPDATE record SET kind = 'other' WHERE client_id = 'id 1 5'",
            "UPDATE record SET stream = 'elsewhere' WHERE client_id = 'id 1 5'",
            "UPDATE record SET territory = 'south' WHERE client_id = 'id 1 5'",
            "UPDATE record SET version = 99 WHERE client_id = 'id 1 5'",
            "UPDATE record SET client_id = 'id 0 0' WHERE client_id = 'id 1 5'",
            "DELETE FROM record WHERE client_id = 'id 1 5'",
        ];
        foreach (var change in changes)
        {
            await using var database = await OpenAsync(dialect);
            await using var store = new RecordStore(database);
            using var log = new LogKeeper(database, key);
            await FillAsync(store, 20, 1);
            await log.KeepAsync(Now);
            var leaf = (await store.ReadAfterAsync(0, 100)).Select(r => r.ClientId).ToList().IndexOf("id 1 5");
            await ExecuteAsync(database, change);
            var finding = (await DatabaseCheck.OfAsync(database, key))[0];
            Assert.Equal("evidence-entry", finding.Code);
            Assert.Equal(leaf.ToString(CultureInfo.InvariantCulture), Assert.Single(finding.Figures).Value);
        }

        await using var last = await OpenAsync(dialect);
        await using var records = new RecordStore(last);
        using var keeper = new LogKeeper(last, key);
        await FillAsync(records, 20, 1);
        await keeper.KeepAsync(Now);

        // A record and its hash changed together fit each other, and not the signed checkpoint.
        await ExecuteAsync(last, "UPDATE record SET entry = '{}' WHERE position = 3");
        await using (var connection = await last.ConnectAsync())
        {
            await connection.ExecuteAsync(
                "UPDATE leaf SET hash = @hash WHERE position = 3",
                new { hash = MerkleHash.Leaf("{}"u8) }
            );
        }

        Assert.Contains(await DatabaseCheck.OfAsync(last, key), f => f.Code == "evidence-root");
        await ExecuteAsync(last, "UPDATE checkpoint SET note = replace(note, 'night', 'other')");
        Assert.Contains(await DatabaseCheck.OfAsync(last, key), f => f.Code == "evidence-signature");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Open_MigrationsOfAnotherProgram_AreRefused(Dialect dialect)
    {
        var target = Target(dialect);
        await using (var database = await ElectionDatabase.OpenAsync(target))
        {
            await ExecuteAsync(database, "UPDATE migration SET checksum = 'other' WHERE number = 1");
        }

        var wrong = await Assert.ThrowsAsync<StorageException>(() => ElectionDatabase.OpenAsync(target));
        Assert.Contains("other statements", wrong.Message, StringComparison.Ordinal);
        if (dialect == Dialect.Sqlite)
        {
            File.WriteAllText(
                Path.Combine(folder.FullName, "text"),
                "this is no database, and longer than its header would be"
            );
            await Assert.ThrowsAsync<StorageException>(() =>
                ElectionDatabase.OpenAsync(Path.Combine(folder.FullName, "text"))
            );
        }
    }

    [Fact]
    public async Task Append_DatabaseRestartedUnderLoad_WhatWasAcknowledgedIsThere()
    {
        await using var database = await OpenAsync(Dialect.PostgreSql);
        await using var store = new RecordStore(database);
        var acknowledged = new List<string>();
        for (var i = 0; i < 400; i++)
        {
            if (i is 100 or 250)
            {
                cluster.Restart();
            }

            // Whoever is not told that it is done sends the same thing again.
            for (var tries = 0; ; tries++)
            {
                try
                {
                    await store.AppendAsync(Record($"id {i}", i + 1));
                    acknowledged.Add($"id {i}");
                    break;
                }
                catch (System.Data.Common.DbException) when (tries < 20)
                {
                    await Task.Delay(50, TestContext.Current.CancellationToken);
                }
            }
        }

        Assert.Equal(acknowledged, (await store.ReadAsync("north", "station 1")).Select(r => r.ClientId));
    }

    private static async Task FillAsync(RecordStore store, int count, int round) =>
        await Task.WhenAll(
            Enumerable
                .Range(0, count)
                .Select(i => store.AppendAsync(Record($"id {round} {i}", round) with { Stream = $"station {i}" }))
        );

    private static NewRecord Record(string id, long version) =>
        new(id, "north", "station 1", version, "entry", "clerk-7", Now, new JsonObject { ["votes"] = 12 });

    private static async Task ExecuteAsync(ElectionDatabase database, string sql)
    {
        await using var connection = await database.ConnectAsync();
        Assert.True(await connection.ExecuteAsync(sql) > 0);
    }

    private string Target(Dialect dialect) =>
        dialect == Dialect.PostgreSql
            ? cluster.NewDatabase()
            : Path.Combine(folder.FullName, Guid.NewGuid().ToString("N") + ".db");

    private async Task<ElectionDatabase> OpenAsync(Dialect dialect) =>
        await ElectionDatabase.OpenAsync(Target(dialect));
}
