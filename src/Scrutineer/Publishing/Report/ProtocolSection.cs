using System.Globalization;
using System.Numerics;
using Scrutineer.Counting;
using Scrutineer.Counting.Copies;
using Scrutineer.Counting.Totals;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Results;

namespace Scrutineer.Publishing.Report;

/// <summary>What the stations' protocols add up to: the share reported, totals beside the published ones, what to look at.</summary>
internal static class ProtocolSection
{
    private const int ToldStations = 50;

    public static string Of(ElectionResult result)
    {
        if (result.Protocols is not { } protocols)
        {
            return "";
        }

        return protocols.Count is { } count
            ? Lead(count)
                + Totals(result, count)
                + Relations(count)
                + Stations(protocols.Findings)
                + Corrections(count)
                + string.Concat(protocols.Copies.Index().Select(c => Copy(c.Item, c.Index)))
                + Ranges(protocols.Seats)
            : "<p>The table of protocols that the dossier names is not at hand; nothing is counted here.</p>\n";
    }

    private static string Lead(ProtocolCount count)
    {
        var stations = count.Whole.Stations + count.Annulled + count.NotReported;
        var errors = count.Relations.Where(r => r.Severity == Severity.Error).ToList();
        var broken = errors.Sum(r => r.Broken);
        var text = count.Table.IsSynthetic
            ? "<p><strong>SYNTHETIC DATA.</strong> These figures are made up and describe no election.</p>\n"
            : "";
        var registered = count.ReportedOfRegistered is { } share ? $", with {Shown.Percent(share)} of the voters" : "";
        text += Paragraph(
            $"{Shown.Whole(stations - count.NotReported)} of {Shown.Of(stations, "station", "stations")} have reported ({Shown.Percent(count.ReportedOfStations)}{registered})"
                + (count.Annulled > 0 ? $"; {Shown.Whole(count.Annulled)} of them are annulled" : "")
                + ". "
                + (
                    broken == 0
                        ? $"None of the {errors.Count} control relations of the form is broken in any protocol."
                        : $"Control relations of the form are broken {Shown.Of(broken, "time", "times")}."
                )
        );
        foreach (var left in count.LeftOut)
        {
            text += Paragraph($"Left out, {Shown.Of(left.Rows, "row", "rows")}: {left.Because}.");
        }

        return text
            + $"<p class=\"small\">{Html.Text($"Read from {count.Table.File} by {count.Table.Mapping.File.Id} as {count.Table.Layout.Form.Id}.")} SHA-256 <code>{Html.Plain(count.Table.Sha256)}</code></p>\n";
    }

    private static string Totals(ElectionResult result, ProtocolCount count)
    {
        var dossier = result.Dossier;
        var contest = dossier.File.Protocols!.Contest;
        var stage = dossier.DecidingStage(contest, "nation");
        var layout = count.Table.Layout;
        var rows = new List<IReadOnlyList<Cell>>();
        foreach (var (index, column) in layout.Columns.Index())
        {
            var list = column.List is { } number ? layout.Lists[number] : "";

            // A published figure stands beside a column only where one column holds the whole of it.
            var figure = column.Field.Figure;
            var published =
                stage is { } decided
                && figure is { } name
                && (column.List is not null || layout.ColumnsOf(name).Count == 1)
                    ? dossier.Find(contest, "nation", decided, name, list)
                    : null;
            var total = count.Whole.Columns[index];
            rows.Add([
                list.Length > 0
                    ? $"{column.Field.Means}: {dossier.File.Contests[contest].Contenders.GetValueOrDefault(list)?.Name ?? list}"
                    : column.Field.Means,
                total.Known == 0 ? "not reported" : Shown.Whole((BigInteger)total.Sum),
                Unknown(total),
                published is null
                    ? ""
                    : new Cell(
                        Shown.Whole(published.Count),
                        $"<a href=\"#{Html.Plain(SourceSection.Anchor(published))}\">{Html.Text(Shown.Whole(published.Count))}</a>"
                    ),
                published?.Count.Value is { } value && total.Known > 0
                    ? (BigInteger)total.Sum == value
                        ? "0"
                        : Shown.Signed((BigInteger)total.Sum - value)
                    : "",
            ]);
        }

        return Html.Table(
            "What the protocols add up to, beside the published figures of the nation",
            ["Field", ">Sum of protocols", ">Figures not known", ">Published", ">Difference"],
            rows,
            "protocol-totals"
        );
    }

    private static string Relations(ProtocolCount count) =>
        count.Relations.Count == 0
            ? ""
            : Html.Table(
                "The control relations of the form, and in how many protocols each is broken",
                ["Code", "What must hold", "Severity", ">Broken", ">Cannot be told"],
                [
                    .. count.Relations.Select(r =>
                        (IReadOnlyList<Cell>)
                            [r.Code, r.Says, ScalarType.Word(r.Severity), Shown.Whole(r.Broken), Shown.Whole(r.Untold)]
                    ),
                ],
                "protocol-relations"
            );

    private static string Stations(IReadOnlyList<Finding> findings)
    {
        var stations = findings.Where(f => f.Unit.Length > 0).GroupBy(f => f.Unit, StringComparer.Ordinal).ToList();
        return stations.Count == 0
            ? ""
            : Html.Table(
                stations.Count > ToldStations
                    ? $"The first {ToldStations} of {stations.Count} units to look at, the gravest first; result.json has all"
                    : "Units to look at, the gravest first",
                ["Unit", "Severity", "What is told", "Code"],
                [
                    .. stations
                        .OrderByDescending(s => s.Max(f => f.Severity))
                        .Take(ToldStations)
                        .Select(s =>
                            (IReadOnlyList<Cell>)
                                [
                                    s.Key,
                                    ScalarType.Word(s.Max(f => f.Severity)),
                                    string.Join(" ", s.Select(f => f.Statement)),
                                    string.Join(", ", s.Select(f => f.Code).Distinct(StringComparer.Ordinal)),
                                ]
                        ),
                ],
                "protocol-units"
            );
    }

    private static string Corrections(ProtocolCount count) =>
        count.Corrected.Count == 0
            ? ""
            : Html.Table(
                "What happened to protocols after they were first reported",
                ["Station", "When", "What", "Reason", "Source", "Now"],
                [
                    .. count.Corrected.SelectMany(u =>
                        u.Events.Select(e =>
                            (IReadOnlyList<Cell>)
                                [
                                    u.Unit.Text,
                                    e.At.ToString().Replace('T', ' '),
                                    ScalarType.Word(e.Kind).Replace('-', ' '),
                                    e.Reason,
                                    Cell.Link(e.Source, Html.Id("source", e.Source)),
                                    ScalarType.Word(u.Status).Replace('-', ' '),
                                ]
                        )
                    ),
                ],
                "protocol-corrections"
            );

    private static string Copy(CountAgainst against, int index)
    {
        var comparison = against.Comparison;
        var (here, there, net, gross) = (
            comparison.LeftTotals,
            comparison.RightTotals,
            comparison.Net,
            comparison.Gross
        );
        var moved = against.Seats?.Lists.Where(l => l.Before != l.After).ToList();
        var text = $"<h3>{Html.Text($"Against {CopyFindings.NameOf(against.Copy)}")}</h3>\n";
        text += Paragraph(
            $"{Shown.Of(comparison.Compared, "station stands", "stations stand")} in both; {Shown.Whole(comparison.Differences.Count)} differ, {Shown.Whole(against.DifferingInVotes)} of them in votes."
                + moved switch
                {
                    null => "",
                    [] => " If the other copy told the truth, every seat would stay.",
                    _ => " If the other copy told the truth, seats would move: "
                        + string.Join(", ", moved.Select(l => $"{l.List} {l.After} and not {l.Before}"))
                        + ".",
                }
        );
        var differing = Enumerable
            .Range(0, comparison.Layout.Columns.Count)
            .Where(c => gross[c] != 0 || here[c] != there[c])
            .ToList();
        return differing.Count == 0
            ? text
            : text
                + Html.Table(
                    "Sums over the stations that stand in both; net and gross differences",
                    ["Field", ">Here", ">There", ">Net", ">Gross"],
                    [
                        .. differing.Select(c =>
                            (IReadOnlyList<Cell>)
                                [
                                    comparison.Layout.Columns[c].Name,
                                    Shown.Whole((BigInteger)here[c].Sum),
                                    Shown.Whole((BigInteger)there[c].Sum),
                                    Shown.Signed((BigInteger)net[c]),
                                    Shown.Whole((BigInteger)gross[c]),
                                ]
                        ),
                    ],
                    "protocol-copy-" + (index + 1).ToString(CultureInfo.InvariantCulture)
                );
    }

    private static string Ranges(CountedSeats? seats) =>
        seats?.Ranges is not { } ranges
            ? ""
            : "<h3>What missing stations can still change</h3>\n"
                + Paragraph(ranges.Basis)
                + Html.Table(
                    "Seats of the partial count, and the fewest and the most that missing ballots allow",
                    ["List", ">Now", ">Least", ">Most"],
                    [
                        .. ranges.Lists.Select(r =>
                            (IReadOnlyList<Cell>)
                                [
                                    r.List,
                                    Shown.Whole(r.Now),
                                    r.Least is { } least ? Shown.Whole(least) : $"not known (reached {r.LeastReached})",
                                    r.Most is { } most ? Shown.Whole(most) : $"not known (reached {r.MostReached})",
                                ]
                        ),
                    ],
                    "protocol-ranges"
                );

    private static string Unknown(ColumnTotal total)
    {
        var parts = new[]
        {
            (total.Blank, "blank"),
            (total.Illegible, "illegible"),
            (total.NotReported, "not reported"),
        };
        return string.Join(", ", parts.Where(p => p.Item1 > 0).Select(p => $"{Shown.Whole(p.Item1)} {p.Item2}"));
    }

    private static string Paragraph(string text) => $"<p>{Html.Text(text)}</p>\n";
}
