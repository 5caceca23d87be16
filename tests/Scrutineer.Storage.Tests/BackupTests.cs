using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Scrutineer.Evidence;

namespace Scrutineer.Storage.Tests;

/// <summary>The drill: a copy is taken, the database is lost, and everything is there again, in either kind of database.</summary>
public sealed class BackupTests(PostgresCluster cluster) : IClassFixture<PostgresCluster>, IDisposable
{
    private static readonly DateTimeOffset Now = new(2021, 1, 11, 3, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scrutineer-backup-");
    private readonly NoteKey key = NoteKey.Create("example.org/night", NoteAlgorithm.EcdsaP256);

    public void Dispose()
    {
        key.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(Dialect.Sqlite, Dialect.Sqlite)]
    [InlineData(Dialect.Sqlite, Dialect.PostgreSql)]
    [InlineData(Dialect.PostgreSql, Dialect.Sqlite)]
    public async Task Restore_OfACopy_IsTheSameLogAndGoesOn(Dialect from, Dialect to)
    {
        var file = At("copy");
        await using (var database = await OpenAsync(from))
        {
            Assert.Equal(42, await FillAsync(database, file));
        }

        await using var again = await OpenAsync(to);
        Assert.Equal(42, await Backup.RestoreAsync(again, file));
        Assert.Empty(await DatabaseCheck.OfAsync(again, key));
        await using var store = new RecordStore(again);
        using var log = new LogKeeper(again, key);
        Assert.Equal(
            "private 3",
            Encoding.UTF8.GetString((await store.FindAsync("north", "id 3"))!.PrivateContent!.Value.Span)
        );
        Assert.Equal(Appended.Before, (await store.AppendAsync(Record(3))).Appended);
        Assert.Equal(Appended.Now, (await store.AppendAsync(Record(20))).Appended);
        Assert.Equal(21, await log.KeepAsync(Now));
        Assert.Empty(await DatabaseCheck.OfAsync(again, key));
        var full = await Assert.ThrowsAsync<StorageException>(() => Backup.RestoreAsync(again, file));
        Assert.Contains("is not empty", full.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_CopyThatIsNotWhole_LeavesTheDatabaseEmpty()
    {
        var file = At("copy");
        await using (var database = await OpenAsync(Dialect.Sqlite))
        {
            await FillAsync(database, file);
        }

        var whole = File.ReadAllBytes(file);
        await using var again = await OpenAsync(Dialect.Sqlite);
        var random = new Random(7);
        for (var i = 0; i < 40; i++)
        {
            var changed = (byte[])whole.Clone();
            changed[random.Next(20, changed.Length)] ^= (byte)random.Next(1, 256);
            File.WriteAllBytes(file, i % 4 == 0 ? whole[..random.Next(whole.Length)] : changed);
            await Assert.ThrowsAnyAsync<StorageException>(() => Backup.RestoreAsync(again, file));
        }

        File.WriteAllBytes(file, whole);
        Assert.Equal(42, await Backup.RestoreAsync(again, file));
    }

    /// <summary>Rows with a SHA-256 of their own, of files and of tokens, are rows and not the last line.</summary>
    [Fact]
    public async Task Restore_OfFilesAndTokens_IsWhole()
    {
        var file = At("copy");
        var photograph = new byte[3_000];
        new Random(7).NextBytes(photograph);
        string secret;
        await using (var database = await OpenAsync(Dialect.Sqlite))
        {
            await new AccountStore(database).AddAsync("clerk-1", "clerk", Now);
            secret = await new TokenStore(database).GiveAsync("clerk-1", TokenPurpose.Program, Now.AddDays(1));
            await using var connection = await database.ConnectAsync();
            await connection.ExecuteAsync(
                "INSERT INTO file (sha256, type, bytes) VALUES (@name, 'image/jpeg', @photograph)",
                new { name = new string('a', 64), photograph }
            );
            Assert.Equal(3, await Backup.WriteAsync(database, file));
        }

        await using var again = await OpenAsync(Dialect.Sqlite);
        Assert.Equal(3, await Backup.RestoreAsync(again, file));
        Assert.NotNull(await new TokenStore(again).OfAsync(secret, TokenPurpose.Program, Now));
        await using var other = await again.ConnectAsync();
        Assert.Equal(photograph, await other.QuerySingleAsync<byte[]>("SELECT bytes FROM file"));
    }

    private static NewRecord Record(int i) =>
        new($"id {i}", "north", $"station {i}", 1, "entry", "clerk", Now, new JsonObject { ["n"] = i })
        {
            Private = Encoding.UTF8.GetBytes($"private {i}"),
        };

    /// <summary>Twenty records with their leaves, one checkpoint and the first, empty one.</summary>
    private async Task<long> FillAsync(ElectionDatabase database, string file)
    {
        await using var store = new RecordStore(database);
        using var log = new LogKeeper(database, key);
        await log.KeepAsync(Now);
        for (var i = 0; i < 20; i++)
        {
            await store.AppendAsync(Record(i));
        }

        await log.KeepAsync(Now);
        return await Backup.WriteAsync(database, file);
    }

    private string At(string name) => Path.Combine(folder.FullName, name);

    private Task<ElectionDatabase> OpenAsync(Dialect dialect) =>
        ElectionDatabase.OpenAsync(
            dialect == Dialect.PostgreSql ? cluster.NewDatabase() : At(Guid.NewGuid().ToString("N") + ".db")
        );
}
