namespace Scrutineer.Findings;

/// <summary>A place in an input file.</summary>
/// <param name="File">The path as the user gave or would type it, with forward slashes.</param>
/// <param name="Line">The line, from 1; 0 when the whole file is meant.</param>
/// <param name="Column">The column in characters, from 1; 0 when the whole line is meant.</param>
public readonly record struct Location(string File, int Line = 0, int Column = 0) : IComparable<Location>
{
    /// <inheritdoc/>
    public int CompareTo(Location other)
    {
        var byFile = string.CompareOrdinal(File, other.File);
        return byFile != 0 ? byFile : (Line, Column).CompareTo((other.Line, other.Column));
    }

    /// <summary><c>file:line:column</c>, as editors and terminals link it.</summary>
    public override string ToString() =>
        (Line, Column) switch
        {
            (0, _) => File,
            (_, 0) => $"{File}:{Line}",
            _ => $"{File}:{Line}:{Column}",
        };

    /// <summary>Earlier in the input.</summary>
    public static bool operator <(Location left, Location right) => left.CompareTo(right) < 0;

    /// <summary>Later in the input.</summary>
    public static bool operator >(Location left, Location right) => left.CompareTo(right) > 0;

    /// <summary>Not later in the input.</summary>
    public static bool operator <=(Location left, Location right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier in the input.</summary>
    public static bool operator >=(Location left, Location right) => left.CompareTo(right) >= 0;
}
