using System.CommandLine;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Publishing;
using Scrutineer.Results.Calendars;

namespace Scrutineer.Cli;

/// <summary><c>calendar</c>: the law's windows with their days, the days that were set, and which events kept them.</summary>
internal static class CalendarCommand
{
    public static Command Create()
    {
        var dossier = new Argument<string>("dossier")
        {
            Description = "The folder of one election, such as elections/kz-mazhilis-2021.",
        };
        var edition = new Option<string?>("--edition")
        {
            Description = "Set this edition of the law over the election.",
        };
        var ics = new Option<string?>("--ics") { Description = "Write the calendar as iCalendar to this file." };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var command = new Command(
            "calendar",
            "Prints the calendar of an election: what the law's rules give, what was set, and which events kept or missed it.\n\n"
                + "Examples:\n"
                + "  scrutineer calendar elections/kz-mazhilis-2021\n"
                + "  scrutineer calendar elections/kz-mazhilis-2021 --ics calendar.ics"
        )
        {
            dossier,
            edition,
            ics,
            json,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var election = ElectionDossier.Read(parsed.GetValue(dossier)!, parsed.GetValue(edition), problems);
            var facts = election is null ? null : DossierFacts.Read(election, problems);
            if (election is { Edition.Text.Calendar.Count: 0 })
            {
                problems.Add(
                    new Location(Files.SourceText.Show(election.Law.Source.Path)),
                    $"Edition {election.Edition.Name} has no calendar.",
                    "'calendar': the windows of the election's time",
                    "Add it to the law, or choose another edition."
                );
            }

            if (election is null || facts is null || problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var calendar = ElectionCalendar.Of(election, facts);
            if (parsed.GetValue(ics) is { } path)
            {
                File.WriteAllText(path, ICalendar.Of(calendar));
            }

            CommandLine.Write(parsed.GetValue(json) ? CalendarJson.Of(calendar) : CalendarText.Of(calendar));
            return calendar.Findings.Any(f => f.Severity == Severity.Error)
                ? CommandLine.DoneWithErrors
                : CommandLine.Done;
        });
        return command;
    }
}
