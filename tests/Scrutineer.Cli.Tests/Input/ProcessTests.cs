namespace Scrutineer.Cli.Tests.Input;

/// <summary>The same contracts, held by the tool as the user starts it.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Process_GoodDossier_PrintsWhatTheSameCallPrintsInside()
    {
        var process = workspace.Start("seats", Workspace.Dossier, "--json");
        var inside = workspace.Seats("--json");
        Assert.Equal(inside, process);
        Assert.Equal(0, process.Exit);
        Assert.Equal("", process.Error);
        Assert.DoesNotContain('\r', process.Out);
    }

    [Fact]
    public void Process_WrongInput_IsRefused()
    {
        workspace.Edit(Workspace.ResultsFile, "659019", "-659019");
        workspace
            .Start("check", Workspace.Dossier)
            .AssertRefusedOnlyFor($"{Workspace.ResultsFile}:6:30: '-659019' is negative.");
        Assert.False(Directory.Exists(workspace.At("reports")));
    }

    [Fact]
    public void Process_EmptyFile_IsRefused()
    {
        workspace.Write(Workspace.HeadFile, "");
        workspace.Start("seats", Workspace.Dossier).AssertRefused($"{Workspace.HeadFile}:1:1: The file is empty.");
    }
}
