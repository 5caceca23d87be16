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
internal sealed partial class RowReader
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
}
