using System.Text.Json.Nodes;
using Scrutineer.Files;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Law;

/// <summary>The condition of a rule: a number of admitted lists, or that an earlier rule admitted a list.</summary>
/// <param name="Admitted">The bound on the number of admitted lists; nothing where a rule is named.</param>
/// <param name="Rule">The earlier rule; nothing where a number is bound.</param>
/// <param name="At">Where it stands.</param>
public sealed record When(Bound? Admitted, string? Rule, Findings.Location At) : IReadable<When>
{
    /// <summary>Whether the condition is met.</summary>
    public bool IsMetBy(Standing standing) =>
        Admitted is { } bound
            ? bound.IsMetBy(standing.AdmittedCount)
            : standing.ByRule.TryGetValue(Rule!, out var members) && members.Length > 0;

    /// <summary>The condition in words, to stand before a colon.</summary>
    public string InWords() =>
        Admitted is { } bound
            ? bound is { Relation: Relation.Exactly, Value.Sign: 0 }
                ? "If no list takes part"
                : $"If {bound} {(bound.Value == 1 ? "list takes" : "lists take")} part"
            : $"If the rule '{Rule}' admitted a list";

    /// <inheritdoc/>
    public static When? Read(Node node, FieldReader reader)
    {
        if (node is not MappingNode { Entries: [var only] } || only.Value is not ScalarNode text)
        {
            reader.Problems.Add(
                node.At,
                "The condition has another form.",
                "one condition: { admitted: exactly 1 } or { RULE: admitted }",
                "Write one of the two."
            );
            return null;
        }

        if (string.Equals(only.Key.Text, "admitted", StringComparison.Ordinal))
        {
            return reader.Value(typeof(Bound), text, "'admitted'") is Bound bound
                ? new When(bound, null, node.At)
                : null;
        }

        if (string.Equals(text.Text, "admitted", StringComparison.Ordinal))
        {
            return new When(null, only.Key.Text, node.At);
        }

        reader.Problems.Add(text.At, $"Here stands '{text.Text}'.", "the word 'admitted'", "Write { RULE: admitted }.");
        return null;
    }

    /// <inheritdoc/>
    public static JsonObject Schema(SchemaWriter schema) =>
        new()
        {
            ["type"] = "object",
            ["minProperties"] = 1,
            ["maxProperties"] = 1,
            ["properties"] = new JsonObject { ["admitted"] = schema.Of(typeof(Bound)) },
            ["additionalProperties"] = new JsonObject { ["const"] = "admitted" },
        };
}
