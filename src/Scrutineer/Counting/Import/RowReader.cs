using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using Scrutineer.Counting.Forms;

namespace Scrutineer.Counting.Import;

/// <summary>
/// Reads rows from blocks of lines: numbers from the bytes as they lie, names by their bytes, control relations while the
/// figures are at hand. One reader serves one thread; several share a table.
/// </summary>
internal sealed class RowReader
{
    private const int NoName = -2;

    private readonly ReadPlan plan;
    private readonly int number;
    private readonly FormLayout layout;
    private readonly int width;
    private readonly byte separator;
    private readonly Encoding encoding;
    private readonly bool isUtf8;
    private readonly byte[] headerLine;
    private readonly long[] values;
    private readonly CountState[] states;
    private readonly int[] textStart;
    private readonly int[] textEnd;
    private readonly int[] lastStart;
    private readonly int[] lastEnd;

    // What was wrong with cells of the row at hand; told once it is clear that the row counts.
    private readonly List<(int Column, NumberFault Fault, string Text)> pending = [];
    private bool hasLast;
    private int lastParent;
    private int figure;
    private byte[] scratch = new byte[256];
    private byte[] unquoted = new byte[256];

    public RowReader(ReadPlan plan, int number, byte[] headerLine)
    {
        this.plan = plan;
        this.number = number;
        this.headerLine = headerLine;
        layout = plan.Layout;
        width = plan.Long.Key >= 0 ? 1 : layout.Columns.Count;
        separator = plan.Mapping.Separator;
        encoding = plan.Mapping.File.Encoding.Seen;
        isUtf8 = plan.Mapping.File.Encoding.IsUtf8Seen;
        values = [.. plan.Constants];
        states = [.. plan.States];
        textStart = new int[plan.TextCount];
        textEnd = new int[plan.TextCount];
        lastStart = new int[plan.TextCount];
        lastEnd = new int[plan.TextCount];
        FilteredOnly = new long[plan.Only.Count];
        FilteredOut = new long[plan.LeaveOut.Count];
        Untold = new long[layout.Relations.Count];
    }

    /// <summary>The units above the stations, by parent and name; −1 is the whole.</summary>
    public NameTable Units { get; } = new();

    /// <summary>The names of copies.</summary>
    public NameTable Copies { get; } = new();

    public RowIssues Issues { get; } = new();

    /// <summary>Rows left out because they did not pass a filter of 'only', by filter.</summary>
    public long[] FilteredOnly { get; }

    /// <summary>Rows left out by a filter of 'leave-out', by filter.</summary>
    public long[] FilteredOut { get; }

    /// <summary>For each relation, the protocols in which it cannot be told.</summary>
    public long[] Untold { get; }

    private enum RowEnd
    {
        Whole,
        Empty,
        TooFew,
        TooMany,
        OpenQuote,
        TextAfterQuote,
    }

    /// <summary>Reads the rows of a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="from">Where the rows begin in it: behind the header in the first block.</param>
    /// <param name="line">The line there.</param>
    /// <param name="wide">Whether offsets are those of UTF-16, twice the letters before.</param>
    public ProtocolChunk Read(LineBlock block, int from, int line, bool wide)
    {
        var chunk = new ProtocolChunk(block.Sequence, width, Math.Max(0, block.Lines - (line - block.FirstLine)))
        {
            Offset = block.Offset,
            Reader = number,
            Copies = plan.CopyText < 0 ? null : new int[block.Lines],
            Moments = plan.MomentTexts.Length == 0 ? null : new long[block.Lines],
        };
        var bytes = block.Bytes.AsSpan(0, block.Length);
        var sound = !isUtf8 || Utf8.IsValid(bytes);
        var offset = wide ? 2 * encoding.GetCharCount(bytes[..from]) : from;
        hasLast = false;
        while (from < bytes.Length)
        {
            var start = from;
            var end = ReadRow(bytes, ref from, out var allKnown);
            if (end == RowEnd.Whole)
            {
                TakeRow(chunk, bytes, start, offset, line, allKnown, sound);
            }
            else if (end != RowEnd.Empty)
            {
                Refuse(bytes, start, ref from, line, end);
            }

            offset += wide ? 2 * encoding.GetCharCount(bytes[start..from]) : from - start;
            line++;
        }

        return chunk;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private RowEnd ReadRow(ReadOnlySpan<byte> bytes, ref int from, out bool allKnown)
    {
        var slots = plan.Slots;
        var texts = plan.Texts;
        var numbers = values;
        var known = states;
        var comma = separator;
        var position = from;
        allKnown = true;
        if (bytes[position] == '\n' || (bytes[position] == '\r' && bytes[position + 1] == '\n'))
        {
            from = position + (bytes[position] == '\n' ? 1 : 2);
            return RowEnd.Empty;
        }

        for (var column = 0; ; column++)
        {
            var slot = slots[column];
            var text = texts[column];
            var start = position;
            var isRead = false;
            if (slot >= 0)
            {
                // Eighteen digits always fit; a line feed ends every block, so the loop ends before the bytes do.
                long value = 0;
                int digit;
                while ((uint)(digit = bytes[position] - '0') <= 9)
                {
                    value = (value * 10) + digit;
                    position++;
                }

                var after = bytes[position];
                if (
                    position > start
                    && position - start <= 18
                    && (after == comma || after == '\n' || (after == '\r' && bytes[position + 1] == '\n'))
                )
                {
                    numbers[slot] = value;
                    known[slot] = CountState.Known;
                    isRead = true;
                }
                else
                {
                    position = start;
                }
            }

            if (!isRead)
            {
                if (bytes[position] == '"')
                {
                    var field = bytes[position..];
                    var lineEnd = field.IndexOf((byte)'\n');
                    var close = TableHeader.Closing(field[..lineEnd]);
                    if (close < 0)
                    {
                        return RowEnd.OpenQuote;
                    }

                    position += close + 1;
                    var after = bytes[position];
                    if (after != comma && after != '\n' && !(after == '\r' && bytes[position + 1] == '\n'))
                    {
                        return RowEnd.TextAfterQuote;
                    }
                }
                else
                {
                    position += bytes[position..].IndexOfAny(comma, (byte)'\n');
                    if (bytes[position] == '\n' && position > start && bytes[position - 1] == '\r')
                    {
                        position--;
                    }
                }

                if (slot >= 0)
                {
                    allKnown &= ReadOdd(bytes[start..position], slot, column);
                }
            }

            if (text >= 0)
            {
                textStart[text] = start;
                textEnd[text] = position;
            }

            var end = bytes[position];
            if (end == comma)
            {
                position++;
                if (column == slots.Length - 1)
                {
                    return RowEnd.TooMany;
                }
            }
            else
            {
                from = position + (end == '\r' ? 2 : 1);
                return column == slots.Length - 1 ? RowEnd.Whole : RowEnd.TooFew;
            }
        }
    }

    /// <summary>Reads a cell that is not plain digits; false where no number came of it.</summary>
    private bool ReadOdd(ReadOnlySpan<byte> cell, int slot, int column)
    {
        var content = Content(cell);
        if (content.Length is > 0 and <= 18 && !content.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            long value = 0;
            foreach (var digit in content)
            {
                value = (value * 10) + (digit - '0');
            }

            values[slot] = value;
            states[slot] = CountState.Known;
            return true;
        }

        var text = content.Length > 400 ? encoding.GetString(content[..400]) : encoding.GetString(content);
        var fault = NumberText.Read(text, plan.Mapping.File.Written, out values[slot], out states[slot]);
        if (fault != NumberFault.None)
        {
            pending.Add((column, fault, Shorten(text)));
        }

        return states[slot] == CountState.Known;
    }

    private void TakeRow(
        ProtocolChunk chunk,
        ReadOnlySpan<byte> bytes,
        int start,
        int offset,
        int line,
        bool allKnown,
        bool sound
    )
    {
        if (!Passes(bytes))
        {
            pending.Clear();
            return;
        }

        var parent = ParentOf(bytes, line);
        var name = NameOf(bytes, plan.StationTexts);
        name = name.IsEmpty ? plan.Unnamed[^1] : name;
        if (parent == NoName || name.IsEmpty)
        {
            pending.Clear();
            Issues.Add(new RowIssue(line, RowIssueKind.NoUnitName, NumberFault.None, 0, "", 0));
            hasLast = false;
            return;
        }

        if (pending.Count > 0 && IsHeader(bytes, start))
        {
            pending.Clear();
            Issues.Add(new RowIssue(line, RowIssueKind.HeaderAgain, NumberFault.None, 0, "", 0));
            return;
        }

        if (!sound && !Utf8.IsValid(bytes[start..LineEnd(bytes, start)]))
        {
            Issues.Add(
                new RowIssue(
                    line,
                    RowIssueKind.OtherEncoding,
                    NumberFault.None,
                    0,
                    Shorten(encoding.GetString(name)),
                    0
                )
            );
        }

        foreach (var (column, fault, text) in pending)
        {
            Issues.Add(new RowIssue(line, RowIssueKind.NoNumber, fault, column + 1, text, 0));
        }

        pending.Clear();
        var row = chunk.Rows;
        if (plan.Long.Key >= 0)
        {
            if (!TakeFigure(bytes, line))
            {
                return;
            }

            chunk.Figures ??= new int[chunk.Lines.Length];
            chunk.Figures[row] = figure;
        }
        else
        {
            Check(chunk, row, allKnown && plan.IsComplete);
        }

        Store(chunk.Cells.AsSpan(row * width, width), chunk, row * width);
        chunk.Lines[row] = line;
        chunk.Offsets[row] = offset;
        chunk.Parents[row] = parent;
        chunk.Hashes[row] = NameTable.Hash(name);
        chunk.AddName(row, name);
        if (chunk.Copies is not null)
        {
            chunk.Copies[row] = Copies.Of(-1, Content(Text(bytes, plan.CopyText)), line);
        }

        if (chunk.Moments is not null)
        {
            chunk.Moments[row] = MomentOf(bytes, line);
        }

        chunk.Rows++;
    }

    /// <summary>Reads the one figure of a row of a long table into the first cell.</summary>
    private bool TakeFigure(ReadOnlySpan<byte> bytes, int line)
    {
        var key = encoding.GetString(Content(Text(bytes, plan.Long.Key)));
        if (!plan.Keys.TryGetValue(key, out figure))
        {
            Issues.Add(
                new RowIssue(
                    line,
                    RowIssueKind.UnknownFigure,
                    NumberFault.None,
                    plan.TextColumns[plan.Long.Key] + 1,
                    Shorten(key),
                    0
                )
            );
            return false;
        }

        ReadOdd(Text(bytes, plan.Long.Value), 0, plan.TextColumns[plan.Long.Value]);
        foreach (var (column, fault, text) in pending)
        {
            Issues.Add(new RowIssue(line, RowIssueKind.NoNumber, fault, column + 1, text, 0));
        }

        pending.Clear();
        return true;
    }

    /// <summary>Holds the figures at hand against the form.</summary>
    private void Check(ProtocolChunk chunk, int row, bool allKnown)
    {
        var check = layout.Check(values, allKnown ? default : states);
        if (ReferenceEquals(check, ProtocolCheck.Clean))
        {
            return;
        }

        chunk.Take(row, check, plan.RelationIndex, Untold);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Store(Span<int> cells, ProtocolChunk chunk, int index)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var value = values[i];
            if (states[i] == CountState.Known && value <= int.MaxValue)
            {
                cells[i] = (int)value;
            }
            else
            {
                cells[i] = ProtocolChunk.CodeOf(states[i]);
                if (states[i] == CountState.Known)
                {
                    chunk.Large[index + i] = value;
                }
            }
        }
    }

    private bool Passes(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < plan.Only.Count; i++)
        {
            if (!Holds(plan.Only[i].Equal, Content(Text(bytes, plan.Only[i].Text))))
            {
                FilteredOnly[i]++;
                return false;
            }
        }

        for (var i = 0; i < plan.LeaveOut.Count; i++)
        {
            if (Holds(plan.LeaveOut[i].Equal, Content(Text(bytes, plan.LeaveOut[i].Text))))
            {
                FilteredOut[i]++;
                return false;
            }
        }

        return true;
    }

    private static bool Holds(byte[][] texts, ReadOnlySpan<byte> text)
    {
        foreach (var known in texts)
        {
            if (text.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The unit above the station: that of the row before where the bytes are the same.</summary>
    private int ParentOf(ReadOnlySpan<byte> bytes, int line)
    {
        if (hasLast && IsLastParent(bytes))
        {
            textStart.CopyTo(lastStart, 0);
            textEnd.CopyTo(lastEnd, 0);
            return lastParent;
        }

        var parent = -1;
        foreach (var (level, texts) in plan.ParentTexts.Index())
        {
            var name = plan.Mapping.File.Units[level].Constant is { } constant
                ? encoding.GetBytes(constant)
                : NameOf(bytes, texts);
            if (name.IsEmpty)
            {
                hasLast = false;
                return NoName;
            }

            parent = Units.Of(parent, name, line);
        }

        textStart.CopyTo(lastStart, 0);
        textEnd.CopyTo(lastEnd, 0);
        lastParent = parent;
        hasLast = true;
        return parent;
    }

    private bool IsLastParent(ReadOnlySpan<byte> bytes)
    {
        foreach (var texts in plan.ParentTexts)
        {
            foreach (var text in texts)
            {
                if (!bytes[textStart[text]..textEnd[text]].SequenceEqual(bytes[lastStart[text]..lastEnd[text]]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private ReadOnlySpan<byte> Text(ReadOnlySpan<byte> bytes, int text) => bytes[textStart[text]..textEnd[text]];

    /// <summary>The name in one or several texts, without quotation marks and spaces at the ends.</summary>
    private ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> bytes, int[] texts)
    {
        if (texts.Length == 1)
        {
            return Content(Text(bytes, texts[0]));
        }

        var length = 0;
        foreach (var text in texts)
        {
            var part = Content(Text(bytes, text));
            if (scratch.Length < length + part.Length + 1)
            {
                Array.Resize(ref scratch, (length + part.Length + 1) * 2);
            }

            if (length > 0 && part.Length > 0)
            {
                scratch[length++] = (byte)' ';
            }

            part.CopyTo(scratch.AsSpan(length));
            length += part.Length;
        }

        return scratch.AsSpan(0, length);
    }

    /// <summary>A cell without quotation marks around it and spaces at its ends.</summary>
    private ReadOnlySpan<byte> Content(ReadOnlySpan<byte> cell)
    {
        if (cell.Length >= 2 && cell[0] == '"')
        {
            cell = cell[1..^1];
            if (cell.Contains((byte)'"'))
            {
                return Unescaped(cell);
            }
        }

        return cell.Trim((byte)' ');
    }

    private ReadOnlySpan<byte> Unescaped(ReadOnlySpan<byte> cell)
    {
        if (unquoted.Length < cell.Length)
        {
            unquoted = new byte[cell.Length * 2];
        }

        var length = 0;
        for (var i = 0; i < cell.Length; i++)
        {
            unquoted[length++] = cell[i];
            i += cell[i] == '"' ? 1 : 0;
        }

        return unquoted.AsSpan(0, length).Trim((byte)' ');
    }

    private long MomentOf(ReadOnlySpan<byte> bytes, int line)
    {
        var text = encoding.GetString(NameOf(bytes, plan.MomentTexts));
        if (
            DateTime.TryParseExact(
                text,
                plan.Mapping.File.Reported!.Form,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var moment
            )
        )
        {
            return moment.Ticks;
        }

        Issues.Add(
            new RowIssue(
                line,
                RowIssueKind.NoMoment,
                NumberFault.None,
                plan.TextColumns[plan.MomentTexts[0]] + 1,
                Shorten(text),
                0
            )
        );
        return 0;
    }

    private void Refuse(ReadOnlySpan<byte> bytes, int start, ref int from, int line, RowEnd end)
    {
        pending.Clear();
        hasLast = false;
        var lineEnd = LineEnd(bytes, start);
        from = lineEnd + 1;
        var kind = end switch
        {
            RowEnd.OpenQuote => RowIssueKind.OpenQuote,
            RowEnd.TextAfterQuote => RowIssueKind.TextAfterQuote,
            _ => RowIssueKind.OtherWidth,
        };
        var columns = 0;
        if (kind == RowIssueKind.OtherWidth && Issues.Keeps(kind))
        {
            columns = TableHeader.Cut(bytes[start..lineEnd], separator, encoding)?.Count ?? 0;
        }

        var text = bytes[start..Math.Min(lineEnd, start + 60)];
        Issues.Add(new RowIssue(line, kind, NumberFault.None, 0, Shorten(encoding.GetString(text)), columns));
    }

    private bool IsHeader(ReadOnlySpan<byte> bytes, int start) =>
        headerLine.Length > 0 && bytes[start..LineEnd(bytes, start)].TrimEnd((byte)'\r').SequenceEqual(headerLine);

    private static int LineEnd(ReadOnlySpan<byte> bytes, int start) => start + bytes[start..].IndexOf((byte)'\n');

    private static string Shorten(string text)
    {
        var plain = text.ReplaceLineEndings(" ");
        return plain.Length <= 40 ? plain : plain[..39] + "…";
    }
}
