using System.Buffers.Binary;

namespace Scrutineer.Web.Tests;

/// <summary>A photograph as a phone's camera writes it: with the place where it was taken, and turned.</summary>
internal static class CameraFile
{
    private const ushort Short = 3;
    private const ushort Long = 4;
    private const ushort Text = 2;
    private const ushort Rational = 5;

    /// <summary>Puts what a camera tells (Exif 2.3, section 4.6) behind the first marker of a JPEG.</summary>
    /// <param name="jpeg">A JPEG.</param>
    /// <param name="orientation">How it is turned; 6 is a quarter to the right.</param>
    public static byte[] Of(byte[] jpeg, int orientation)
    {
        byte[] told = [.. "Exif\0\0"u8, .. Tiff(orientation)];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(told.Length + 2));
        return [.. jpeg[..2], 0xff, 0xe1, .. length, .. told, .. jpeg[2..]];
    }

    /// <summary>The markers of a JPEG before its picture, in order.</summary>
    public static List<byte> Markers(ReadOnlySpan<byte> jpeg)
    {
        var markers = new List<byte>();
        for (var at = 2; at + 4 <= jpeg.Length && jpeg[at] == 0xff; )
        {
            markers.Add(jpeg[at + 1]);
            if (jpeg[at + 1] == 0xda)
            {
                break;
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
        }

        return markers;
    }

    // Big-endian: the header, a directory with orientation and camera, one with the place, then their values.
    private static byte[] Tiff(int orientation)
    {
        const int Place = 8 + 2 + (3 * 12) + 4;
        const int Values = Place + 2 + (4 * 12) + 4;
        var tiff = new List<byte>();
        tiff.AddRange("MM\0*"u8.ToArray());
        Add(8, 4);
        Add(3, 2);
        Entry(0x010f, Text, 8, Values);
        Entry(0x0112, Short, 1, orientation << 16);
        Entry(0x8825, Long, 1, Place);
        Add(0, 4);
        Add(4, 2);
        Entry(1, Text, 2, 'N' << 24);
        Entry(2, Rational, 3, Values + 8);
        Entry(3, Text, 2, 'E' << 24);
        Entry(4, Rational, 3, Values + 32);
        Add(0, 4);
        tiff.AddRange("Camera1\0"u8.ToArray());
        foreach (var part in new[] { 43, 14, 20, 76, 53, 30 })
        {
            Add(part, 4);
            Add(1, 4);
        }

        return [.. tiff];

        void Entry(int tag, ushort type, int count, int value)
        {
            Add(tag, 2);
            Add(type, 2);
            Add(count, 4);
            Add(value, 4);
        }

        void Add(int value, int bytes)
        {
            for (var i = bytes - 1; i >= 0; i--)
            {
                tiff.Add((byte)(value >> (8 * i)));
            }
        }
    }
}
