using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using CsvHelper;
using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Totals;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law;

namespace Scrutineer.Bench.Suites;

/// <summary>Counting beside the bare reading of the same numbers, on made-up protocols and on real ones.</summary>
internal static class CountingSuite
{
    private const string Command = "dotnet run -c Release --project bench/Scrutineer.Bench -- counting";
    private const int Samples = 15;

    internal static readonly string[] Lists = ["A", "B", "C", "D", "E", "F", "G", "H"];

    public static void Run()
    {
        var report = new StringBuilder();
        report.Append("# Benchmarks: counting protocols\n\n");
        report.Append(
            CultureInfo.InvariantCulture,
            $"Written by `{Command}`. .NET {Environment.Version}, {RuntimeInformation.OSArchitecture}, {Environment.ProcessorCount} cores.\n"
        );
        report.Append(
            "Made-up protocols of the form `ru/duma-2021` with eight lists: 20 figures and 3 columns of the unit path a row, from a\n"
                + "fixed seed. Counting reads the file, hashes it, parses every figure, checks the form's six control relations in every\n"
                + "protocol, looks for stations that stand twice, adds up at four levels (station, territory, region, nation) and\n"
                + "allocates 225 seats by `laws/ru/duma.yaml`. The bare parse is CsvHelper 34, one thread, `Parse<int>` of every column\n"
                + $"and nothing else. Minimum and median of {Samples} samples of each, taken in turn; the file is in the page cache.\n\n"
        );
        report.Append(
            "| protocols | file | counting: minimum | median | protocols a second | bare parse: minimum | median | ratio of minima | of medians | target |\n"
                + "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        );
        var folder = Directory.CreateTempSubdirectory("scrutineer-bench-");
        try
        {
            var memory = 0L;
            foreach (var rows in new[] { 10_000, 100_000, 1_000_000 })
            {
                var path = Path.Combine(folder.FullName, "protocols.csv");
                Write(path, rows);
                Made(report, path, rows, ref memory);
            }

            report.Append(
                CultureInfo.InvariantCulture,
                $"\nAfter the first count of a million protocols the process had held at most {memory / 1e6:0} MB (target: below 600 MB).\n"
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Real(report);
        Results.Write("counting.md", report.ToString());
    }

    private static void Made(StringBuilder report, string path, int rows, ref long memory)
    {
        var layout = Form("ru/duma-2021").For(Lists);
        var mapping = Mapping();
        var law = Law();
        Count(path, mapping, layout, law, rows);
        memory = Process.GetCurrentProcess().PeakWorkingSet64;
        WarmUp(() => Count(path, mapping, layout, law, rows));
        WarmUp(() => Parse(path));
        var counting = new double[Samples];
        var parsing = new double[Samples];
        for (var i = 0; i < Samples; i++)
        {
            counting[i] = Time(() => Count(path, mapping, layout, law, rows));
            parsing[i] = Time(() => Parse(path));
        }

        Array.Sort(counting);
        Array.Sort(parsing);
        var (low, middle) = (counting[0], counting[Samples / 2]);
        report.Append(
            CultureInfo.InvariantCulture,
            $"| {rows:N0} | {new FileInfo(path).Length / 1e6:0.0} MB | {Measurement.Text(low)} | {Measurement.Text(middle)} | {rows / (low / 1e9):N0} "
                + $"| {Measurement.Text(parsing[0])} | {Measurement.Text(parsing[Samples / 2])} | {low / parsing[0]:0.00} | {middle / parsing[Samples / 2]:0.00} | {(rows == 1_000_000 ? "2.00" : "")} |\n"
        );
    }

    private static void Real(StringBuilder report)
    {
        report.Append(
            "\nReal protocols, zipped (inflating is part of the time), with every finding and the seats:\n\n"
        );
        report.Append(
            "| table | protocols | columns | counting: minimum | median |\n| --- | ---: | ---: | ---: | ---: |\n"
        );
        foreach (var name in new[] { "ru-duma-2021/2021", "ru-president-2018/2018" })
        {
            var path = Path.Combine(Results.Root, "..", "shared", "data", name + ".csv.zip");
            var id = name[..name.IndexOf('/', StringComparison.Ordinal)]
                .Replace("ru-", "ru/", StringComparison.Ordinal);
            if (!File.Exists(path))
            {
                report.Append(CultureInfo.InvariantCulture, $"| {id} | not at hand | | | |\n");
                continue;
            }

            var mapping = Read(p =>
                Counting.Import.Mapping.Read(Path.Combine(Results.Root, "mappings", id + ".yaml"), p)
            );
            var layout = Form(id).For([.. mapping.File.Lists.Keys]);
            var law = id == "ru/duma-2021" ? Law() : null;
            var rows = Count(path, mapping, layout, law, -1);
            WarmUp(() => Count(path, mapping, layout, law, rows));
            var times = Enumerable
                .Range(0, Samples)
                .Select(_ => Time(() => Count(path, mapping, layout, law, rows)))
                .Order()
                .ToArray();
            report.Append(
                CultureInfo.InvariantCulture,
                $"| {id} | {rows:N0} | {layout.Columns.Count} | {Measurement.Text(times[0])} | {Measurement.Text(times[Samples / 2])} |\n"
            );
        }
    }

    private static int Count(string path, Mapping mapping, FormLayout layout, ElectoralLaw? law, int expected)
    {
        var table = Read(p => TableReader.Read(path, mapping, layout, p));
        var count = ProtocolCount.Of(table);
        if (
            expected >= 0
            && (count.Whole.Stations != expected || count.Findings.Any(f => f.Severity == Severity.Error))
        )
        {
            throw new InvalidOperationException("The protocols were not counted as they were written.");
        }

        if (law is not null && CountedSeats.Of(count, law, law.Editions[^1], "lists").Standing.Seats.Sum() != 225)
        {
            throw new InvalidOperationException("Not every seat was allocated.");
        }

        return count.Whole.Stations;
    }

    private static void Parse(string path)
    {
        using var reader = CsvReader.FromFile(path, new CsvReaderOptions { HasHeader = true });
        long sum = 0;
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                sum += reader.Parse<int>(i);
            }
        }

        if (sum == 0)
        {
            throw new InvalidOperationException("Nothing was parsed.");
        }
    }

    /// <summary>Runs a job until the compiler has had its say.</summary>
    private static void WarmUp(Action job)
    {
        var clock = Stopwatch.StartNew();
        do
        {
            job();
        } while (clock.Elapsed.TotalSeconds < 2);
    }

    private static double Time(Action job)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        job();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    internal static ProtocolForm Form(string name) =>
        Read(p => ProtocolForm.Read(Path.Combine(Results.Root, "forms", name + ".yaml"), p));

    internal static ElectoralLaw Law() =>
        Read(p => ElectoralLaw.Read(Path.Combine(Results.Root, "laws", "ru", "duma.yaml"), p));

    internal static Mapping Mapping()
    {
        var text = new StringBuilder("scrutineer-mapping: \"1\"\nmapping: bench\ntitle: made up\n");
        text.Append("units:\n");
        foreach (var level in new[] { "region", "territory", "station" })
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{ level: {level}, columns: [{level}] }}\n");
        }

        text.Append("fields:\n");
        foreach (var field in Form("ru/duma-2021").Fields.Where(f => f.EachOf is null))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {field.Name}: {field.Name}\n");
        }

        text.Append("lists:\n");
        foreach (var list in Lists)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {list}: {list}\n");
        }

        return Read(p =>
            Counting.Import.Mapping.Read(SourceText.From("bench.yaml", Encoding.UTF8.GetBytes(text.ToString()), p)!, p)
        );
    }

    internal static T Read<T>(Func<Problems, T?> read)
        where T : class
    {
        var problems = new Problems();
        return read(problems)
            ?? throw new InvalidOperationException(string.Join('\n', problems.InOrder().Select(p => p.ToString())));
    }

    /// <summary>Writes protocols that keep every relation: 400 stations a territory, 30 territories a region.</summary>
    internal static void Write(string path, int rows)
    {
        var random = new Random(rows);
        using var writer = new StreamWriter(
            path,
            append: false,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            1 << 20
        );
        writer.Write(
            "region,territory,station,registered,received,issued-early,issued-station,issued-outside,cancelled,"
        );
        writer.Write("in-mobile,in-fixed,invalid,valid,lost,unaccounted," + string.Join(',', Lists) + "\n");
        var votes = new int[Lists.Length];
        for (var row = 0; row < rows; row++)
        {
            var registered = random.Next(900, 3_000);
            var turnout = registered * random.Next(35, 75) / 100;
            var outside = turnout / random.Next(8, 40);
            var early = random.Next(4) == 0 ? turnout / 50 : 0;
            var invalid = random.Next(turnout / 40);
            var valid = turnout - invalid;
            var left = valid;
            for (var list = 0; list < votes.Length; list++)
            {
                votes[list] = list == votes.Length - 1 ? left : left * random.Next(20, 55) / 100;
                left -= votes[list];
            }

            var cancelled = random.Next(100, 500);
            writer.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{row / 12_000},{row / 400},{row},{registered},{turnout + cancelled},{early},{turnout - outside - early},{outside},{cancelled},{outside},{turnout - outside},{invalid},{valid},0,0"
                )
            );
            foreach (var vote in votes)
            {
                writer.Write(',');
                writer.Write(vote);
            }

            writer.Write('\n');
        }
    }
}
