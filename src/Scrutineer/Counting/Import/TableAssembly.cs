using System.Text;
using Scrutineer.Numerics;

namespace Scrutineer.Counting.Import;

/// <summary>Joins what several readers made of a table into one, in the order of the file.</summary>
internal static class TableAssembly
{
    public static ProtocolTable Of(
        ReadPlan plan,
        TableFile file,
        LineBlocks blocks,
        IReadOnlyList<RowReader> readers,
        IReadOnlyList<ProtocolChunk> chunks
    )
    {
        var encoding = plan.Mapping.File.Encoding.Seen;
        var units = Join(chunks, [.. readers.Select(r => r.Units)], encoding);
        var copies = Names(chunks, [.. readers.Select(r => r.Copies)]);
        var issues = RowIssues.Join(readers.Select(r => r.Issues));
        foreach (var line in blocks.TooLong)
        {
            issues.Add(new RowIssue(line, RowIssueKind.TooLong, NumberFault.None, 0, "", 0));
        }

        var untold = new long[plan.Layout.Relations.Count];
        foreach (var reader in readers)
        {
            for (var i = 0; i < untold.Length; i++)
            {
                untold[i] += reader.Untold[i];
            }
        }

        if (plan.Long.Key >= 0)
        {
            chunks = LongRows.Widen(plan, chunks, issues, untold);
        }

        var last = chunks.LastOrDefault(c => c.Rows > 0);
        return new ProtocolTable(plan, chunks, copies, issues)
        {
            File = file.Shown,
            Sha256 = file.Sha256,
            Units = units,
            Untold = untold,
            LeftOut = LeftOut(plan, readers, issues),
            BrokenOff = file.BrokenOff is { } because ? (because, last?.Lines[last.Rows - 1] ?? 0) : null,
            LastLineOpen = blocks.LastLineOpen,
        };
    }

    /// <summary>Numbers the units of all readers anew, in order of first appearance, and writes the numbers into the chunks.</summary>
    private static List<TableUnit> Join(IReadOnlyList<ProtocolChunk> chunks, NameTable[] names, Encoding encoding)
    {
        var joined = new NameTable();
        var units = new List<TableUnit>();
        var known = names.Select(n => Enumerable.Repeat(-2, n.Count).ToArray()).ToArray();
        int Global(int reader, int id)
        {
            if (id < 0)
            {
                return -1;
            }

            if (known[reader][id] == -2)
            {
                var (parent, name, line) = names[reader][id];
                var above = Global(reader, parent);
                var number = joined.Of(above, name, line);
                known[reader][id] = number;
                if (number == units.Count)
                {
                    var path = (above < 0 ? UnitPath.Whole : units[above].Path).Below(encoding.GetString(name));
                    units.Add(new TableUnit(path, above, above < 0 ? 0 : units[above].Level + 1, line));
                }
            }

            return known[reader][id];
        }

        foreach (var chunk in chunks)
        {
            var array = chunk.Parents;
            var last = -2;
            var lastGlobal = -1;
            for (var row = 0; row < chunk.Rows; row++)
            {
                if (array[row] != last)
                {
                    last = array[row];
                    lastGlobal = Global(chunk.Reader, last);
                }

                array[row] = lastGlobal;
            }
        }

        return units;
    }

    private static List<byte[]> Names(IReadOnlyList<ProtocolChunk> chunks, NameTable[] names)
    {
        var joined = new NameTable();
        foreach (var chunk in chunks)
        {
            for (var row = 0; chunk.Copies is { } ids && row < chunk.Rows; row++)
            {
                ids[row] = joined.Of(-1, names[chunk.Reader][ids[row]].Name, chunk.Lines[row]);
            }
        }

        return [.. Enumerable.Range(0, joined.Count).Select(i => joined[i].Name)];
    }

    private static List<LeftOut> LeftOut(ReadPlan plan, IReadOnlyList<RowReader> readers, RowIssues issues)
    {
        var left = new List<LeftOut>();
        void Filtered(string because, Func<RowReader, long> rows)
        {
            var count = readers.Sum(rows);
            if (count > 0)
            {
                left.Add(new LeftOut(because, count, []));
            }
        }

        foreach (var (i, filter) in plan.Only.Index())
        {
            Filtered($"not of the rows counted: {filter.Filter.Because}", r => r.FilteredOnly[i]);
        }

        foreach (var (i, filter) in plan.LeaveOut.Index())
        {
            Filtered(filter.Filter.Because, r => r.FilteredOut[i]);
        }

        foreach (
            var (kind, because) in new[]
            {
                (RowIssueKind.OtherWidth, "another number of columns than the header"),
                (RowIssueKind.OpenQuote, "a quotation mark that is not closed on its line"),
                (RowIssueKind.TextAfterQuote, "text behind a closing quotation mark"),
                (RowIssueKind.TooLong, $"a line of more than {Shown.Whole(LineBlocks.LongestLine)} bytes"),
                (RowIssueKind.HeaderAgain, "the header once more"),
                (RowIssueKind.NoUnitName, "no name of a unit, as in a row that holds a sum"),
                (RowIssueKind.UnknownFigure, "a figure that the mapping does not know"),
                (RowIssueKind.FigureTwice, "a figure given before with another number"),
            }
        )
        {
            if (issues.CountOf(kind) is var rows and > 0)
            {
                left.Add(
                    new LeftOut(because, rows, [.. issues.Of(kind).Select(i => i.Line)])
                    {
                        IsLoss = kind != RowIssueKind.HeaderAgain,
                    }
                );
            }
        }

        return left;
    }
}
