using System.Text;
using Scrutineer.Allocation;
using Scrutineer.Counting;
using Scrutineer.Counting.Copies;
using Scrutineer.Counting.Corrections;
using Scrutineer.Counting.Totals;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law.Evaluation;
using Scrutineer.Numerics;

namespace Scrutineer.Cli;

/// <summary>The text of <c>count</c>: what was counted, the totals with their bases, the lists, then what is wrong.</summary>
internal static class CountText
{
    /// <summary>The first line of every output about figures that are made up.</summary>
    public const string Synthetic = "SYNTHETIC DATA: these figures are made up and describe no election.\n";

    private const int ToldOfEach = 20;

    public static string Of(
        ProtocolCount count,
        IReadOnlyList<UnitTotals> by,
        CountedSeats? seats,
        IReadOnlyList<Finding> findings,
        IReadOnlyList<CountAgainst> against
    )
    {
        var text = new StringBuilder();
        var table = count.Table;
        if (table.IsSynthetic)
        {
            text.Append(Synthetic);
        }

        text.Append(Words.Wrap(table.Mapping.File.Title, 0));
        var levels = string.Join(", ", count.Levels.Select(l => $"{l.Key} {Shown.Whole(l.Value)}"));
        text.Append(
            Words.Wrap($"{Shown.Of(table.Count, "protocol", "protocols")} read; counted by level: {levels}.", 0)
        );
        if (count.AsOf is not null || count.NotReported > 0 || count.Annulled > 0)
        {
            text.Append(Words.Wrap(Partial(count), 0));
        }

        var errors = count.Relations.Where(r => r.Severity == Severity.Error).ToList();
        text.Append(
            Words.Wrap(
                errors.Sum(r => r.Broken) == 0
                    ? $"No control relation of the form is broken ({errors.Count} checked in every protocol)."
                    : $"Control relations are broken {Shown.Of(errors.Sum(r => r.Broken), "time", "times")}: "
                        + string.Join(
                            ", ",
                            errors.Where(r => r.Broken > 0).Select(r => $"{r.Code} {Shown.Whole(r.Broken)}")
                        )
                        + ".",
                0
            )
        );
        text.Append('\n').Append(Totals(count));
        text.Append('\n').Append(Lists(count, seats));
        if (by.Count > 0)
        {
            text.Append('\n').Append(Groups(count, by));
        }

        text.AppendJoin("", against.Select(AgainstText.Of));
        text.Append(Findings(findings));
        text.Append(LeftOut(count));
        text.Append($"\nRead from {table.File}\nSHA-256 {table.Sha256}\n");
        return text.ToString();
    }

    private static string Partial(ProtocolCount count)
    {
        var stations = count.Whole.Stations + count.Annulled + count.NotReported;
        var registered = count.ReportedOfRegistered is { } share ? $", with {Shown.Percent(share)} of the voters," : "";
        return (count.AsOf is { } moment ? $"As of {moment}: " : "")
            + $"{Shown.Whole(stations - count.NotReported)} of {Shown.Of(stations, "station", "stations")} ({Shown.Percent(count.ReportedOfStations)}){registered} have reported"
            + (count.Annulled > 0 ? $", {Shown.Whole(count.Annulled)} of them annulled" : "")
            + (
                count.NotReported == 0 ? "."
                : count.MostMissing is { } most
                    ? $"; the others can bring at most {Shown.Whole(most)} ballots, as many as they have registered voters."
                : "; how many ballots the others can bring is not known."
            );
    }

    private static string Totals(ProtocolCount count) =>
        TextTable.Of(
            ["field", ">total", ">not known", "figure of the result"],
            [
                .. count
                    .Table.Layout.Columns.Zip(count.Whole.Columns)
                    .Where(c => c.First.List is null)
                    .Select(c =>
                        (IReadOnlyList<string>)
                            [
                                c.First.Name,
                                Sum(c.Second),
                                Unknown(c.Second),
                                c.First.Field.Figure is { } figure ? ScalarType.Word(figure) : "",
                            ]
                    ),
            ]
        );

    private static string Lists(ProtocolCount count, CountedSeats? seats)
    {
        var layout = count.Table.Layout;
        if (layout.Form.ListField is not { } votes || layout.Lists.Count == 0)
        {
            return "";
        }

        var (start, _) = layout.RangeOf(votes.Name);
        var all = layout
            .Lists.Select((_, i) => count.Whole.Columns[start + i])
            .Aggregate(default(ColumnTotal), (a, b) => a + b);
        var rows = layout
            .Lists.Select(
                (list, i) =>
                {
                    var total = count.Whole.Columns[start + i];
                    var share = all.Sum > 0 ? Shown.Percent(new Rational(total.Sum, all.Sum)) : "";
                    return (total.Sum, Row: (IReadOnlyList<string>)[list, Sum(total), share, Seats(seats, i)]);
                }
            )
            .OrderByDescending(r => r.Sum)
            .Select(r => r.Row)
            .ToList();
        var text = TextTable.Of(["list", ">votes", ">of votes for lists", seats is null ? "" : ">seats"], rows);
        return seats is null
            ? text
            : text
                + Words.Wrap(
                    $"Seats by {seats.Law}, edition {seats.Edition}, contest {seats.Contest}: {ScalarType.Word(seats.Standing.Ended!)}. {seats.Standing.Because}",
                    2
                )
                + Ranges(seats.Ranges);
    }

    private static string Ranges(SeatRanges? ranges) =>
        ranges is null
            ? ""
            : "\n"
                + TextTable.Of(
                    ["list", ">seats now", ">least", ">most"],
                    [
                        .. ranges.Lists.Select(r =>
                            (IReadOnlyList<string>)
                                [
                                    r.List,
                                    Shown.Whole(r.Now),
                                    r.Least is { } least ? Shown.Whole(least) : $"? (reached {r.LeastReached})",
                                    r.Most is { } most ? Shown.Whole(most) : $"? (reached {r.MostReached})",
                                ]
                        ),
                    ]
                )
                + Words.Wrap(ranges.Basis, 2);

    private static string Seats(CountedSeats? seats, int index) =>
        seats is null ? ""
        : seats.Standing.Ended == Outcome.Unknown ? "?"
        : Shown.Whole(seats.Standing.Seats[index]);

    private static string Groups(ProtocolCount count, IReadOnlyList<UnitTotals> by)
    {
        var layout = count.Table.Layout;
        var registered = layout.ColumnsOf(Dossier.FigureName.Registered);
        var issued = layout.ColumnsOf(Dossier.FigureName.BallotsIssued);
        return TextTable.Of(
            [
                by[0].Level,
                ">stations",
                .. count.Tree is null ? (string[])[] : [">of"],
                ">registered",
                ">ballots issued",
                ">of registered",
            ],
            [
                .. by.Select(u =>
                {
                    var voters = Of(u, registered);
                    var ballots = Of(u, issued);
                    return (IReadOnlyList<string>)
                        [
                            u.Unit.Text.Length == 0 ? "nation" : u.Unit.Text,
                            Shown.Whole(u.Stations),
                            .. count.Listed(u.Unit) is { } listed ? (string[])[Shown.Whole(listed)] : [],
                            Sum(voters),
                            Sum(ballots),
                            voters.Sum > 0 && ballots.Known > 0
                                ? Shown.Percent(new Rational(ballots.Sum, voters.Sum))
                                : "",
                        ];
                }),
            ]
        );
    }

    private static ColumnTotal Of(UnitTotals unit, IReadOnlyList<int> columns) =>
        columns.Aggregate(default(ColumnTotal), (total, column) => total + unit.Columns[column]);

    private static string Findings(IReadOnlyList<Finding> findings)
    {
        var text = new StringBuilder();
        foreach (var group in findings.GroupBy(f => f.Severity).OrderByDescending(g => g.Key))
        {
            text.Append($"\n{CheckText.Heading(group.Key)} ({Shown.Whole(group.Count())})\n");
            foreach (var finding in group.Take(ToldOfEach))
            {
                text.Append("  - ").Append(Words.Wrap(finding.Statement, 4)[4..]);
                text.Append(
                    Words.Wrap(
                        $"[{finding.Code}; {(finding.Unit.Length > 0 ? finding.Unit + "; " : "")}{(finding.Where is { } where ? where + "; " : "")}{finding.Basis}]",
                        4
                    )
                );
            }

            if (group.Count() > ToldOfEach)
            {
                text.Append($"    … and {Shown.Whole(group.Count() - ToldOfEach)} more; --json has them all.\n");
            }
        }

        return text.ToString();
    }

    private static string LeftOut(ProtocolCount count)
    {
        var text = new StringBuilder();
        if (count.LeftOut.Count > 0)
        {
            text.Append("\nLeft out\n");
        }

        foreach (var left in count.LeftOut)
        {
            text.Append("  - ").Append(Words.Wrap($"{Shown.Of(left.Rows, "row", "rows")}: {left.Because}", 4)[4..]);
        }

        return text.ToString();
    }

    private static string Sum(ColumnTotal total) =>
        total.Known == 0 ? "not reported" : Shown.Whole((System.Numerics.BigInteger)total.Sum);

    private static string Unknown(ColumnTotal total) =>
        (total.Blank + total.Illegible + total.NotReported) is var unknown and > 0 ? Shown.Whole(unknown) : "";
}
