using System.Text;

namespace Scrutineer.Counting.Import;

/// <summary>A run of whole lines of a table, each ending in a line feed.</summary>
internal sealed class LineBlock
{
    /// <summary>The bytes; those after <see cref="Length"/> are no part of it.</summary>
    public byte[] Bytes { get; set; } = [];

    /// <summary>How many bytes.</summary>
    public int Length { get; set; }

    /// <summary>How many lines.</summary>
    public int Lines { get; set; }

    /// <summary>The number of the first line, from 1.</summary>
    public int FirstLine { get; set; }

    /// <summary>Where the first line begins in the (unzipped) file.</summary>
    public long Offset { get; set; }

    /// <summary>The place of the block in the table, from 0.</summary>
    public int Sequence { get; set; }
}

/// <summary>
/// Cuts a table into blocks of whole lines, which several readers take in turn. A row is one line: a line break inside
/// quotation marks is not read, so that one stray mark never swallows the rows after it, and so that the table can be cut
/// anywhere.
/// </summary>
internal sealed class LineBlocks
{
    /// <summary>The longest line that is read, in bytes.</summary>
    public const int LongestLine = 1 << 24;

    /// <summary>How many bytes are free behind the lines of a block, so that eight can be read at any place in them.</summary>
    public const int Slack = 16;

    private const int LeastRoom = 64;

    private readonly Lock gate = new();
    private readonly TableFile file;
    private readonly int blockBytes;
    private readonly Decoder? utf16;
    private readonly byte[] raw = [];
    private readonly char[] chars = [];
    private byte[] carried;
    private int carriedLength;
    private int line = 1;
    private long offset;
    private int sequence;
    private bool ended;

    /// <summary>Begins a table; a byte-order mark is read over.</summary>
    public LineBlocks(TableFile file, TextEncoding encoding, int blockBytes = 1 << 20)
    {
        this.file = file;
        this.blockBytes = Math.Max(blockBytes, 4 * LeastRoom);
        if (encoding == TextEncoding.Utf16)
        {
            utf16 = Encoding.Unicode.GetDecoder();
            raw = new byte[this.blockBytes];
            chars = new char[(this.blockBytes / 2) + 2];
        }

        carried = new byte[4096];
        carriedLength = ReadSome(carried);
        Start = carried.AsSpan(0, Math.Min(carriedLength, 4)).ToArray();
        if (encoding.IsUtf8Seen && carried.AsSpan(0, carriedLength).StartsWith(Encoding.UTF8.Preamble))
        {
            var mark = Encoding.UTF8.Preamble.Length;
            carried.AsSpan(mark, carriedLength - mark).CopyTo(carried);
            carriedLength -= mark;
            offset = encoding.Mark.Length;
        }
    }

    /// <summary>The first bytes, by which a wrong encoding may be told.</summary>
    public byte[] Start { get; }

    /// <summary>The lines that were too long to be read.</summary>
    public List<int> TooLong { get; } = [];

    /// <summary>Whether the last line has no line end.</summary>
    public bool LastLineOpen { get; private set; }

    /// <summary>Bytes read so far, for progress.</summary>
    public long BytesRead => Interlocked.Read(ref offset);

    /// <summary>Fills a block with the next whole lines; false at the end of the table. Safe for several readers.</summary>
    public bool TryNext(LineBlock block)
    {
        lock (gate)
        {
            return Next(block);
        }
    }

    private bool Next(LineBlock block)
    {
        var room = Math.Max(blockBytes, carriedLength + (blockBytes / 2)) + LeastRoom + Slack;
        if (block.Bytes.Length < room)
        {
            block.Bytes = GC.AllocateUninitializedArray<byte>(room);
        }

        carried.AsSpan(0, carriedLength).CopyTo(block.Bytes);
        var length = carriedLength;
        carriedLength = 0;
        while (true)
        {
            // One byte of the slack is for the line end that a last line may lack.
            var limit = block.Bytes.Length - Slack;
            while (!ended && limit - length >= LeastRoom)
            {
                var read = ReadSome(block.Bytes.AsSpan(length, limit - length));
                length += read;
                ended = read == 0;
            }

            if (ended)
            {
                if (length > 0 && block.Bytes[length - 1] != '\n')
                {
                    LastLineOpen = true;
                    block.Bytes[length++] = (byte)'\n';
                }

                return Finish(block, length);
            }

            var end = block.Bytes.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
            if (end > 0)
            {
                Carry(block.Bytes.AsSpan(end, length - end));
                return Finish(block, end);
            }

            if (length >= LongestLine)
            {
                length = SkipLine(block, length);
            }
            else
            {
                var bytes = block.Bytes;
                Array.Resize(ref bytes, bytes.Length * 2);
                block.Bytes = bytes;
            }
        }
    }

    private bool Finish(LineBlock block, int length)
    {
        block.Length = length;
        block.Lines = block.Bytes.AsSpan(0, length).Count((byte)'\n');
        block.FirstLine = line;
        block.Offset = offset;
        block.Sequence = sequence++;
        line += block.Lines;
        offset += SizeInFile(block.Bytes.AsSpan(0, length));
        return length > 0;
    }

    /// <summary>How many bytes of the file a text takes that has been turned into the encoding seen.</summary>
    public long SizeInFile(ReadOnlySpan<byte> seen) =>
        utf16 is null ? seen.Length : 2L * Encoding.UTF8.GetCharCount(seen);

    private void Carry(ReadOnlySpan<byte> rest)
    {
        if (carried.Length < rest.Length)
        {
            carried = new byte[Math.Max(rest.Length, 4096)];
        }

        rest.CopyTo(carried);
        carriedLength = rest.Length;
    }

    /// <summary>Drops a line that is too long, up to its end, and says so; an empty line takes its place.</summary>
    private int SkipLine(LineBlock block, int length)
    {
        TooLong.Add(line);
        var dropped = SizeInFile(block.Bytes.AsSpan(0, length));
        while (true)
        {
            var read = ReadSome(block.Bytes.AsSpan(0, block.Bytes.Length - Slack));
            var end = block.Bytes.AsSpan(0, read).IndexOf((byte)'\n');
            if (read == 0 || end >= 0)
            {
                ended = read == 0;
                var kept = read == 0 ? 0 : read - end;
                block.Bytes.AsSpan(read - kept, kept).CopyTo(block.Bytes);
                offset += dropped + SizeInFile(block.Bytes.AsSpan(0, read - kept));
                return kept;
            }

            dropped += SizeInFile(block.Bytes.AsSpan(0, read));
        }
    }

    private int ReadSome(Span<byte> buffer)
    {
        if (utf16 is null)
        {
            return file.Read(buffer);
        }

        // A unit of UTF-16, two bytes, becomes at most three bytes of UTF-8; a pair may be carried by the decoder.
        while (true)
        {
            var read = file.Read(raw.AsSpan(0, Math.Min(raw.Length, ((buffer.Length - 8) / 3 * 2) & ~1)));
            var got = utf16.GetChars(raw.AsSpan(0, read), chars, flush: read == 0);
            if (got > 0 || read == 0)
            {
                return Encoding.UTF8.GetBytes(chars.AsSpan(0, got), buffer);
            }
        }
    }
}
