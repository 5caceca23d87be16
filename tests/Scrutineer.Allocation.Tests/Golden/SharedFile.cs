using System.Text.Json;

namespace Scrutineer.Allocation.Tests.Golden;

/// <summary>Case files that are a list of cases with <c>id</c>, <c>input</c> and <c>expected</c>.</summary>
internal static class SharedFile
{
    public const string Absent = "the shared cases are absent";

    /// <summary>The ids of a file's cases; one that says so where the file is absent.</summary>
    public static TheoryData<string> Ids(string file) =>
        SharedFolder.Case(file) is { } path ? [.. Parse(path).Select(c => c.GetProperty("id").GetString()!)] : [Absent];

    /// <summary>Some of a file's cases; one that says so where the file is absent.</summary>
    public static TheoryData<string> Some(string file, params string[] ids) =>
        SharedFolder.Case(file) is null ? [Absent] : [.. ids];

    /// <summary>The names and the numbers of an object.</summary>
    public static (List<string> Names, long[] Votes) Votes(JsonElement votes)
    {
        var lists = votes.EnumerateObject().ToList();
        return ([.. lists.Select(l => l.Name)], [.. lists.Select(l => l.Value.GetInt64())]);
    }

    /// <summary>One case; skips the test where the file is absent.</summary>
    public static (JsonElement Input, JsonElement Expected) Load(string file, string id)
    {
        if (id == Absent || SharedFolder.Case(file) is null)
        {
            Assert.Skip(Absent);
        }

        var found = Parse(SharedFolder.Case(file)!).Single(c => c.GetProperty("id").GetString() == id);
        return (found.GetProperty("input"), found.GetProperty("expected"));
    }

    /// <summary>The whole case.</summary>
    public static JsonElement Whole(string file, string id)
    {
        if (id == Absent || SharedFolder.Case(file) is null)
        {
            Assert.Skip(Absent);
        }

        return Parse(SharedFolder.Case(file)!).Single(c => c.GetProperty("id").GetString() == id);
    }

    private static List<JsonElement> Parse(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.EnumerateArray().Select(e => e.Clone())];
    }
}
