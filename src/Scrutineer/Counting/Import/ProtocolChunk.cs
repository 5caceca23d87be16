using Scrutineer.Counting.Forms;

namespace Scrutineer.Counting.Import;

/// <summary>The protocols of one block of lines, row by row: one cell a column of the layout.</summary>
/// <remarks>
/// A cell of nought or more is the number itself; below nought it says why there is none, or that the number is too great
/// for 32 bits and stands in <see cref="Large"/>. So a million protocols of twenty figures take 80 MB.
/// </remarks>
internal sealed class ProtocolChunk(int sequence, int width, int capacity)
{
    public const int NotReported = -1;
    public const int Blank = -2;
    public const int Illegible = -3;
    public const int IsLarge = -4;

    // The names of the stations one after another.
    private byte[] names = GC.AllocateUninitializedArray<byte>(Math.Max(64, capacity * 8));

    public int Sequence { get; } = sequence;

    public int Rows { get; set; }

    public int[] Cells { get; } = GC.AllocateUninitializedArray<int>(capacity * width);

    public int[] Lines { get; } = GC.AllocateUninitializedArray<int>(capacity);

    /// <summary>Where each row begins, from the start of the block.</summary>
    public int[] Offsets { get; } = GC.AllocateUninitializedArray<int>(capacity);

    /// <summary>Where the block begins in the file.</summary>
    public long Offset { get; init; }

    /// <summary>The unit above each station: a number of the reader's names, later of the table's units.</summary>
    public int[] Parents { get; } = GC.AllocateUninitializedArray<int>(capacity);

    public ulong[] Hashes { get; } = GC.AllocateUninitializedArray<ulong>(capacity);

    /// <summary>Where each name ends.</summary>
    public int[] NameEnds { get; } = GC.AllocateUninitializedArray<int>(capacity);

    /// <summary>Whose copy each row is; nothing where the mapping does not say.</summary>
    public int[]? Copies { get; init; }

    /// <summary>When each row was reported, in ticks of UTC or local time as written; nothing where the mapping does not say.</summary>
    public long[]? Moments { get; init; }

    /// <summary>In the rows of a long table, the column of the layout that each figure fills.</summary>
    public int[]? Figures { get; set; }

    /// <summary>Numbers beyond 32 bits by cell.</summary>
    public Dictionary<int, long> Large { get; } = [];

    /// <summary>Relations that are broken, by row.</summary>
    public List<(int Row, int Relation)> Broken { get; } = [];

    /// <summary>Columns that are wrong by themselves, by row.</summary>
    public List<(int Row, FieldFault Fault)> Faults { get; } = [];

    /// <summary>The reader whose names <see cref="Parents"/> and <see cref="Copies"/> still refer to.</summary>
    public int Reader { get; set; }

    /// <summary>The code of a cell without a number, or of a number beyond 32 bits.</summary>
    public static int CodeOf(CountState state) =>
        state switch
        {
            CountState.Known => IsLarge,
            CountState.Blank => Blank,
            CountState.Illegible => Illegible,
            _ => NotReported,
        };

    /// <summary>Notes what the form says about a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="check">What it says.</param>
    /// <param name="relations">The index of each relation.</param>
    /// <param name="untold">For each relation, how often it could not be told; counted on.</param>
    public void Take(int row, ProtocolCheck check, IReadOnlyDictionary<ControlRelation, int> relations, long[] untold)
    {
        foreach (var fault in check.Faults)
        {
            Faults.Add((row, fault));
        }

        foreach (var broken in check.Broken)
        {
            Broken.Add((row, relations[broken.Relation]));
        }

        foreach (var relation in check.Untold)
        {
            untold[relations[relation]]++;
        }
    }

    /// <summary>Keeps the name of a row's station; rows come in order.</summary>
    public void AddName(int row, ReadOnlySpan<byte> name)
    {
        var start = row == 0 ? 0 : NameEnds[row - 1];
        var end = start + name.Length;
        if (end > names.Length)
        {
            Array.Resize(ref names, Math.Max(names.Length * 2, end));
        }

        name.CopyTo(names.AsSpan(start));
        NameEnds[row] = end;
    }

    public ReadOnlySpan<byte> NameOf(int row)
    {
        var start = row == 0 ? 0 : NameEnds[row - 1];
        return names.AsSpan(start, NameEnds[row] - start);
    }

    /// <summary>The number and state of a cell.</summary>
    public (long Value, CountState State) this[int row, int column]
    {
        get
        {
            var index = (row * width) + column;
            return Cells[index] switch
            {
                >= 0 and var value => (value, CountState.Known),
                IsLarge => (Large[index], CountState.Known),
                Blank => (0, CountState.Blank),
                Illegible => (0, CountState.Illegible),
                _ => (0, CountState.NotReported),
            };
        }
    }
}
