using Scrutineer.Counting.Forms;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Import;

/// <summary>A unit above the stations, as a table names it.</summary>
/// <param name="Path">Its path from the top.</param>
/// <param name="Parent">The number of the unit above; −1 for the topmost.</param>
/// <param name="Level">Its level, from 0 at the top.</param>
/// <param name="Line">The line on which it appears first.</param>
public sealed record TableUnit(UnitPath Path, int Parent, int Level, int Line);

/// <summary>Rows that were left out for one reason.</summary>
/// <param name="Because">Why.</param>
/// <param name="Rows">How many.</param>
/// <param name="Lines">The first of them, by line; empty where they were to be expected.</param>
public sealed record LeftOut(string Because, long Rows, IReadOnlyList<int> Lines)
{
    /// <summary>Whether figures of a protocol are missing from the totals because of it.</summary>
    public bool IsLoss { get; init; }
}

/// <summary>
/// A national set of protocols as read from one table: every figure, its unit, and the line it came from. Rows are in the
/// order of the file; duplicates are still among them.
/// </summary>
public sealed class ProtocolTable
{
    private readonly IReadOnlyList<ProtocolChunk> chunks;
    private readonly int[] starts;
    private readonly IReadOnlyList<byte[]> copies;

    internal ProtocolTable(
        ReadPlan plan,
        IReadOnlyList<ProtocolChunk> chunks,
        IReadOnlyList<byte[]> copies,
        RowIssues issues
    )
    {
        Plan = plan;
        Issues = issues;
        this.chunks = chunks;
        this.copies = copies;
        starts = new int[chunks.Count + 1];
        for (var i = 0; i < chunks.Count; i++)
        {
            starts[i + 1] = starts[i] + chunks[i].Rows;
        }
    }

    /// <summary>The form and ballot that the columns follow.</summary>
    public FormLayout Layout => Plan.Layout;

    /// <summary>The mapping it was read by.</summary>
    public Mapping Mapping => Plan.Mapping;

    /// <summary>How many protocols, duplicates included.</summary>
    public int Count => starts[^1];

    /// <summary>Whether the mapping says that the figures are made up.</summary>
    public bool IsSynthetic => Mapping.File.Synthetic == YesNo.Yes;

    /// <summary>The path of the file, as shown.</summary>
    public required string File { get; init; }

    /// <summary>The SHA-256 of the file as stored, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The units above the stations in order of first appearance.</summary>
    public required IReadOnlyList<TableUnit> Units { get; init; }

    /// <summary>Rows that were left out, by reason.</summary>
    public required IReadOnlyList<LeftOut> LeftOut { get; init; }

    /// <summary>For each relation of the layout, the protocols in which it cannot be told.</summary>
    public required IReadOnlyList<long> Untold { get; init; }

    /// <summary>Why the file could not be read to its end, and the last line that could; nothing where it could.</summary>
    public (string Because, int Line)? BrokenOff { get; init; }

    /// <summary>Whether the last line has no line end, so that it may have been cut.</summary>
    public bool LastLineOpen { get; init; }

    internal ReadPlan Plan { get; }

    internal RowIssues Issues { get; }

    internal IReadOnlyList<ProtocolChunk> Chunks => chunks;

    /// <summary>The figures of a protocol.</summary>
    /// <param name="row">The row, from 0.</param>
    /// <param name="values">Receives the numbers by column.</param>
    /// <param name="states">Receives the states by column.</param>
    public void Figures(int row, Span<long> values, Span<CountState> states)
    {
        var (chunk, at) = Find(row);
        for (var i = 0; i < Layout.Columns.Count; i++)
        {
            (values[i], states[i]) = chunk[at, i];
        }
    }

    /// <summary>One figure of a protocol.</summary>
    public Count this[int row, int column]
    {
        get
        {
            var (chunk, at) = Find(row);
            var (value, state) = chunk[at, column];
            return state switch
            {
                CountState.Known => new Count(value),
                CountState.Blank => Counting.Count.Blank,
                CountState.Illegible => Counting.Count.Illegible,
                _ => Counting.Count.NotReported,
            };
        }
    }

    /// <summary>The unit above the station of a protocol: a number of <see cref="Units"/>, or −1 for the whole.</summary>
    public int ParentOf(int row)
    {
        var (chunk, at) = Find(row);
        return chunk.Parents[at];
    }

    /// <summary>The path of the station of a protocol.</summary>
    public UnitPath StationOf(int row)
    {
        var (chunk, at) = Find(row);
        var parent = chunk.Parents[at];
        var name = Mapping.File.Encoding.Seen.GetString(chunk.NameOf(at));
        return (parent < 0 ? UnitPath.Whole : Units[parent].Path).Below(name);
    }

    /// <summary>The line of a protocol, from 1.</summary>
    public int LineOf(int row)
    {
        var (chunk, at) = Find(row);
        return chunk.Lines[at];
    }

    /// <summary>Where a protocol was read.</summary>
    public Lineage LineageOf(int row)
    {
        var (chunk, at) = Find(row);
        return new Lineage(File, chunk.Lines[at], chunk.Offset + chunk.Offsets[at]);
    }

    /// <summary>Whose copy a protocol is, as the table says; empty where the mapping names no such column.</summary>
    public string CopyOf(int row)
    {
        var (chunk, at) = Find(row);
        return chunk.Copies is { } ids ? Mapping.File.Encoding.Seen.GetString(copies[ids[at]]) : "";
    }

    /// <summary>When a protocol was reported, as the table says; nothing where it does not say, or not legibly.</summary>
    public DateTime? ReportedAt(int row)
    {
        var (chunk, at) = Find(row);
        return chunk.Moments is { } moments && moments[at] > 0 ? new DateTime(moments[at]) : null;
    }

    /// <summary>A protocol by itself.</summary>
    public Protocol this[int row] =>
        new(
            Layout,
            StationOf(row),
            CopyKind.PublishedTable,
            [.. Enumerable.Range(0, Layout.Columns.Count).Select(c => this[row, c])]
        )
        {
            By = CopyOf(row),
            Lineage = LineageOf(row),
        };

    /// <summary>The place of a row, for findings.</summary>
    public Location At(int row) => new(File, LineOf(row));

    /// <summary>The number of the first row of a chunk.</summary>
    internal int StartOf(int chunk) => starts[chunk];

    internal (ProtocolChunk Chunk, int Row) Find(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
        var index = Array.BinarySearch(starts, row);
        index = index < 0 ? ~index - 1 : index;
        while (starts[index + 1] == row)
        {
            index++;
        }

        return (chunks[index], row - starts[index]);
    }
}
