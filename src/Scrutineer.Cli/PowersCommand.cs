using System.CommandLine;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Publishing;
using Scrutineer.Results;
using Scrutineer.Results.Powers;

namespace Scrutineer.Cli;

/// <summary><c>powers</c>: what the blocs of the elected body can decide, and who fills which office.</summary>
internal static class PowersCommand
{
    public static Command Create()
    {
        var dossier = new Argument<string>("dossier")
        {
            Description = "The folder of one election, such as elections/kz-mazhilis-2021.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var command = new Command(
            "powers",
            "Says which blocs and coalitions reach each majority of the elected body, who has a veto, and the indices of\n"
                + "Banzhaf and of Shapley and Shubik, before and after; how votes and seats moved; who fills which office.\n\n"
                + "Examples:\n"
                + "  scrutineer powers elections/kz-mazhilis-2021\n"
                + "  scrutineer powers elections/kz-mazhilis-2021 --json"
        )
        {
            dossier,
            json,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var election = ElectionDossier.Read(parsed.GetValue(dossier)!, null, problems);
            var result = election is null ? null : ElectionResult.SeatsOf(election, problems);
            if (result is null || problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var powers = BodyPowers.Of(result);
            CommandLine.Write(parsed.GetValue(json) ? PowersJson.Of(powers) : Text(powers));
            return CommandLine.Done;
        });
        return command;
    }

    private static string Text(BodyPowers powers)
    {
        var file = powers.Now.Dossier.File;
        var text = Words.Wrap(file.Title, 0);
        var unknown = powers.Now.Unknown;
        text += Words.Wrap(
            $"{Shown.Seats(powers.Now.Seats)}{(unknown > 0 ? $", of {unknown} the dossier does not say whose they are" : "")}. {PowersWords.Base}",
            0
        );
        if (powers.Now.Majorities.Count == 0)
        {
            text += Words.Wrap("The law file names no majority of this body.", 0);
        }

        foreach (var majority in powers.Now.Majorities)
        {
            text += "\n" + Words.Wrap(PowersWords.Sentence(majority), 0);
            text += TextTable.Of(PowersWords.Columns, [.. PowersWords.Rows(powers, majority)]);
            if (powers.Before?.Majorities.FirstOrDefault(m => m.Name == majority.Name) is { } before)
            {
                text += Words.Wrap(PowersWords.Coalitions(powers.Before, before), 2);
            }

            text += Words.Wrap(PowersWords.Coalitions(powers.Now, majority), 2);
        }

        text += "\n" + string.Concat(PowersWords.Shifts(powers).Select(s => Words.Wrap(s, 0)));
        if (powers.Offices.Count > 0)
        {
            text += $"\nWho fills which office, as of {Shown.Day(file.PollingDay)}:\n";
            text += TextTable.Of(
                ["office", "appointed by", "confirmed by", "must be asked"],
                [.. powers.Offices.Select(PowersWords.Row)]
            );
        }

        return text;
    }
}
