using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Scrutineer.Counting.Import;

/// <summary>Reads plain digits from bytes, eight at a time and without a branch for each.</summary>
internal static class NumberBytes
{
    /// <summary>
    /// The number that begins at a place, where it has one to seven digits: as long as nearly every count is. Eight bytes
    /// are read, so that many must lie behind the place.
    /// </summary>
    /// <param name="start">The place.</param>
    /// <param name="value">The number; without meaning where there is none.</param>
    /// <param name="after">The byte behind it.</param>
    /// <returns>How many digits it has; 0 where there is none, or more than seven.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ref readonly byte start, out long value, out byte after)
    {
        // Digits become 0 to 9; of everything else either the byte or its sum with 6 reaches 16 (a carry touches later
        // bytes only).
        var word = Unsafe.ReadUnaligned<ulong>(in start);
        word = BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);
        var digits = word ^ 0x3030303030303030;
        var others = (digits | (digits + 0x0606060606060606)) & 0xF0F0F0F0F0F0F0F0;
        var length = BitOperations.TrailingZeroCount(others) >> 3;
        after = (byte)(word >> (length * 8));

        // The digits are shifted to the high end, noughts before them; then pairs are joined, then fours, then all.
        digits <<= 64 - (length * 8);
        digits = ((digits * 10) + (digits >> 8)) & 0x00FF00FF00FF00FF;
        digits = ((digits * 100) + (digits >> 16)) & 0x0000FFFF0000FFFF;
        value = (long)(((digits * 10_000) + (digits >> 32)) & 0xFFFFFFFF);
        return length & 7;
    }
}
