using static Scrutineer.Cli.Tests.Contracts.JsonDocuments;

namespace Scrutineer.Cli.Tests.Contracts;

/// <summary>What <c>powers</c> and <c>scenario</c> promise to programs.</summary>
public sealed class PowersJsonTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Powers_Mazhilis2021_HasTheContractsFieldsAndFigures()
    {
        var powers = Document(workspace.Run("powers", Workspace.Dossier, "--json"));
        foreach (var field in new[] { "now", "before", "volatility", "seat-shift", "offices" })
        {
            Assert.Contains(field, Names(powers));
        }

        Assert.Null(powers["before"]);
        var two = powers["now"]!["majorities"]!.AsArray().Single(m => (string?)m!["majority"] == "two-thirds")!;
        Assert.Equal(72, (int)two["needed"]!);
        var first = two["blocs"]![0]!;
        Assert.Equal(
            ("NurOtan", 76, true),
            ((string?)first["bloc"], (int)first["seats"]!, (bool)first["decides-alone"]!)
        );
        Assert.Equal(("1", "1"), ((string?)first["banzhaf"], (string?)first["shapley-shubik"]));
    }

    [Fact]
    public void Scenario_Threshold5_HasTheContractsFieldsAndFigures()
    {
        var document = Document(
            workspace.Run("scenario", Workspace.Dossier, Workspace.Dossier + "/scenarios/threshold-5.yaml", "--json")
        );
        Assert.True((bool)document["hypothetical"]!);
        var scenario = document["scenarios"]![0]!;
        var step = Assert.Single(scenario["steps"]!.AsArray())!;
        Assert.Equal([9, 72, 6, 11, 0], step["lists"]!.AsArray().Select(l => (int)l!["seats"]!));
        Assert.Equal([10, 76, 0, 12, 0], scenario["real"]!["lists"]!.AsArray().Select(l => (int)l!["seats"]!));
    }

    [Fact]
    public void Powers_FactsThatCannotBeRead_AreTheirProblems()
    {
        workspace.Edit("registry/kz/bodies.yaml", "confirmed-by: Mazhilis", "confirmed-by: Majilis");
        var run = workspace.Run("powers", Workspace.Dossier);
        Assert.Equal(2, run.Exit);
        Assert.Contains("registry/kz/bodies.yaml:", run.Error, StringComparison.Ordinal);
        Assert.Contains("Majilis", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }
}
