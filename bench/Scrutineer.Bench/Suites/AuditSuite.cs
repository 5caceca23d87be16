using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Scrutineer.Scrutiny.Audits.Comparison;
using Scrutineer.Scrutiny.Audits.Planning;
using Scrutineer.Scrutiny.Audits.Polling;

namespace Scrutineer.Bench.Suites;

/// <summary>Sizes of samples by simulation and by exact distribution.</summary>
internal static class AuditSuite
{
    private const string Command = "dotnet run -c Release --project bench/Scrutineer.Bench -- audits";

    public static void Run()
    {
        var report = new StringBuilder();
        report.Append("# Benchmarks: audits\n\n");
        report.Append(
            CultureInfo.InvariantCulture,
            $"Written by `{Command}`. .NET {Environment.Version}, {RuntimeInformation.OSArchitecture}, one thread.\n"
        );
        report.Append(
            "The comparison is of 146,662 ballots at a margin of 0.0199 with one overstatement in a thousand, the case for which SHANGRLA\n"
                + "took 0.85 s for 100 simulations on two cores of the same kind. Minimum and median of 31 samples.\n\n"
        );
        report.Append("| job | minimum | median | target |\n| --- | ---: | ---: | ---: |\n");
        var clean = -Math.Log(1 - (0.0199 / (2 * SuperSimple.Gamma)));
        double[] growth = [clean, clean + Math.Log(1 - (1 / (2 * SuperSimple.Gamma)))];
        Add(
            report,
            "comparison, 1,000 simulations",
            () => SimulatedSizes.Of(growth, [0.999, 0.001], 0.05, 146_662, 1000),
            "100 ms"
        );
        double[] poll = [Math.Log(1.1), Math.Log(0.9)];
        Add(
            report,
            "poll at a share of .55, 1,000 simulations",
            () => SimulatedSizes.Of(poll, [0.55, 0.45], 0.05, 100_000, 1000),
            "100 ms"
        );
        Add(report, "BRAVO's exact distribution, share .55, α 5 %", () => BravoSizes.Of(0.55, 0.05), "100 ms");
        Results.Write("audits.md", report.ToString());
    }

    private static void Add(StringBuilder report, string name, Func<object> job, string target)
    {
        var time = Measurement.Of(_ => GC.KeepAlive(job()));
        report.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {Measurement.Text(time.Minimum)} | {Measurement.Text(time.Median)} | {target} |\n"
        );
    }
}
