using Scrutineer.Findings;

namespace Scrutineer.Counting;

/// <summary>The row of input that a protocol was read from, so that every figure leads back to it.</summary>
/// <param name="File">The path as the user gave it; for a zipped file, the archive's path, <c>!</c> and the member.</param>
/// <param name="Line">The line, from 1; 0 where the protocol came from no file.</param>
/// <param name="ByteOffset">The offset of the line's first byte in the (unzipped) file.</param>
public readonly record struct Lineage(string File, int Line, long ByteOffset)
{
    /// <summary>The place for problems and findings; nothing where the protocol came from no file.</summary>
    public Location? At => string.IsNullOrEmpty(File) ? null : new Location(File, Line);
}
