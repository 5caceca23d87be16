using System.Text.Encodings.Web;
using System.Text.Json;
using Scrutineer.Files;

namespace Scrutineer.Counting.Forms;

/// <summary>A layout as data, for a program that evaluates the same control relations elsewhere, such as a page while it is filled in.</summary>
public static class LayoutJson
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>
    /// One line of UTF-8: <c>columns</c> with name, whether a blank is a fault and the greatest number; <c>relations</c> in
    /// the order in which they are told, each with its statements over numbers of columns. Factors and constants are whole
    /// numbers as text.
    /// </summary>
    public static byte[] Of(FormLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain))
        {
            json.WriteStartObject();
            json.WriteString("form", layout.Form.Id);
            json.WriteStartArray("columns");
            var limits = layout.Limits.ToDictionary(l => l.Column, l => l.Most);
            foreach (var (index, column) in layout.Columns.Index())
            {
                json.WriteStartObject();
                json.WriteString("name", column.Name);
                json.WriteString("unit", ScalarType.Word(column.Field.Unit));
                json.WriteBoolean(
                    "blank-is-a-fault",
                    column.Field is { Required: YesNo.Yes, Blank: BlankMeaning.Unknown }
                );
                if (limits.TryGetValue(index, out var most))
                {
                    json.WriteNumber("most", most);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("relations");
            foreach (var relation in layout.Relations)
            {
                relation.Write(json, layout.Form);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
