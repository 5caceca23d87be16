using System.Globalization;
using System.Text.RegularExpressions;
using Scrutineer.Counting;

namespace Scrutineer.Tests.Counting.Import;

/// <summary>A protocol as the naive reader sees it.</summary>
internal sealed record NaiveRow(int Line, UnitPath Region, UnitPath Station, IReadOnlyList<Count> Figures);

/// <summary>
/// Reads a table the slow and obvious way: every cell a text, cut sign by sign; every number by a pattern. What
/// the fast reader makes of a table must be what this one makes of it.
/// </summary>
internal static partial class NaiveReader
{
    /// <summary>The rows that have as many columns as the header, in order.</summary>
    public static IReadOnlyList<NaiveRow> Read(RandomTable table)
    {
        var header = Cut(table.Text.Split(table.LineEnd)[0], table.Sign[0]);
        var rows = new List<NaiveRow>();
        foreach (var (line, text) in table.Text.Split(table.LineEnd).SkipLast(1).Index().Skip(1))
        {
            var cells = Cut(text, table.Sign[0]);
            if (cells.Length != header.Length)
            {
                continue;
            }

            string Cell(string column) => cells[Array.IndexOf(header, column)];
            var region = UnitPath.Of(Cell("region"));
            rows.Add(
                new NaiveRow(
                    line + 1,
                    region,
                    region.Below(Cell("station")),
                    [.. RandomTable.Columns.Skip(2).SkipLast(1).Select(c => Figure(Cell(c)))]
                )
            );
        }

        return rows;
    }

    /// <summary>The rows that count: of equal copies the first, of differing ones none.</summary>
    public static IReadOnlyList<NaiveRow> Counted(IEnumerable<NaiveRow> rows) =>
        [
            .. rows.GroupBy(r => r.Station)
                .Where(g => g.All(r => r.Figures.SequenceEqual(g.First().Figures)))
                .Select(g => g.First())
                .OrderBy(r => r.Line),
        ];

    /// <summary>The sum of each column.</summary>
    public static IReadOnlyList<ColumnTotal> Sum(IEnumerable<NaiveRow> rows)
    {
        var all = rows.ToList();
        return
        [
            .. Enumerable
                .Range(0, RandomTable.Columns.Count - 3)
                .Select(c => new ColumnTotal(
                    all.Aggregate((Int128)0, (sum, r) => sum + (r.Figures[c].Value ?? 0)),
                    all.Count(r => r.Figures[c].State == CountState.Known),
                    all.Count(r => r.Figures[c].State == CountState.Blank),
                    all.Count(r => r.Figures[c].State == CountState.Illegible),
                    all.Count(r => r.Figures[c].State == CountState.NotReported)
                )),
        ];
    }

    private static string[] Cut(string line, char separator)
    {
        var cells = new List<string> { "" };
        var quoted = false;
        foreach (var (at, sign) in line.Index())
        {
            if (sign == '"')
            {
                // A doubled mark inside marks is one; the first of the two has just ended the marked part.
                cells[^1] += !quoted && at > 0 && line[at - 1] == '"' ? "\"" : "";
                quoted = !quoted;
            }
            else if (sign == separator && !quoted)
            {
                cells.Add("");
            }
            else
            {
                cells[^1] += sign;
            }
        }

        return [.. cells];
    }

    private static Count Figure(string cell)
    {
        var text = cell.Trim();
        return text switch
        {
            "" => Count.Blank,
            "??" => Count.Illegible,
            "n/a" => Count.NotReported,
            _ when Number().IsMatch(text)
                    && long.TryParse(
                        NoDigit().Replace(Noughts().Replace(text, ""), ""),
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var number
                    ) => new Count(number),
            _ => Count.Illegible,
        };
    }

    [GeneratedRegex(
        @"\A([0-9]+|[0-9]{1,3}(?<group>[ \u00A0'])[0-9]{3}(\k<group>[0-9]{3})*)([.]0{1,2})?\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Number();

    [GeneratedRegex(@"[.]0+\z", RegexOptions.None, 1000)]
    private static partial Regex Noughts();

    [GeneratedRegex("[^0-9]", RegexOptions.None, 1000)]
    private static partial Regex NoDigit();
}
