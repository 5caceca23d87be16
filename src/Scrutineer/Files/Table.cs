using System.Text;
using CsvHelper;
using Scrutineer.Findings;

namespace Scrutineer.Files;

/// <summary>A small comma-separated table with a header, read whole; every field knows its place.</summary>
public sealed class Table
{
    private Table(IReadOnlyList<TableRow> rows) => Rows = rows;

    /// <summary>The rows below the header, without empty lines.</summary>
    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>
    /// Reads a table. Unknown or missing columns, rows of another width and stray quotation marks become problems; the
    /// other rows are still read.
    /// </summary>
    /// <param name="source">The text.</param>
    /// <param name="columns">The columns known; the first <paramref name="required"/> must be there.</param>
    /// <param name="required">How many of the columns must be there.</param>
    /// <param name="problems">Where problems go.</param>
    public static Table? Read(SourceText source, IReadOnlyList<string> columns, int required, Problems problems)
    {
        using var reader = CsvReader.FromText(
            source.Text,
            new CsvReaderOptions
            {
                Separator = ',',
                HasHeader = false,
                TrackLineNumbers = true,
                AllowLineBreaksInQuotes = false,
                MalformedData = CsvMalformedDataHandling.Recover,
                OnMalformedRecord = m =>
                    problems.Add(
                        new Location(source.Path, (int)m.LineNumber, 1),
                        $"The row has {Reason(m.Reason)}.",
                        "fields separated by commas, and quotation marks only around a whole field",
                        "Put the field in quotation marks and double those inside it."
                    ),
            }
        );
        int[]? positions = null;
        var rows = new List<TableRow>();
        while (reader.Read())
        {
            var line = (int)reader.LineNumber;
            if (reader.FieldCount == 1 && reader.GetSpan(0).IsEmpty)
            {
                continue;
            }

            var fields = new string[reader.FieldCount];
            var places = new int[reader.FieldCount];
            var column = 1;
            for (var i = 0; i < fields.Length; i++)
            {
                fields[i] = reader.GetString(i);
                places[i] = column;
                column += Encoding.UTF8.GetCharCount(reader.GetRawSpan(i)) + 1;
            }

            if (positions is null)
            {
                positions = Header(source.Path, line, fields, places, columns, required, problems);
                if (positions is null)
                {
                    return null;
                }

                continue;
            }

            if (fields.Length != positions.Length)
            {
                problems.Add(
                    new Location(source.Path, line, 1),
                    $"The row has {fields.Length} fields.",
                    $"{positions.Length} fields, as the header has",
                    "Add or remove commas; a comma inside a field needs quotation marks."
                );
                continue;
            }

            rows.Add(new TableRow(source.Path, line, columns, positions, fields, places));
        }

        return new Table(rows);
    }

    /// <summary>For each field of the file, which known column it is.</summary>
    private static int[]? Header(
        string path,
        int line,
        string[] fields,
        int[] places,
        IReadOnlyList<string> columns,
        int required,
        Problems problems
    )
    {
        var sound = true;
        var positions = new int[fields.Length];
        for (var i = 0; i < fields.Length; i++)
        {
            positions[i] = columns.ToList().IndexOf(fields[i]);
            if (positions[i] < 0)
            {
                problems.Add(
                    new Location(path, line, places[i]),
                    $"The header has a column '{fields[i]}'.",
                    "a known column",
                    Problems.Nearest(fields[i], columns)
                );
                sound = false;
            }
            else if (Array.IndexOf(positions, positions[i]) < i)
            {
                problems.Add(
                    new Location(path, line, places[i]),
                    $"The column '{fields[i]}' is given twice.",
                    "each column once",
                    "Remove one of the two."
                );
                sound = false;
            }
        }

        foreach (var missing in columns.Take(required).Where((_, i) => !positions.Contains(i)))
        {
            problems.Add(
                new Location(path, line, 1),
                $"The header has no column '{missing}'.",
                string.Join(",", columns),
                $"Add the column '{missing}'."
            );
            sound = false;
        }

        return sound ? positions : null;
    }

    private static string Reason(CsvMalformedReason reason) =>
        reason switch
        {
            CsvMalformedReason.StrayQuote => "a quotation mark inside a field",
            CsvMalformedReason.TextAfterClosingQuote => "text after a closing quotation mark",
            CsvMalformedReason.UnterminatedQuote => "a quotation mark that is not closed",
            CsvMalformedReason.LineBreakInQuotes => "a line break inside quotation marks",
            _ => "another form than the header",
        };
}
