using System.Globalization;
using System.Text;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Law;
using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Audits.Drawing;

namespace Scrutineer.Publishing;

/// <summary>
/// What an audit takes to the stations: a page for each to print, and a table to send back. Neither shows the figures of the
/// protocol, so that nobody counts towards them, and neither asks for more of a person than a signature.
/// </summary>
public static class AuditSheets
{
    /// <summary>The pages, one a station.</summary>
    /// <param name="dossier">The election.</param>
    /// <param name="contest">The contest.</param>
    /// <param name="audit">The audit.</param>
    /// <param name="seed">The public seed.</param>
    /// <param name="drawn">The draws, by place in the manifest.</param>
    public static string Html(
        ElectionDossier dossier,
        string contest,
        StationAudit audit,
        string seed,
        IReadOnlyList<int> drawn
    )
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(drawn);
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
            .Append(Text($"Recount: {dossier.File.Title}"))
            .Append("</title>\n<style>\n")
            .Append(Style)
            .Append("</style>\n</head>\n<body>\n<main>\n");
        var stations = Stations(drawn);
        foreach (var (index, station) in stations.Index())
        {
            var unit = audit.Manifest.Units[station.Place];
            page.Append("<section>\n<p class=\"kicker\">")
                .Append(Text($"{dossier.File.Title} · {contest} · recount {index + 1} of {stations.Count}"))
                .Append("</p>\n<h1>")
                .Append(Text(unit.Unit))
                .Append("</h1>\n<p>")
                .Append(
                    Text(
                        $"Drawn {Shown.Of(station.Times, "time", "times")} by the seed “{seed}”. Open the sealed ballots before witnesses, count every one by hand, and write down what was found, whatever the protocol says."
                    )
                )
                .Append(
                    "</p>\n<table>\n<thead><tr><th scope=\"col\">Counted</th><th scope=\"col\">Ballots</th></tr></thead>\n<tbody>\n"
                );
            foreach (var row in Rows(dossier, contest))
            {
                page.Append("<tr><th scope=\"row\">").Append(Text(row)).Append("</th><td></td></tr>\n");
            }

            page.Append(
                "</tbody>\n</table>\n<p class=\"box\">The seals were whole: ☐ yes ☐ no. If not, what was seen:</p>\n"
            );
            page.Append(
                "<p class=\"signatures\"><span>Counted by</span><span>Counted by</span><span>Observed by</span><span>Date and hour</span></p>\n</section>\n"
            );
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>The table to send back: one line a station, with its figures left empty.</summary>
    public static string Table(ElectionDossier dossier, string contest, StationAudit audit, IReadOnlyList<int> drawn)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(drawn);
        var columns = RecountFile.Columns(
            dossier.File.Contests[contest].Contenders.Keys,
            dossier.Edition.Text.Ballot.AgainstAll == AgainstAll.OnBallot
        );
        var text = new StringBuilder(string.Join(",", columns)).Append('\n');
        foreach (var (place, _) in Stations(drawn))
        {
            text.Append(CsvCell.Of(audit.Manifest.Units[place].Unit)).Append(',', columns.Count - 1).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The draws one by one, for those who draw them again.</summary>
    public static string Draws(StationAudit audit, IReadOnlyList<int> drawn)
    {
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(drawn);
        var text = new StringBuilder("draw,unit,weight\n");
        foreach (var (index, place) in drawn.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"{index + 1},")
                .Append(CsvCell.Of(audit.Manifest.Units[place].Unit))
                .Append(CultureInfo.InvariantCulture, $",{audit.Weights[place]}\n");
        }

        return text.ToString();
    }

    /// <summary>The stations drawn, each once, in the order of their first draw.</summary>
    public static IReadOnlyList<(int Place, int Times)> Stations(IReadOnlyList<int> drawn) =>
        [.. drawn.GroupBy(d => d).Select(g => (g.Key, g.Count()))];

    private static IEnumerable<string> Rows(ElectionDossier dossier, string contest)
    {
        foreach (var list in dossier.File.Contests[contest].Contenders)
        {
            yield return $"Votes for {list.Value.Name}";
        }

        if (dossier.Edition.Text.Ballot.AgainstAll == AgainstAll.OnBallot)
        {
            yield return "Votes against all";
        }

        yield return "Invalid ballots";
        yield return "Ballots issued, by the stubs or the signed register";
    }

    private static string Text(string text) => Report.Html.Text(text);

    private const string Style = """
        body { font: 16px/1.45 system-ui, sans-serif; margin: 0; color: #111; background: #fff }
        section { max-width: 42rem; margin: 0 auto; padding: 2rem 1.5rem; break-after: page }
        h1 { font-size: 1.5rem; margin: .25rem 0 1rem }
        .kicker { color: #555; margin: 0; font-size: .9rem }
        table { border-collapse: collapse; width: 100%; margin: 1.25rem 0 }
        th, td { border: 1px solid #111; padding: .6rem .75rem; text-align: left; font-weight: 400 }
        thead th { font-weight: 600 }
        td { width: 11rem }
        .box { border: 1px solid #111; padding: .6rem .75rem 4rem }
        .signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 3.5rem 2rem; margin-top: 3.5rem }
        .signatures span { border-top: 1px solid #111; padding-top: .25rem; font-size: .9rem }
        @page { margin: 15mm }
        @media print { section { padding: 0; max-width: none } }

        """;
}
