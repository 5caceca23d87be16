using System.CommandLine;
using Scrutineer.Counting.Totals;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Observation;
using Scrutineer.Publishing;
using Scrutineer.Results;
using Scrutineer.Results.Scenarios;
using Scrutineer.Scrutiny.Estimation;
using Scrutineer.Scrutiny.Forensics;
using Scrutineer.Scrutiny.Materiality;

namespace Scrutineer.Cli;

/// <summary><c>check</c>: the main job. Reads, allocates, compares, runs every check, writes the report.</summary>
internal static class CheckCommand
{
    /// <summary>The most combinations of votes of one scenario that are put under the law: a report should not wait for more.</summary>
    private const long MostVotes = 12_000;

    public static Command Create()
    {
        var dossier = new Argument<string>("dossier")
        {
            Description = "The folder of one election, such as elections/kz-mazhilis-2021.",
        };
        var output = new Option<string?>("--out")
        {
            Description = "Where the report goes; by default reports/ELECTION.",
        };
        var edition = new Option<string?>("--edition")
        {
            Description = "Set this edition of the law over the election.",
        };
        var without = new Option<string[]>("--without")
        {
            Description =
                "Say whether a seat changes without this station, or this unit above stations; can be given several times.",
        };
        var json = new Option<bool>("--json")
        {
            Description = "Print the result as one JSON document and nothing else.",
        };
        var command = new Command(
            "check",
            "Checks an election: computes its seats from its law, compares them with the official result, says what would have\n"
                + "changed them, and writes a report (index.html) and its data (result.json).\n\n"
                + "Examples:\n"
                + "  scrutineer check elections/kz-mazhilis-2021\n"
                + "  scrutineer check elections/kz-mazhilis-2004 --out report"
        )
        {
            dossier,
            output,
            edition,
            without,
            json,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var election = ElectionDossier.Read(parsed.GetValue(dossier)!, parsed.GetValue(edition), problems);
            var result = election is null ? null : ElectionResult.Of(election, problems);
            if (parsed.GetValue(output) is "")
            {
                problems.Add(
                    new Location("--out"),
                    "The path is empty.",
                    "a folder",
                    "Name one, or leave the option out."
                );
            }

            var record = election is null ? null : PublicRecord.Read(election, problems);
            if (result is not null && record is not null && !problems.Any)
            {
                var progress = new Progress();
                var counted = DossierCount.Check(result.Dossier, problems, progress.Tell);
                progress.Done();
                var sample = DossierSample.Check(result.Dossier, problems);
                var forensics = DossierForensics.Of(counted, parsed.GetValue(dossier)!);
                result = result with
                {
                    Scenarios = Scenario.AllOf(result.Dossier, problems, MostVotes),
                    Protocols = counted,
                    Sample = sample,
                    Forensics = forensics,
                };
                var left = UnitDoubts.Of(result, parsed.GetValue(without) ?? [], problems);
                result = result with
                {
                    Findings =
                    [
                        .. result
                            .Findings.Concat(counted?.Findings ?? [])
                            .Concat(sample?.Findings ?? [])
                            .Concat(forensics?.Findings ?? [])
                            .Concat(record.Findings)
                            .Concat(SeatDoubts.Of(result, record))
                            .Concat(left is null ? [] : [left])
                            .OrderByDescending(f => f.Severity),
                    ],
                };
            }

            if (result is null || problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var folder = parsed.GetValue(output) ?? Path.Combine("reports", result.Dossier.File.Id);
            ReportFolder.Write(folder, result, record);
            if (parsed.GetValue(json))
            {
                CommandLine.Write(ResultJson.Check(result, record));
            }
            else
            {
                CommandLine.Write(CheckText.Of(result, folder));
            }

            return result.HasErrors ? CommandLine.DoneWithErrors : CommandLine.Done;
        });
        return command;
    }
}
