using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Scrutineer.Evidence;
using Scrutineer.Findings;

namespace Scrutineer.Storage.Tests;

/// <summary>What was purged is nowhere, and what was logged is verified as before.</summary>
public sealed class PurgeTests(PostgresCluster cluster) : IClassFixture<PostgresCluster>, IDisposable
{
    private const string Words = "the chairman shouted at me, says Aigerim of the corner house";
    private static readonly DateTimeOffset Now = new(2025, 6, 15, 21, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Photograph = RandomNumberGenerator.GetBytes(40_000);
    private static readonly string Name = Convert.ToHexStringLower(SHA256.HashData(Photograph));
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scrutineer-purge-");
    private string opened = "";
    private readonly NoteKey key = NoteKey.Create("example.org/night", NoteAlgorithm.EcdsaP256);

    public void Dispose()
    {
        key.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(Dialect.Sqlite, "record")]
    [InlineData(Dialect.Sqlite, "observer")]
    [InlineData(Dialect.PostgreSql, "observer")]
    public async Task Run_OnReports_LeavesTheLogVerifiableAndNothingElse(Dialect dialect, string what)
    {
        var target = what == "record" ? PurgeTarget.OfRecord("report 1") : PurgeTarget.OfObserver("observer-7");
        await using (var database = await OpenAsync(dialect))
        {
            await FillAsync(database);
            var result = await Purge.RunAsync(database, target, "asked for it", "coordinator-1", Now);
            Assert.Equal(what == "record" ? new PurgeResult(1, 1) : new PurgeResult(3, 1), result);
            using var log = new LogKeeper(database, key);
            Assert.Equal(what == "record" ? 6 : 8, await log.KeepAsync(Now));
            Assert.Empty(await DatabaseCheck.OfAsync(database, key));
            await using var store = new RecordStore(database);
            var said = (await store.ReadAsync("north", "report report 1"))[^1];
            Assert.Equal(
                ("purge", "coordinator-1", "asked for it"),
                (said.Kind, said.Author, (string)said.Body["reason"]!)
            );
            Assert.Equal([Name], said.Body["photographs"]!.AsArray().Select(f => (string)f!));
            Assert.NotNull((await store.FindAsync("north", "entry"))!.Private);

            // The bundle fits; what it names and does not hold is withheld.
            var bundle = Path.Combine(folder.FullName, "bundle");
            await log.WriteBundleAsync(bundle, [Name]);
            var check = BundleCheck.Of(bundle, [key], [], null);
            Assert.DoesNotContain(check.Findings, f => f.Severity == Severity.Error);
            Assert.Equal(0, check.Attached);

            // A copy and what is restored from it have nothing of it either, and fit as well.
            var copy = Path.Combine(folder.FullName, "copy");
            await Backup.WriteAsync(database, copy);
            await using var again = await OpenAsync(Dialect.Sqlite);
            await Backup.RestoreAsync(again, copy);
            Assert.Empty(await DatabaseCheck.OfAsync(again, key));
            var nothing = await Assert.ThrowsAsync<StorageException>(() =>
                Purge.RunAsync(database, target, "again", "coordinator-1", Now)
            );
            Assert.Contains("holds nothing private", nothing.Message, StringComparison.Ordinal);
        }

        foreach (var file in Directory.GetFiles(folder.FullName, "*.db*"))
        {
            var bytes = File.ReadAllBytes(file);
            Assert.True(
                bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(what == "record" ? Words + " 1" : Words)) < 0,
                file
            );
            Assert.True(bytes.AsSpan().IndexOf(Photograph.AsSpan(1_000, 64)) < 0, file);
        }
    }

    /// <summary>The bytes are gone from the file and its write-ahead log while the database is still open.</summary>
    [Fact]
    public async Task Run_OnAPhotograph_OverwritesItsBytesAtOnce()
    {
        await using var database = await OpenAsync(Dialect.Sqlite);
        await FillAsync(database);
        var files = Directory.GetFiles(folder.FullName, "*.db*");
        Assert.Contains(files, f => Holds(f, Photograph.AsSpan(1_000, 64)));
        var result = await Purge.RunAsync(
            database,
            PurgeTarget.OfPhotograph(Name),
            "shows a face",
            "coordinator-1",
            Now
        );
        Assert.Equal(new PurgeResult(0, 1), result);
        Assert.All(files.Where(File.Exists), f => Assert.False(Holds(f, Photograph.AsSpan(1_000, 64)), f));
        Assert.Contains(files, f => Holds(f, Encoding.UTF8.GetBytes(Words)));
    }

    /// <summary>
    /// What an observer sent ahead of a report that never came goes with the observer, and nothing that is another's as well: sent
    /// by both, or named by a report, of this election or of another in the same database.
    /// </summary>
    [Theory]
    [InlineData(Dialect.Sqlite)]
    [InlineData(Dialect.PostgreSql)]
    public async Task Run_OnAnObserver_TakesPhotographsOfNoReportAsWell(Dialect dialect)
    {
        await using var database = await OpenAsync(dialect);
        var files = new FileStore(database);
        var accounts = new AccountStore(database);
        await accounts.AddAsync("observer-7", "observer", Now);
        await accounts.AddAsync("observer-9", "observer", Now);
        var alone = await SendAsync(files, "observer-7");
        var both = await SendAsync(files, "observer-7", "observer-9");
        var named = await SendAsync(files, "observer-7");
        var elsewhere = await SendAsync(files, "observer-7");
        await FillAsync(database);
        await using (var store = new RecordStore(database))
        {
            await store.AppendAsync(Naming("report 8", named));
        }

        await using (var other = await ElectionDatabase.OpenAsync(opened, "another"))
        await using (var store = new RecordStore(other))
        {
            await store.AppendAsync(Naming("report 1", elsewhere));
        }

        var result = await Purge.RunAsync(
            database,
            PurgeTarget.OfObserver("observer-7"),
            "asked for it",
            "coordinator-1",
            Now
        );
        Assert.Equal(new PurgeResult(3, 2), result);
        Assert.Null(await files.FindAsync(alone));
        foreach (var stays in new[] { both, named, elsewhere })
        {
            Assert.NotNull(await files.FindAsync(stays));
        }

        await using var reader = new RecordStore(database);
        var said = Assert.Single(await reader.ReadAsync("nation", Purge.Stream));
        Assert.Equal([alone], said.Body["photographs"]!.AsArray().Select(f => (string)f!));
    }

    [Fact]
    public async Task Run_OnAMoveOfAProtocol_IsRefused()
    {
        await using var database = await OpenAsync(Dialect.Sqlite);
        await FillAsync(database);
        var refused = await Assert.ThrowsAsync<StorageException>(() =>
            Purge.RunAsync(database, PurgeTarget.OfRecord("entry"), "no reason is one", "coordinator-1", Now)
        );
        Assert.Contains("is not purged", refused.Message, StringComparison.Ordinal);
        await using var store = new RecordStore(database);
        Assert.NotNull((await store.FindAsync("north", "entry"))!.Private);
        Assert.Empty(await store.ReadAsync("nation", Purge.Stream));
    }

    private static bool Holds(string file, ReadOnlySpan<byte> what)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray().AsSpan().IndexOf(what) >= 0;
    }

    /// <summary>Three reports of one observer, one of another, and a move of a protocol by a clerk.</summary>
    private async Task FillAsync(ElectionDatabase database)
    {
        await using var store = new RecordStore(database);
        using var log = new LogKeeper(database, key);
        await using (var connection = await database.ConnectAsync())
        {
            await connection.ExecuteAsync(
                "INSERT INTO file (sha256, type, bytes) VALUES (@Name, 'image/jpeg', @Photograph)",
                new { Name, Photograph }
            );
        }

        for (var i = 1; i <= 3; i++)
        {
            await store.AppendAsync(Report($"report {i}", "observer-7", i == 1));
        }

        await store.AppendAsync(Report("report 9", "observer-9", false) with { Private = "nothing of it"u8.ToArray() });
        await store.AppendAsync(
            new NewRecord("entry", "north", "protocol North/1", 1, "submit", "clerk-1", Now, [])
            {
                Private = "{\"votes\":12}"u8.ToArray(),
            }
        );
        await log.KeepAsync(Now);
    }

    private static NewRecord Report(string id, string observer, bool photograph) =>
        new(
            id,
            "north",
            "report " + id,
            1,
            "incident",
            observer,
            Now,
            photograph ? new JsonObject { ["files"] = new JsonArray(Name) } : []
        )
        {
            Private = Encoding.UTF8.GetBytes($"{Words} {id[^1]}"),
        };

    private static NewRecord Naming(string id, string photograph) =>
        Report(id, "observer-9", false) with
        {
            Body = new JsonObject { ["files"] = new JsonArray(photograph) },
        };

    private static async Task<string> SendAsync(FileStore files, params string[] observers)
    {
        var bytes = RandomNumberGenerator.GetBytes(2_000);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        foreach (var observer in observers)
        {
            await files.AddAsync(observer, sha256, new StoredFile("image/jpeg", bytes));
        }

        return sha256;
    }

    private Task<ElectionDatabase> OpenAsync(Dialect dialect)
    {
        opened =
            dialect == Dialect.PostgreSql
                ? cluster.NewDatabase()
                : Path.Combine(folder.FullName, Guid.NewGuid().ToString("N") + ".db");
        return ElectionDatabase.OpenAsync(opened);
    }
}
