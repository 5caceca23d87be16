using System.CommandLine;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Publishing;
using Scrutineer.Results.Scenarios;

namespace Scrutineer.Cli;

/// <summary><c>scenario</c>: an election changed in thought.</summary>
internal static class ScenarioCommand
{
    public static Command Create()
    {
        var dossier = new Argument<string>("dossier")
        {
            Description = "The folder of one election, such as elections/kz-mazhilis-2021.",
        };
        var files = new Argument<string[]>("files")
        {
            Description = "Scenarios, such as elections/kz-mazhilis-2021/scenarios/auyl.yaml.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var command = new Command(
            "scenario",
            "Changes an election in thought, by files, and shows the seats beside the real ones. Where a file gives a range\n"
                + "of votes, every number of it is put under the law, and the output says where seats change.\n\n"
                + "Examples:\n"
                + "  scrutineer scenario elections/kz-mazhilis-2021 elections/kz-mazhilis-2021/scenarios/threshold-5.yaml"
        )
        {
            dossier,
            files,
            json,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var election = ElectionDossier.Read(parsed.GetValue(dossier)!, null, problems);
            List<Scenario?> scenarios = election is null
                ? []
                : [.. parsed.GetValue(files)!.Select(f => Scenario.Read(election, f, problems))];
            if (election is null || problems.Any)
            {
                return CommandLine.Report(problems);
            }

            List<Scenario> read = [.. scenarios.OfType<Scenario>()];
            CommandLine.Write(
                parsed.GetValue(json) ? ScenarioJson.Of(election, read) : string.Join("\n", read.Select(Text))
            );
            return CommandLine.Done;
        });
        return command;
    }

    private static string Text(Scenario scenario)
    {
        var file = scenario.File;
        var text = Words.Wrap($"{scenario.Dossier.File.Title}: {file.Title}", 0);
        text += Words.Wrap(ScenarioWords.Hypothetical, 0);
        text += string.Concat(file.Changes.Select(c => Words.Wrap($"- {ScenarioWords.Sentence(c)}", 2)));
        text += Words.Wrap($"Law: {scenario.Steps[0].Result.Title}.", 0);
        text += "\n" + TextTable.Of(ScenarioWords.Columns(scenario), ScenarioWords.Rows(scenario));
        text += string.Concat(ScenarioWords.Steps(scenario).Select(s => Words.Wrap(s, 2)));
        text += string.Concat(ScenarioWords.BreakEvens(scenario).Select(s => Words.Wrap(s, 0)));
        text += ScenarioWords.Extremes(scenario) is { } extremes ? Words.Wrap(extremes, 0) : "";
        text += Words.Wrap(ScenarioWords.Rounding, 0);
        return file.Note is { } note ? text + Words.Wrap(note, 0) : text;
    }
}
