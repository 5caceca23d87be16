using System.Text;
using System.Text.Json;

namespace Scrutineer.Cli.Tests.Counting;

/// <summary>A small form, its mapping and a table, written by a test, and the count of them through the command line.</summary>
internal static class CountFiles
{
    public const string Form = """
        scrutineer-form: "1"
        form: test
        title: An invented form
        texts:
          made: { act: Made for a test, of: 2020-01-01 }
        cite: made
        checked: inferred
        fields:
          registered: { means: voters in the register, unit: voters, figure: registered }
          issued: { means: ballots issued, unit: ballots, figure: ballots-issued }
          invalid: { means: invalid ballots, unit: ballots, figure: invalid }
          remarks: { means: remarks, unit: persons, required: no }
          votes: { means: votes for the list, unit: votes, figure: votes, each-of: lists }
        relations:
          - code: R1
            says: issued = invalid + sum of votes
            severity: error
            text: { clerk: Look again. }
          - code: R2
            says: issued <= registered
            severity: error
            text: { clerk: Look again. }

        """;

    public const string Mapping = """
        scrutineer-mapping: "1"
        mapping: test
        title: An invented table
        form: forms/test.yaml
        encoding: utf-8
        separator: ","
        header-line: 1
        units:
          - { level: region, columns: [region] }
          - { level: station, columns: [station] }
        fields: { registered: voters, issued: issued, invalid: invalid, remarks: remarks }
        lists: { A: A, B: B }

        """;

    public const string Header = "region,station,voters,issued,invalid,remarks,A,B\n";

    /// <summary>Three sound stations of two regions: 600 voters, 300 ballots, 3 invalid, A 177, B 120.</summary>
    public const string Rows = "North,1,100,50,1,0,29,20\nNorth,2,200,100,1,0,59,40\nSouth,1,300,150,1,0,89,60\n";

    /// <summary>Writes form, mapping and table into the workspace.</summary>
    public static Workspace WithTable(this Workspace workspace, byte[] table, string mapping = Mapping) =>
        workspace.Write("forms/test.yaml", Form).Write("map.yaml", mapping).Write("table.csv", table);

    /// <summary>The same, of text in UTF-8.</summary>
    public static Workspace WithTable(this Workspace workspace, string table, string mapping = Mapping) =>
        workspace.WithTable(Encoding.UTF8.GetBytes(table), mapping);

    /// <summary>Counts the table of the workspace.</summary>
    public static ToolRun Count(this Workspace workspace, params string[] options) =>
        workspace.Run(["count", "table.csv", "--map", "map.yaml", .. options]);

    /// <summary>Counts as JSON; the run must have been done, with or without findings of severity error.</summary>
    public static JsonElement CountJson(this Workspace workspace, int exit, params string[] options)
    {
        var run = workspace.Count(["--json", .. options]);
        return run.Json(exit);
    }

    /// <summary>The document that a run printed, which must have ended with the exit code.</summary>
    public static JsonElement Json(this ToolRun run, int exit)
    {
        run.AssertNoTrace();
        Assert.True(run.Exit == exit, $"exit code {run.Exit}\n{run.Error}{run.Out}");
        using var document = JsonDocument.Parse(run.Out);
        return document.RootElement.Clone();
    }

    /// <summary>A number of a total: null where it was not reported.</summary>
    public static long? Total(this JsonElement count, string field) => Number(count.GetProperty("totals"), field);

    /// <summary>The votes of a list.</summary>
    public static long? Votes(this JsonElement count, string list) => Number(count.GetProperty("lists"), list);

    /// <summary>The findings of a code.</summary>
    public static IReadOnlyList<JsonElement> Findings(this JsonElement count, string code) =>
        [.. count.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("code").GetString() == code)];

    /// <summary>All codes of the findings, each once, in order.</summary>
    public static IReadOnlyList<string> Codes(this JsonElement count) =>
        [
            .. count
                .GetProperty("findings")
                .EnumerateArray()
                .Select(f => f.GetProperty("code").GetString()!)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>The line that a finding points at.</summary>
    public static int Line(this JsonElement finding) => finding.GetProperty("where").GetProperty("line").GetInt32();

    /// <summary>How many rows are left out for each reason.</summary>
    public static IReadOnlyDictionary<string, int> LeftOut(this JsonElement count) =>
        count
            .GetProperty("left-out")
            .EnumerateArray()
            .ToDictionary(
                l => l.GetProperty("because").GetString()!,
                l => l.GetProperty("rows").GetInt32(),
                StringComparer.Ordinal
            );

    private static long? Number(JsonElement of, string name) =>
        of.GetProperty(name) is { ValueKind: not JsonValueKind.Null } number ? number.GetInt64() : null;
}
