using System.Text.Json;
using Scrutineer.Cli.Tests.Input;

namespace Scrutineer.Cli.Tests.Counting;

/// <summary>Units, corrections, copies and the head of a dossier changed at random: always one of three ways to end.</summary>
/// <remarks>Fifteen changes of each file by default, twenty times as many where the environment has <c>SCRUTINEER_HEAVY=1</c>.</remarks>
public sealed class DossierMutationTests : IDisposable
{
    private const string Folder = "examples/elections/xx-assembly-2025";

    private static readonly int Changes = Environment.GetEnvironmentVariable("SCRUTINEER_HEAVY") == "1" ? 300 : 15;

    private readonly Workspace workspace = new();

    public DossierMutationTests()
    {
        foreach (var path in Directory.EnumerateFiles(Checkout.Path("examples"), "*", SearchOption.AllDirectories))
        {
            workspace.Write(Path.GetRelativePath(Checkout.Root, path).Replace('\\', '/'), File.ReadAllText(path));
        }
    }

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("units.csv", 31)]
    [InlineData("corrections.csv", 32)]
    [InlineData("protocols.csv", 33)]
    [InlineData("observers.csv", 34)]
    [InlineData("territories.csv", 35)]
    [InlineData("election.yaml", 36)]
    public void Count_FileOfTheDossierChangedAtRandom_EndsInOneOfItsThreeWays(string name, int seed)
    {
        var random = new Random(seed);
        var file = $"{Folder}/{name}";
        var original = File.ReadAllBytes(workspace.At(file));
        for (var n = 0; n < Changes; n++)
        {
            var changed = original;
            for (var times = random.Next(1, 4); times > 0; times--)
            {
                changed = Mutator.Change(random, changed);
            }

            workspace.Write(file, changed);
            string[] asOf = n % 3 == 0 ? ["--as-of", "2025-06-18"] : [];
            string[] call =
                n % 4 == 0 ? ["check", Folder, "--json"] : ["count", Folder, "--json", "--by", "region", .. asOf];
            try
            {
                var run = workspace.Run(call);
                if (run.Exit == 2)
                {
                    run.AssertRefused();
                    continue;
                }

                Assert.InRange(run.Exit, 0, 1);
                run.AssertNoTrace();
                JsonDocument.Parse(run.Out).Dispose();
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{name}, change {n} of seed {seed}", e);
            }
        }
    }
}
