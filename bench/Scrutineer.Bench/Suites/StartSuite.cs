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
        var published = Path.Combine(
            Path.GetTempPath(),
            "scrutineer-bench-" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture)
        );
        try
        {
            var tool = Tool.Publish("src/Scrutineer.Cli", published);
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
                    times[i].Add(Tool.Run(tool, commands[i]));
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
}
