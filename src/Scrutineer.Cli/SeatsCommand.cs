using System.CommandLine;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Publishing;
using Scrutineer.Results;

namespace Scrutineer.Cli;

/// <summary><c>seats</c>: what the law makes of the votes, under any reading and setting.</summary>
internal static class SeatsCommand
{
    public static Command Create()
    {
        var dossier = new Argument<string>("dossier")
        {
            Description = "The folder of one election, such as elections/kz-mazhilis-2021.",
        };
        var contest = new Option<string?>("--contest") { Description = "Only this contest." };
        var edition = new Option<string?>("--edition")
        {
            Description = "Set this edition of the law over the election.",
        };
        var readings = new Option<string[]>("--reading")
        {
            Description = "Apply this reading of the law; can be given several times.",
        };
        var settings = new Option<string[]>("--set")
        {
            Description =
                "Set a field of a rule, as RULE.FIELD=VALUE, such as 'threshold.share=5 %'; can be given several times.",
        };
        var explain = new Option<bool>("--explain")
        {
            Description = "Print the derivation: each step with its article.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var command = new Command(
            "seats",
            "Allocates the seats of a dossier by its law.\n\n"
                + "Examples:\n"
                + "  scrutineer seats elections/kz-mazhilis-2021 --explain\n"
                + "  scrutineer seats elections/kz-mazhilis-2007 --edition 2009 --reading to-the-first\n"
                + "  scrutineer seats elections/kz-mazhilis-2021 --set \"threshold.share=5 %\" --json"
        )
        {
            dossier,
            contest,
            edition,
            readings,
            settings,
            explain,
            json,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var election = ElectionDossier.Read(parsed.GetValue(dossier)!, parsed.GetValue(edition), problems);
            var fields = Settings(parsed.GetValue(settings) ?? [], problems);
            var only = parsed.GetValue(contest);
            var contests = election?.Edition.Text.Contests.Keys.ToList() ?? [];
            if (election is not null && only is not null && !contests.Contains(only, StringComparer.Ordinal))
            {
                problems.Add(
                    new Location("--contest"),
                    $"Edition {election.Edition.Name} has no contest '{only}'.",
                    "the name of a contest",
                    Problems.Nearest(only, contests)
                );
            }

            election = election?.With(parsed.GetValue(readings) ?? [], fields, problems);
            if (election is null || problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var asGoverned =
                (parsed.GetValue(readings) ?? []).Length == 0 && fields.Count == 0 && !election.EditionIsSet;
            var explained = parsed.GetValue(explain);
            var results = contests
                .Where(c => only is null || c == only)
                .SelectMany(c => ElectionResult.OfContest(election, c, explained))
                .ToList();
            if (parsed.GetValue(json))
            {
                CommandLine.Write(ResultJson.Seats(election, results, explained));
            }
            else
            {
                SeatsText.Print(election, results, explained, asGoverned);
            }

            return asGoverned && results.Exists(r => r.Agrees == false) ? CommandLine.DoneWithErrors : CommandLine.Done;
        });
        return command;
    }

    private static List<KeyValuePair<string, string>> Settings(string[] texts, Problems problems)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var text in texts)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || equals == text.Length - 1)
            {
                problems.Add(
                    new Location("--set"),
                    $"'{text}' sets nothing.",
                    "RULE.FIELD=VALUE",
                    "Write for example 'threshold.share=5 %'."
                );
            }
            else
            {
                fields.Add(KeyValuePair.Create(text[..equals].Trim(), text[(equals + 1)..].Trim()));
            }
        }

        return fields;
    }
}
