using System.CommandLine;
using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Totals;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Publishing;

namespace Scrutineer.Cli;

/// <summary><c>import</c>: shows what a mapping makes of a table, and explains what it could not map.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var table = new Argument<string>("table") { Description = "A table of protocols (CSV, also zipped)." };
        var form = new Option<string?>("--form")
        {
            Description = "The form, as a path or as country/name; by default the one that the mapping names.",
        };
        var map = new Option<string?>("--map")
        {
            Description = "The mapping, as a path or as country/name, such as ru/duma-2021.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var command = new Command(
            "import",
            "Shows what a mapping makes of a table of protocols: each column with its first values, the columns it says\n"
                + "nothing about, the fields it does not fill, and what could not be read. Nothing is copied.\n\n"
                + "Example:\n  scrutineer import 2021.csv.zip --map ru/duma-2021"
        )
        {
            table,
            form,
            map,
            json,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var path = parsed.GetValue(table)!;
            var source = ProtocolSource.Find(path, parsed.GetValue(form), parsed.GetValue(map), null, problems);
            var preview = source is null ? null : TablePreview.Of(source.Path, source.Mapping, source.Layout, problems);
            if (source is null || preview is null)
            {
                return CommandLine.Report(problems);
            }

            ProtocolCount? count = null;
            if (!problems.Any)
            {
                var progress = new Progress();
                var read = TableReader.Read(source.Path, source.Mapping, source.Layout, problems, progress.Tell);
                progress.Done();
                count = read is null ? null : ProtocolCount.Of(read);
            }

            if (parsed.GetValue(json))
            {
                CommandLine.Write(Json(preview, source, count, problems));
            }
            else
            {
                CommandLine.Write(Text(preview, source, count));
            }

            return problems.Any ? CommandLine.Report(problems)
                : count!.Table.LeftOut.Any(l => l.IsLoss) || count.Findings.Any(f => f.Severity == Severity.Error)
                    ? CommandLine.DoneWithErrors
                : CommandLine.Done;
        });
        return command;
    }

    private static string Text(TablePreview preview, ProtocolSource source, ProtocolCount? count)
    {
        var text = source.Mapping.File.Synthetic == YesNo.Yes ? CountText.Synthetic : "";
        text += Words.Wrap($"{preview.File}, read by {source.Mapping.File.Id} as {source.Layout.Form.Id}", 0) + "\n";
        text += TextTable.Of(
            [">column", "header", "taken for", "first values"],
            [
                .. preview.Columns.Select(c =>
                    (IReadOnlyList<string>)
                        [
                            Shown.Whole(c.Position),
                            Short(c.Header, 34),
                            c.Role,
                            Short(string.Join(" | ", c.Samples.Select(s => Short(s, 12))), 40),
                        ]
                ),
            ]
        );
        var unmapped = preview.Columns.Where(c => c.Role == "?").ToList();
        text +=
            unmapped.Count == 0
                ? "\nThe mapping says something about every column.\n"
                : "\n"
                    + Words.Wrap(
                        $"The mapping says nothing about {Shown.Of(unmapped.Count, "column", "columns")}: {string.Join(", ", unmapped.Take(20).Select(c => $"#{c.Position} {Short(c.Header, 30)}"))}. Map them, or name them under 'ignore'.",
                        0
                    );
        if (preview.Missing.Count > 0)
        {
            text += Words.Wrap(
                $"Nothing fills {Shown.Of(preview.Missing.Count, "field", "fields")} of the form, and relations that need them cannot be told: {string.Join(", ", preview.Missing.Take(20))}.",
                0
            );
        }

        if (count is null)
        {
            return text;
        }

        var levels = string.Join(", ", count.Levels.Select(l => $"{l.Key} {Shown.Whole(l.Value)}"));
        text += Words.Wrap(
            $"{Shown.Of(count.Table.Count, "protocol", "protocols")} can be read; by level: {levels}.",
            0
        );
        foreach (var left in count.LeftOut)
        {
            text += Words.Wrap($"Left out, {Shown.Of(left.Rows, "row", "rows")}: {left.Because}.", 0);
        }

        foreach (var group in count.Findings.Where(f => f.Severity > Severity.Info).GroupBy(f => f.Code))
        {
            text += Words.Wrap(
                $"{group.Key}, {Shown.Of(group.Count(), "finding", "findings")}; the first: {group.First().Statement}",
                0
            );
        }

        return text + $"SHA-256 {count.Table.Sha256}\n";
    }

    private static string Json(TablePreview preview, ProtocolSource source, ProtocolCount? count, Problems problems) =>
        ResultJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("file", preview.File);
            json.WriteString("mapping", source.Mapping.File.Id);
            json.WriteString("form", source.Layout.Form.Id);
            json.WriteBoolean("synthetic", source.Mapping.File.Synthetic == YesNo.Yes);
            if (count is not null)
            {
                json.WriteString("sha256", count.Table.Sha256);
                json.WriteNumber("protocols", count.Table.Count);
            }

            json.WriteStartArray("columns");
            foreach (var column in preview.Columns)
            {
                json.WriteStartObject();
                json.WriteNumber("column", column.Position);
                json.WriteString("header", column.Header);
                json.WriteString("taken-for", column.Role);
                json.WriteStartArray("samples");
                foreach (var sample in column.Samples)
                {
                    json.WriteStringValue(sample);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("unmapped");
            foreach (var column in preview.Columns.Where(c => c.Role == "?"))
            {
                json.WriteStringValue(column.Header);
            }

            json.WriteEndArray();
            json.WriteStartArray("missing");
            foreach (var field in preview.Missing)
            {
                json.WriteStringValue(field);
            }

            json.WriteEndArray();
            json.WriteStartArray("problems");
            foreach (var problem in problems.InOrder())
            {
                json.WriteStringValue(problem.ToString());
            }

            json.WriteEndArray();
            json.WriteStartArray("findings");
            foreach (var finding in count?.Findings ?? [])
            {
                ResultJson.Finding(json, finding);
            }

            json.WriteEndArray();
            CountJson.LeftOut(json, count?.LeftOut ?? []);
            json.WriteEndObject();
        });

    private static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
