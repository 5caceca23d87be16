using System.Buffers.Binary;

namespace Scrutineer.Evidence.Photographs;

/// <summary>
/// The chunks of a PNG that make its picture: header, palette, transparency, data, end; each with the checksum that it came with,
/// which must be right. Source: W3C, Portable Network Graphics (third edition), sections 5 and 11.
/// </summary>
internal static class PngPicture
{
    private const int HeaderLength = 13;

    /// <summary>How every PNG begins.</summary>
    public static ReadOnlySpan<byte> Begin => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>Takes the picture out of a PNG.</summary>
    public static Photograph? Read(ReadOnlySpan<byte> sent, out PhotographRefusal refusal)
    {
        refusal = PhotographRefusal.Broken;
        var kept = new MemoryStream(sent.Length);
        kept.Write(Begin);
        var (width, height) = (0L, 0L);
        var (data, palette) = (false, false);
        var at = Begin.Length;
        while (at + 12 <= sent.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(sent[at..]);
            if (length > sent.Length - at - 12)
            {
                return null;
            }

            var chunk = sent.Slice(at, (int)length + 12);
            var type = chunk.Slice(4, 4);
            var content = chunk.Slice(8, (int)length);
            at += chunk.Length;
            if (Crc32.Of(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]))
            {
                return null;
            }

            if (width == 0)
            {
                if (!type.SequenceEqual("IHDR"u8) || !IsHeader(content))
                {
                    return null;
                }

                width = BinaryPrimitives.ReadUInt32BigEndian(content);
                height = BinaryPrimitives.ReadUInt32BigEndian(content[4..]);
                if (Photograph.Refuses(width, height) is { } why)
                {
                    refusal = why;
                    return null;
                }
            }
            else if (type.SequenceEqual("IEND"u8))
            {
                kept.Write(chunk);
                return data && length == 0
                    ? new Photograph("image/png", (int)width, (int)height, kept.ToArray())
                    : null;
            }
            else if (type.SequenceEqual("IDAT"u8))
            {
                data = true;
            }
            else if (type.SequenceEqual("PLTE"u8))
            {
                if (data || palette || length is 0 or > 768 || length % 3 != 0)
                {
                    return null;
                }

                palette = true;
            }
            else if (type.SequenceEqual("tRNS"u8) && !data && length <= 256)
            {
                // Which parts are seen through belongs to the picture.
            }
            else if (char.IsAsciiLetterLower((char)type[0]) && char.IsAsciiLetter((char)type[1]))
            {
                // A small first letter says that the picture can be shown without the chunk: texts, times, profiles, EXIF.
                continue;
            }
            else
            {
                return null;
            }

            kept.Write(chunk);
        }

        return null;
    }

    private static bool IsHeader(ReadOnlySpan<byte> content) =>
        content.Length == HeaderLength
        && content[8] is 1 or 2 or 4 or 8 or 16
        && content[9] is 0 or 2 or 3 or 4 or 6
        && content[10] == 0
        && content[11] == 0
        && content[12] <= 1;
}
