using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Scrutineer.Counting.Import;
using Scrutineer.Scrutiny.Estimation;

namespace Scrutineer.Bench.Suites;

/// <summary>Quick counts: estimates, designs, and seats by a law from samples drawn again from themselves.</summary>
internal static class EstimationSuite
{
    private const string Command = "dotnet run -c Release --project bench/Scrutineer.Bench -- estimation";
    private const int Replicates = 2_000;
    private const int Samples = 7;

    public static void Run()
    {
        var report = new StringBuilder();
        report.Append("# Benchmarks: estimates from samples\n\n");
        report.Append(
            CultureInfo.InvariantCulture,
            $"Written by `{Command}`. .NET {Environment.Version}, {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} cores.\n"
        );
        report.Append(
            "Made-up protocols of the form `ru/duma-2021` with eight lists and 20 figures, from a fixed seed, as a simple sample of 100,000\n"
                + "stations. *Estimate* is every share, the lead, turnout and all findings. *Seats* draws the sample\n"
                + $"again from itself {Replicates.ToString("N0", CultureInfo.InvariantCulture)} times and evaluates `laws/ru/duma.yaml` each time, on one thread. *Design* measures the spread of\n"
                + $"the whole table, shares 1,000 stations out by Neyman and draws them. Minimum and median of {Samples} samples.\n\n"
        );
        report.Append(
            "| stations | estimate: minimum | median | seats: minimum | median | target |\n| ---: | ---: | ---: | ---: | ---: | ---: |\n"
        );
        var folder = Directory.CreateTempSubdirectory("scrutineer-bench-");
        try
        {
            var path = Path.Combine(folder.FullName, "protocols.csv");
            foreach (var rows in new[] { 1_500, 6_000 })
            {
                CountingSuite.Write(path, rows);
                var table = Table(path);
                var frame = Frame(table, 100_000.0 / rows);
                var law = CountingSuite.Law();
                var options = new EstimateOptions { Strata = frame.Strata.Count > 1 ? "region" : null };
                var sample = CountingSuite.Read(p => QuickCount.Of(table, frame, options, p)).Sample;
                var estimate = Measurement.Of(_ => QuickCount.Of(sample, options), Samples);
                var seats = Measurement.Of(
                    i =>
                    {
                        var forecast = SeatBootstrap.Of(
                            sample,
                            "ru-duma",
                            law.Editions[^1],
                            "lists",
                            Replicates,
                            (ulong)i,
                            0.95
                        );
                        if (forecast.Lists.Sum(l => l.Seats) != 225)
                        {
                            throw new InvalidOperationException("Not every seat was allocated.");
                        }
                    },
                    Samples
                );
                report.Append(
                    CultureInfo.InvariantCulture,
                    $"| {rows:N0} | {Measurement.Text(estimate.Minimum)} | {Measurement.Text(estimate.Median)} | {Measurement.Text(seats.Minimum)} | {Measurement.Text(seats.Median)} | 2 s |\n"
                );
            }

            CountingSuite.Write(path, 100_000);
            var whole = Table(path);
            var design = Measurement.Of(
                _ =>
                    CountingSuite.Read(p =>
                        SamplePlan.Of(
                            whole,
                            new SampleRequest
                            {
                                Size = 1_000,
                                Strata = "region",
                                Method = SampleMethod.Neyman,
                                Seed = "1 2 3",
                            },
                            p
                        )
                    ),
                Samples
            );
            report.Append(
                CultureInfo.InvariantCulture,
                $"\nDesign and draw over 100,000 stations: {Measurement.Text(design.Minimum)}, median {Measurement.Text(design.Median)}.\n"
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Results.Write("estimation.md", report.ToString());
    }

    private static ProtocolTable Table(string path) =>
        CountingSuite.Read(p =>
            TableReader.Read(
                path,
                CountingSuite.Mapping(),
                CountingSuite.Form("ru/duma-2021").For(CountingSuite.Lists),
                p
            )
        );

    private static SampleFrame Frame(ProtocolTable table, double factor)
    {
        var regions = Enumerable
            .Range(0, table.Count)
            .CountBy(row => table.StationOf(row).Upto(1).Text)
            .Select(r => new FrameStratum(r.Key, (int)(r.Value * factor)))
            .ToList();
        return regions.Count > 1 ? new SampleFrame(regions) : SampleFrame.Whole((int)(table.Count * factor));
    }
}
