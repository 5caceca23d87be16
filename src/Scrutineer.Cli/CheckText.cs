using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Publishing;
using Scrutineer.Results;

namespace Scrutineer.Cli;

/// <summary>The summary of <c>check</c>: the four answers first, at 80 columns, then the findings.</summary>
internal static class CheckText
{
    private static readonly string[] ComparedColumns = [">before", ">change"];

    public static string Of(ElectionResult result, string folder)
    {
        var answers = FourAnswers.Of(result);
        var text = result.Protocols?.Count?.Table.IsSynthetic == true ? CountText.Synthetic : "";
        text += Words.Wrap($"{result.Dossier.File.Title}", 0);
        text += Answer("Seats", answers.Seats);
        text += Answer("Stage", answers.Stage);
        text += Answer("Official", answers.Official);
        text += Answer("Closest", answers.Closest);
        text += "\n";
        if (result.Blocs.Count > 0)
        {
            text += TextTable.Of(
                [
                    "bloc",
                    ">seats",
                    .. Compared(result) ? ComparedColumns : [],
                    "",
                    .. Majorities(result).Select(m => $">to {m.Needed}"),
                ],
                [.. result.Blocs.Select(b => Row(result, b))]
            );
            text += string.Concat(
                Majorities(result).Select(m => Words.Wrap($"{m.Needed} of {m.Of}: {m.Majority} majority.", 2))
            );
            text += "\n";
        }

        text += EstimateText.BesideOfficial(result.Sample);
        foreach (var group in result.Findings.GroupBy(f => f.Severity))
        {
            text += $"{Heading(group.Key)} ({group.Count()})\n";
            foreach (var finding in group)
            {
                var lines = Words.Wrap($"{finding.Statement}", 4);
                text += $"  - {lines[4..]}";
                text += Words.Wrap(
                    $"[{finding.Code}; {finding.Unit}{(finding.Unit.Length > 0 ? "; " : "")}{finding.Basis}]",
                    4
                );
            }
        }

        return text + $"\nReport: {SourceText.Show(Path.Combine(folder, "index.html"))}\n";
    }

    private static IEnumerable<MajorityDistance> Majorities(ElectionResult result) =>
        result.Majorities.DistinctBy(m => m.Majority);

    private static bool Compared(ElectionResult result) => result.Blocs.Any(b => b.Before is not null);

    private static List<string> Row(ElectionResult result, Bloc bloc)
    {
        var width = result.House;
        var bar = new string('#', (bloc.Seats * 10 / width) + (bloc.Seats * 10 % width > 0 ? 1 : 0));
        List<string> cells = [bloc.Name, Shown.Whole(bloc.Seats)];
        if (Compared(result))
        {
            cells.AddRange(
                bloc.Before is { } before ? [Shown.Whole(before), Shown.Signed(bloc.Seats - before)] : ["?", "?"]
            );
        }

        cells.Add(bar);
        cells.AddRange(
            result
                .Majorities.Where(m => m.Bloc == bloc.Name)
                .DistinctBy(m => m.Majority)
                .Select(m => Shown.Signed(m.Distance))
        );
        return cells;
    }

    internal static string Heading(Severity severity) =>
        severity switch
        {
            Severity.Error => "ERRORS",
            Severity.Warning => "Warnings",
            Severity.Notice => "Notices",
            _ => "For information",
        };

    private static string Answer(string name, string answer)
    {
        var lines = Words.Wrap(answer, 10);
        return $"{name, -10}{lines[10..]}";
    }
}
