using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Scrutineer.Files;

/// <summary>
/// Writes the JSON Schema (draft 2020-12) of a file from the same types that the strict reader fills, so that editors
/// complete and check what the reader will accept.
/// </summary>
public sealed class SchemaWriter
{
    private readonly SortedDictionary<string, JsonObject> definitions = new(StringComparer.Ordinal);

    /// <summary>The schema of a file whose top is <paramref name="type"/>, as indented JSON ending in a line break.</summary>
    public static string Write(Type type, string title, string id)
    {
        var writer = new SchemaWriter();
        var top = writer.Of(type);
        var document = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = id,
            ["title"] = title,
        };
        foreach (var (name, value) in top.ToList())
        {
            top.Remove(name);
            document[name] = value;
        }

        document["$defs"] = new JsonObject(
            writer.definitions.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value))
        );
        return document.ToJsonString(Indented) + "\n";
    }

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema of a type: inline for texts and collections, a reference for mappings.</summary>
    public JsonObject Of(Type type)
    {
        if (ScalarType.Of(type) is { } scalar)
        {
            return scalar.Schema();
        }

        if (type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadable<>)))
        {
            return Reference(
                type,
                () =>
                    (JsonObject)
                        type.GetMethod("Schema", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [this])!
            );
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            return new JsonObject { ["type"] = "array", ["items"] = Of(type.GetGenericArguments()[0]) };
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            return new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(type.GetGenericArguments()[1]) };
        }

        return type == typeof(Node) ? [] : Reference(type, () => Fields(type));
    }

    /// <summary>The schema of a mapping with the fields of a type.</summary>
    public JsonObject Fields(Type type)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var (property, field) in FieldReader.Fields(type))
        {
            var schema = Of(field.ReadAs ?? property.PropertyType);
            schema["description"] = field.Meaning;
            properties[field.Name] = schema;
            if (field.Required)
            {
                required.Add(field.Name);
            }
        }

        var mapping = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        if (required.Count > 0)
        {
            mapping["required"] = required;
        }

        return mapping;
    }

    private JsonObject Reference(Type type, Func<JsonObject> schema)
    {
        var name = char.ToLowerInvariant(type.Name[0]) + type.Name[1..];
        if (!definitions.ContainsKey(name))
        {
            definitions[name] = [];
            definitions[name] = schema();
        }

        return new JsonObject { ["$ref"] = "#/$defs/" + name };
    }
}
