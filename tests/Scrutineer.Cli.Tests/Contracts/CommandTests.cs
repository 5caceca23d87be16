namespace Scrutineer.Cli.Tests.Contracts;

/// <summary>What every command promises: the same bytes twice, and help with examples that run.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    public static TheoryData<string[]> Calls =>
        new(
            ["check", Workspace.Dossier],
            ["check", Workspace.Dossier, "--json"],
            ["check", Workspace.Dossier, "--edition", "2009"],
            ["seats", Workspace.Dossier],
            ["seats", Workspace.Dossier, "--explain"],
            ["seats", Workspace.Dossier, "--json", "--explain"],
            ["seats", Workspace.Dossier, "--reading", "literal"],
            ["law", Workspace.LawFile],
            ["law", Workspace.LawFile, "--print", "all"],
            ["law", Workspace.LawFile, "--diff", "1995", "2022"],
            ["schema", "law"],
            ["schema", "dossier"]
        );

    [Theory]
    [MemberData(nameof(Calls))]
    public void Command_Twice_PrintsTheSameBytes(string[] args)
    {
        var first = workspace.Run(args);
        Assert.Equal(0, first.Exit);
        Assert.Equal(first, workspace.Run(args));
        Assert.Equal("", first.Error);
        Assert.DoesNotContain('\r', first.Out);
        Assert.EndsWith("\n", first.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Out.Split('\n'), l => l.EndsWith(' '));
    }

    [Theory]
    [InlineData]
    [InlineData("check")]
    [InlineData("seats")]
    [InlineData("law")]
    [InlineData("schema")]
    [InlineData("parties")]
    [InlineData("calendar")]
    [InlineData("list", "check")]
    public void Help_OfEachCommand_HasAnExampleThatRuns(params string[] command)
    {
        var help = workspace.Run([.. command, "--help"]);
        Assert.Equal(0, help.Exit);
        Assert.Equal("", help.Error);
        Assert.Contains("Usage:\n  scrutineer", help.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var examples = help
            .Out.Split('\n')
            .Select(l => l.Trim())
            .Where(l =>
                l.StartsWith("scrutineer ", StringComparison.Ordinal) && !l.Contains('[', StringComparison.Ordinal)
            )
            .ToList();
        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            var args = example.Split(" > ")[0].Split(' ').Skip(1);
            if (
                example.Contains("2004", StringComparison.Ordinal)
                || example.Contains("kz-mazhilis-2007", StringComparison.Ordinal)
                || example.Contains("xx-assembly", StringComparison.Ordinal)
                || example.Contains(".csv", StringComparison.Ordinal)
                || example.Contains("forms/", StringComparison.Ordinal)
                || example.Contains(".backup", StringComparison.Ordinal)
                || example.Contains("night.db", StringComparison.Ordinal)
                || example.Contains("Host=", StringComparison.Ordinal)
            )
            {
                // Other dossiers, tables, forms and databases than those in this workspace; the call itself must still be understood.
                continue;
            }

            var words = new List<string>();
            foreach (var word in args)
            {
                if (words.Count > 0 && words[^1].StartsWith('"') && !words[^1].EndsWith('"'))
                {
                    words[^1] += " " + word;
                }
                else
                {
                    words.Add(word);
                }
            }

            var run = workspace.Run([.. words.Select(w => w.Trim('"'))]);
            Assert.True(run.Exit == 0, $"{example}\n{run.Error}");
        }
    }
}
