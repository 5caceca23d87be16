using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Scrutineer.Allocation;
using Scrutineer.Allocation.Transferable;

namespace Scrutineer.Bench.Suites;

/// <summary>Counts of transferable votes on random wards beside the textbook's paper by paper.</summary>
internal static class TransferableSuite
{
    private const string Command = "dotnet run -c Release --project bench/Scrutineer.Bench -- transferable";

    public static void Run()
    {
        var report = new StringBuilder();
        report.Append("# Benchmarks: transferable votes\n\n");
        report.Append(
            CultureInfo.InvariantCulture,
            $"Written by `{Command}`. .NET {Environment.Version}, {RuntimeInformation.OSArchitecture}, one thread.\n"
        );
        report.Append(
            "Every ballot is a kind of its own, so nothing is gained by equal ones; rankings are random, the candidates unequally\n"
                + "popular, and end anywhere. Times are of complete counts with every stage and transfer. The textbook has one object\n"
                + "a paper with its fraction and searches every paper at every stage. Minimum and median of 31 samples (3 for the\n"
                + "textbook, 7 for Meek).\n\n"
        );
        report.Append(
            "| rules | candidates / seats | ballots | minimum | median | heap | verifier | textbook | ratio | target |\n"
                + "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        );
        var ward = Ward(10, 100_000);
        Add(report, "Scottish", ward, TransferRules.Scottish(4), textbook: true, "100 ms");
        Add(report, "exact Gregory", ward, TransferRules.ExactGregory(4), textbook: false, "100 ms");
        Add(report, "instant run-off", ward, TransferRules.InstantRunoff, textbook: false, "");
        Add(report, "Scottish", Ward(8, 5_000), TransferRules.Scottish(3), textbook: true, "");
        Add(report, "Scottish", Ward(20, 1_000_000), TransferRules.Scottish(7), textbook: false, "");
        AddMeek(report, ward);
        Results.Write("transferable.md", report.ToString());
    }

    private static void Add(
        StringBuilder report,
        string name,
        RankedBallots ballots,
        TransferRules rules,
        bool textbook,
        string target
    )
    {
        var result = TransferCount.Count(ballots, rules);
        var time = Measurement.Of(_ => TransferCount.Count(ballots, rules));
        var verified = Measurement.Of(_ => Confirm(Verifier.Verify(result)), 3);
        var slow = textbook ? Measurement.Of(_ => TextbookTransfer.Count(ballots, rules.Seats), 3) : null;
        report.Append(
            CultureInfo.InvariantCulture,
            $"| {name} | {ballots.Candidates} / {rules.Seats} | {ballots.Count:N0} | {Measurement.Text(time.Minimum)} "
                + $"| {Measurement.Text(time.Median)} | {time.Allocated / 1024:N0} KiB | {Measurement.Text(verified.Median)} "
                + $"| {(slow is null ? "" : Measurement.Text(slow.Median))} "
                + $"| {(slow is null ? "" : (slow.Median / time.Median).ToString("N0", CultureInfo.InvariantCulture))} | {target} |\n"
        );
    }

    private static void AddMeek(StringBuilder report, RankedBallots ballots)
    {
        var rules = new MeekRules { Seats = 4 };
        var result = MeekCount.Count(ballots, rules);
        var time = Measurement.Of(_ => MeekCount.Count(ballots, rules), 7);
        var verified = Measurement.Of(_ => Confirm(Verifier.Verify(result)), 3);
        report.Append(
            CultureInfo.InvariantCulture,
            $"| Meek, {result.Stages.Sum(s => s.Iterations)} iterations | {ballots.Candidates} / 4 | {ballots.Count:N0} "
                + $"| {Measurement.Text(time.Minimum)} | {Measurement.Text(time.Median)} | {time.Allocated / 1024:N0} KiB "
                + $"| {Measurement.Text(verified.Median)} |  |  |  |\n"
        );
    }

    private static void Confirm(Verification verification)
    {
        if (!verification.IsConfirmed)
        {
            throw new InvalidOperationException("A result is not confirmed.");
        }
    }

    private static RankedBallots Ward(int candidates, int ballots)
    {
        var random = new Random(candidates);
        var builder = new RankedBallotsBuilder(candidates);
        var ranking = new int[candidates];
        for (var ballot = 0; ballot < ballots; ballot++)
        {
            for (var i = 0; i < candidates; i++)
            {
                ranking[i] = i;
            }

            // The smaller of two draws: candidates at the head of the list are preferred more often.
            var length = random.Next(1, candidates + 1);
            for (var i = 0; i < length; i++)
            {
                var other = Math.Min(random.Next(i, candidates), random.Next(i, candidates));
                (ranking[i], ranking[other]) = (ranking[other], ranking[i]);
            }

            builder.Add(ranking.AsSpan(0, length));
        }

        return builder.Build();
    }
}
