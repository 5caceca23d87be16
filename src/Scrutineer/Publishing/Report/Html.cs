using System.Text;
using System.Text.RegularExpressions;
using Scrutineer.Files;
using Scrutineer.Publishing.Charts;

namespace Scrutineer.Publishing.Report;

/// <summary>The few forms of HTML that the report is made of. Every text passes through <see cref="Text"/>.</summary>
internal static partial class Html
{
    /// <summary>A text for a page: escaped, digits in groups set apart by a narrow space that does not break.</summary>
    public static string Text(string text) => Groups().Replace(XmlText.Escape(text), "\u202f");

    /// <summary>A text for an attribute or an identifier: escaped only.</summary>
    public static string Plain(string text) => XmlText.Escape(text);

    /// <summary>
    /// An id or a file name from texts that anybody may have written: ASCII letters and digits stay, every other
    /// character is written as its code, so that different texts have different ids.
    /// </summary>
    public static string Id(params string[] parts)
    {
        var id = new StringBuilder();
        foreach (var (index, part) in parts.Index())
        {
            id.Append(index > 0 ? "-" : "");
            foreach (var character in part)
            {
                _ = char.IsAsciiLetterOrDigit(character)
                    ? id.Append(character)
                    : id.Append(character == '-' ? "-" : $"_{(int)character:x}_");
            }
        }

        return id.ToString();
    }

    /// <summary>A section with a heading that the contents list links to.</summary>
    public static string Section(string id, string heading, string content) =>
        $"<section id=\"{id}\" aria-labelledby=\"{id}-h\">\n<h2 id=\"{id}-h\">{Text(heading)}</h2>\n{content}</section>\n";

    /// <summary>A chart in a figure with a caption.</summary>
    public static string Figure(string chart, string caption) =>
        $"<figure>\n{chart}<figcaption>{Text(caption)}</figcaption>\n</figure>\n";

    /// <summary>
    /// A table with a caption, scrolling inside itself on a narrow screen, and a link to the same table as CSV.
    /// </summary>
    /// <param name="caption">What the table shows, with base and stage.</param>
    /// <param name="columns">The headings; one that begins with <c>&gt;</c> holds figures.</param>
    /// <param name="rows">The cells: text, or a cell made by <see cref="Cell"/>.</param>
    /// <param name="file">The name of the CSV file.</param>
    public static string Table(
        string caption,
        IReadOnlyList<string> columns,
        IReadOnlyList<IReadOnlyList<Cell>> rows,
        string file
    )
    {
        var text = new StringBuilder();
        text.Append("<figure class=\"table\">\n<figcaption>").Append(Text(caption));
        text.Append(" <a class=\"csv\" download=\"")
            .Append(Plain(file))
            .Append(".csv\" href=\"")
            .Append(Csv(columns, rows));
        text.Append("\">CSV</a></figcaption>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
            .Append(Text(caption));
        text.Append("\">\n<table aria-label=\"").Append(Text(caption)).Append("\">\n<thead><tr>");
        foreach (var column in columns)
        {
            text.Append(column.StartsWith('>') ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
                .Append(Text(column.TrimStart('>')))
                .Append("</th>");
        }

        text.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            var id = row.Select(c => c.RowId).FirstOrDefault(i => i is not null);
            text.Append(id is null ? "<tr>" : $"<tr id=\"{Plain(id)}\">");
            for (var i = 0; i < row.Count; i++)
            {
                var tag = i == 0 ? "th scope=\"row\"" : "td";
                var numeric = columns[i].StartsWith('>') ? " class=\"n\"" : "";
                text.Append('<')
                    .Append(tag)
                    .Append(numeric)
                    .Append('>')
                    .Append(row[i].Markup)
                    .Append(i == 0 ? "</th>" : "</td>");
            }

            text.Append("</tr>\n");
        }

        return text.Append("</tbody>\n</table>\n</div>\n</figure>\n").ToString();
    }

    private static string Csv(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<Cell>> rows)
    {
        var csv = string.Join(
            "\n",
            rows.Select(r => r.Select(c => c.Value))
                .Prepend(columns.Select(c => c.TrimStart('>')))
                .Select(r => string.Join(',', r.Select(Quoted)))
        );
        return "data:text/csv;charset=utf-8," + Uri.EscapeDataString(csv + "\n");
    }

    private static string Quoted(string value)
    {
        var plain = PlainNumber().IsMatch(value) ? value.Replace(",", "", StringComparison.Ordinal) : value;
        return CsvCell.Of(plain);
    }

    [GeneratedRegex(@"(?<=\d),(?=\d{3}(?!\d))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Groups();

    [GeneratedRegex(
        @"^[+-]?\d{1,3}(,\d{3})*(\.\d+)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex PlainNumber();
}
