using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Scrutineer.Files;

namespace Scrutineer.Cli.Tests.Contracts;

/// <summary>The part of JSON Schema (draft 2020-12) that the product's schemas use, so that they can be held against files.</summary>
internal sealed partial class JsonSchema(JsonObject top)
{
    private readonly List<string> objections = [];

    /// <summary>Why a file is not valid, each with its path; empty where it is.</summary>
    public static IReadOnlyList<string> Validate(string schema, Node file)
    {
        var validator = new JsonSchema(JsonNode.Parse(schema)!.AsObject());
        validator.Validate(validator.top, ToJson(file), "");
        return validator.objections;
    }

    private readonly JsonObject top = top;

    private void Validate(JsonObject schema, JsonNode? value, string path)
    {
        foreach (var (keyword, argument) in schema)
        {
            var held = keyword switch
            {
                "$ref" => Refer(argument!.GetValue<string>(), value, path),
                "type" => (argument is JsonArray types ? types.Select(t => t!) : [argument!]).Any(t =>
                    IsOf(t.GetValue<string>(), value)
                ),
                "enum" => argument!.AsArray().Any(a => JsonNode.DeepEquals(a, value)),
                "const" => JsonNode.DeepEquals(argument, value),
                "pattern" => !IsOf("string", value)
                    || Regex.IsMatch(
                        value!.GetValue<string>(),
                        argument!.GetValue<string>(),
                        RegexOptions.None,
                        OneSecond
                    ),
                "minLength" => !IsOf("string", value) || value!.GetValue<string>().Length >= argument!.GetValue<int>(),
                "minimum" => !IsOf("number", value) || value!.GetValue<decimal>() >= argument!.GetValue<decimal>(),
                "minProperties" => value is not JsonObject o || o.Count >= argument!.GetValue<int>(),
                "maxProperties" => value is not JsonObject o || o.Count <= argument!.GetValue<int>(),
                "required" => value is not JsonObject o
                    || argument!.AsArray().All(r => o.ContainsKey(r!.GetValue<string>())),
                "oneOf" => argument!.AsArray().Count(s => Holds(s!.AsObject(), value)) == 1,
                "anyOf" => argument!.AsArray().Any(s => Holds(s!.AsObject(), value)),
                "items" => Each(argument!.AsObject(), value, path),
                "properties" => Properties(argument!.AsObject(), value, path),
                "additionalProperties" => Others(schema, argument!, value, path),
                "$schema" or "$id" or "$defs" or "title" or "description" or "format" => true,
                _ => throw new NotSupportedException($"The test does not know the keyword '{keyword}'."),
            };
            if (!held)
            {
                objections.Add(
                    $"{path}: {keyword} {argument?.ToJsonString()} does not hold of {value?.ToJsonString() ?? "null"}"
                );
            }
        }
    }

    private bool Holds(JsonObject schema, JsonNode? value)
    {
        var inner = new JsonSchema(top);
        inner.Validate(schema, value, "");
        return inner.objections.Count == 0;
    }

    private bool Refer(string reference, JsonNode? value, string path)
    {
        var name = reference["#/$defs/".Length..];
        Validate(top["$defs"]![name]!.AsObject(), value, path);
        return true;
    }

    private bool Each(JsonObject schema, JsonNode? value, string path)
    {
        foreach (var (index, item) in (value as JsonArray ?? []).Index())
        {
            Validate(schema, item, $"{path}[{index}]");
        }

        return true;
    }

    private bool Properties(JsonObject properties, JsonNode? value, string path)
    {
        foreach (var (name, schema) in properties)
        {
            if (value is JsonObject o && o.ContainsKey(name))
            {
                Validate(schema!.AsObject(), o[name], $"{path}.{name}");
            }
        }

        return true;
    }

    private bool Others(JsonObject schema, JsonNode additional, JsonNode? value, string path)
    {
        var known = (schema["properties"] as JsonObject)?.Select(p => p.Key).ToHashSet() ?? [];
        foreach (var (name, item) in (value as JsonObject ?? []).Where(p => !known.Contains(p.Key)))
        {
            if (additional is JsonObject others)
            {
                Validate(others, item, $"{path}.{name}");
            }
            else if (!additional.GetValue<bool>())
            {
                objections.Add($"{path}.{name}: is not known");
            }
        }

        return true;
    }

    private static bool IsOf(string type, JsonNode? value) =>
        type switch
        {
            "object" => value is JsonObject,
            "array" => value is JsonArray,
            "string" => value is JsonValue && value.GetValueKind() == System.Text.Json.JsonValueKind.String,
            "number" => value is JsonValue && value.GetValueKind() == System.Text.Json.JsonValueKind.Number,
            "integer" => IsOf("number", value) && decimal.IsInteger(value!.GetValue<decimal>()),
            _ => throw new NotSupportedException($"The test does not know the type '{type}'."),
        };

    /// <summary>
    /// A file as an editor sees it, by the core schema of YAML 1.2: a plain number is a number, a plain true, false or
    /// null is none of the texts that the product reads.
    /// </summary>
    private static JsonNode? ToJson(Node node) =>
        node switch
        {
            MappingNode mapping => new JsonObject(
                mapping.Entries.Select(e => KeyValuePair.Create(e.Key.Text, ToJson(e.Value)))
            ),
            SequenceNode sequence => new JsonArray([.. sequence.Items.Select(ToJson)]),
            ScalarNode { Quoted: false } plain when Number().IsMatch(plain.Text) => JsonValue.Create(
                decimal.Parse(plain.Text, CultureInfo.InvariantCulture)
            ),
            ScalarNode { Quoted: false, Text: "true" or "false" } plain => JsonValue.Create(plain.Text == "true"),
            ScalarNode { Quoted: false, Text: "null" or "~" } => null,
            ScalarNode scalar => JsonValue.Create(scalar.Text),
            _ => throw new NotSupportedException(node.Kind),
        };

    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    [GeneratedRegex(@"\A-?[0-9]{1,20}(\.[0-9]{1,8})?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
