using System.CommandLine;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Publishing;
using Scrutineer.Results.Comparing;

namespace Scrutineer.Cli;

/// <summary><c>compare</c>: the same votes under several laws, side by side.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var dossier = new Argument<string>("dossier")
        {
            Description = "The folder of one election, such as elections/kz-mazhilis-2021.",
        };
        var contest = new Option<string?>("--contest")
        {
            Description = "The contest; by default the first one with votes.",
        };
        var under = new Option<string[]>("--under")
        {
            Description =
                "What to put the votes under, as parts KEY=VALUE joined by ' + '; can be given several times. KEY is\n"
                + "law, edition, contest, reading, set, or method, quota, threshold, seats. By default the other editions\n"
                + "of the law and three methods.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var command = new Command(
            "compare",
            "Puts the votes of an election under several laws and methods, side by side, with the indices by Gallagher,\n"
                + "Loosemore and Hanby, Sainte-Laguë, and the effective numbers of parties.\n\n"
                + "Examples:\n"
                + "  scrutineer compare elections/kz-mazhilis-2021\n"
                + "  scrutineer compare elections/kz-mazhilis-2021 --under \"set=threshold.share=5 %\" --under \"method=dhondt + threshold=3 %\""
        )
        {
            dossier,
            contest,
            under,
            json,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var election = ElectionDossier.Read(parsed.GetValue(dossier)!, null, problems);
            var alternatives = (parsed.GetValue(under) ?? []).Select(u => Alternative.Parse(u, problems)).ToList();
            if (election is null || problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var name =
                parsed.GetValue(contest)
                ?? election.Edition.Text.Contests.Keys.FirstOrDefault(c =>
                    election.File.Contests.ContainsKey(c) && election.Units(c).Count > 0
                )
                ?? election.Edition.Text.Contests.Keys.First();
            IReadOnlyList<Alternative> all =
                alternatives.Count == 0
                    ? Comparison.Usual(election, name)
                    : [Alternative.AsGoverned, .. alternatives.OfType<Alternative>()];
            if (Comparison.Of(election, name, all, problems) is not { } comparison)
            {
                return CommandLine.Report(problems);
            }

            CommandLine.Write(parsed.GetValue(json) ? ComparisonJson.Of(comparison) : Text(comparison));
            return CommandLine.Done;
        });
        return command;
    }

    private static string Text(Comparison comparison)
    {
        var text =
            $"{comparison.Dossier.File.Title}\n{comparison.Contest}: the same votes under {Shown.Of(comparison.Laws.Count, "law", "laws")}\n\n";
        foreach (var (i, law) in comparison.Laws.Index())
        {
            var moved =
                i == 0 ? ""
                : law.Moved is { } seats ? $"; {Shown.Of(seats, "seat moves", "seats move")} against [1]"
                : "";
            text += Words.Wrap($"[{i + 1}] {law.Title}: {Shown.Seats(law.House)}{moved}", 6)[4..];
            if (law.Because.Length > 0)
            {
                text += Words.Wrap(law.Because, 6);
            }

            foreach (var tie in law.Ties)
            {
                text += Words.Wrap($"Open: {Shown.Seats(tie.Seats)} between {Shown.Row(tie.Among)}.", 6);
            }
        }

        var header = new List<string> { "list", ">votes" };
        header.AddRange(comparison.Laws.Select((_, i) => $">[{i + 1}]"));
        var rows = ComparisonWords.Lists(comparison).ToList();
        text += "\n" + TextTable.Of(header, rows) + "\n";
        text += TextTable.Of(
            ["index", .. comparison.Laws.Select((_, i) => $">[{i + 1}]")],
            [.. ComparisonWords.Rows(comparison)]
        );
        return text + Words.Wrap(ComparisonWords.Base, 2);
    }
}
