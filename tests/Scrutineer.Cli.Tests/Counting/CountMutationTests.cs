using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Scrutineer.Cli.Tests.Input;

namespace Scrutineer.Cli.Tests.Counting;

/// <summary>
/// Tables, mappings and forms changed at random, always in the same way: whatever comes of it, <c>count</c> ends with one
/// of its three exit codes, a refusal names the place, and a count accounts for every row of the table.
/// </summary>
/// <remarks>Sixty changes of each file by default, many times as many where the environment has <c>SCRUTINEER_HEAVY=1</c>.</remarks>
public sealed class CountMutationTests : IDisposable
{
    private static readonly int Changes = Environment.GetEnvironmentVariable("SCRUTINEER_HEAVY") == "1" ? 1_000 : 60;

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("table.csv", 21)]
    [InlineData("map.yaml", 22)]
    [InlineData("forms/test.yaml", 23)]
    public void Count_FileChangedAtRandom_EndsInOneOfItsThreeWays(string file, int seed)
    {
        var random = new Random(seed);
        workspace.WithTable(CountFiles.Header + CountFiles.Rows, FullMapping);
        var original = File.ReadAllBytes(workspace.At(file));
        var ended = new int[3];
        for (var n = 0; n < Changes; n++)
        {
            var changed = original;
            for (var times = random.Next(1, 4); times > 0; times--)
            {
                changed = Mutator.Change(random, changed);
            }

            workspace.Write(file, changed);
            ended[Hold($"{file}, change {n} of seed {seed}", json: n % 3 != 0)]++;
        }

        Assert.True(ended[0] + ended[1] > Changes / 50, $"ended {string.Join(", ", ended)}");
        Assert.True(ended[1] + ended[2] > Changes / 20, $"ended {string.Join(", ", ended)}");
    }

    [Fact]
    public void Count_ZipChangedAtRandom_EndsInOneOfItsThreeWays()
    {
        var random = new Random(24);
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = zip.CreateEntry("table.csv").Open();
            writer.Write(Encoding.UTF8.GetBytes(CountFiles.Header + CountFiles.Rows));
        }

        var original = memory.ToArray();
        for (var n = 0; n < Changes; n++)
        {
            var changed = original.ToArray();
            for (var times = random.Next(1, 4); times > 0; times--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            workspace.WithTable(random.Next(4) == 0 ? changed[..random.Next(changed.Length)] : changed);
            Hold($"zip, change {n}", json: true);
        }
    }

    [Fact]
    public void Import_FileChangedAtRandom_EndsInOneOfItsThreeWays()
    {
        var random = new Random(25);
        for (var n = 0; n < Changes / 2; n++)
        {
            workspace.WithTable(CountFiles.Header + CountFiles.Rows, FullMapping);
            var file = n % 2 == 0 ? "table.csv" : "map.yaml";
            workspace.Write(file, Mutator.Change(random, File.ReadAllBytes(workspace.At(file))));
            var run = workspace.Run("import", "table.csv", "--map", "map.yaml");
            run.AssertNoTrace();
            Assert.InRange(run.Exit, 0, 2);
        }
    }

    private const string FullMapping =
        CountFiles.Mapping
        + """
            written: { blank: ["-"], illegible: ["??"], not-reported: [n/a], groups: "." }
            leave-out: [{ column: region, equals: [Sum], because: a sum }]
            ignore: [note]

            """;

    private int Hold(string what, bool json)
    {
        try
        {
            var run = workspace.Count(json ? ["--json", "--by", "region"] : ["--by", "region"]);
            if (run.Exit == 2)
            {
                run.AssertRefused();
                return 2;
            }

            Assert.InRange(run.Exit, 0, 1);
            Assert.Equal("", run.Error);
            run.AssertNoTrace();
            if (json)
            {
                using var document = JsonDocument.Parse(run.Out);
                Account(document.RootElement);
            }

            return run.Exit;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException(what, e);
        }
    }

    /// <summary>The parts add up to the whole, and every protocol that was read is counted or left out.</summary>
    private static void Account(JsonElement count)
    {
        Assert.Equal(
            count.GetProperty("units").GetInt32(),
            count.TryGetProperty("by", out var by)
                ? by.EnumerateArray().Sum(u => u.GetProperty("stations").GetInt32())
                : 0
        );
        var stations = count
            .GetProperty("left-out")
            .EnumerateArray()
            .Where(l => l.GetProperty("because").GetString()!.StartsWith("the station", StringComparison.Ordinal))
            .Sum(l => l.GetProperty("rows").GetInt32());
        Assert.Equal(count.GetProperty("protocols").GetInt32(), count.GetProperty("units").GetInt32() + stations);
    }
}
