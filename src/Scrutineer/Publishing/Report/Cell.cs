namespace Scrutineer.Publishing.Report;

/// <summary>One cell of a table: its value as text, and its markup.</summary>
/// <param name="Value">The value, for the CSV form.</param>
/// <param name="Markup">The markup.</param>
/// <param name="RowId">The anchor of the row, where this cell gives it one.</param>
internal sealed record Cell(string Value, string Markup, string? RowId = null)
{
    /// <summary>A plain text.</summary>
    public static implicit operator Cell(string text) => new(text, Html.Text(text));

    /// <summary>A text that links to an anchor of the page.</summary>
    public static Cell Link(string text, string anchor) =>
        new(text, $"<a href=\"#{Html.Plain(anchor)}\">{Html.Text(text)}</a>");
}
