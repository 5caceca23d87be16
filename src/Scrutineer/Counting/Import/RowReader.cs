using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    private readonly (short Slot, short Text)[] roles;
    private readonly int[] parentTexts;
    private readonly ControlRelation[] relations;
    private readonly bool hasLimits;
    private readonly bool isComplete;
    private readonly bool isLong;
    private readonly int[] stationTexts;
    private readonly long[] values;
    private readonly CountState[] states;
    private readonly int[] textStart;
    private readonly int[] textEnd;
    private readonly int[] lastStart;
    private readonly int[] lastEnd;

    // What was wrong with cells of the row at hand; told once it is clear that the row counts.
    private readonly List<(int Column, NumberFault Fault, string Text)> pending = [];
    private bool hasOdd;
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
        roles = [.. plan.Slots.Zip(plan.Texts)];
        parentTexts = [.. plan.ParentTexts.SelectMany(t => t)];
        relations = [.. layout.Relations];
        isComplete = plan.IsComplete;
        isLong = plan.Long.Key >= 0;
        stationTexts = plan.StationTexts;
        hasLimits = layout.Limits.Count > 0;
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
            if (hasOdd)
            {
                plan.States.CopyTo(states, 0);
                hasOdd = false;
            }

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

    /// <summary>Reads the row that begins at a place, and moves it behind the row where the row is whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private RowEnd ReadRow(ReadOnlySpan<byte> bytes, ref int from, out bool allKnown)
    {
        ref readonly var origin = ref MemoryMarshal.GetReference(bytes);
        var cells = roles;
        var numbers = values;
        var comma = separator;
        var position = from;
        allKnown = true;
        if (bytes[position] == '\n' || (bytes[position] == '\r' && bytes[position + 1] == '\n'))
        {
            from = position + (bytes[position] == '\n' ? 1 : 2);
            return RowEnd.Empty;
        }

        for (var column = 0; column < cells.Length; column++)
        {
            var (slot, text) = cells[column];
            var start = position;
            var end = comma;
            var length = 0;
            if (slot >= 0)
            {
                // Every block has slack behind it, and ends in a line feed.
                length = NumberBytes.Read(in Unsafe.Add(ref Unsafe.AsRef(in origin), position), out var value, out end);
                if (length > 0 && end == comma)
                {
                    numbers[slot] = value;
                    position += length;
                }
                else if (length > 0 && IsLineEnd(bytes, position + length))
                {
                    numbers[slot] = value;
                    position += length;
                }
                else
                {
                    length = 0;
                }
            }

            if (length == 0)
            {
                if (Skip(bytes, ref position) is var refused and not RowEnd.Whole)
                {
                    return refused;
                }

                end = bytes[position];
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

            if (end != comma)
            {
                from = position + (end == '\r' ? 2 : 1);
                return column == cells.Length - 1 ? RowEnd.Whole : RowEnd.TooFew;
            }

            position++;
        }

        return RowEnd.TooMany;
    }

    /// <summary>Moves a place to the end of the cell that begins there.</summary>
    private RowEnd Skip(ReadOnlySpan<byte> bytes, ref int position)
    {
        var start = position;
        if (bytes[position] == '"')
        {
            var field = bytes[position..];
            var close = TableHeader.Closing(field[..field.IndexOf((byte)'\n')]);
            if (close < 0)
            {
                return RowEnd.OpenQuote;
            }

            position += close + 1;
            return bytes[position] == separator || IsLineEnd(bytes, position) ? RowEnd.Whole : RowEnd.TextAfterQuote;
        }

        // Names are mostly short; the search for several bytes at once pays for long cells only.
        var near = Math.Min(bytes.Length, position + 16);
        while (position < near && bytes[position] != separator && bytes[position] != '\n')
        {
            position++;
        }

        if (position == near)
        {
            position += bytes[position..].IndexOfAny(separator, (byte)'\n');
        }

        if (bytes[position] == '\n' && position > start && bytes[position - 1] == '\r')
        {
            position--;
        }

        return RowEnd.Whole;
    }

    private static bool IsLineEnd(ReadOnlySpan<byte> bytes, int position) =>
        bytes[position] == '\n' || (bytes[position] == '\r' && bytes[position + 1] == '\n');

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
            return true;
        }

        var text = content.Length > 400 ? encoding.GetString(content[..400]) : encoding.GetString(content);
        var fault = NumberText.Read(text, plan.Mapping.File.Written, out values[slot], out states[slot]);
        if (fault != NumberFault.None)
        {
            pending.Add((column, fault, Shorten(text)));
        }

        hasOdd |= states[slot] != CountState.Known;
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
        if (!Passes(bytes) || (isLong && !TakeFigure(bytes, line)))
        {
            pending.Clear();
            return;
        }

        var parent = ParentOf(bytes, line);
        var name = NameOf(bytes, stationTexts);
        name = name.IsEmpty ? plan.Unnamed[^1] : name;
        if (parent == NoName || name.IsEmpty)
        {
            pending.Clear();
            Issues.Add(new RowIssue(line, RowIssueKind.NoUnitName, NumberFault.None, 0, "", 0));
            return;
        }

        if (pending.Count > 0 && !TakePending(bytes, start, line))
        {
            return;
        }

        if (!sound && !Utf8.IsValid(bytes[start..LineEnd(bytes, start)]))
        {
            var shown = Shorten(encoding.GetString(name));
            Issues.Add(new RowIssue(line, RowIssueKind.OtherEncoding, NumberFault.None, 0, shown, 0));
        }

        var row = chunk.Rows;
        if (isLong)
        {
            chunk.Figures ??= new int[chunk.Lines.Length];
            chunk.Figures[row] = figure;
        }
        else
        {
            Check(chunk, row, allKnown && isComplete);
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

    /// <summary>Tells what was wrong with the cells of a row; false where the row is the header once more.</summary>
    private bool TakePending(ReadOnlySpan<byte> bytes, int start, int line)
    {
        var isHeader =
            headerLine.Length > 0 && bytes[start..LineEnd(bytes, start)].TrimEnd((byte)'\r').SequenceEqual(headerLine);
        if (isHeader)
        {
            Issues.Add(new RowIssue(line, RowIssueKind.HeaderAgain, NumberFault.None, 0, "", 0));
        }
        else
        {
            foreach (var (column, fault, text) in pending)
            {
                Issues.Add(new RowIssue(line, RowIssueKind.NoNumber, fault, column + 1, text, 0));
            }
        }

        pending.Clear();
        return !isHeader;
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

        hasOdd = true;
        states[0] = CountState.Known;
        ReadOdd(Text(bytes, plan.Long.Value), 0, plan.TextColumns[plan.Long.Value]);
        return true;
    }

    /// <summary>Holds the figures at hand against the form.</summary>
    private void Check(ProtocolChunk chunk, int row, bool allKnown)
    {
        if (allKnown && !hasLimits && Hold())
        {
            return;
        }

        var check = layout.Check(values, allKnown ? default : states);
        chunk.Take(row, check, plan.RelationIndex, Untold);
    }

    /// <summary>Whether every relation holds, where all figures are known: what nearly every row comes to.</summary>
    private bool Hold()
    {
        foreach (var relation in relations)
        {
            if (relation.Check(values, default).Result != RelationResult.Holds)
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Store(Span<int> cells, ProtocolChunk chunk, int index)
    {
        if (!hasOdd && isComplete)
        {
            long bits = 0;
            var numbers = values.AsSpan(0, cells.Length);
            for (var i = 0; i < cells.Length; i++)
            {
                bits |= numbers[i];
                cells[i] = (int)numbers[i];
            }

            if (bits <= int.MaxValue)
            {
                return;
            }
        }

        for (var i = 0; i < cells.Length; i++)
        {
            var isKnown = states[i] == CountState.Known;
            cells[i] = isKnown && values[i] <= int.MaxValue ? (int)values[i] : ProtocolChunk.CodeOf(states[i]);
            if (isKnown && values[i] > int.MaxValue)
            {
                chunk.Large[index + i] = values[i];
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
            return lastParent;
        }

        hasLast = false;
        var parent = -1;
        for (var level = 0; level < plan.ParentTexts.Count; level++)
        {
            var name = plan.Fixed[level] ?? NameOf(bytes, plan.ParentTexts[level]);
            name = name.IsEmpty ? plan.Unnamed[level] : name;
            if (name.IsEmpty)
            {
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
        foreach (var text in parentTexts)
        {
            if (!bytes[textStart[text]..textEnd[text]].SequenceEqual(bytes[lastStart[text]..lastEnd[text]]))
            {
                return false;
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

    private static int LineEnd(ReadOnlySpan<byte> bytes, int start) => start + bytes[start..].IndexOf((byte)'\n');

    private static string Shorten(string text)
    {
        var plain = text.ReplaceLineEndings(" ");
        return plain.Length <= 40 ? plain : plain[..39] + "…";
    }
}
