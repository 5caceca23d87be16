using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Scrutineer.Tests.Evidence.Photographs;

/// <summary>Photographs as cameras write them, made by hand: a picture of a few pixels with everything around it that can tell of a person.</summary>
internal static class Pictures
{
    /// <summary>What must not be left of a photograph.</summary>
    public const string Secret = "49.9935N 36.2304E";

    /// <summary>The segments of a baseline JPEG of 8 by 8 grey pixels, without what stands before and behind.</summary>
    public static byte[] JpegPicture(int width = 8, int height = 8) =>
        [
            .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
            .. Segment(0xC0, [8, .. Two(height), .. Two(width), 1, 1, 0x11, 0]),
            .. Segment(0xC4, [0x00, 1, .. new byte[15], 0]),
            .. Segment(0xC4, [0x10, 1, .. new byte[15], 0]),
            .. Segment(0xDA, [1, 1, 0x00, 0, 63, 0]),
            0x3F,
            0xFF,
            0x00,
            0x12,
            0xFF,
            0xD0,
            0x34,
        ];

    /// <summary>A JPEG of a telephone: EXIF with a place, XMP, IPTC, a profile, remarks, a small copy, and another picture behind its end.</summary>
    public static byte[] Jpeg(int width = 8, int height = 8) =>
        [
            0xFF,
            0xD8,
            .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 72, 0, 72, 1, 1, .. "RGB"u8]),
            .. Segment(0xE1, [.. "Exif\0\0II*\0"u8, .. Encoding.ASCII.GetBytes("GPS " + Secret)]),
            .. Segment(0xE1, Encoding.ASCII.GetBytes("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + Secret)),
            .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, .. Encoding.ASCII.GetBytes(Secret)]),
            .. Segment(0xED, Encoding.ASCII.GetBytes("Photoshop 3.0\0" + Secret)),
            .. Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1]),
            .. Segment(0xFE, Encoding.ASCII.GetBytes("taken by " + Secret)),
            .. JpegPicture(width, height),
            .. Segment(0xFE, Encoding.ASCII.GetBytes(Secret)),
            0xFF,
            0xFF,
            0xD9,
            .. Encoding.ASCII.GetBytes(Secret),
        ];

    /// <summary>A PNG of a telephone: texts, time, EXIF, a profile, and something behind its end.</summary>
    public static byte[] Png(int width = 8, int height = 8) =>
        [
            0x89,
            .. "PNG\r\n"u8,
            26,
            10,
            .. Chunk("IHDR", [.. Four(width), .. Four(height), 8, 0, 0, 0, 0]),
            .. Chunk("gAMA", [0, 1, 134, 160]),
            .. Chunk("iCCP", Encoding.ASCII.GetBytes(Secret)),
            .. Chunk("tEXt", Encoding.ASCII.GetBytes("Author\0" + Secret)),
            .. Chunk("eXIf", Encoding.ASCII.GetBytes("II*\0" + Secret)),
            .. Chunk("IDAT", Deflated(new byte[72])),
            .. Chunk("iTXt", Encoding.ASCII.GetBytes("XML:com.adobe.xmp\0" + Secret)),
            .. Chunk("tIME", [7, 233, 6, 15, 21, 3, 11]),
            .. Chunk("IEND", []),
            .. Encoding.ASCII.GetBytes(Secret),
        ];

    /// <summary>The markers of a JPEG's segments, in order.</summary>
    public static List<byte> Markers(ReadOnlySpan<byte> jpeg)
    {
        var markers = new List<byte>();
        for (var at = 2; jpeg[at + 1] != 0xD9; )
        {
            Assert.Equal(0xFF, jpeg[at]);
            markers.Add(jpeg[at + 1]);
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            if (markers[^1] == 0xDA)
            {
                while (jpeg[at] != 0xFF || jpeg[at + 1] is 0 or (>= 0xD0 and <= 0xD7))
                {
                    at++;
                }
            }
        }

        return markers;
    }

    /// <summary>The types of a PNG's chunks, in order.</summary>
    public static List<string> Chunks(ReadOnlySpan<byte> png)
    {
        var types = new List<string>();
        for (var at = 8; at < png.Length; at += 12 + (int)BinaryPrimitives.ReadUInt32BigEndian(png[at..]))
        {
            types.Add(Encoding.ASCII.GetString(png.Slice(at + 4, 4)));
        }

        return types;
    }

    public static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, .. Two(content.Length + 2), .. content];

    public static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        return [.. Four(content.Length), .. named, .. Four((int)Crc(named))];
    }

    private static byte[] Two(int number) => [(byte)(number >> 8), (byte)number];

    private static byte[] Four(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Deflated(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    // Bit by bit, as the standard's text says it; the product looks bytes up in a table.
    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
            }
        }

        return ~crc;
    }
}
