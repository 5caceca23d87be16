using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Law;
using Scrutineer.Numerics;
using Scrutineer.Results;

namespace Scrutineer.Publishing.Report;

/// <summary>Every figure with its stage, its source and the line of the file it came from.</summary>
internal static class SourceSection
{
    public static string Anchor(Figure figure) => $"row-{figure.At.Line}";

    public static string Of(ElectionResult result)
    {
        var dossier = result.Dossier;
        var keys = dossier.File.Sources.Keys.ToList();
        var rows = dossier
            .Figures.Select(f =>
                (IReadOnlyList<Cell>)
                    [
                        new Cell($"{f.At.Line}", $"results.csv:{f.At.Line}", Anchor(f)),
                        f.Unit == "nation" ? f.Contest : $"{f.Contest}, {f.Unit}",
                        ScalarType.Word(f.Stage).Replace('-', ' '),
                        ScalarType.Word(f.Name).Replace('-', ' ')
                            + (f.List.Length > 0 ? $" of {Name(dossier, f)}" : ""),
                        f.Share is null ? Shown.Whole(f.Count) : f.Written,
                        f.Base is { } of ? of.InWords() : "",
                        Cell.Link($"[{keys.IndexOf(f.Source) + 1}]", Html.Id("source", f.Source)),
                        f.Note,
                    ]
            )
            .ToList();
        var text = Html.Table(
            "Every figure of the dossier, in the order of its file",
            ["Line", "Contest", "Stage", "Figure", ">Value", "Base", "Source", "Remark"],
            rows,
            "figures"
        );
        text += "<h3>Sources</h3>\n<ol>\n";
        foreach (var (key, source) in dossier.File.Sources)
        {
            var title = Html.Text(source.Title);
            var linked =
                source.Url is { } url
                && Uri.TryCreate(url, UriKind.Absolute, out var parsed)
                && parsed.Scheme is "http" or "https"
                    ? $"<a rel=\"noreferrer\" href=\"{Html.Plain(source.Url!)}\">{title}</a>"
                    : title;
            text += $"<li id=\"{Html.Id("source", key)}\">{linked}</li>\n";
        }

        text += "</ol>\n";
        foreach (
            var note in dossier
                .File.Contests.Values.Select(c => c.Note)
                .Append(dossier.File.Note)
                .Where(n => n is not null)
        )
        {
            text += $"<p class=\"small\">{Html.Text(note!)}</p>\n";
        }

        return text;
    }

    private static string Name(ElectionDossier dossier, Figure figure) =>
        dossier.File.Contests[figure.Contest].Contenders[figure.List].Name;
}
