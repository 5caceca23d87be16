using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Scrutineer.Cli.Tests.Contracts;

/// <summary>What every command promises to programs: one JSON document on standard output, and how tests look into it.</summary>
internal static class JsonDocuments
{
    /// <summary>The one document that a run printed, with nothing beside it.</summary>
    public static JsonObject Document(ToolRun run, int exit = 0)
    {
        Assert.Equal(exit, run.Exit);
        Assert.Equal("", run.Error);
        Assert.EndsWith("}\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', run.Out);
        NoNameTwice(run.Out);
        return JsonNode.Parse(run.Out)!.AsObject();
    }

    /// <summary>Reads to the end: a second document, or a name given twice in an object, would be met on the way.</summary>
    private static void NoNameTwice(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        var names = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    names.Push([]);
                    break;
                case JsonTokenType.EndObject:
                    names.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    Assert.True(names.Peek().Add(reader.GetString()!), $"'{reader.GetString()}' is given twice");
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The names of an object, in order.</summary>
    public static IEnumerable<string> Names(JsonNode? node) => node!.AsObject().Select(p => p.Key);

    /// <summary>The contest of a name.</summary>
    public static JsonObject Contest(JsonObject document, string name) =>
        document["contests"]!.AsArray().Select(c => c!.AsObject()).Single(c => (string?)c["contest"] == name);
}
