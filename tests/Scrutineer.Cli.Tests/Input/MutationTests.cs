using System.Text.Json;

namespace Scrutineer.Cli.Tests.Input;

/// <summary>
/// Inputs changed at random, always in the same way: bytes, lines, words and numbers of each of the three files. Whatever
/// comes of it, the tool ends with one of its three exit codes, and a refusal names the place.
/// </summary>
/// <remarks>Twenty-five changes of each file by default, sixteen times as many where the environment has <c>SCRUTINEER_HEAVY=1</c>.</remarks>
public sealed class MutationTests : IDisposable
{
    private static readonly int Changes = Environment.GetEnvironmentVariable("SCRUTINEER_HEAVY") == "1" ? 400 : 25;

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData(Workspace.LawFile, 1)]
    [InlineData(Workspace.HeadFile, 2)]
    [InlineData(Workspace.ResultsFile, 3)]
    public void Tool_InputChangedAtRandom_EndsInOneOfItsThreeWays(string file, int seed)
    {
        var random = new Random(seed);
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
            ended[Hold(n, $"{file}, change {n} of seed {seed}")]++;
        }

        // The changes are neither all harmless nor all fatal, or they would test nothing.
        Assert.True(ended[0] + ended[1] > Changes / 50, $"ended {string.Join(", ", ended)}");
        Assert.True(ended[2] > Changes / 10, $"ended {string.Join(", ", ended)}");
    }

    [Fact]
    public void Tool_FormChangedAtRandom_EndsInOneOfItsThreeWays()
    {
        var random = new Random(6);
        var forms = Directory
            .EnumerateFiles(Checkout.Path("forms"), "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes)
            .ToList();
        workspace.Write("form.yaml", "");
        for (var n = 0; n < Changes; n++)
        {
            var changed = forms[n % forms.Count];
            for (var times = random.Next(1, 4); times > 0; times--)
            {
                changed = Mutator.Change(random, changed);
            }

            workspace.Write("form.yaml", changed);
            string[] json = n % 2 == 0 ? ["--json"] : [];
            Hold(() => workspace.Run(["form", "form.yaml", .. json]), n % 2 == 0, $"form, change {n}");
        }
    }

    [Theory]
    [InlineData(Workspace.EventsFile, 7)]
    [InlineData("registry/kz/parties.yaml", 8)]
    [InlineData("registry/kz/places.yaml", 9)]
    [InlineData("laws/kz/parties.yaml", 10)]
    [InlineData(Workspace.Dossier + "/lists/Adal.yaml", 11)]
    public void Tool_FactsChangedAtRandom_EndInOneOfItsThreeWays(string file, int seed)
    {
        var random = new Random(seed);
        var original = File.ReadAllBytes(workspace.At(file));
        var ended = new int[3];
        for (var n = 0; n < Changes; n++)
        {
            workspace.Write(file, Mutator.Change(random, original));
            string[] command = file.Contains("/lists/", StringComparison.Ordinal)
                ? ["list", "check", file, "--dossier", Workspace.Dossier]
                : [n % 4 < 2 ? "calendar" : "parties", Workspace.Dossier];
            string[] json = n % 2 == 0 ? ["--json"] : [];
            ended[Hold(() => workspace.Run([.. command, .. json]), n % 2 == 0, $"{file}, change {n}")]++;
        }

        Assert.True(ended[0] + ended[1] > 0 && ended[2] > 0, $"ended {string.Join(", ", ended)}");
    }

    [Theory]
    [InlineData(Workspace.Dossier + "/claims.yaml", 12, "claims")]
    [InlineData(Workspace.Dossier + "/turnout.csv", 13, "turnout")]
    [InlineData(Workspace.Dossier + "/tiles.csv", 14, "turnout")]
    [InlineData(Workspace.Dossier + "/polls.yaml", 15, "check")]
    [InlineData(Workspace.Dossier + "/observation.yaml", 16, "check")]
    public void Tool_RecordChangedAtRandom_EndsInOneOfItsThreeWays(string file, int seed, string name)
    {
        var random = new Random(seed);
        var original = File.ReadAllBytes(workspace.At(file));
        var ended = new int[3];

        // The whole check takes longer, and reaches the report; fewer changes are made for it, yet enough for each way to end.
        var changes = name == "check" ? Math.Max(20, Changes / 5) : Changes;
        for (var n = 0; n < changes; n++)
        {
            workspace.Write(file, Mutator.Change(random, original));
            var command = n % 5 == 4 ? "check" : name;
            string[] json = n % 2 == 0 ? ["--json"] : [];
            ended[
                Hold(() => workspace.Run([command, Workspace.Dossier, .. json]), n % 2 == 0, $"{file}, change {n}")
            ]++;
        }

        Assert.True(ended[0] + ended[1] > 0 && ended[2] > 0, $"ended {string.Join(", ", ended)}");
    }

    [Fact]
    public void Tool_NumbersAndSharesChangedAtRandom_StillEndsInOneOfItsThreeWays()
    {
        // Only values of figures: most of these inputs are valid, and reach the rules, the margins and the report.
        var random = new Random(4);
        var rows = workspace.Read(Workspace.ResultsFile).Split('\n');
        for (var n = 0; n < Changes; n++)
        {
            var changed = rows.ToArray();
            for (var times = random.Next(1, 6); times > 0; times--)
            {
                var row = random.Next(1, changed.Length - 1);
                var fields = changed[row].Split(',');
                fields[5] = fields[3] is "share" or "turnout" ? $"{random.Next(0, 101)} %" : Figure(random);
                changed[row] = string.Join(',', fields);
            }

            var text = string.Join('\n', changed);
            workspace.Write(Workspace.ResultsFile, text);
            Hold(n, $"figures, change {n}");
        }
    }

    [Fact]
    public void Tool_SettingsAtRandom_EndInOneOfItsThreeWays()
    {
        var random = new Random(5);
        var paths = new[]
        {
            "threshold.share",
            "threshold.of",
            "threshold.next-by-votes",
            "threshold.tie",
            "second-party.next-by-votes",
            "second-party.share",
            "divide.of",
            "divide.quota",
            "divide.weight",
            "second-minimum.seats",
            "second-minimum.to",
            "freed-seats.by",
            "remainders.by",
            "fill.exhausted",
            "fill.within-days",
            "stop.result",
            "lists.seats",
            "body.seats",
            "elect.seats",
            "elect.by",
            "elect.share",
            "elect.of",
            "elect.otherwise",
            "repeat-vote.by",
            "repeat-vote.between",
            "ballot.against-all",
            "bases.participants.means",
            "body.majorities.simple.seats",
        };
        var values = Mutator
            .Edges.Concat([
                "all-to-first",
                "next-largest-remainder",
                "most-votes",
                "share",
                "vacant",
                "two-leaders",
                "on-ballot",
            ])
            .Concat([
                "registered",
                "ballots-issued",
                "ballots-in-box",
                "valid-votes",
                "votes-for-lists",
                "at least 12",
                "more than 1/2",
            ])
            .ToArray();
        for (var n = 0; n < Changes * 2; n++)
        {
            var options = Enumerable
                .Range(0, random.Next(1, 4))
                .SelectMany(_ =>
                    new[] { "--set", $"{paths[random.Next(paths.Length)]}={values[random.Next(values.Length)]}" }
                )
                .ToArray();
            Hold(
                () => workspace.Seats([.. options, n % 2 == 0 ? "--json" : "--explain"]),
                n % 2 == 0,
                string.Join(' ', options)
            );
        }
    }

    private static string Figure(Random random) =>
        random.Next(8) switch
        {
            0 => "0",
            1 => "1",
            2 => "not-reported",
            3 => "blank",
            4 => "1000000000000",
            5 => $"{random.Next(100)}",
            _ => $"{random.Next(10_000_000)}",
        };

    private int Hold(int n, string what) =>
        (n % 4) switch
        {
            0 => Hold(() => workspace.Check("--json"), json: true, what),
            1 => Hold(() => workspace.Seats("--explain"), json: false, what),
            2 => Hold(() => workspace.Law("--print", "all", "--json"), json: true, what),
            _ => Hold(() => workspace.Check(), json: false, what),
        };

    private int Hold(Func<ToolRun> start, bool json, string what)
    {
        ToolRun run;
        try
        {
            run = start();
            if (run.Exit == 2)
            {
                run.AssertRefused();
            }
            else
            {
                Assert.InRange(run.Exit, 0, 1);
                Assert.Equal("", run.Error);
                Assert.NotEqual("", run.Out);
                run.AssertNoTrace();
                if (json)
                {
                    JsonDocument.Parse(run.Out).Dispose();
                }
            }
        }
        catch (Exception e)
        {
            throw new InvalidOperationException(what, e);
        }

        if (Directory.Exists(workspace.At("reports")))
        {
            Directory.Delete(workspace.At("reports"), recursive: true);
        }

        return run.Exit;
    }
}
