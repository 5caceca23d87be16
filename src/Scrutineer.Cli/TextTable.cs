using System.Text;

namespace Scrutineer.Cli;

/// <summary>Tables for a terminal: columns line up in Latin, Cyrillic and Kazakh letters, numbers to the right.</summary>
internal static class TextTable
{
    /// <summary>The table as text, each line indented by two spaces.</summary>
    /// <param name="header">The names of the columns; those that begin with <c>&gt;</c> are aligned to the right.</param>
    /// <param name="rows">The rows.</param>
    public static string Of(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var names = header.Select(h => h.TrimStart('>')).ToList();
        var right = header.Select(h => h.StartsWith('>')).ToList();
        var widths = names
            .Select((n, i) => Math.Max(Width(n), rows.Count == 0 ? 0 : rows.Max(r => Width(r[i]))))
            .ToList();
        var text = new StringBuilder();
        Line(names);
        Line(widths.ConvertAll(w => new string('-', w)));
        foreach (var row in rows)
        {
            Line(row);
        }

        return text.ToString();

        void Line(IReadOnlyList<string> cells)
        {
            var line = new StringBuilder();
            for (var i = 0; i < cells.Count; i++)
            {
                var padding = new string(' ', widths[i] - Width(cells[i]));
                line.Append("  ").Append(right[i] ? padding + cells[i] : cells[i] + padding);
            }

            text.Append(line.ToString().TrimEnd()).Append('\n');
        }
    }

    /// <summary>Columns that a text takes on a terminal: combining marks take none.</summary>
    private static int Width(string text) =>
        text.EnumerateRunes()
            .Count(r =>
                Rune.GetUnicodeCategory(r)
                    is not (
                        System.Globalization.UnicodeCategory.NonSpacingMark
                        or System.Globalization.UnicodeCategory.EnclosingMark
                        or System.Globalization.UnicodeCategory.Format
                    )
            );
}
