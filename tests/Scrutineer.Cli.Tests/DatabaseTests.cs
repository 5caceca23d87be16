using System.Text.Json.Nodes;
using Scrutineer.Evidence;
using Scrutineer.Storage;

namespace Scrutineer.Cli.Tests;

/// <summary><c>backup</c>, <c>restore</c> and <c>verify</c> on a database.</summary>
public sealed class DatabaseTests : IDisposable
{
    private readonly Workspace workspace = new();
    private readonly NoteKey key = NoteKey.Create("example.org/night", NoteAlgorithm.EcdsaP256);

    public void Dispose()
    {
        key.Dispose();
        workspace.Dispose();
    }

    [Fact]
    public async Task Database_CopiedAndRestored_FitsItsLogUntilItIsChanged()
    {
        await FillAsync();
        var run = workspace.Run("backup", "night.db", "--out", "night.backup");
        Assert.Equal((0, "7 rows copied into night.backup.\n"), (run.Exit, run.Out));
        run = workspace.Run("restore", "again.db", "--from", "night.backup");
        Assert.Equal((0, "7 rows restored into again.db.\n"), (run.Exit, run.Out));
        workspace.Run("restore", "again.db", "--from", "night.backup").AssertRefused("again.db: ");
        run = workspace.Run("verify", "again.db", "--key", key.Verifier);
        Assert.Equal((0, "Everything fits.\n"), (run.Exit, run.Out));

        // A row changed with a tool that knows nothing of the log.
        await using (var database = await ElectionDatabase.OpenAsync(workspace.At("again.db")))
        await using (var connection = await database.ConnectAsync())
        await using (var command = connection.CreateCommand())
        {
            command.CommandText =
                "UPDATE record SET entry = replace(entry, '\"votes\":1', '\"votes\":9') WHERE version = 1";
            Assert.True(await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken) > 0);
        }

        run = workspace.Run("verify", "again.db", "--key", key.Verifier, "--json");
        Assert.Equal(1, run.Exit);
        Assert.False((bool)JsonNode.Parse(run.Out)!["fits"]!);
        Assert.Contains("Leaf 1 does not fit its hash", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_WrongCalls_AreRefused()
    {
        workspace.Run("backup", "nowhere.db", "--out", "x").AssertRefused("nowhere.db: There is no such database.");
        workspace
            .Run("backup", Workspace.HeadFile, "--out", "x")
            .AssertRefused(Workspace.HeadFile + ": This is no database.");
        workspace.Run("restore", "again.db", "--from", "nowhere").AssertRefused("nowhere: There is no such file.");
        workspace
            .Run("restore", "again.db", "--from", Workspace.HeadFile)
            .AssertRefused("again.db: elections/kz-mazhilis-2021/election.yaml cannot be read as a copy of a database");
        await FillAsync();
        workspace.Run("verify", "night.db").AssertRefused("--key: A database is verified with the key of its log");
        workspace.Run("backup", "night.db", "--out", "no/such/folder/x").AssertRefused("night.db: ");
        Assert.False(File.Exists(workspace.At("no/such/folder/x")));
    }

    private async Task FillAsync()
    {
        await using var database = await ElectionDatabase.OpenAsync(workspace.At("night.db"));
        await using var store = new RecordStore(database);
        using var log = new LogKeeper(database, key);
        var now = new DateTimeOffset(2021, 1, 11, 3, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 3; i++)
        {
            await store.AppendAsync(
                new NewRecord(
                    $"id {i}",
                    "north",
                    $"station {i}",
                    1,
                    "entry",
                    "clerk",
                    now,
                    new JsonObject { ["votes"] = i }
                )
            );
        }

        await log.KeepAsync(now);
    }
}
