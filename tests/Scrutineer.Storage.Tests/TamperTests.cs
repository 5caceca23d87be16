using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Scrutineer.Evidence;

namespace Scrutineer.Storage.Tests;

/// <summary>
/// Every byte of every column that the log covers, changed by hand, and every row taken away, added or exchanged. A sample of
/// them; all of them where SCRUTINEER_HEAVY is 1.
/// </summary>
public sealed class TamperTests : IDisposable
{
    private const int Records = 6;
    private static readonly DateTimeOffset Now = new(2025, 6, 15, 21, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scrutineer-tamper-");
    private readonly NoteKey key = NoteKey.Create("example.org/night", NoteAlgorithm.EcdsaP256);

    private static bool IsHeavy => Environment.GetEnvironmentVariable("SCRUTINEER_HEAVY") == "1";

    public void Dispose()
    {
        key.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("record", "entry")]
    [InlineData("record", "territory")]
    [InlineData("record", "stream")]
    [InlineData("record", "client_id")]
    [InlineData("record", "kind")]
    [InlineData("record", "private")]
    [InlineData("leaf", "hash")]
    [InlineData("checkpoint", "note")]
    [InlineData("file", "bytes")]
    [InlineData("file", "sha256")]
    public async Task Check_AByteOfAColumnChanged_IsFound(string table, string column)
    {
        await using var database = await FillAsync();
        await using var connection = await database.ConnectAsync();
        var random = new Random(20250615);
        var rows = (
            await connection.QueryAsync<(long Id, object Value)>(
                $"SELECT rowid, {column} FROM {table} WHERE {column} IS NOT NULL"
            )
        ).ToList();
        Assert.NotEmpty(rows);
        foreach (var (id, value) in rows)
        {
            var bytes = value as byte[] ?? Encoding.UTF8.GetBytes((string)value);
            var places = IsHeavy
                ? Enumerable.Range(0, bytes.Length)
                : Enumerable.Range(0, 6).Select(_ => random.Next(bytes.Length));
            foreach (var place in places.Distinct())
            {
                var changed = (byte[])bytes.Clone();
                changed[place] =
                    value is string ? Another(changed[place]) : (byte)(changed[place] ^ (1 << random.Next(8)));
                if (table == "checkpoint" && IsSameSignature(changed))
                {
                    continue;
                }

                await SetAsync(value is string ? Encoding.UTF8.GetString(changed) : changed);
                var findings = await DatabaseCheck.OfAsync(database, key);
                Assert.True(findings.Count > 0, $"{table}.{column} of row {id}, byte {place}: not found");
                if (table == "record")
                {
                    // The leaf is named, counted from nought.
                    Assert.Contains(findings, f => f.Figures.Any(g => g.Value == $"{id - 1}"));
                }
            }

            await SetAsync(value);

            Task<int> SetAsync(object what) =>
                connection.ExecuteAsync($"UPDATE {table} SET {column} = @what WHERE rowid = @id", new { what, id });
        }

        Assert.Empty(await DatabaseCheck.OfAsync(database, key));
    }

    [Theory]
    [InlineData("UPDATE record SET version = version + 7 WHERE position = 3")]
    [InlineData("UPDATE record SET position = 77 WHERE position = 3")]
    [InlineData("DELETE FROM record WHERE position = 6")]
    [InlineData("DELETE FROM record")]
    [InlineData("DELETE FROM leaf WHERE leaf = 5")]
    [InlineData("DELETE FROM leaf WHERE leaf = 2")]
    [InlineData("DELETE FROM leaf")]
    [InlineData("DELETE FROM leaf; DELETE FROM record")]
    [InlineData("UPDATE leaf SET leaf = 9 WHERE leaf = 5")]
    [InlineData(
        "UPDATE leaf SET position = -position; UPDATE leaf SET position = CASE position WHEN -2 THEN 3 WHEN -3 THEN 2 ELSE -position END"
    )]
    [InlineData(
        "UPDATE leaf SET leaf = leaf + 100; UPDATE leaf SET leaf = CASE leaf WHEN 101 THEN 2 WHEN 102 THEN 1 ELSE leaf - 100 END"
    )]
    [InlineData("UPDATE checkpoint SET size = 5 WHERE size = 6")]
    [InlineData("UPDATE checkpoint SET size = 60 WHERE size = 6")]
    [InlineData("UPDATE record SET private = (SELECT private FROM record WHERE position = 2) WHERE position = 1")]
    [InlineData("UPDATE record SET private = zeroblob(0) WHERE position = 1")]
    [InlineData("UPDATE record SET entry = '' WHERE position = 1")]
    public async Task Check_RowsTakenAddedOrExchanged_AreFound(string change)
    {
        await using var database = await FillAsync();
        await using (var connection = await database.ConnectAsync())
        {
            await connection.ExecuteAsync(change);
        }

        Assert.NotEmpty(await DatabaseCheck.OfAsync(database, key));
    }

    /// <summary>A leaf put in with a right hash makes another tree than the one that was signed.</summary>
    [Fact]
    public async Task Check_ARecordAddedWithItsLeaf_IsFound()
    {
        await using var database = await FillAsync();
        await using (var connection = await database.ConnectAsync())
        {
            const string entry =
                "{\"id\":\"x\",\"territory\":\"north\",\"stream\":\"s\",\"version\":1,\"kind\":\"submit\",\"author\":\"a\",\"at\":\"2025-06-15T21:00:00.000Z\",\"body\":{}}";
            await connection.ExecuteAsync(
                "UPDATE leaf SET leaf = leaf + 100 WHERE leaf >= 3; UPDATE leaf SET leaf = leaf - 99 WHERE leaf >= 100;"
                    + "INSERT INTO record (position, election, territory, stream, version, client_id, kind, entry) VALUES (50, @Election, 'north', 's', 1, 'x', 'submit', @entry);"
                    + "INSERT INTO leaf (election, leaf, position, hash) VALUES (@Election, 3, 50, @hash)",
                new
                {
                    database.Election,
                    entry,
                    hash = MerkleHash.Leaf(Encoding.UTF8.GetBytes(entry)),
                }
            );
        }

        Assert.Contains(await DatabaseCheck.OfAsync(database, key), f => f.Code == "evidence-root");
    }

    // Another character of the same kind, so that the text stays one that a tool could have written.
    private static byte Another(byte b) =>
        (byte)(
            b == 'q' ? 'z'
            : b == '7' ? '8'
            : char.IsAsciiDigit((char)b) ? '7'
            : 'q'
        );

    // The last bits of base 64 before its padding say nothing.
    private bool IsSameSignature(byte[] note) =>
        SignedNote.Read(note) is { } read && read.Signatures.Any(s => key.Verifies(read.Text, s));

    private async Task<ElectionDatabase> FillAsync()
    {
        var database = await ElectionDatabase.OpenAsync(
            Path.Combine(folder.FullName, Guid.NewGuid().ToString("N") + ".db")
        );
        await using var store = new RecordStore(database);
        using var log = new LogKeeper(database, key);
        var photograph = RandomNumberGenerator.GetBytes(500);
        for (var i = 0; i < Records; i++)
        {
            await store.AppendAsync(
                new NewRecord(
                    $"id {i}",
                    "north",
                    $"protocol {i}",
                    1,
                    "submit",
                    "clerk-1",
                    Now,
                    new JsonObject { ["n"] = i }
                )
                {
                    Private = Encoding.UTF8.GetBytes($"private {i}"),
                }
            );
        }

        await log.KeepAsync(Now);
        await using var connection = await database.ConnectAsync();
        await connection.ExecuteAsync(
            "INSERT INTO file (sha256, type, bytes) VALUES (@name, 'image/jpeg', @photograph)",
            new { name = Convert.ToHexStringLower(SHA256.HashData(photograph)), photograph }
        );
        return database;
    }
}
