using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Scrutineer.Counting.Forms;
using Scrutineer.Files;
using Scrutineer.Observation;
using Scrutineer.Observation.Forms;
using Scrutineer.Web.Pages;

namespace Scrutineer.Web.Observers;

/// <summary>All that an observer's device needs without a network: the forms, the units, the columns of the protocol and what stands beside them.</summary>
internal sealed class ObserverData
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The data of an election, the same as long as its dossier is.</summary>
    public ObserverData(ElectionSetup setup)
    {
        Bytes = Write(setup);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Bytes));
    }

    /// <summary>The document, in UTF-8.</summary>
    public byte[] Bytes { get; }

    /// <summary>Its SHA-256, in base 16.</summary>
    public string Sha256 { get; }

    private static byte[] Write(ElectionSetup setup)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Plain))
        {
            json.WriteStartObject();
            json.WriteString("election", setup.Dossier.File.Id);
            json.WriteString("title", setup.Dossier.File.Title);
            json.WriteStartArray("columns");
            json.WriteRawValue(LayoutJson.Of(setup.Layout));
            json.WriteEndArray();
            json.WriteStartArray("fields");
            foreach (var column in setup.Layout.Columns)
            {
                json.WriteStartObject();
                json.WriteString("row", column.Field.Row);
                json.WriteString("label", FieldName.Of(setup, column));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("forms");
            foreach (var form in setup.Forms)
            {
                ObservationFormJson.Write(json, form);
            }

            json.WriteEndArray();
            Strings("units", setup.Tree.Units.Select(u => u.Path.Text));
            Strings("incidentCategories", ScalarType.Of(typeof(IncidentKind))!.Words);
            Strings("incidentSeverities", ScalarType.Of(typeof(IncidentSeverity))!.Words);
            json.WriteEndObject();

            void Strings(string name, IEnumerable<string> values)
            {
                json.WriteStartArray(name);
                foreach (var value in values)
                {
                    json.WriteStringValue(value);
                }

                json.WriteEndArray();
            }
        }

        return stream.ToArray();
    }
}
