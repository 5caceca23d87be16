using System.Text.Json;
using Scrutineer.Counting;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Tests.Law.Golden;

/// <summary>Reads real elections from the folder beside the checkout and turns their tables into tallies.</summary>
internal static class Cases
{
    /// <summary>Every case of a file; the test skips visibly where the folder is absent.</summary>
    public static IReadOnlyList<JsonElement> Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Checkout.Shared($"cases/{file}")));
        return [.. document.RootElement.EnumerateArray().Select(c => c.Clone())];
    }

    public static string Id(this JsonElement @case) => @case.GetProperty("id").GetString()!;

    public static JsonElement Input(this JsonElement @case, string name) =>
        @case.GetProperty("input").GetProperty(name);

    public static JsonElement Expected(this JsonElement @case, string name) =>
        @case.GetProperty("expected").GetProperty(name);

    public static Dictionary<string, long> Numbers(this JsonElement table) =>
        table.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt64(), StringComparer.Ordinal);

    public static Dictionary<string, Dictionary<string, long>> Tables(this JsonElement table) =>
        table.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.Numbers(), StringComparer.Ordinal);

    /// <summary>A tally of a contest from votes by place and list, as the dossier would build it.</summary>
    public static Tally Tally(
        string level,
        Dictionary<string, Dictionary<string, long>> votes,
        Func<string, Tally, Tally>? facts = null,
        Func<Contender, Contender>? list = null
    )
    {
        var lists = votes.Values.SelectMany(v => v.Keys).Distinct(StringComparer.Ordinal).ToList();
        Contender Of(string id, long n) => (list ?? (c => c))(new Contender(id, new Count(n)));
        return new Tally
        {
            Contenders = [.. lists.Select(l => Of(l, votes.Values.Sum(v => v.GetValueOrDefault(l))))],
            Parts =
            [
                .. votes.Select(v =>
                {
                    var part = new Tally
                    {
                        Unit = v.Key,
                        Level = level,
                        Contenders = [.. lists.Select(l => Of(l, v.Value.GetValueOrDefault(l)))],
                    };
                    return facts is null ? part : facts(v.Key, part);
                }),
            ],
        };
    }

    /// <summary>Seats by list, lists without any left out, in one line that can be compared and read.</summary>
    public static string Line(this Standing standing) =>
        Line(Enumerable.Range(0, standing.Seats.Length).ToDictionary(standing.Id, i => (long)standing.Seats[i]));

    public static string Line(this Dictionary<string, long> seats) =>
        string.Join(
            " ",
            seats.Where(s => s.Value > 0).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}:{s.Value}")
        );
}
