using System.Diagnostics;

namespace Scrutineer.Cli.Tests;

/// <summary>Ctrl-C for a process that a test started.</summary>
internal static class Interrupt
{
    // The second signal, from the right, in the mask of those that are ignored.
    private const long Mask = 1L << 1;

    /// <summary>
    /// Skips where these tests run in the background of a shell without job control: then Ctrl-C is ignored, by them and by all
    /// that they start, and a test that waits for it would never end.
    /// </summary>
    public static void SkipWhereIgnored()
    {
        const string Status = "/proc/self/status";
        var ignored = File.Exists(Status)
            ? File.ReadLines(Status).First(l => l.StartsWith("SigIgn:", StringComparison.Ordinal))
            : "SigIgn:\t0";
        Assert.SkipWhen(
            (Convert.ToInt64(ignored[7..].Trim(), 16) & Mask) != 0,
            "Ctrl-C is ignored in the background of this shell; run the tests in its foreground."
        );
    }

    /// <summary>Sends it.</summary>
    public static async Task SendAsync(Process process, CancellationToken stop)
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await kill.WaitForExitAsync(stop);
    }
}
