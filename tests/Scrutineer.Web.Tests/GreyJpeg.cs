using Scrutineer.Tests.Evidence.Photographs;

namespace Scrutineer.Web.Tests;

/// <summary>A photograph that any program decodes: squares of grey, as baseline JPEG (ITU-T T.81, annex F) without any metadata.</summary>
internal static class GreyJpeg
{
    private const int Square = 8;
    private const int Categories = 12;

    /// <summary>A picture whose squares of 8 by 8 pixels rise in brightness.</summary>
    /// <param name="across">Squares in a row.</param>
    /// <param name="down">Rows of squares.</param>
    public static byte[] Of(int across, int down) =>
        [
            0xFF,
            0xD8,
            // Every coefficient is divided by eight, so that the first of a square is its brightness less 128.
            .. Pictures.Segment(0xDB, [0, .. Enumerable.Repeat((byte)8, 64)]),
            .. Pictures.Segment(0xC0, [8, .. Two(down * Square), .. Two(across * Square), 1, 1, 0x11, 0]),
            // Twelve codes of four bits for the first coefficient, and one of one bit: no other is there.
            .. Pictures.Segment(
                0xC4,
                [0x00, 0, 0, 0, Categories, .. new byte[12], .. Enumerable.Range(0, Categories).Select(c => (byte)c)]
            ),
            .. Pictures.Segment(0xC4, [0x10, 1, .. new byte[15], 0]),
            .. Pictures.Segment(0xDA, [1, 1, 0x00, 0, 63, 0]),
            .. Scan(across * down),
            0xFF,
            0xD9,
        ];

    private static List<byte> Scan(int squares)
    {
        var (bytes, bits, filled) = (new List<byte>(), 0, 0);
        var before = 0;
        for (var i = 0; i < squares; i++)
        {
            var grey = (255 * i / squares) - 128;
            var step = grey - before;
            var category = 32 - int.LeadingZeroCount(Math.Abs(step));
            Put(category, 4);
            Put(step < 0 ? step + (1 << category) - 1 : step, category);
            Put(0, 1);
            before = grey;
        }

        Put(0x7F, 7);
        return bytes;

        void Put(int value, int count)
        {
            for (var bit = count - 1; bit >= 0; bit--)
            {
                (bits, filled) = ((bits << 1) | ((value >> bit) & 1), filled + 1);
                if (filled == 8)
                {
                    bytes.Add((byte)bits);
                    if (bits == 0xFF)
                    {
                        bytes.Add(0);
                    }

                    (bits, filled) = (0, 0);
                }
            }
        }
    }

    private static byte[] Two(int number) => [(byte)(number >> 8), (byte)number];
}
