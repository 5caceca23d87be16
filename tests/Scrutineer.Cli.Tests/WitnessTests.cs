namespace Scrutineer.Cli.Tests;

/// <summary><c>witness</c>: signs what fits and grew, and nothing else.</summary>
public sealed class WitnessTests : IDisposable
{
    private const string Bundle = "examples/evidence/bundle";
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Witness_OfABundleThatFits_SignsItsCheckpoint()
    {
        var made = Sign("--name", "example.org/witness", "--since", "examples/evidence/earlier-checkpoint");
        Assert.Equal(0, made.Exit);
        var verifier = made.Error.Split('\n')[1];
        Assert.StartsWith("example.org/witness+", verifier, StringComparison.Ordinal);
        File.WriteAllText(workspace.At(Bundle + "/witnessed"), made.Out);
        var run = workspace.Run("verify", Bundle, "--key", "examples/evidence/log.key", "--witness", verifier);
        Assert.Equal(0, run.Exit);
        Assert.Contains(
            "witnessed by example.org/witness, last at 5 entries",
            run.Out.Replace("\n", " ", StringComparison.Ordinal),
            StringComparison.Ordinal
        );

        // The same key signs again, without its name.
        Assert.Equal(0, Sign().Exit);
    }

    [Fact]
    public void Witness_OfABundleThatDoesNotFit_SignsNothing()
    {
        var path = workspace.At(Bundle + "/tile/entries/000.p/5");
        var bytes = File.ReadAllBytes(path);
        bytes[40] ^= 1;
        File.WriteAllBytes(path, bytes);
        var run = Sign("--name", "example.org/witness");
        Assert.Equal(1, run.Exit);
        Assert.Empty(run.Out);
        Assert.Contains("nothing was signed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Witness_WithoutANameForANewKey_IsRefused()
    {
        var run = Sign("--name", "two words");
        Assert.Equal(2, run.Exit);
        Assert.Contains("--name names no new key", run.Error, StringComparison.Ordinal);
    }

    private ToolRun Sign(params string[] more) =>
        workspace.Run([
            "witness",
            Bundle,
            "--key",
            "examples/evidence/log.key",
            "--secret",
            workspace.At("witness.key"),
            .. more,
        ]);
}
