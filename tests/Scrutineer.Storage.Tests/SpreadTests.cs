using System.Text.Json.Nodes;
using Scrutineer.Evidence;

namespace Scrutineer.Storage.Tests;

/// <summary>The records of one election on three servers of PostgreSQL: the answers of one server, worked out on three at once.</summary>
public sealed class SpreadTests(PostgresCluster first) : IClassFixture<PostgresCluster>
{
    private const string Election = "north-2021";
    private static readonly DateTimeOffset Now = new(2021, 1, 11, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Move_PartsToTwoOtherServers_AnswersAsBeforeAndWorksOnAllAtOnce()
    {
        var target = first.NewDatabase();
        using var second = new PostgresCluster();
        using var third = new PostgresCluster();
        using var key = NoteKey.Create(LogKeeper.OriginOf(Election), NoteAlgorithm.EcdsaP256);
        await using var database = await ElectionDatabase.OpenAsync(target, Election);
        await using var store = new RecordStore(database);
        using var log = new LogKeeper(database, key);
        await Task.WhenAll(Enumerable.Range(0, 600).Select(i => store.AppendAsync(Record(i))));
        await log.KeepAsync(Now);
        var tally = await PartitionSpread.TallyAsync(database);
        var records = await store.ReadAfterAsync(0, 1000);
        Assert.Equal(600, tally.Sum(t => t.Records));

        var (there, elsewhere) = (second.NewDatabase(), third.NewDatabase());
        long moved = 0;
        for (var part = 0; part < 12; part++)
        {
            moved += await PartitionSpread.MoveAsync(database, part, part % 2 == 0 ? there : elsewhere);
        }

        Assert.InRange(moved, 300, 600);
        var where = await PartitionSpread.WhereAsync(database);
        Assert.Equal(PartitionSpread.Parts, where.Count);
        Assert.Equal(3, where.Select(w => w.Server).Distinct().Count());

        // The same answers, and the same promises.
        Assert.Equal(tally, await PartitionSpread.TallyAsync(database));
        Assert.Equal(records.Select(Told), (await store.ReadAfterAsync(0, 1000)).Select(Told));
        Assert.Empty(await DatabaseCheck.OfAsync(database, key));
        Assert.Equal(Appended.Before, (await store.AppendAsync(Record(5))).Appended);
        Assert.Equal(Appended.Overtaken, (await store.AppendAsync(Record(5) with { ClientId = "late" })).Appended);
        Assert.Equal(
            Appended.Differs,
            (await store.AppendAsync(Record(5) with { Body = new JsonObject { ["votes"] = -1 } })).Appended
        );
        await Task.WhenAll(Enumerable.Range(600, 300).Select(i => store.AppendAsync(Record(i))));
        Assert.Equal(900, await log.KeepAsync(Now));
        Assert.Equal(900, (await PartitionSpread.TallyAsync(database)).Sum(t => t.Records));
        Assert.Equal(900, (await store.ReadAfterAsync(0, 1000)).Count);
        Assert.True(await store.PurgeAsync(Record(7).Territory, "id 7"));
        Assert.Empty(await DatabaseCheck.OfAsync(database, key));

        var plan = await PartitionSpread.TallyPlanAsync(database);
        TestContext.Current.TestOutputHelper!.WriteLine(plan);
        Assert.Contains("Async Foreign Scan", plan, StringComparison.Ordinal);
        Assert.Contains("Relations: Aggregate on", plan, StringComparison.Ordinal);
        Assert.Contains(
            "count(*)",
            plan[plan.IndexOf("Remote SQL", StringComparison.Ordinal)..],
            StringComparison.Ordinal
        );
        await Assert.ThrowsAsync<StorageException>(() => PartitionSpread.MoveAsync(database, 0, there));
    }

    [Fact]
    public async Task Move_ToAServerThatIsNotThere_ChangesNothing()
    {
        await using var database = await ElectionDatabase.OpenAsync(first.NewDatabase(), Election);
        await using var store = new RecordStore(database);
        await store.AppendAsync(Record(1));
        await Assert.ThrowsAsync<StorageException>(() =>
            PartitionSpread.MoveAsync(database, 3, "Host=127.0.0.1;Port=1;Username=nobody;Database=none")
        );
        Assert.All(await PartitionSpread.WhereAsync(database), w => Assert.Equal("", w.Server));
        Assert.Single(await store.ReadAfterAsync(0, 10));
    }

    private static (long, string, string) Told(StoredRecord record) => (record.Position, record.ClientId, record.Entry);

    private static NewRecord Record(int i) =>
        new(
            $"id {i}",
            $"territory {i % 40}",
            $"station {i}",
            1,
            "entry",
            "clerk-7",
            Now,
            new JsonObject { ["votes"] = i }
        )
        {
            Private = [1, 2, 3],
        };
}
