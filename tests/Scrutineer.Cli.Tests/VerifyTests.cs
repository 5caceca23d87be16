using System.Diagnostics;
using System.Text.Json;

namespace Scrutineer.Cli.Tests;

/// <summary><c>verify</c> on the example that is shipped, and the verifier of another hand beside it.</summary>
public sealed class VerifyTests : IDisposable
{
    private const string Bundle = "examples/evidence/bundle";
    private const string Entries = Bundle + "/tile/entries/000.p/5";
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Verify_BundleAsShipped_Fits()
    {
        using var json = JsonDocument.Parse(
            workspace
                .Run(
                    "verify",
                    Bundle,
                    "--key",
                    "examples/evidence/log.key",
                    "--since",
                    "examples/evidence/earlier-checkpoint",
                    "--json"
                )
                .Out
        );
        Assert.True(json.RootElement.GetProperty("fits").GetBoolean());
        Assert.Equal(5, json.RootElement.GetProperty("size").GetInt64());
        Assert.Equal(0, json.RootElement.GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public void Verify_EntryChanged_NamesTheLeaf()
    {
        Change();
        var run = workspace.Run("verify", Bundle, "--key", "examples/evidence/log.key");
        Assert.Equal(1, run.Exit);
        Assert.Contains(
            "Leaf 2 does not fit its hash: the entry is not the one that was",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Contains("The bundle does NOT fit its checkpoint.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_WithoutKey_WarnsAndIsDone()
    {
        var run = workspace.Run("verify", Bundle);
        Assert.Equal(0, run.Exit);
        Assert.Contains("[evidence-key-of-bundle]", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_WrongCalls_AreRefusedTogether() =>
        workspace
            .Run("verify", "nowhere", "--key", "no key", "--since", "nothing")
            .AssertRefused(
                "nowhere: There is no such folder.",
                "--key: 'no key' is no public key.",
                "nothing: There is no such file."
            );

    [Fact]
    public void OtherVerifier_BundleAsShippedAndChanged_SaysTheSame()
    {
        var (exit, said) = Python(Bundle, "examples/evidence/log.key", "examples/evidence/earlier-checkpoint");
        Assert.True(exit == 0, said);
        Assert.EndsWith("Everything fits.", said.TrimEnd(), StringComparison.Ordinal);
        Change();
        (exit, said) = Python(Bundle, "examples/evidence/log.key");
        Assert.Equal(1, exit);
        Assert.Contains("leaf 2 does not fit its hash", said, StringComparison.Ordinal);
        Assert.Contains("do not give the root", said, StringComparison.Ordinal);

        // Another key is no signature of this log.
        (exit, said) = Python(Bundle, "example.org/other+00000000+AAAA");
        Assert.Equal(1, exit);
        Assert.Contains("the key cannot be read", said, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherVerifier_IsUnderThreeHundredLines() =>
        Assert.InRange(File.ReadAllLines(Checkout.Path("verifier/verify.py")).Length, 1, 299);

    private void Change()
    {
        var bytes = File.ReadAllBytes(workspace.At(Entries));
        bytes[bytes.AsSpan().IndexOf("observer-removed"u8)] = (byte)'0';
        File.WriteAllBytes(workspace.At(Entries), bytes);
    }

    private (int Exit, string Said) Python(params string[] arguments)
    {
        var start = new ProcessStartInfo("python3")
        {
            WorkingDirectory = workspace.At("."),
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])[Checkout.Path("verifier/verify.py"), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        Process? process;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no python3 on this machine.");
            throw;
        }

        using (process!)
        {
            var said = process!.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, said);
        }
    }
}
