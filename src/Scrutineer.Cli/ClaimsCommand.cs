using System.CommandLine;
using Scrutineer.Claims;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Observation;
using Scrutineer.Publishing;

namespace Scrutineer.Cli;

/// <summary><c>claims</c>: who says what, on whose word, and why statements differ.</summary>
internal static class ClaimsCommand
{
    public static Command Create()
    {
        var dossier = new Argument<string>("dossier")
        {
            Description = "The folder of one election, such as elections/kz-mazhilis-2021.",
        };
        var topic = new Option<string?>("--topic") { Description = "Only this question, with every statement." };
        var asOf = new Option<string?>("--as-of")
        {
            Description = "Only statements that had been made when this day ended, as 2020-12-22.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var command = new Command(
            "claims",
            "Checks the statements about an election against its files, compares them with each other, explains where they\n"
                + "differ, and counts their support by origin.\n\n"
                + "Examples:\n"
                + "  scrutineer claims elections/kz-mazhilis-2021\n"
                + "  scrutineer claims elections/kz-mazhilis-2021 --topic parties"
        )
        {
            dossier,
            topic,
            asOf,
            json,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var election = ElectionDossier.Read(parsed.GetValue(dossier)!, null, problems);
            var day = AsOf.Day(parsed.GetValue(asOf), problems);
            if (election is not null && !ClaimLedger.IsIn(election))
            {
                problems.Add(
                    new Location(SourceText.Show(election.Folder)),
                    "The dossier has no statements.",
                    $"a file {ClaimFile.FileName}",
                    "Write one; docs/formats/claims.md says how."
                );
            }

            if (election is null || problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var ledger = PublicRecord.Read(election, problems, day)?.Claims;
            var only = parsed.GetValue(topic);
            if (ledger is not null && only is not null && !ledger.Positions.ContainsKey(only))
            {
                problems.Add(
                    new Location("--topic"),
                    $"There is no question '{only}'.",
                    "a key of 'topics'",
                    Problems.Nearest(only, ledger.Positions.Keys)
                );
            }

            if (ledger is null || problems.Any)
            {
                return CommandLine.Report(problems);
            }

            CommandLine.Write(
                parsed.GetValue(json) ? ClaimsJson.Of(election, ledger, only) : ClaimsText.Of(election, ledger, only)
            );
            return CommandLine.Done;
        });
        return command;
    }
}
