using System.CommandLine;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Publishing;
using Scrutineer.Results.Parties;

namespace Scrutineer.Cli;

/// <summary><c>parties</c>: who could, did and did not take part, under which name, as of a day.</summary>
internal static class PartiesCommand
{
    public static Command Create()
    {
        var dossier = new Argument<string>("dossier")
        {
            Description = "The folder of one election, such as elections/kz-mazhilis-2021.",
        };
        var asOf = new Option<string?>("--as-of")
        {
            Description = "The day that is asked about, written YYYY-MM-DD; polling day by default.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var command = new Command(
            "parties",
            "Says who could, did and did not take part in an election, under which name, as of a day.\n\n"
                + "Examples:\n"
                + "  scrutineer parties elections/kz-mazhilis-2021 --as-of 2020-11-05\n"
                + "  scrutineer parties elections/kz-mazhilis-2021 --as-of 2020-11-28 --json"
        )
        {
            dossier,
            asOf,
            json,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var election = ElectionDossier.Read(parsed.GetValue(dossier)!, null, problems);
            var facts = election is null ? null : DossierFacts.Read(election, problems);
            var day = AsOf.Day(parsed.GetValue(asOf), problems) ?? election?.File.PollingDay ?? default;
            CommandLine.NeedsRegistry(election, facts, problems);
            if (election is null || facts?.Register is null || problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var parties = PartiesOnDay.Of(election, facts, day);
            CommandLine.Write(
                parsed.GetValue(json) ? PartiesJson.Of(election, parties) : PartiesText.Of(election, facts, parties)
            );
            return CommandLine.Done;
        });
        return command;
    }
}
