using System.CommandLine;
using System.Text;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Publishing.Exchange;

namespace Scrutineer.Cli;

/// <summary><c>export</c>: the figures of a dossier in a format that other programs read.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var dossier = new Argument<string>("dossier") { Description = "The folder of one election." };
        var format = new Option<string>("--format")
        {
            Description = "The format: nist, the Election Results Common Data Format of NIST SP 1500-100, as JSON.",
            Required = true,
        };
        format.AcceptOnlyFromAmong("nist");
        var command = new Command(
            "export",
            "Writes the figures of a dossier, at the stage that decides, in a format that other programs read.\n\n"
                + "Example:\n  scrutineer export elections/kz-mazhilis-2021 --format nist > results.json"
        )
        {
            dossier,
            format,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            if (ElectionDossier.Read(parsed.GetValue(dossier)!, null, problems) is not { } election)
            {
                return CommandLine.Report(problems);
            }

            CommandLine.Write(Encoding.UTF8.GetString(NistJson.Of(ExchangeReport.Of(election))));
            return CommandLine.Done;
        });
        return command;
    }
}
