using System.Text.Json.Nodes;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Law;

/// <summary>What a condition counts.</summary>
public enum WhenCount
{
    /// <summary>The lists that take part.</summary>
    Admitted,

    /// <summary>The seats to be filled.</summary>
    ContestSeats,

    /// <summary>The seats that are not awarded yet.</summary>
    SeatsLeft,
}

/// <summary>The condition of a rule: bounds on counts of the standing, or that an earlier rule admitted a list.</summary>
/// <param name="Counts">The bounds, all of which must be met; empty where a rule is named.</param>
/// <param name="Rule">The earlier rule; nothing where a number is bound.</param>
/// <param name="At">Where it stands.</param>
public sealed record When(IReadOnlyList<KeyValuePair<WhenCount, Bound>> Counts, string? Rule, Findings.Location At)
    : IReadable<When>
{
    /// <summary>Whether the condition is met.</summary>
    public bool IsMetBy(Standing standing) =>
        Rule is null
            ? Counts.All(c =>
                c.Value.IsMetBy(
                    c.Key switch
                    {
                        WhenCount.Admitted => standing.AdmittedCount,
                        WhenCount.ContestSeats => standing.ContestSeats,
                        _ => standing.SeatsLeft,
                    }
                )
            )
            : standing.ByRule.TryGetValue(Rule, out var members) && members.Length > 0;

    /// <summary>The condition in words, to stand before a colon.</summary>
    public string InWords() =>
        Rule is null
            ? "If " + string.Join(" and ", Counts.Select(c => InWords(c.Key, c.Value)))
            : $"If the rule '{Rule}' admitted a list";

    private static string InWords(WhenCount count, Bound bound) =>
        count switch
        {
            WhenCount.Admitted => bound is { Relation: Relation.Exactly, Value.Sign: 0 }
                ? "no list takes part"
                : $"{bound} {(bound.Value == 1 ? "list takes" : "lists take")} part",
            WhenCount.ContestSeats => $"there are {bound} seats to fill",
            _ => $"{bound} {(bound.Value == 1 ? "seat is" : "seats are")} left",
        };

    /// <inheritdoc/>
    public static When? Read(Node node, FieldReader reader)
    {
        if (node is not MappingNode { Entries.Count: > 0 } mapping)
        {
            reader.Problems.Add(
                node.At,
                "The condition has another form.",
                "conditions such as { admitted: exactly 1 }, { contest-seats: at least 19 } or { RULE: admitted }",
                "Write one of these."
            );
            return null;
        }

        var words = ScalarType.Of(typeof(WhenCount))!;
        if (
            mapping.Entries is [var only]
            && words.Parse(only.Key.Text) is null
            && only.Value is ScalarNode { Text: "admitted" }
        )
        {
            return new When([], only.Key.Text, node.At);
        }

        var counts = new List<KeyValuePair<WhenCount, Bound>>();
        foreach (var (key, value) in mapping.Entries)
        {
            if (words.Parse(key.Text) is not WhenCount count)
            {
                reader.Problems.Add(
                    key.At,
                    $"'{key.Text}' is not something that a condition counts.",
                    words.Expected + "; or { RULE: admitted } alone",
                    Problems.Nearest(key.Text, words.Words)
                );
                return null;
            }

            if (reader.Value(typeof(Bound), value, $"'{key.Text}'") is not Bound bound)
            {
                return null;
            }

            counts.Add(KeyValuePair.Create(count, bound));
        }

        return new When(counts, null, node.At);
    }

    /// <inheritdoc/>
    public static JsonObject Schema(SchemaWriter schema)
    {
        JsonObject Bounds() =>
            new(
                ScalarType
                    .Of(typeof(WhenCount))!
                    .Words.Select(w => KeyValuePair.Create(w, (JsonNode?)schema.Of(typeof(Bound))))
            );
        return new JsonObject
        {
            ["type"] = "object",
            ["minProperties"] = 1,
            ["anyOf"] = new JsonArray(
                new JsonObject { ["properties"] = Bounds(), ["additionalProperties"] = false },
                new JsonObject
                {
                    ["maxProperties"] = 1,
                    ["properties"] = Bounds(),
                    ["additionalProperties"] = new JsonObject { ["const"] = "admitted" },
                }
            ),
        };
    }
}
