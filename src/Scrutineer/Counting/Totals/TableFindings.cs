using System.Globalization;
using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Import;
using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Counting.Totals;

/// <summary>What the count of a table says about it, in the one language of findings.</summary>
internal sealed partial class TableFindings
{
    /// <summary>How many findings of one kind are told one by one; the rest are told by their number.</summary>
    public const int Told = 1000;

    private readonly ProtocolTable table;
    private readonly bool[] counted;
    private readonly List<Finding> findings = [];

    private TableFindings(ProtocolTable table, bool[] counted)
    {
        this.table = table;
        this.counted = counted;
    }

    /// <summary>The findings, the gravest first, then by line.</summary>
    public static IReadOnlyList<Finding> Of(
        ProtocolTable table,
        UnitTotals whole,
        IReadOnlyList<Duplicate> duplicates,
        IReadOnlyList<int>[] broken,
        bool[] counted,
        Applied applied
    )
    {
        var all = new TableFindings(table, counted);
        all.AddFile();
        all.AddTotals(whole);
        all.AddRows();
        all.AddCells();
        all.AddDuplicates(duplicates);
        all.AddRelations(broken);
        all.AddFaults();
        all.findings.AddRange(applied.Findings);
        all.findings.AddRange(applied.Protocols.SelectMany(p => Checked(p.Protocol)));
        return
        [
            .. all
                .findings.Index()
                .OrderByDescending(f => f.Item.Severity)
                .ThenBy(f => f.Item.Where?.Line ?? 0)
                .ThenBy(f => f.Item.Code, StringComparer.Ordinal)
                .ThenBy(f => f.Index)
                .Select(f => f.Item),
        ];
    }

    private FormLayout Layout => table.Layout;

    private string MappingBasis => $"mapping {table.Mapping.File.Id}";

    private string FormBasis => $"form {Layout.Form.Id}";

    private void AddFile()
    {
        if (table.BrokenOff is { } broken)
        {
            Add(
                "file-breaks-off",
                Severity.Error,
                $"The file cannot be read beyond line {Shown.Whole(broken.Line)}: {broken.Because}. What stands there is counted; what follows is not.",
                "the file itself",
                $"Fetch the file again and compare its SHA-256 with {table.Sha256}.",
                broken.Line
            );
        }

        if (table.Count == 0)
        {
            Add(
                "no-protocols",
                Severity.Error,
                "The table holds no protocol: no line below its header is counted.",
                "the file itself",
                $"head {Quoted(table.File)}",
                table.Plan.Header.Line
            );
        }

        if (table.LastLineOpen && table.Count > 0)
        {
            Add(
                "last-line-open",
                Severity.Info,
                "The last line has no line end. Many programs write tables so; but the last figure of a file that was cut off would look the same.",
                "the file itself",
                $"tail -c 100 {Quoted(table.File)}",
                table.LineOf(table.Count - 1)
            );
        }
    }

    private void AddTotals(UnitTotals whole)
    {
        foreach (var (column, total) in whole.Columns.Index().Where(c => !c.Item.Fits))
        {
            var row = GreatestOf(column);
            Add(
                "beyond-64-bits",
                Severity.Error,
                $"The total of {Layout.Columns[column].Name} is {Shown.Whole((System.Numerics.BigInteger)total.Sum)}, more than 64 bits hold; no such electorate exists. The greatest figure is {Shown.Whole(table[row, column].Value!.Value)}. The total is left out.",
                FormBasis,
                Line(table.LineOf(row)),
                table.LineOf(row),
                table.StationOf(row).Text
            );
        }
    }

    private int GreatestOf(int column) =>
        Enumerable.Range(0, table.Count).Where(r => counted[r]).MaxBy(row => table[row, column].Value ?? -1);

    private void AddRows()
    {
        foreach (var kind in Enum.GetValues<RowIssueKind>().Where(k => k != RowIssueKind.NoNumber))
        {
            var (code, severity) = RowIssueWords.Code(kind);
            AddIssues(kind, code, severity, i => RowIssueWords.Statement(i, table));
        }
    }

    private void AddRelations(IReadOnlyList<int>[] broken)
    {
        foreach (var (index, rows) in broken.Index().Where(b => b.Item.Count > 0))
        {
            var relation = Layout.Relations[index];
            if (relation.Severity == Severity.Error && Stretch.Of(rows) is { } stretch && !stretch.IsWhole(table.Count))
            {
                var (from, to) = (table.LineOf(stretch.First), table.LineOf(stretch.Last));
                Add(
                    "column-changes-meaning",
                    Severity.Error,
                    $"From line {Shown.Whole(from)} to line {Shown.Whole(to)}, relation {relation.Code} ({Written(relation)}) is broken in {Shown.Whole(stretch.Wrong)} of {Shown.Whole(stretch.Last - stretch.First + 1)} rows and in no other row. Columns may have changed their places or their meaning there.",
                    $"{FormBasis}, {relation.Code}",
                    Line(from),
                    from
                );
            }

            More(rows.Count, $"{relation.Code}", $"protocols in which {relation.Code} is broken");
        }

        var told = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in new SortedSet<int>(broken.SelectMany(rows => rows.Take(Told))))
        {
            foreach (var finding in Checked(table[row]))
            {
                if (
                    ProtocolFindings.RelationOf(finding) is { } relation
                    && (told[relation] = told.GetValueOrDefault(relation) + 1) <= Told
                )
                {
                    findings.Add(finding);
                }
            }
        }
    }

    /// <summary>What the form says about a protocol, without the relations that cannot be told: those are only counted.</summary>
    private static IEnumerable<Finding> Checked(Protocol protocol) =>
        ProtocolFindings
            .Of(protocol, protocol.Layout.Check(protocol.Values, protocol.States))
            .Where(f => f.Code != ProtocolFindings.RelationUntold);

    private static string Written(ControlRelation relation) =>
        string.Join("; ", relation.Entry.Says.Items.Select(s => s.Written));

    private void AddFaults()
    {
        var blank = new Dictionary<int, (long Count, int First)>();
        var told = 0;
        for (var c = 0; c < table.Chunks.Count; c++)
        {
            foreach (var (local, fault) in table.Chunks[c].Faults)
            {
                var row = table.StartOf(c) + local;
                if (!counted[row])
                {
                    continue;
                }

                if (fault.Kind == FieldFaultKind.RequiredAndBlank)
                {
                    blank[fault.Column] = blank.TryGetValue(fault.Column, out var b)
                        ? (b.Count + 1, b.First)
                        : (1, row);
                }
                else if (told++ < Told)
                {
                    Add(
                        ProtocolFindings.FigureAboveMost,
                        Severity.Error,
                        $"{table.StationOf(row).Name}: {Layout.Columns[fault.Column].Name} is {Shown.Whole(fault.Value)}; the form has room for at most {Shown.Whole(fault.Most)}.",
                        FormBasis,
                        Line(table.LineOf(row)),
                        table.LineOf(row),
                        table.StationOf(row).Text
                    );
                }
            }
        }

        More(told, ProtocolFindings.FigureAboveMost, "figures above what the form has room for");
        foreach (var (column, (count, first)) in blank.OrderBy(b => b.Key))
        {
            Add(
                ProtocolFindings.RequiredBlank,
                Severity.Warning,
                $"{Layout.Columns[column].Name} is blank in {Shown.Of(count, "protocol", "protocols")}, though the form asks for a number; its total is a lower bound. The first is {table.StationOf(first).Text}.",
                FormBasis,
                Line(table.LineOf(first)),
                table.LineOf(first),
                "",
                [
                    KeyValuePair.Create("field", Layout.Columns[column].Name),
                    KeyValuePair.Create("protocols", count.ToString(CultureInfo.InvariantCulture)),
                ]
            );
        }
    }

    private void AddIssues(
        RowIssueKind kind,
        string code,
        Severity severity,
        Func<RowIssue, string> statement,
        Func<RowIssue, bool>? except = null,
        Func<RowIssue, KeyValuePair<string, string>[]>? figures = null
    )
    {
        foreach (var issue in table.Issues.Of(kind).Where(i => except?.Invoke(i) != true))
        {
            Add(
                code,
                severity,
                statement(issue),
                MappingBasis,
                Line(issue.Line),
                issue.Line,
                "",
                figures?.Invoke(issue) ?? []
            );
        }

        More(table.Issues.CountOf(kind), code, "lines or cells of this kind");
    }

    private void More(long count, string code, string what)
    {
        if (count > Told)
        {
            findings.Add(
                new Finding(
                    code + "-more",
                    Severity.Info,
                    $"{Shown.Whole(count)} {what} in all; the first {Shown.Whole(Told)} are told one by one.",
                    MappingBasis,
                    "Count them in the table."
                )
            );
        }
    }

    private void Add(
        string code,
        Severity severity,
        string statement,
        string basis,
        string verify,
        int line,
        string unit = "",
        KeyValuePair<string, string>[]? figures = null
    ) =>
        findings.Add(
            new Finding(code, severity, statement, basis, verify)
            {
                Unit = unit,
                Where = new Location(table.File, line),
                Figures = figures ?? [],
            }
        );

    /// <summary>The command that shows a line of the table.</summary>
    private string Line(int line)
    {
        var member = table.File.LastIndexOf('!');
        var text = line.ToString(CultureInfo.InvariantCulture);
        return member > 0
            ? $"unzip -p {Quoted(table.File[..member])} {Quoted(table.File[(member + 1)..])} | sed -n {text}p"
            : $"sed -n {text}p {Quoted(table.File)}";
    }

    private static string Quoted(string path) =>
        path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_')
            ? path
            : "'" + path.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
