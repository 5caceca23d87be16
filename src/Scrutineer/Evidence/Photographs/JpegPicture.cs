using System.Buffers.Binary;

namespace Scrutineer.Evidence.Photographs;

/// <summary>
/// The segments of a JPEG that make its picture: tables, one frame (baseline, extended or progressive, Huffman-coded), scans, and
/// of the others the 14 bytes of JFIF and of Adobe's note that say how colours are meant. Source: ITU-T T.81, annex B; T.871.
/// </summary>
internal static class JpegPicture
{
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const int MostSegments = 2_000;

    /// <summary>How every JPEG begins: the marker of its start, and the first byte of another.</summary>
    public static ReadOnlySpan<byte> Begin => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> Jfif => "JFIF\0"u8;

    private static ReadOnlySpan<byte> Adobe => "Adobe"u8;

    /// <summary>Takes the picture out of a JPEG.</summary>
    public static Photograph? Read(ReadOnlySpan<byte> sent, out PhotographRefusal refusal)
    {
        refusal = PhotographRefusal.Broken;
        var kept = new MemoryStream(sent.Length);
        kept.Write(sent[..2]);
        var (width, height, scans) = (0, 0, 0);
        var at = 2;
        for (var segments = 0; segments < MostSegments && Marker(sent, ref at) is { } marker; segments++)
        {
            if (marker == EndOfImage)
            {
                kept.Write([0xFF, EndOfImage]);
                return scans > 0 ? new Photograph("image/jpeg", width, height, kept.ToArray()) : null;
            }

            var length = at + 2 <= sent.Length ? BinaryPrimitives.ReadUInt16BigEndian(sent[at..]) : 0;
            if (length < 2 || at + length > sent.Length)
            {
                return null;
            }

            var content = sent.Slice(at + 2, length - 2);
            at += length;
            if (marker is 0xC0 or 0xC1 or 0xC2)
            {
                if (width > 0 || !IsFrame(content))
                {
                    return null;
                }

                height = BinaryPrimitives.ReadUInt16BigEndian(content[1..]);
                width = BinaryPrimitives.ReadUInt16BigEndian(content[3..]);
                if (Photograph.Refuses(width, height) is { } why)
                {
                    refusal = why;
                    return null;
                }

                Write(kept, marker, content);
            }
            else if (marker == StartOfScan)
            {
                if (width == 0 || content.Length < 6 || content.Length != 4 + (2 * content[0]))
                {
                    return null;
                }

                Write(kept, marker, content);
                var end = EndOfScan(sent, at);
                kept.Write(sent[at..end]);
                at = end;
                scans++;
            }
            else if (
                marker is 0xDB ? IsQuantization(content)
                : marker is 0xC4 ? IsHuffman(content)
                : marker is 0xDD && content.Length == 2
            )
            {
                Write(kept, marker, content);
            }
            else if (marker == 0xE0 && content.Length >= 14 && content.StartsWith(Jfif))
            {
                // The small copy of the picture that may follow is left out, and its size with it.
                Write(kept, marker, [.. content[..12], 0, 0]);
            }
            else if (marker == 0xEE && content.Length == 12 && content.StartsWith(Adobe))
            {
                Write(kept, marker, content);
            }
            else if (marker is not ((>= 0xE0 and <= 0xEF) or 0xFE))
            {
                // Only what is known to say nothing of the picture is left out: applications' segments and remarks.
                return null;
            }
        }

        return null;
    }

    /// <summary>The next marker, with any number of bytes FF before it; nothing where there is none.</summary>
    private static byte? Marker(ReadOnlySpan<byte> sent, ref int at)
    {
        if (at >= sent.Length || sent[at] != 0xFF)
        {
            return null;
        }

        while (at < sent.Length && sent[at] == 0xFF)
        {
            at++;
        }

        return at < sent.Length && sent[at] != 0 ? sent[at++] : null;
    }

    // Within the coded data, FF 00 is a byte FF, and D0 to D7 mark where decoding can begin anew.
    private static int EndOfScan(ReadOnlySpan<byte> sent, int at)
    {
        while (sent[at..].IndexOf((byte)0xFF) is var found and >= 0)
        {
            at += found;
            if (at + 1 >= sent.Length || sent[at + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at += 2;
        }

        return sent.Length;
    }

    private static bool IsFrame(ReadOnlySpan<byte> content) =>
        content.Length >= 6 && content[5] is >= 1 and <= 4 && content.Length == 6 + (3 * content[5]);

    private static bool IsQuantization(ReadOnlySpan<byte> content)
    {
        while (content.Length > 0)
        {
            var length = 1 + (content[0] >> 4 == 0 ? 64 : 128);
            if (content[0] >> 4 > 1 || (content[0] & 15) > 3 || content.Length < length)
            {
                return false;
            }

            content = content[length..];
        }

        return true;
    }

    private static bool IsHuffman(ReadOnlySpan<byte> content)
    {
        while (content.Length > 0)
        {
            if (content[0] >> 4 > 1 || (content[0] & 15) > 3 || content.Length < 17)
            {
                return false;
            }

            var values = 0;
            foreach (var count in content[1..17])
            {
                values += count;
            }

            if (values > 256 || content.Length < 17 + values)
            {
                return false;
            }

            content = content[(17 + values)..];
        }

        return true;
    }

    private static void Write(MemoryStream kept, byte marker, ReadOnlySpan<byte> content)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(content.Length + 2));
        kept.Write(head);
        kept.Write(content);
    }
}
