using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Totals;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Forensics;
using Scrutineer.Scrutiny.Forensics.Integers;
using Scrutineer.Scrutiny.Forensics.Mixtures;
using Scrutineer.Scrutiny.Forensics.Neighbours;
using Scrutineer.Scrutiny.Forensics.Placebos;
using Scrutineer.Scrutiny.Forensics.Spikes;

namespace Scrutineer.Bench.Suites;

/// <summary>The tests on the full tables of two elections, beside the times that other programs take for the same.</summary>
internal static class ForensicsSuite
{
    private const string Command = "dotnet run -c Release --project bench/Scrutineer.Bench -- forensics";

    public static void Run()
    {
        var report = new StringBuilder();
        report.Append("# Benchmarks: tests on full tables\n\n");
        report.Append(
            CultureInfo.InvariantCulture,
            $"Written by `{Command}`. .NET {Environment.Version}, {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} cores.\n"
        );
        report.Append(
            "The tables are those of the Central Election Commission of the Russian Federation; reading them is not part of the\n"
                + "times (see [counting.md](counting.md)). Wall time on a machine that others use too, and the processor time of all threads;\n"
                + "minima over the runs. The times of other programs were measured once on two cores of the same kind, on tables of like size.\n\n"
        );
        report.Append(
            "| table | job | wall | processor | target | another program |\n| --- | --- | ---: | ---: | ---: | --- |\n"
        );
        foreach (
            var (file, id) in new[]
            {
                ("ru-president-2018/2018", "ru/president-2018"),
                ("ru-duma-2021/2021", "ru/duma-2021"),
            }
        )
        {
            var path = Path.Combine(Results.Root, "..", "shared", "data", file + ".csv.zip");
            if (!File.Exists(path))
            {
                report.Append(CultureInfo.InvariantCulture, $"| {id} | not at hand | | | | |\n");
                continue;
            }

            Of(report, id, Read(path, id));
        }

        Results.Write("forensics.md", report.ToString());
    }

    private static void Of(StringBuilder report, string id, StationTable table)
    {
        var rule = new IntegerRule();
        var hits = IntegerHits.Of(table, rule);
        var brief = new ForensicRun { Replicates = 0, IsBrief = true };
        Row(
            $"integer test, exact, {table.Count:N0} stations, three statistics",
            7,
            "0.2 s",
            "plain Python 3.6 s",
            () =>
            {
                var exact = IntegerHits.Of(table, rule);
                foreach (var statistic in Enum.GetValues<IntegerStatistic>())
                {
                    IntegerScore.Of(exact, statistic);
                }
            }
        );
        Row(
            "integer test, Monte Carlo, 1,000 elections",
            3,
            "",
            "numpy notebook 28 s",
            () => IntegerMonteCarlo.Of(hits, 1000, 1)
        );
        Row(
            "integer test, Monte Carlo, 10,000 elections",
            1,
            "10 s",
            "numpy notebook 441 s",
            () => IntegerMonteCarlo.Of(hits, 10_000, 1)
        );
        var used = hits.Used;
        double[] turnout = [.. used.Select(s => (double)table.Given[s] / table.Registered[s])];
        double[] share = [.. used.Select(s => (double)table.Leader[s] / table.Received[s])];
        Row(
            "Klimek's model, fitted for 40 α",
            7,
            "0.1 s",
            "EFToolkit 114 s on 5,502 stations",
            () => KlimekFit.Of(turnout, share)
        );
        int[] some = [.. used.Take(66_000)];
        long[] parts = [.. some.Select(s => table.Leader[s])];
        long[] wholes = [.. some.Select(s => table.Received[s])];
        Row(
            $"spikes of shares, {some.Length:N0} stations, 1,000 resamples",
            2,
            "5 s",
            "spikes (R) 145 s on 66,111 stations",
            () => SpikeResample.Of(parts, wholes, 1000, 1)
        );
        var few = PublicDraw
            .Of("bench", used.Select(u => u.ToString(CultureInfo.InvariantCulture)), 2_000)
            .Select(u => int.Parse(u, CultureInfo.InvariantCulture))
            .Where(u => table.Received[u] <= table.Registered[u])
            .ToList();
        Row(
            $"mixture, {few.Count:N0} stations, 7,000 iterations",
            1,
            "30 s",
            "eforensics/JAGS about 24 min",
            () =>
                FiniteMixture.Fit(
                    [.. few.Select(u => table.Registered[u])],
                    [.. few.Select(u => table.Received[u])],
                    [.. few.Select(u => table.Leader[u])],
                    7_000,
                    1
                )
        );
        int[] whole = [.. used.Where(u => table.Received[u] <= table.Registered[u])];
        Row(
            $"mixture, {whole.Length:N0} stations, 70 iterations of 7,000",
            1,
            "",
            "",
            () =>
                FiniteMixture.Fit(
                    [.. whole.Select(u => table.Registered[u])],
                    [.. whole.Select(u => table.Received[u])],
                    [.. whole.Select(u => table.Leader[u])],
                    70,
                    1
                )
        );
        var run = new ForensicRun();
        Row(
            "every test, and 20 placebo elections",
            1,
            "20 s",
            "",
            () =>
            {
                ForensicResult.Of(table, new Registration(table.Sha256, "", ForensicTests.All, run));
                PlaceboRates.Of(table, ForensicTests.All, 20, withFrauds: false, run);
            }
        );
        Row("twins", 3, "", "", () => new TwinTest().Run(table, brief));
        Row("neighbours", 3, "", "", () => new NeighbourTest().Run(table, brief));
        var placebo = new PlaceboElection(table);
        Row("a placebo election drawn", 3, "", "", () => placebo.Draw(1));

        void Row(string what, int samples, string target, string peer, Action job)
        {
            job();
            var (wall, processor) = (double.MaxValue, double.MaxValue);
            for (var i = 0; i < samples; i++)
            {
                var before = Process.GetCurrentProcess().TotalProcessorTime;
                var clock = Stopwatch.StartNew();
                job();
                wall = Math.Min(wall, clock.Elapsed.TotalNanoseconds);
                processor = Math.Min(
                    processor,
                    (Process.GetCurrentProcess().TotalProcessorTime - before).TotalNanoseconds
                );
            }

            report.Append(
                CultureInfo.InvariantCulture,
                $"| {id} | {what} | {Measurement.Text(wall)} | {Measurement.Text(processor)} | {target} | {peer} |\n"
            );
        }
    }

    private static StationTable Read(string path, string id)
    {
        var problems = new Problems();
        var mapping = Mapping.Read(Path.Combine(Results.Root, "mappings", id + ".yaml"), problems);
        var form = ProtocolForm.Read(Path.Combine(Results.Root, "forms", id + ".yaml"), problems);
        return
            mapping is not null
            && form is not null
            && TableReader.Read(path, mapping, form.For([.. mapping.File.Lists.Keys]), problems) is { } table
            ? CountedStations.Of(ProtocolCount.Of(table))
            : throw new InvalidOperationException(string.Join('\n', problems.InOrder().Select(p => p.ToString())));
    }
}
