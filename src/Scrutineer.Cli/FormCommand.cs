using System.CommandLine;
using Scrutineer.Counting.Forms;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Observation.Forms;
using Scrutineer.Publishing;

namespace Scrutineer.Cli;

/// <summary>
/// <c>form</c>: validates a form of a protocol and prints its fields and control relations in words, or an observation form as it
/// is filled in on paper.
/// </summary>
internal static class FormCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file")
        {
            Description = "A form file, such as forms/kz/station-2021.yaml; with @VARIANT where it has several.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var language = new Option<string>("--language")
        {
            Description = "The language of an observation form: en, ru or kk.",
            DefaultValueFactory = _ => "en",
        };
        language.AcceptOnlyFromAmong([.. ObservationForm.Languages]);
        var command = new Command(
            "form",
            "Validates the form of a protocol and prints its fields and control relations in words; of an observation form, "
                + "its questions, to be answered on paper.\n\n"
                + "Examples:\n"
                + "  scrutineer form forms/kz/station-2021.yaml\n"
                + "  scrutineer form forms/nl/record.yaml@csb\n"
                + "  scrutineer form forms/observation/opening.yaml --language ru"
        )
        {
            file,
            json,
            language,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            if (IsObservation(parsed.GetValue(file)!))
            {
                if (ObservationForm.Read(parsed.GetValue(file)!, problems) is not { } asked)
                {
                    return CommandLine.Report(problems);
                }

                CommandLine.Write(
                    parsed.GetValue(json)
                        ? ObservationFormText.Json(asked)
                        : ObservationFormText.Paper(asked, parsed.GetValue(language)!)
                );
                return CommandLine.Done;
            }

            var reference = FormReference.Parse(parsed.GetValue(file)!);
            if (ProtocolForm.Read(reference.Form, reference.Variant, problems) is not { } form)
            {
                return CommandLine.Report(problems);
            }

            CommandLine.Write(parsed.GetValue(json) ? Json(form) : Text(form));
            return CommandLine.Done;
        });
        return command;
    }

    // Both kinds of form lie below forms/. What a file is stands in it; one that cannot be read is told as a protocol's form.
    private static bool IsObservation(string path) =>
        SourceText.Read(path, new Problems()) is { } source
        && YamlReader.Read(source, new Problems())?[ObservationForm.Mark] is not null;

    private static string Text(ProtocolForm form)
    {
        var text =
            Words.Wrap(FormWords.Head(form), 0)
            + "\n"
            + TextTable.Of(
                ["row", "field", "counts", "figure"],
                [
                    .. form.Fields.Select(f =>
                        (IReadOnlyList<string>)
                            [
                                f.Row ?? "",
                                f.Name + (f.EachOf is { } each ? $" (each of {ScalarType.Word(each)})" : ""),
                                ScalarType.Word(f.Unit),
                                f.Figure is { } figure ? ScalarType.Word(figure) : "",
                            ]
                    ),
                ]
            );
        foreach (var relation in form.Relations)
        {
            text +=
                $"\n{relation.Code} ({ScalarType.Word(relation.Severity)})\n"
                + Words.Wrap(
                    $"{FormWords.Sentence(form, relation)} ({relation.Cite ?? form.File.Cite}; {ScalarType.Word(relation.Checked ?? form.File.Checked)})",
                    2
                )
                + (relation.Note is { } note ? Words.Wrap("Note: " + note, 4) : "");
        }

        return text;
    }

    private static string Json(ProtocolForm form) =>
        ResultJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("form", form.Id);
            json.WriteString("title", form.Title);
            json.WriteString("sha256", form.Source.Sha256);
            json.WriteStartArray("fields");
            foreach (var field in form.Fields)
            {
                json.WriteStartObject();
                json.WriteString("field", field.Name);
                json.WriteString("means", field.Means);
                json.WriteString("counts", ScalarType.Word(field.Unit));
                if (field.Row is { } row)
                {
                    json.WriteString("row", row);
                }

                if (field.Figure is { } figure)
                {
                    json.WriteString("figure", ScalarType.Word(figure));
                }

                if (field.EachOf is { } each)
                {
                    json.WriteString("each-of", ScalarType.Word(each));
                }

                json.WriteBoolean("required", field.Required == YesNo.Yes);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("relations");
            foreach (var relation in form.Relations)
            {
                json.WriteStartObject();
                json.WriteString("code", relation.Code);
                json.WriteString("severity", ScalarType.Word(relation.Severity));
                json.WriteString("sentence", FormWords.Sentence(form, relation));
                json.WriteString("basis", relation.Cite ?? form.File.Cite);
                json.WriteString("checked", ScalarType.Word(relation.Checked ?? form.File.Checked));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
}
