using Scrutineer.Counting.Forms;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Import;

/// <summary>A column of a foreign table.</summary>
/// <param name="Position">Its position, from 1; a mapping can name it so, as <c>#6</c>.</param>
/// <param name="Header">The text of its header; its position where the table has none.</param>
/// <param name="Role">What the mapping makes of it; <c>?</c> where it says nothing, <c>ignored</c> where it says so.</param>
/// <param name="Samples">What stands in it in the first rows.</param>
public sealed record TableColumn(int Position, string Header, string Role, IReadOnlyList<string> Samples);

/// <summary>The start of a foreign table beside its mapping: what each column is taken for, and what is taken for nothing.</summary>
public sealed class TablePreview
{
    private const int Rows = 3;

    private TablePreview(string file, IReadOnlyList<TableColumn> columns, IReadOnlyList<string> missing)
    {
        File = file;
        Columns = columns;
        Missing = missing;
    }

    /// <summary>The path of the file, as shown.</summary>
    public string File { get; }

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>The fields of the form that nothing fills, by the names of their columns.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Looks at a table. What the mapping asks for and the table does not have goes to the problems; the rest is still shown.</summary>
    /// <param name="path">The table.</param>
    /// <param name="mapping">The mapping.</param>
    /// <param name="layout">The form, made ready for the ballot that the mapping names.</param>
    /// <param name="problems">Where problems go.</param>
    public static TablePreview? Of(string path, Mapping mapping, FormLayout layout, Problems problems)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(problems);
        using var file = TableFile.Open(path, mapping.File.Member, problems);
        if (file is null)
        {
            return null;
        }

        var first = new LineBlock();
        var blocks = new LineBlocks(file, mapping.File.Encoding);
        if (TableStart.Read(file, blocks, first, mapping, problems) is not { } start)
        {
            return null;
        }

        var plan = ReadPlan.Join(mapping, layout, start.Header, file.Shown, problems);
        var samples = Samples(first, start.From, mapping);
        return new TablePreview(
            file.Shown,
            [
                .. start.Header.Columns.Select(
                    (header, i) =>
                        new TableColumn(
                            i + 1,
                            start.Header.IsThere ? header : $"#{i + 1}",
                            plan.RoleOf(i),
                            [.. samples.Where(row => i < row.Count).Select(row => row[i])]
                        )
                ),
            ],
            [.. plan.Unfilled.Select(c => layout.Columns[c].Name)]
        );
    }

    private static List<IReadOnlyList<string>> Samples(LineBlock block, int from, Mapping mapping)
    {
        var rows = new List<IReadOnlyList<string>>();
        var bytes = block.Bytes.AsSpan(0, block.Length)[from..];
        while (rows.Count < Rows && bytes.IndexOf((byte)'\n') is var end and >= 0)
        {
            if (TableHeader.Cut(bytes[..end], mapping.Separator, mapping.File.Encoding.Seen) is { } cells)
            {
                rows.Add(cells);
            }

            bytes = bytes[(end + 1)..];
        }

        return rows;
    }
}
