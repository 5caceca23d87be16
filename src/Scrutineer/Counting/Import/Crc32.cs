namespace Scrutineer.Counting.Import;

/// <summary>
/// The check sum of ZIP archives (ISO 3309, polynomial 0xEDB88320 reflected), eight bytes at a time. The base library
/// does not hold an archive's members against it.
/// </summary>
internal struct Crc32
{
    private static readonly uint[] Table = Build();

    private uint register;

    /// <summary>The check sum of the bytes so far.</summary>
    public readonly uint Value => register;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var crc = ~register;
        var table = Table;
        while (bytes.Length >= 8)
        {
            var low = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc =
                table[(7 * 256) + (int)(low & 0xFF)]
                ^ table[(6 * 256) + (int)((low >> 8) & 0xFF)]
                ^ table[(5 * 256) + (int)((low >> 16) & 0xFF)]
                ^ table[(4 * 256) + (int)(low >> 24)]
                ^ table[(3 * 256) + (int)(high & 0xFF)]
                ^ table[(2 * 256) + (int)((high >> 8) & 0xFF)]
                ^ table[256 + (int)((high >> 16) & 0xFF)]
                ^ table[(int)(high >> 24)];
            bytes = bytes[8..];
        }

        foreach (var b in bytes)
        {
            crc = (crc >> 8) ^ table[(int)((crc ^ b) & 0xFF)];
        }

        register = ~crc;
    }

    private static uint[] Build()
    {
        var table = new uint[8 * 256];
        for (var i = 0u; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320u);
            }

            table[i] = crc;
        }

        for (var i = 256; i < table.Length; i++)
        {
            table[i] = (table[i - 256] >> 8) ^ table[(int)(table[i - 256] & 0xFF)];
        }

        return table;
    }
}
