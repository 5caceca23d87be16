using Scrutineer.Findings;

namespace Scrutineer.Files;

/// <summary>One row of a table.</summary>
public sealed class TableRow
{
    private readonly string path;
    private readonly IReadOnlyList<string> columns;
    private readonly int[] positions;
    private readonly string[] fields;
    private readonly int[] places;

    internal TableRow(
        string path,
        int line,
        IReadOnlyList<string> columns,
        int[] positions,
        string[] fields,
        int[] places
    )
    {
        this.path = path;
        Line = line;
        this.columns = columns;
        this.positions = positions;
        this.fields = fields;
        this.places = places;
    }

    /// <summary>The line in the file, from 1.</summary>
    public int Line { get; }

    /// <summary>The field of a column; empty where the file has no such column.</summary>
    public string this[string column] => IndexOf(column) is var i and >= 0 ? fields[i] : "";

    /// <summary>Where the field of a column stands.</summary>
    public Location At(string column) => new(path, Line, IndexOf(column) is var i and >= 0 ? places[i] : 1);

    private int IndexOf(string column)
    {
        for (var i = 0; i < positions.Length; i++)
        {
            if (string.Equals(columns[positions[i]], column, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
