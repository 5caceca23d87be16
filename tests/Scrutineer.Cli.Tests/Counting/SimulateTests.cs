using System.Globalization;
using System.Text.Json;

namespace Scrutineer.Cli.Tests.Counting;

/// <summary>A made-up Kazakhstan of 2021: it must agree with everything that was published, and say that it is made up.</summary>
public sealed class SimulateTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Simulate_Kazakhstan2021_AddsUpToThePublishedFigures()
    {
        var made = Simulate();
        Assert.Equal(10_061, made.GetProperty("stations").GetInt32());
        Assert.Equal(
            (0, 0),
            (made.GetProperty("wrongly-named").GetInt32(), made.GetProperty("figures-changed").GetInt32())
        );
        var count = Count(0, "--by", "territory");
        Assert.Equal(232, count.GetProperty("by").GetArrayLength());
        Assert.Equal(11_919_241, count.Total("registered"));
        Assert.Equal(7_539_280, count.Total("issued-station") + count.Total("issued-outside"));
        Assert.Equal(
            [659_019L, 5_148_074L, 383_023L, 792_828L, 258_618L],
            new[] { "PPK", "NurOtan", "Auyl", "AkZhol", "Adal" }.Select(l => count.Votes(l)!.Value)
        );
        Assert.Equal(297_718, count.Total("invalid"));
        Assert.Empty(count.Codes());
        Assert.All(
            count.GetProperty("relations").EnumerateArray(),
            r => Assert.Equal(0, r.GetProperty("broken").GetInt32())
        );
    }

    [Fact]
    public void Simulate_Kazakhstan2021_HasTheTurnoutOfEachRegionToTheDecimalPublished()
    {
        Simulate();
        var regions = Count(0, "--by", "region").GetProperty("by").EnumerateArray().ToList();
        Assert.Equal(17, regions.Count);
        var plan = workspace.Read(Workspace.Dossier + "/simulation.yaml");
        foreach (var region in regions)
        {
            var issued = (region.Total("issued-station") + region.Total("issued-outside"))!.Value;
            var registered = region.Total("registered")!.Value;

            // Rounded half up to a tenth of a per cent, in whole numbers.
            var tenths = ((issued * 2000) + registered) / (registered * 2);
            var name = region.GetProperty("unit").GetString();
            var shown = string.Create(
                CultureInfo.InvariantCulture,
                $"  {name}: {{ turnout: {tenths / 10}.{tenths % 10} % }}"
            );
            Assert.Contains(shown, plan, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Simulate_SameSeed_IsTheSameByteForByte()
    {
        Simulate("--seed", "5", "--inject", "digit-slip=20");
        var first = Files();
        Simulate("--seed", "5", "--inject", "digit-slip=20");
        Assert.Equal(first, Files());
        Simulate("--seed", "6", "--inject", "digit-slip=20");
        Assert.NotEqual(first[0], Files()[0]);
    }

    [Fact]
    public void Simulate_EveryOutput_SaysThatItIsSynthetic()
    {
        var made = Simulate();
        Assert.True(made.GetProperty("synthetic").GetBoolean());
        foreach (var file in made.GetProperty("files").EnumerateObject())
        {
            Assert.StartsWith("made/SYNTHETIC-", file.Value.GetString(), StringComparison.Ordinal);
        }

        var lines = Files()[0].TrimEnd('\n').Split('\n');
        Assert.StartsWith("# SYNTHETIC", lines[0], StringComparison.Ordinal);
        Assert.All(lines[2..], l => Assert.StartsWith("SYNTHETIC,", l, StringComparison.Ordinal));
        Assert.StartsWith("# SYNTHETIC", Files()[1], StringComparison.Ordinal);
        Assert.True(Count(0).GetProperty("synthetic").GetBoolean());
        Assert.StartsWith(
            "SYNTHETIC",
            workspace.Run("count", "made/SYNTHETIC-protocols.csv", "--map", "made/SYNTHETIC-mapping.yaml").Out,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "SYNTHETIC",
            workspace.Run("simulate", Workspace.Dossier, "--out", "made").Out,
            StringComparison.Ordinal
        );
    }

    /// <summary>
    /// What the control relations catch. Stuffing, moving and rounding keep every relation, so that no arithmetic of one
    /// protocol can tell them; slips and exchanged rows mostly break one.
    /// </summary>
    [Theory]
    [InlineData("stuffing=40:200", 40, 0, 0)]
    [InlineData("moving=30:100", 30, 0, 0)]
    [InlineData("rounding=40", 40, 0, 0)]
    [InlineData("swapped-rows=30", 30, 10, 29)]
    [InlineData("digit-slip=50", 50, 40, 50)]
    public void Simulate_Injected_IsScoredByWhatTheChecksCatch(string order, int stations, int least, int most)
    {
        var made = Simulate("--inject", order);
        var score = made.GetProperty("injected").EnumerateArray().Single();
        Assert.Equal(order.Split('=')[0], score.GetProperty("kind").GetString());
        Assert.Equal(stations, score.GetProperty("stations").GetInt32());
        Assert.InRange(score.GetProperty("caught").GetInt32(), least, most);
        Assert.Equal(0, made.GetProperty("wrongly-named").GetInt32());
        Assert.Equal(10_061 - stations, made.GetProperty("sound").GetInt32());
    }

    [Fact]
    public void Simulate_Stuffing_AddsAsManyVotesAsAreAsked()
    {
        Simulate("--inject", "stuffing=40:200");
        var truth = Files()[1].TrimEnd('\n').Split('\n')[2..].Select(l => l.Split(',')).ToList();
        var added = truth
            .Where(t => t[2] == "votes:NurOtan")
            .Select(t => int.Parse(t[4], CultureInfo.InvariantCulture) - int.Parse(t[3], CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(40, added.Count);
        Assert.All(added, a => Assert.InRange(a, 1, 200));
        Assert.Equal(5_148_074 + added.Sum(), Count(0).Votes("NurOtan"));
    }

    [Fact]
    public void Simulate_WrongCall_IsRefused()
    {
        workspace
            .Run("simulate", Workspace.Dossier, "--inject", "dust=3")
            .AssertRefusedOnlyFor("--inject: 'dust=3' puts nothing wrong.");
        workspace
            .Run("simulate", Workspace.Dossier, "--inject", "moving=20000:3")
            .AssertRefusedOnlyFor("--inject: More stations are to be changed");
        File.Delete(workspace.At(Workspace.Dossier + "/simulation.yaml"));
        workspace
            .Run("simulate", Workspace.Dossier)
            .AssertRefusedOnlyFor($"{Workspace.Dossier}/simulation.yaml: The dossier has no simulation.yaml.");
        Assert.False(Directory.Exists(workspace.At("synthetic")));
    }

    private JsonElement Simulate(params string[] options) =>
        workspace.Run(["simulate", Workspace.Dossier, "--out", "made", "--json", .. options]).Json(0);

    private JsonElement Count(int exit, params string[] options) =>
        workspace
            .Run([
                "count",
                "made/SYNTHETIC-protocols.csv",
                "--map",
                "made/SYNTHETIC-mapping.yaml",
                "--json",
                .. options,
            ])
            .Json(exit);

    private string[] Files() =>
        [
            workspace.Read("made/SYNTHETIC-protocols.csv"),
            workspace.Read("made/SYNTHETIC-truth.csv"),
            workspace.Read("made/SYNTHETIC-mapping.yaml"),
        ];
}
