using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Scrutineer.Evidence;
using Scrutineer.Storage;
using Scrutineer.Storage.Tests;

namespace Scrutineer.Cli.Tests;

/// <summary><c>purge</c> and <c>spread</c> on databases that hold reports of observers.</summary>
public sealed class PurgeAndSpreadTests : IDisposable
{
    private const string Words = "the chairman shouted at me, says Aigerim of the corner house";
    private const string Election = "xx-assembly-2025";
    private const string Copies = "Purge copies of the database that were made before, and start the server again.\n";

    private static readonly DateTimeOffset Now = new(2025, 6, 15, 21, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Photograph = RandomNumberGenerator.GetBytes(20_000);
    private static readonly string Sha256 = Convert.ToHexStringLower(SHA256.HashData(Photograph));
    private readonly Workspace workspace = new();
    private readonly NoteKey key = NoteKey.Create(LogKeeper.OriginOf(Election), NoteAlgorithm.EcdsaP256);

    public void Dispose()
    {
        key.Dispose();
        workspace.Dispose();
    }

    /// <summary>A photograph, a report, and all of an observer, one after the other; the log fits after each.</summary>
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Purge_OfEachKind_SaysHowManyAndLeavesALogThatFits(string engine)
    {
        using var postgres = engine == "postgresql" ? new PostgresServer() : null;
        Assert.SkipWhen(postgres is { IsThere: false }, "There is no PostgreSQL on this machine.");
        var target = postgres?.NewDatabase() ?? workspace.At("night.db");
        await FillAsync(target, 4);
        foreach (
            var (option, name, said) in new[]
            {
                ("--photograph", Sha256, "0 reports and 1 photograph purged. "),
                ("--record", "report 2", "1 report and 0 photographs purged. "),
                ("--observer", "observer-7", "3 reports and 0 photographs purged. "),
            }
        )
        {
            var run = Purge(target, option, name);
            Assert.Equal((0, said + Copies, ""), (run.Exit, run.Out, run.Error));
            run = workspace.Run("verify", target, "--key", key.Verifier);
            Assert.Equal((0, "Everything fits.\n"), (run.Exit, run.Out));
            Purge(target, option, name).AssertRefused();
        }

        await using var database = await ElectionDatabase.OpenAsync(target, Election);
        await using var store = new RecordStore(database);
        var records = await store.ReadAfterAsync(0, 100);
        Assert.All(records, r => Assert.Null(r.Private));
        Assert.Equal(5, records.Count(r => (r.Kind, r.Author) == ("purge", "coordinator-1")));
        foreach (var file in Directory.GetFiles(workspace.Root, "night.db*"))
        {
            Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf("Aigerim"u8) < 0, file);
            Assert.True(File.ReadAllBytes(file).AsSpan().IndexOf(Photograph.AsSpan(1_000, 64)) < 0, file);
        }
    }

    /// <summary>
    /// A reader in the middle of its work keeps the old pages: that is said, and over when it has gone. The file is waited for
    /// for ten seconds, so it is tested with SCRUTINEER_HEAVY=1.
    /// </summary>
    [Fact]
    public async Task Purge_WhileTheFileIsRead_SaysWhenTheBytesAreGone()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("SCRUTINEER_HEAVY") == "1",
            "It waits ten seconds; set SCRUTINEER_HEAVY=1."
        );
        var target = workspace.At("night.db");
        await FillAsync(target, 1);
        await using (var reader = new SqliteConnection($"Data Source={target};Pooling=False"))
        {
            await reader.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = reader.CreateCommand();
            command.CommandText = "BEGIN; SELECT COUNT(*) FROM record";
            await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
            var run = Purge(target, "--observer", "observer-7");
            Assert.Equal(0, run.Exit);
            Assert.Equal(
                "1 report and 1 photograph purged. "
                    + Copies
                    + "The database was being read: the bytes are gone from its write-ahead log when the server has been stopped.\n",
                run.Out
            );
        }

        Assert.Equal("Everything fits.\n", workspace.Run("verify", target, "--key", key.Verifier).Out);
        Assert.All(
            Directory.GetFiles(workspace.Root, "night.db*"),
            f => Assert.True(File.ReadAllBytes(f).AsSpan().IndexOf("Aigerim"u8) < 0, f)
        );
    }

    /// <summary>Parts of the records moved to another server of PostgreSQL: the log fits, and a purge reaches them there.</summary>
    [Fact]
    public async Task Spread_PartsToAnotherServer_TellsWhereTheyLieAndLeavesALogThatFits()
    {
        using var first = new PostgresServer();
        Assert.SkipWhen(!first.IsThere, "There is no PostgreSQL on this machine.");
        using var second = new PostgresServer();
        var (target, there) = (first.NewDatabase(), second.NewDatabase());
        await FillAsync(target, 40);
        var all = Enumerable.Range(0, PartitionSpread.Parts).ToList();
        var run = workspace.Run("spread", target, "--election", Election);
        Assert.Equal((0, Lines(all.Select(p => $"part {p}: this server"))), (run.Exit, run.Out));

        string[] parts = [.. all.Where(p => p % 2 == 0).Select(p => $"{p}")];
        run = workspace.Run(["spread", target, "--election", Election, "--part", .. parts, "--to", there]);
        Assert.Equal(0, run.Exit);
        Assert.Equal(parts.Length, run.Error.Split(" moved.\n").Length - 1);
        Assert.StartsWith("Part 0: ", run.Error, StringComparison.Ordinal);
        var said = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(PartitionSpread.Parts, said.Length);
        var elsewhere = said[0]["part 0: ".Length..];
        Assert.StartsWith("far_", elsewhere, StringComparison.Ordinal);
        Assert.Equal(all.Select(p => $"part {p}: {(p % 2 == 0 ? elsewhere : "this server")}"), said);
        Assert.Equal(run.Out, workspace.Run("spread", target, "--election", Election).Out);
        Assert.Equal("Everything fits.\n", workspace.Run("verify", target, "--key", key.Verifier).Out);

        run = Purge(target, "--observer", "observer-7");
        Assert.Equal((0, "40 reports and 1 photograph purged. " + Copies), (run.Exit, run.Out));
        Assert.Equal("Everything fits.\n", workspace.Run("verify", target, "--key", key.Verifier).Out);
        workspace.Run("spread", target, "--election", Election, "--part", "0", "--to", there).AssertRefused();
    }

    private ToolRun Purge(string target, string option, string name) =>
        workspace.Run("purge", target, option, name, "--reason", "asked for it", "--by", "coordinator-1");

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\n"));

    /// <summary>Reports of one observer, each in a territory of its own, the first with a photograph; all of them logged.</summary>
    private async Task FillAsync(string target, int reports)
    {
        await using var database = await ElectionDatabase.OpenAsync(target, Election);
        await using var store = new RecordStore(database);
        using var log = new LogKeeper(database, key);
        await new AccountStore(database).AddAsync("observer-7", "observer", Now);
        await new FileStore(database).AddAsync("observer-7", Sha256, new StoredFile("image/jpeg", Photograph));
        foreach (var number in Enumerable.Range(1, reports))
        {
            var id = $"report {number}";
            await store.AppendAsync(
                new NewRecord(
                    id,
                    $"territory {number}",
                    "report " + id,
                    1,
                    "incident",
                    "observer-7",
                    Now,
                    new JsonObject { ["files"] = number == 1 ? new JsonArray(Sha256) : [] }
                )
                {
                    Private = Encoding.UTF8.GetBytes($"{Words} {number}"),
                }
            );
        }

        await log.KeepAsync(Now);
    }
}
