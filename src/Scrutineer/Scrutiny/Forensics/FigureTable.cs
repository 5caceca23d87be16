namespace Scrutineer.Scrutiny.Forensics;

/// <summary>A table of figures: a decomposition, a profile, a histogram.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Caption">What it shows, with bases and units, in one sentence.</param>
/// <param name="Columns">The names of the columns of figures.</param>
/// <param name="Rows">The rows.</param>
public sealed record FigureTable(
    string Name,
    string Caption,
    IReadOnlyList<string> Columns,
    IReadOnlyList<FigureRow> Rows
)
{
    /// <summary>The name of the column of labels; empty where the rows have none.</summary>
    public string RowsAre { get; init; } = "";

    /// <summary>Whether it is the data of a chart: in JSON and in the report, and not in the text for a terminal.</summary>
    public bool IsForCharts { get; init; }

    /// <summary>How many rows the text for a terminal shows.</summary>
    public int Told { get; init; } = 20;
}

/// <summary>A row of a table of figures.</summary>
/// <param name="Label">What the row is about; empty where the first figures say it.</param>
/// <param name="Figures">The figures, one a column; the names are those of the columns.</param>
public sealed record FigureRow(string Label, IReadOnlyList<Figure> Figures);
