using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Scrutineer.Allocation;

namespace Scrutineer.Bench.Suites;

/// <summary>The kernels of Scrutineer.Allocation beside the textbook, on random elections from a fixed seed.</summary>
internal static class AllocationSuite
{
    private const string Command = "dotnet run -c Release --project bench/Scrutineer.Bench -- allocation";

    private delegate bool Kernel(ReadOnlySpan<long> votes, int seats, Span<int> allocated, out int tied);

    public static void Run()
    {
        var report = new StringBuilder();
        report.Append("# Benchmarks: Scrutineer.Allocation\n\n");
        report.Append(
            CultureInfo.InvariantCulture,
            $"Written by `{Command}`. .NET {Environment.Version}, {RuntimeInformation.OSArchitecture}, one thread.\n"
        );
        report.Append(
            "Where nothing else is said, votes are uniform between 1 and 1,000,000, and each job goes through many random\n"
                + "elections. The textbook is the seat-by-seat scan (D'Hondt) and the sorted remainders (Hare), exact too, in the\n"
                + "same run. Minimum and median of 31 samples (3 for the textbook on the largest); the heap is bytes an election.\n\n"
        );
        report.Append(
            "| method | lists / seats | minimum | median | heap | textbook | ratio | target |\n"
                + "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        );
        var dhondt = DivisorMethod.DHondt;
        Add(report, "dhondt", dhondt.TryAllocate, TextbookAllocation.DHondt, 10, 100, "1 µs");
        Add(report, "dhondt", dhondt.TryAllocate, TextbookAllocation.DHondt, 20, 1_000, "2 µs");
        Add(report, "dhondt", dhondt.TryAllocate, TextbookAllocation.DHondt, 1_000, 100_000, "60 µs");
        var hare = LargestRemainder.Hare;
        Add(report, "largest-remainder hare", hare.TryAllocate, TextbookAllocation.Hare, 10, 100, "");
        Add(report, "largest-remainder hare", hare.TryAllocate, TextbookAllocation.Hare, 20, 1_000, "");
        Add(report, "largest-remainder hare", hare.TryAllocate, TextbookAllocation.Hare, 1_000, 100_000, "60 µs");
        foreach (var method in DivisorMethod.All.Where(m => m != dhondt))
        {
            Add(report, method.Name, method.TryAllocate, null, 20, 1_000, "");
        }

        Add(report, "dhondt, power law", dhondt.TryAllocate, null, 1_000, 100_000, "", PowerLaw(1_000, 16));
        Add(report, "dhondt, near-equal lists", dhondt.TryAllocate, null, 1_000, 1_500, "", NearEqual(1_000, 16));
        Add(report, "dhondt, all lists tied", dhondt.TryAllocate, null, 1_000, 1_500, "", [Equal(1_000)]);
        AddCompleteResult(report);
        AddMillion(report);
        Results.Write("allocation.md", report.ToString());
    }

    private static void Add(
        StringBuilder report,
        string name,
        Kernel kernel,
        Func<ReadOnlySpan<long>, int, int[]>? textbook,
        int lists,
        int seats,
        string target,
        long[][]? elections = null
    )
    {
        elections ??= Elections(lists, lists > 100 ? 16 : 512);
        var allocated = new int[lists];
        var time = Measurement.Of(i => kernel(elections[i % elections.Length], seats, allocated, out _));
        var slow = textbook is null
            ? null
            : Measurement.Of(
                i => textbook(elections[i % elections.Length], seats),
                lists > 100 && seats > 10_000 ? 3 : 31
            );
        report.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {lists:N0} / {seats:N0} | {Measurement.Text(time.Minimum)} | {Measurement.Text(time.Median)} "
                + $"| {time.Allocated} B | {(slow is null ? "" : Measurement.Text(slow.Median))} "
                + $"| {(slow is null ? "" : (slow.Median / time.Median).ToString("N0", CultureInfo.InvariantCulture))} | {target} |\n"
        );
    }

    private static void AddCompleteResult(StringBuilder report)
    {
        var elections = Elections(10, 512);
        var result = Measurement.Of(i => DivisorMethod.DHondt.Apportion(elections[i % elections.Length], 100));
        var quota = Measurement.Of(i => QuotaMethod.BalinskiYoung.Apportion(elections[i % elections.Length], 100));
        var results = elections.Select(e => DivisorMethod.DHondt.Apportion(e, 100).Value).ToArray();
        var verified = Measurement.Of(i =>
        {
            if (!Verifier.Verify(results[i % results.Length]).IsConfirmed)
            {
                throw new InvalidOperationException("A result is not confirmed.");
            }
        });
        report.Append(
            CultureInfo.InvariantCulture,
            $"\nWith tie, certificate and record, D'Hondt 10 / 100 takes {Measurement.Text(result.Median)} (median); the "
                + $"verifier, in plain fractions, {Measurement.Text(verified.Median)}. Balinski–Young, seat by seat, takes "
                + $"{Measurement.Text(quota.Median)}.\n"
        );
    }

    private static void AddMillion(StringBuilder report)
    {
        var random = new Random(2021);
        var votes = new long[10];
        var allocated = new int[10];
        var clock = Stopwatch.StartNew();
        var heap = GC.GetAllocatedBytesForCurrentThread();
        var ties = 0;
        for (var n = 0; n < 1_000_000; n++)
        {
            foreach (ref var v in votes.AsSpan())
            {
                v = random.NextInt64(1, 1_000_001);
            }

            DivisorMethod.DHondt.TryAllocate(votes, 100, allocated, out var tied);
            ties += tied > 0 ? 1 : 0;
        }

        heap = GC.GetAllocatedBytesForCurrentThread() - heap;
        var seconds = clock.Elapsed.TotalSeconds;
        report.Append(
            CultureInfo.InvariantCulture,
            $"\nOne million random elections of 10 lists and 100 seats, drawing the votes included: {seconds:0.00} s, {heap} "
                + $"bytes from the heap, {ties} ties.\n"
        );
    }

    private static long[][] Elections(int lists, int count) =>
        Draw(lists, count, (random, _) => random.NextInt64(1, 1_000_001));

    /// <summary>The k-th list has about a k-th of the first one's votes.</summary>
    private static long[][] PowerLaw(int lists, int count) =>
        Draw(lists, count, (random, list) => random.NextInt64(8_000_000, 12_000_000) / (list + 1));

    /// <summary>Lists that differ in the fourth digit.</summary>
    private static long[][] NearEqual(int lists, int count) =>
        Draw(lists, count, (random, _) => random.NextInt64(1_000_000, 1_001_000));

    private static long[] Equal(int lists) => [.. Enumerable.Repeat(12_345L, lists)];

    private static long[][] Draw(int lists, int count, Func<Random, int, long> vote)
    {
        var random = new Random(lists);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => Enumerable.Range(0, lists).Select(l => vote(random, l)).ToArray()),
        ];
    }
}
