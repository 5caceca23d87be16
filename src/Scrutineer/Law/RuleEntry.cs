using System.Text.Json.Nodes;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law.Evaluation;
using Scrutineer.Law.Rules;

namespace Scrutineer.Law;

/// <summary>A rule as it stands in a law file: one kind with its fields, and beside it id, condition and readings.</summary>
public sealed record RuleEntry : IReadable<RuleEntry>
{
    /// <summary>The kinds of rules, by the word that the file uses.</summary>
    public static IReadOnlyDictionary<string, Type> Kinds { get; } =
        new OrderedDictionary<string, Type>(StringComparer.Ordinal)
        {
            ["apportion"] = typeof(Apportion),
            ["require"] = typeof(Require),
            ["admit"] = typeof(Admit),
            ["stop"] = typeof(Stop),
            ["join"] = typeof(Join),
            ["bonus"] = typeof(Bonus),
            ["weigh"] = typeof(Weigh),
            ["divisor"] = typeof(Divisor),
            ["divide"] = typeof(Divide),
            ["guarantee"] = typeof(Guarantee),
            ["remainders"] = typeof(Remainders),
            ["carry"] = typeof(Carry),
            ["deduct"] = typeof(Deduct),
            ["enlarge"] = typeof(Enlarge),
            ["limit"] = typeof(Limit),
            ["level"] = typeof(Level),
            ["place"] = typeof(Place),
            ["cover"] = typeof(Cover),
            ["biproportion"] = typeof(Biproportion),
            ["elect"] = typeof(Elect),
            ["transfer"] = typeof(TransferableVote),
            ["repeat-vote"] = typeof(RepeatVote),
            ["fill"] = typeof(Fill),
        };

    /// <summary>The rule's name in its contest.</summary>
    public required string Id { get; init; }

    /// <summary>The word of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The provision.</summary>
    public required Rule Rule { get; init; }

    /// <summary>Where it stands.</summary>
    public required Location At { get; init; }

    /// <summary>What stands beside the kind.</summary>
    public required Siblings Beside { get; init; }

    /// <summary>What may stand beside the kind in an entry.</summary>
    public sealed record Siblings
    {
        /// <summary>The name of the rule.</summary>
        [Field("id", "The name of the rule in its contest; needed where a kind occurs twice.")]
        public string? Id { get; init; }

        /// <summary>When it applies.</summary>
        [Field("when", "The condition under which the rule applies.")]
        public When? When { get; init; }

        /// <summary>The reading that is written.</summary>
        [Field("reading", "The name and basis of the reading that the fields state.")]
        public BaseReading? Reading { get; init; }

        /// <summary>Other readings.</summary>
        [Field("readings", "Other defensible meanings, by name; equal names in a contest change together.")]
        public IReadOnlyDictionary<string, Reading> Readings { get; init; } = new OrderedDictionary<string, Reading>();

        /// <summary>A remark.</summary>
        [Field("note", "A remark for the reader.")]
        public string? Note { get; init; }
    }

    /// <summary>The rule in words with its condition, ending in a full stop.</summary>
    public string Sentence()
    {
        var sentence = Rule.Sentence();
        return Beside.When is { } when
            ? $"{when.InWords()}: {char.ToLowerInvariant(sentence[0])}{sentence[1..]}"
            : sentence;
    }

    /// <summary>The step that reports what the rule did.</summary>
    public Step ToStep(string result) =>
        new(Id, Kind, Sentence(), Rule.Cite, Rule.Checked, result) { Reading = Beside.Reading?.Name };

    /// <inheritdoc/>
    public static RuleEntry? Read(Node node, FieldReader reader)
    {
        if (node is not MappingNode mapping)
        {
            reader.Problems.Add(
                node.At,
                $"A rule is {node.Kind}.",
                "a mapping with one kind of rule",
                "Write '- admit: { … }'."
            );
            return null;
        }

        var beside = new MappingNode(mapping.At);
        var kinds = new List<(ScalarNode Key, Node Value)>();
        var known = FieldReader.Fields(typeof(Siblings)).Select(f => f.Field.Name).ToList();
        foreach (var entry in mapping.Entries)
        {
            if (known.Contains(entry.Key.Text, StringComparer.Ordinal))
            {
                beside.Entries.Add(entry);
            }
            else if (Kinds.ContainsKey(entry.Key.Text))
            {
                kinds.Add(entry);
            }
            else
            {
                reader.Problems.Add(
                    entry.Key.At,
                    $"'{entry.Key.Text}' is not a known rule.",
                    "a kind of rule or what may stand beside one",
                    Problems.Nearest(entry.Key.Text, Kinds.Keys.Concat(known))
                );
                return null;
            }
        }

        if (kinds.Count != 1)
        {
            reader.Problems.Add(
                mapping.At,
                kinds.Count == 0 ? "The rule has no kind." : $"The rule has {kinds.Count} kinds.",
                "exactly one kind of rule",
                $"Known: {string.Join(", ", Kinds.Keys)}."
            );
            return null;
        }

        var siblings = (Siblings?)reader.Mapping(typeof(Siblings), beside);
        var rule = (Rule?)reader.Mapping(Kinds[kinds[0].Key.Text], kinds[0].Value);
        return siblings is null || rule is null
            ? null
            : new RuleEntry
            {
                Id = siblings.Id ?? kinds[0].Key.Text,
                Kind = kinds[0].Key.Text,
                Rule = rule,
                At = mapping.At,
                Beside = siblings,
            };
    }

    /// <inheritdoc/>
    public static JsonObject Schema(SchemaWriter schema)
    {
        var mapping = schema.Fields(typeof(Siblings));
        var properties = (JsonObject)mapping["properties"]!;
        var oneOf = new JsonArray();
        foreach (var (word, type) in Kinds)
        {
            properties[word] = schema.Of(type);
            oneOf.Add(new JsonObject { ["required"] = new JsonArray(word) });
        }

        mapping["oneOf"] = oneOf;
        return mapping;
    }
}
