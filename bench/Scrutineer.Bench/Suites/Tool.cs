using System.Diagnostics;

namespace Scrutineer.Bench.Suites;

/// <summary>Programs published as people get them, and run as processes of their own.</summary>
internal static class Tool
{
    /// <summary>Publishes a project of the repository.</summary>
    /// <param name="project">Its folder, relative to the repository.</param>
    /// <param name="folder">Where it goes.</param>
    /// <returns>The program.</returns>
    public static string Publish(string project, string folder)
    {
        Run(
            "dotnet",
            ["publish", Path.Combine(Results.Root, project), "-c", "Release", "-o", folder, "--nologo", "-v", "quiet"]
        );
        return Path.Combine(folder, Path.GetFileName(project) + (OperatingSystem.IsWindows() ? ".exe" : ""));
    }

    /// <summary>Runs a program in the repository to its end, and gives the time that it took, in milliseconds.</summary>
    /// <exception cref="InvalidOperationException">It ended with an error.</exception>
    public static double Run(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Results.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var time = watch.Elapsed.TotalMilliseconds;
        return process.ExitCode == 0
            ? time
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {errors.Result}");
    }
}
