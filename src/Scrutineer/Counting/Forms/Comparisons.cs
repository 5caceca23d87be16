using System.Text.Json.Nodes;
using Scrutineer.Files;

namespace Scrutineer.Counting.Forms;

/// <summary>Statements of which all must be true: one text, or a list of texts.</summary>
/// <param name="Items">The statements in order.</param>
public sealed record Comparisons(IReadOnlyList<Comparison> Items) : IReadable<Comparisons>
{
    /// <summary>No statement: always true.</summary>
    public static Comparisons None { get; } = new([]);

    /// <inheritdoc/>
    public static Comparisons? Read(Node node, FieldReader reader)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(reader);
        var texts = node is SequenceNode sequence ? sequence.Items : [node];
        var items = new List<Comparison>();
        foreach (var text in texts)
        {
            if (text is not ScalarNode scalar)
            {
                reader.Problems.Add(text.At, $"Here stands {text.Kind}.", "a statement", ComparisonParser.Expected);
            }
            else if (ComparisonParser.Parse(scalar.Text, out var stoppedAt) is { } comparison)
            {
                items.Add(comparison);
            }
            else
            {
                reader.Problems.Add(
                    text.At,
                    $"'{scalar.Text}' cannot be read as a relation; it stops making sense at '{stoppedAt}'.",
                    ComparisonParser.Expected,
                    "Write it in that form; put spaces around signs."
                );
            }
        }

        return items.Count == texts.Count ? new Comparisons(items) : null;
    }

    /// <inheritdoc/>
    public static JsonObject Schema(SchemaWriter schema) =>
        new()
        {
            ["oneOf"] = new JsonArray(
                new JsonObject { ["type"] = "string", ["description"] = ComparisonParser.Expected },
                new JsonObject
                {
                    ["type"] = "array",
                    ["items"] = new JsonObject { ["type"] = "string" },
                }
            ),
        };
}
