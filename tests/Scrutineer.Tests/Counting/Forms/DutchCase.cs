using System.Text.Json.Nodes;
using Scrutineer.Counting;
using Scrutineer.Counting.Forms;
using Scrutineer.Findings;

namespace Scrutineer.Tests.Counting.Forms;

/// <summary>Puts a case of the Dutch counting program, written as JSON, into the columns of the shipped form.</summary>
internal static class DutchCase
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["Z"] = "eligible",
        ["A"] = "poll-cards",
        ["B"] = "proxies",
        ["C"] = "voter-cards",
        ["D"] = "admitted",
        ["E"] = "votes-on-candidates",
        ["F"] = "blank",
        ["G"] = "invalid",
        ["H"] = "cast",
        ["I"] = "more-counted",
        ["J"] = "fewer-counted",
    };

    private static readonly Dictionary<string, string> Ticks = new(StringComparer.Ordinal)
    {
        ["D=H"] = "tick-equal",
        ["H>D"] = "tick-more",
        ["H<D"] = "tick-fewer",
    };

    /// <summary>The variant of the form that a case is about.</summary>
    public static string Variant(JsonObject golden) =>
        golden["committee"]!.GetValue<string>().ToLowerInvariant()
        + (golden["election"]!.GetValue<string>() == "municipal" ? "" : "-cards");

    /// <summary>What the shipped form tells otherwise than a case expects.</summary>
    public static IEnumerable<string> Differences(JsonObject golden)
    {
        var id = golden["id"]!.GetValue<string>();
        var input = golden["input"]!.AsObject();
        var questions = golden["validator"]!.GetValue<string>() switch
        {
            "b1-1" => new JsonObject { ["b1_1"] = input.DeepClone() },
            "b1-2" => new JsonObject { ["b1_2"] = input.DeepClone() },
            _ => input,
        };
        var check = Check(Variant(golden), questions);
        if (golden["expected_data_error"] is { } error && check.Faults.Count == 0)
        {
            yield return $"{id}: no fault, and the case expects '{error}'";
        }

        var errors = check.Codes(Severity.Error);
        var warnings = check.Codes(Severity.Warning);
        foreach (var (name, told) in new[] { ("expected_errors", errors), ("expected_warnings", warnings) })
        {
            if (golden[name] is JsonArray expected && !Codes(expected).SequenceEqual(told, StringComparer.Ordinal))
            {
                yield return $"{id}: {name} {string.Join(' ', Codes(expected))}, told {string.Join(' ', told)}";
            }
        }

        var all = errors.Concat(warnings).ToList();
        if (golden["must_include"] is JsonArray included && Codes(included).Except(all).Any())
        {
            yield return $"{id}: must include {included}, told {string.Join(' ', all)}";
        }

        if (golden["must_exclude"] is JsonArray excluded && Codes(excluded).Intersect(all).Any())
        {
            yield return $"{id}: must exclude {excluded}, told {string.Join(' ', all)}";
        }
    }

    public static ProtocolCheck Check(string variant, JsonObject input)
    {
        var protocol = Read(variant, input);
        return protocol.Layout.Check(protocol.Values, protocol.States);
    }

    /// <summary>A protocol of the shipped form. A key that the case leaves out is not reported; null is a blank.</summary>
    public static Protocol Read(string variant, JsonObject input)
    {
        var form = Shipped.Form("nl/record", variant);
        var tables = input["lists"]?.AsArray();
        var lists = tables?.Count ?? input["E_lists"]?.AsArray().Count ?? 0;
        var layout = form.For(
            [.. Enumerable.Range(1, lists).Select(i => $"{i}")],
            [.. Enumerable.Range(0, lists).Select(i => tables?[i]!["candidates"]!.AsArray().Count ?? 0)]
        );
        var figures = new Count[layout.Columns.Count];
        foreach (var (key, field) in Fields.Where(f => input.ContainsKey(f.Key) && form.Field(f.Value) is not null))
        {
            figures[layout.IndexOf(field)] = input[key] is { } value ? new Count(value.GetValue<long>()) : Count.Blank;
        }

        for (var list = 0; list < lists; list++)
        {
            if (input["E_lists"] is JsonArray votes)
            {
                figures[layout.IndexOf("list-votes", list)] = new Count(votes[list]!.GetValue<long>());
            }

            if (tables?[list] is { } table)
            {
                figures[layout.IndexOf("list-votes", list)] = new Count(table["E_x"]!.GetValue<long>());
                figures[layout.IndexOf("list-total", list)] = new Count(table["total"]!.GetValue<long>());
                var start = Enumerable
                    .Range(0, layout.Columns.Count)
                    .First(c => layout.Columns[c].Field.Name == "candidate-votes" && layout.Columns[c].List == list);
                foreach (var (candidate, i) in table["candidates"]!.AsArray().Select((c, i) => (c, i)))
                {
                    figures[start + i] = new Count(candidate!.GetValue<long>());
                }
            }
        }

        void Tick(string field, bool ticked)
        {
            if (form.Field(field) is not null)
            {
                figures[layout.IndexOf(field)] = new Count(ticked ? 1 : 0);
            }
        }

        void Answer(string field, JsonNode? answer)
        {
            if (answer is not null)
            {
                Tick(field + "-yes", answer.GetValue<string>() is "yes" or "both");
                Tick(field + "-no", answer.GetValue<string>() is "no" or "both");
            }
        }

        if (input["ticks"] is JsonArray ticks)
        {
            foreach (var (box, field) in Ticks)
            {
                Tick(field, ticks.Any(t => t!.GetValue<string>() == box));
            }
        }

        Answer("explained", input["explained"]);
        Answer("investigated", input["b1_1"]?["q1"]);
        Answer("recounted", input["b1_1"]?["q2"]);
        Answer("differs", input["b1_2"]?["q1"]);
        Answer("differs-list", input["b1_2"]?["q2"]);
        return new Protocol(layout, UnitPath.Of("1"), CopyKind.FirstEntry, figures);
    }

    private static IReadOnlyList<string> Codes(JsonArray codes) =>
        [.. codes.Select(c => c!.GetValue<string>()).Order(StringComparer.Ordinal)];
}
