using System.Text.Json;
using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Cli.Tests.Contracts;

/// <summary>The schemas that editors use: as the tool prints them, valid for every file, and as strict as its grammar.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            foreach (
                var (folder, pattern, kind) in new[]
                {
                    ("laws", "*.yaml", "law"),
                    ("elections", "election.yaml", "dossier"),
                    ("forms", "*.yaml", "form"),
                    ("registry", "*.yaml", "registry"),
                    ("elections", "events.yaml", "events"),
                    ("elections", "claims.yaml", "claims"),
                    ("elections", "observation.yaml", "observation"),
                    ("elections", "polls.yaml", "polls"),
                    ("elections", "*.yaml", "list"),
                    ("mappings", "*.yaml", "mapping"),
                    ("elections", "simulation.yaml", "simulation"),
                    ("examples/laws", "*.yaml", "law"),
                    ("examples/forms", "*.yaml", "form"),
                    ("examples/mappings", "*.yaml", "mapping"),
                    ("examples/elections", "election.yaml", "dossier"),
                    ("examples/elections", "simulation.yaml", "simulation"),
                    ("elections", "*.yaml", "scenario"),
                }
            )
            {
                foreach (
                    var path in Directory
                        .EnumerateFiles(Checkout.Path(folder), pattern, SearchOption.AllDirectories)
                        .Order(StringComparer.Ordinal)
                )
                {
                    // A law on parties stands among the laws, and lists and scenarios stand below their dossier.
                    var isList = path.Contains("/lists/", StringComparison.Ordinal);
                    var isScenario = path.Contains("/scenarios/", StringComparison.Ordinal);
                    if ((kind == "list") == isList && (kind == "scenario") == isScenario)
                    {
                        files.Add(
                            kind == "law" && Path.GetFileName(path) == "parties.yaml" ? "party-law"
                                : kind == "form" && path.Contains("/observation/", StringComparison.Ordinal)
                                    ? "observation-form"
                                : kind,
                            Path.GetRelativePath(Checkout.Root, path)
                        );
                    }
                }
            }

            return files;
        }
    }

    [Theory]
    [InlineData("law")]
    [InlineData("dossier")]
    [InlineData("form")]
    [InlineData("observation-form")]
    [InlineData("mapping")]
    [InlineData("simulation")]
    [InlineData("registry")]
    [InlineData("events")]
    [InlineData("list")]
    [InlineData("claims")]
    [InlineData("observation")]
    [InlineData("polls")]
    [InlineData("party-law")]
    [InlineData("scenario")]
    public void Schema_InTheRepository_IsWhatTheToolPrints(string kind)
    {
        var run = workspace.Run("schema", kind);
        Assert.Equal(0, run.Exit);
        Assert.Equal("", run.Error);
        JsonDocument.Parse(run.Out).Dispose();
        Assert.Equal(File.ReadAllText(Checkout.Path($"schemas/{kind}.schema.json")), run.Out);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Schema_EveryFileOfTheRepository_IsValid(string kind, string file)
    {
        var text = File.ReadAllText(Checkout.Path(file));
        Assert.Empty(Objections(kind, text));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_ThatNamesItsSchema_NamesTheRightOne(string kind, string file)
    {
        var first = File.ReadLines(Checkout.Path(file)).First();
        const string Marker = "# yaml-language-server: $schema=";
        Assert.True(
            first.StartsWith(Marker, StringComparison.Ordinal)
                || (file != Workspace.LawFile && file != Workspace.HeadFile),
            $"{file} does not name its schema in its first line"
        );
        if (first.StartsWith(Marker, StringComparison.Ordinal))
        {
            var folder = Path.GetDirectoryName(Checkout.Path(file))!;
            Assert.Equal(
                Checkout.Path($"schemas/{kind}.schema.json"),
                Path.GetFullPath(Path.Combine(folder, first[Marker.Length..]))
            );
        }
    }

    [Theory]
    [InlineData("law", "- divide:", "- devide:")]
    [InlineData("law", "stop: { result", "halt: { result")]
    [InlineData("law", "of: votes-of-admitted, cite: ce 97-1 §§1-3, checked", "of: votes-of-admitted, checked")]
    [InlineData("law", "share: at least 7 %", "share: 7 %")]
    [InlineData("law", "share: at least 7 %", "share: at least seven")]
    [InlineData("law", "of: valid-votes", "of: votes")]
    [InlineData("law", "checked: text }", "checked: yes }")]
    [InlineData("law", "seats: 67", "seats: -67")]
    [InlineData("law", "seats: 67", "seats: 67.5")]
    [InlineData("law", "title:", "titel:")]
    [InlineData("law", "levels: [", "levels: [[a], ")]
    [InlineData("law", "when: { admitted: exactly 0 }", "when: { admitted: none }")]
    [InlineData("law", "when: { admitted: exactly 0 }", "when: { admitted: exactly 0, threshold: admitted }")]
    [InlineData("law", "when: { second-party: admitted }", "when: { second-party: present }")]
    [InlineData("dossier", "sources:", "source:")]
    [InlineData("dossier", "persons: 113", "persons: many")]
    [InlineData("dossier", "ballot-order: unknown", "ballot-order: random")]
    [InlineData("dossier", "registered: 2020-12-04", "registered: in December")]
    [InlineData("dossier", "name: Nur Otan", "nom: Nur Otan")]
    [InlineData("dossier", "title: Mazhilis of Kazakhstan, 10 and 11 January 2021", "title: \"\"")]
    public void Schema_WhatTheReaderRefuses_IsNotValidEither(string kind, string old, string changed)
    {
        var file = kind == "law" ? Workspace.LawFile : Workspace.HeadFile;
        workspace.Edit(file, old, changed);
        Assert.NotEmpty(Objections(kind, workspace.Read(file)));
        workspace.Check().AssertRefused(file + ":");
    }

    private static IReadOnlyList<string> Objections(string kind, string text)
    {
        var problems = new Problems();
        var source = SourceText.From("file", System.Text.Encoding.UTF8.GetBytes(text), problems)!;
        var top = YamlReader.Read(source, problems)!;
        Assert.False(problems.Any);
        return JsonSchema.Validate(File.ReadAllText(Checkout.Path($"schemas/{kind}.schema.json")), top);
    }
}
