using System.Text;

namespace Scrutineer.Counting.Import;

/// <summary>The columns of a foreign table: the texts of its header, or only how many there are.</summary>
internal sealed record TableHeader(IReadOnlyList<string> Columns, int Line, bool IsThere)
{
    /// <summary>Cuts one line into its texts; nothing where a quotation mark is not closed or followed by text.</summary>
    public static IReadOnlyList<string>? Cut(ReadOnlySpan<byte> line, byte separator, Encoding encoding)
    {
        if (line.EndsWith("\r"u8))
        {
            line = line[..^1];
        }

        var cells = new List<string>();
        while (true)
        {
            int end;
            if (line.StartsWith("\""u8))
            {
                var close = Closing(line);
                end = close + 1;
                if (close < 0 || (end < line.Length && line[end] != separator))
                {
                    return null;
                }

                cells.Add(encoding.GetString(line[1..close]).Replace("\"\"", "\"", StringComparison.Ordinal));
            }
            else
            {
                end = line.IndexOf(separator);
                end = end < 0 ? line.Length : end;
                cells.Add(encoding.GetString(line[..end]));
            }

            if (end >= line.Length)
            {
                return cells;
            }

            line = line[(end + 1)..];
        }
    }

    /// <summary>Where the quotation mark stands that closes the one at the start; −1 where there is none on the line.</summary>
    public static int Closing(ReadOnlySpan<byte> field)
    {
        var at = 1;
        while (true)
        {
            var next = field[at..].IndexOf((byte)'"');
            if (next < 0)
            {
                return -1;
            }

            at += next;
            if (at + 1 >= field.Length || field[at + 1] != '"')
            {
                return at;
            }

            at += 2;
        }
    }
}
