using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Scrutineer.Allocation;
using Scrutineer.Allocation.Biproportional;

namespace Scrutineer.Bench.Suites;

/// <summary>Biproportional apportionment on random tables beside the textbook's alternate scaling.</summary>
internal static class BiproportionalSuite
{
    private const string Command = "dotnet run -c Release --project bench/Scrutineer.Bench -- biproportional";

    public static void Run()
    {
        var report = new StringBuilder();
        report.Append("# Benchmarks: biproportional apportionment\n\n");
        report.Append(
            CultureInfo.InvariantCulture,
            $"Written by `{Command}`. .NET {Environment.Version}, {RuntimeInformation.OSArchitecture}, one thread.\n"
        );
        report.Append(
            "Districts differ in size as one to ten, lists as in a power law; every cell wavers by half and one in ten is empty.\n"
                + "Complete results with divisors as certificate, of sixteen random tables each; *equal votes* is one vote in every\n"
                + "cell, all of it tied. The textbook fits rows and columns in turn in exact fractions, with a divisor for each, until\n"
                + "both are right, and gives up after 100 rounds. Minimum and median of 31 samples (3 for the textbook); the heap is\n"
                + "bytes a table.\n\n"
        );
        report.Append(
            "| table | seats | minimum | median | heap | verifier | textbook | ratio | target |\n"
                + "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        );
        Add(report, "18 × 9", 180, Tables(18, 9, 180), textbook: true, "");
        Add(report, "20 × 60", 600, Tables(20, 60, 600), textbook: true, "10 ms");
        Add(report, "60 × 20", 600, Tables(60, 20, 600), textbook: false, "");
        Add(report, "100 × 100", 2_000, Tables(100, 100, 2_000), textbook: false, "");
        Add(report, "20 × 60, equal votes", 600, [Equal(20, 60, 600)], textbook: false, "");
        Results.Write("biproportional.md", report.ToString());
    }

    private static void Add(
        StringBuilder report,
        string name,
        int seats,
        (Table<long> Votes, int[] Rows, int[] Columns)[] tables,
        bool textbook,
        string target
    )
    {
        var method = BiproportionalMethod.SainteLague;
        var time = Measurement.Of(i =>
        {
            var (votes, rows, columns) = tables[i % tables.Length];
            _ = method.Apportion(votes, [.. rows], [.. columns]).Value;
        });
        var results = tables.Select(t => method.Apportion(t.Votes, [.. t.Rows], [.. t.Columns]).Value).ToArray();
        var verified = Measurement.Of(i =>
        {
            if (!Verifier.Verify(results[i % results.Length]).IsConfirmed)
            {
                throw new InvalidOperationException("A result is not confirmed.");
            }
        });
        var slow = textbook
            ? Measurement.Of(
                i =>
                {
                    var (votes, rows, columns) = tables[i % tables.Length];
                    _ = TextbookScaling.Apportion(votes, rows, columns);
                },
                3
            )
            : null;
        report.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {seats:N0} | {Measurement.Text(time.Minimum)} | {Measurement.Text(time.Median)} "
                + $"| {time.Allocated / 1024:N0} KiB | {Measurement.Text(verified.Median)} "
                + $"| {(slow is null ? "" : Measurement.Text(slow.Median))} "
                + $"| {(slow is null ? "" : (slow.Median / time.Median).ToString("N0", CultureInfo.InvariantCulture))} | {target} |\n"
        );
    }

    private static (Table<long> Votes, int[] Rows, int[] Columns)[] Tables(int rows, int columns, int seats)
    {
        var random = new Random(rows * columns);
        return
        [
            .. Enumerable
                .Range(0, 16)
                .Select(_ =>
                {
                    var sizes = Enumerable.Range(0, rows).Select(_ => random.Next(20_000, 200_000)).ToArray();
                    var votes = Enumerable
                        .Range(0, rows * columns)
                        .Select(i =>
                            random.Next(10) == 0
                                ? 0L
                                : (long)sizes[i / columns] * random.Next(500, 1_500) / 1_000 / ((i % columns) + 1)
                        );
                    return Margins(new Table<long>(rows, columns, [.. votes]), seats);
                }),
        ];
    }

    private static (Table<long> Votes, int[] Rows, int[] Columns) Equal(int rows, int columns, int seats) =>
        Margins(new Table<long>(rows, columns, [.. Enumerable.Repeat(1L, rows * columns)]), seats);

    private static (Table<long> Votes, int[] Rows, int[] Columns) Margins(Table<long> votes, int seats)
    {
        var rows = new int[votes.Rows];
        var columns = new int[votes.Columns];
        DivisorMethod.SainteLague.TryAllocate(
            [.. Enumerable.Range(0, votes.Rows).Select(r => votes.Row(r).Sum())],
            seats,
            rows,
            out _
        );
        DivisorMethod.SainteLague.TryAllocate(
            [.. Enumerable.Range(0, votes.Columns).Select(c => votes.Column(c).Sum())],
            seats,
            columns,
            out _
        );

        // Seats that a tie leaves open go to the first.
        rows[0] += seats - rows.Sum();
        columns[0] += seats - columns.Sum();
        return (votes, rows, columns);
    }
}
