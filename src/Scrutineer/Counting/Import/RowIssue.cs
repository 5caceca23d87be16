namespace Scrutineer.Counting.Import;

/// <summary>What is wrong with a row of a foreign table, or with one of its cells.</summary>
public enum RowIssueKind
{
    /// <summary>The row has more or fewer columns than the header; it is left out.</summary>
    OtherWidth,

    /// <summary>A quotation mark is not closed on its line; the row is left out.</summary>
    OpenQuote,

    /// <summary>Text follows a closing quotation mark; the row is left out.</summary>
    TextAfterQuote,

    /// <summary>The line is too long to be read; it is left out.</summary>
    TooLong,

    /// <summary>The header stands in the table again; the line is no protocol.</summary>
    HeaderAgain,

    /// <summary>A unit has no name, as in a row that holds a sum; the row is left out.</summary>
    NoUnitName,

    /// <summary>Bytes of a name are not in the encoding of the mapping; the row is counted, its unit's name is not sure.</summary>
    OtherEncoding,

    /// <summary>A cell that should hold a number holds something else; the figure is illegible, the row is counted.</summary>
    NoNumber,

    /// <summary>The moment of the report cannot be read; the row is counted as reported before every moment.</summary>
    NoMoment,

    /// <summary>A long table names a figure that the mapping does not know; the cell is left out.</summary>
    UnknownFigure,

    /// <summary>A long table gives a figure of one unit twice with different numbers; the first is counted.</summary>
    FigureTwice,
}

/// <summary>An issue at its place.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Fault">Why a cell holds no number; none for other kinds.</param>
/// <param name="Column">The column of the table, from 1; 0 where the whole row is meant.</param>
/// <param name="Text">What stands there, shortened.</param>
/// <param name="Number">A number that belongs to it: the columns of the row, the line that said otherwise.</param>
public readonly record struct RowIssue(
    int Line,
    RowIssueKind Kind,
    NumberFault Fault,
    int Column,
    string Text,
    int Number
);

/// <summary>Keeps the first issues of each kind and counts them all, so that a hopeless file does not fill the memory.</summary>
internal sealed class RowIssues
{
    /// <summary>How many of each kind are kept.</summary>
    public const int Kept = 1000;

    private static readonly int Kinds = Enum.GetValues<RowIssueKind>().Length;

    private readonly List<RowIssue>[] kept = [.. Enumerable.Range(0, Kinds).Select(_ => new List<RowIssue>())];
    private readonly long[] counts = new long[Kinds];

    public long CountOf(RowIssueKind kind) => counts[(int)kind];

    public void Add(RowIssue issue)
    {
        counts[(int)issue.Kind]++;
        if (kept[(int)issue.Kind].Count < Kept)
        {
            kept[(int)issue.Kind].Add(issue);
        }
    }

    /// <summary>Whether an issue of the kind would still be kept, so that its text is worth making.</summary>
    public bool Keeps(RowIssueKind kind) => kept[(int)kind].Count < Kept;

    /// <summary>The kept issues of a kind in order of lines.</summary>
    public IReadOnlyList<RowIssue> Of(RowIssueKind kind) => kept[(int)kind];

    /// <summary>
    /// Joins the issues of several readers. Each took its blocks in order, so the first of all are among the first of each.
    /// </summary>
    public static RowIssues Join(IEnumerable<RowIssues> parts)
    {
        var all = parts.ToList();
        var joined = new RowIssues();
        for (var kind = 0; kind < Kinds; kind++)
        {
            joined.counts[kind] = all.Sum(p => p.counts[kind]);
            joined
                .kept[kind]
                .AddRange(all.SelectMany(p => p.kept[kind]).OrderBy(i => i.Line).ThenBy(i => i.Column).Take(Kept));
        }

        return joined;
    }
}
