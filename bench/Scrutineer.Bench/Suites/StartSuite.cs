using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Scrutineer.Bench.Suites;

/// <summary>
/// How long the published tool takes from its start to its result, as a user feels it: whole processes, one after the
/// other, beside a bare <c>--help</c> and the runtime's own start.
/// </summary>
internal static class StartSuite
{
    private const int Runs = 31;

    public static void Run()
    {
        var root = Results.Root;
        var published = Path.Combine(
            Path.GetTempPath(),
            "scrutineer-bench-" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture)
        );
        try
        {
            Start(
                "dotnet",
                [
                    "publish",
                    Path.Combine(root, "src", "Scrutineer.Cli"),
                    "-c",
                    "Release",
                    "-o",
                    published,
                    "--nologo",
                    "-v",
                    "quiet",
                ],
                root
            );
            var tool = Path.Combine(published, OperatingSystem.IsWindows() ? "Scrutineer.Cli.exe" : "Scrutineer.Cli");
            var text = new StringBuilder();
            text.Append("# Benchmarks: from start to result\n\n");
            text.Append(
                "Written by `dotnet run -c Release --project bench/Scrutineer.Bench -- start`, which publishes the tool and runs it as whole\n"
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"processes. .NET {Environment.Version}, {Environment.ProcessorCount} cores. Minimum, median and maximum of {Runs} runs, taken in turn.\n\n"
            );
            text.Append("| command | minimum | median | maximum | target |\n| --- | ---: | ---: | ---: | ---: |\n");
            string[][] commands =
            [
                ["--help"],
                ["law", "laws/kz/mazhilis.yaml"],
                ["seats", "elections/kz-mazhilis-2021", "--json"],
                ["seats", "elections/kz-mazhilis-2004", "--json"],
                ["check", "elections/kz-mazhilis-2021", "--out", Path.Combine(published, "report")],
            ];
            var times = Array.ConvertAll(commands, _ => new List<double>());
            for (var run = 0; run < Runs; run++)
            {
                for (var i = 0; i < commands.Length; i++)
                {
                    times[i].Add(Start(tool, commands[i], root));
                }
            }

            for (var i = 0; i < commands.Length; i++)
            {
                times[i].Sort();
                var shown = string.Join(' ', commands[i].TakeWhile(a => a != "--out"));
                var target = shown == "seats elections/kz-mazhilis-2021 --json" ? "250 ms" : "";
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| `{shown}` | {times[i][0]:F0} ms | {times[i][Runs / 2]:F0} ms | {times[i][^1]:F0} ms | {target} |\n"
                );
            }

            Results.Write("start.md", text.ToString());
        }
        finally
        {
            if (Directory.Exists(published))
            {
                Directory.Delete(published, recursive: true);
            }
        }
    }

    private static double Start(string program, IReadOnlyList<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
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
