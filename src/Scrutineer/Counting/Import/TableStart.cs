using System.Globalization;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Import;

/// <summary>The start of a table: its header, and where the rows begin.</summary>
/// <param name="Header">The columns.</param>
/// <param name="HeaderLine">The bytes of the header's line, so that its repetition is known; empty where there is none.</param>
/// <param name="From">Where the rows begin in the first block.</param>
/// <param name="Line">The line there.</param>
internal sealed record TableStart(TableHeader Header, byte[] HeaderLine, int From, int Line)
{
    /// <summary>Reads the first block and the header in it, or records why not.</summary>
    public static TableStart? Read(
        TableFile file,
        LineBlocks blocks,
        LineBlock first,
        Mapping mapping,
        Problems problems
    )
    {
        if (WrongEncoding(blocks.Start, mapping.File.Encoding) is { } looksLike)
        {
            problems.Add(
                new Location(file.Shown, 1, 1),
                $"The table begins like {looksLike}.",
                $"{mapping.File.Encoding}, as the mapping says",
                $"Set 'encoding: {looksLike}' in the mapping, or fetch the table again."
            );
            return null;
        }

        if (!blocks.TryNext(first))
        {
            problems.Add(
                new Location(file.Shown, 1, 1),
                file.BrokenOff is { } broken ? $"Nothing of the table can be read: {broken}." : "The table is empty.",
                "a header and rows",
                "Fetch the file again."
            );
            return null;
        }

        var bytes = first.Bytes.AsSpan(0, first.Length);
        if (bytes.IndexOf((byte)'\n') == bytes.Length - 1 && bytes.Contains((byte)'\r') && blocks.LastLineOpen)
        {
            problems.Add(
                new Location(file.Shown, 1, 1),
                "The lines end in a carriage return alone.",
                "lines that end in LF or CR LF",
                "Convert the table, for example with 'mac2unix'."
            );
            return null;
        }

        return Cut(file, bytes, mapping, problems);
    }

    private static TableStart? Cut(TableFile file, ReadOnlySpan<byte> bytes, Mapping mapping, Problems problems)
    {
        var headerLine = mapping.File.HeaderLine;
        var from = 0;
        var line = 1;
        while (line < headerLine && from < bytes.Length)
        {
            from += bytes[from..].IndexOf((byte)'\n') + 1;
            line++;
        }

        if (from >= bytes.Length)
        {
            problems.Add(
                new Location(file.Shown, line),
                $"The table has no line {headerLine} near its start.",
                "a header on the line that the mapping names",
                "Correct 'header-line' in the mapping."
            );
            return null;
        }

        var length = bytes[from..].IndexOf((byte)'\n');
        var header = bytes.Slice(from, length).TrimEnd((byte)'\r');
        var encoding = mapping.File.Encoding.Seen;
        if (TableHeader.Cut(header, mapping.Separator, encoding) is not { } columns)
        {
            problems.Add(
                new Location(file.Shown, line),
                "A quotation mark of the header is not closed on its line, or text follows it.",
                "a header on one line",
                "Check 'header-line' and 'separator' in the mapping; a header may not span lines."
            );
            return null;
        }

        if (columns.Count > short.MaxValue)
        {
            problems.Add(
                new Location(file.Shown, line),
                $"The table has {columns.Count.ToString(CultureInfo.InvariantCulture)} columns.",
                $"at most {short.MaxValue} columns",
                "Check 'separator' in the mapping."
            );
            return null;
        }

        return headerLine == 0
            ? new TableStart(new TableHeader(columns, 1, false), [], 0, 1)
            : new TableStart(new TableHeader(columns, line, true), header.ToArray(), from + length + 1, line + 1);
    }

    private static TextEncoding? WrongEncoding(byte[] start, TextEncoding named) =>
        start switch
        {
            [0xFF, 0xFE, ..] when named != TextEncoding.Utf16 => TextEncoding.Utf16,
            [> 0, 0, > 0, 0] when named != TextEncoding.Utf16 => TextEncoding.Utf16,
            [0xEF, 0xBB, 0xBF, ..] when !named.IsUtf8Seen => TextEncoding.Utf8,
            _ => null,
        };
}
