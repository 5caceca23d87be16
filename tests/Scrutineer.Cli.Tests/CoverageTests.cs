using System.Text.RegularExpressions;

namespace Scrutineer.Cli.Tests;

/// <summary>The table of what five articles on one election hold: every row has its place, or says that it has none.</summary>
public partial class CoverageTests
{
    private const string Document = "docs/coverage.md";

    private static readonly IReadOnlyList<Match> Rows =
    [
        .. Documents.Lines(Document).Select(l => Row().Match(l)).Where(m => m.Success),
    ];

    [Fact]
    public void Rows_Of144_AreAllThereOnceInOrder() =>
        Assert.Equal(Enumerable.Range(1, 144).Select(n => $"{n}"), Rows.Select(r => r.Groups["no"].Value));

    [Fact]
    public void Rows_WithAPlace_PointToWordsThatStandThere()
    {
        var broken = new List<string>();
        foreach (var row in Rows.Where(r => r.Groups["where"].Value != "nowhere"))
        {
            var link = Link().Match(row.Groups["where"].Value);
            var words = row.Groups["words"].Value.Trim('`');
            var path = link.Success
                ? Documents.PathOf(Path.Combine("docs", link.Groups["it"].Value))
                : Documents.PathOf("none");
            if (!File.Exists(path) || !File.ReadAllText(path).Contains(words, StringComparison.Ordinal))
            {
                broken.Add(row.Value);
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public void Rows_EachIsShownByACommand_OrSaysWhatIsMissing()
    {
        using var workspace = new Workspace();
        var help = workspace.Run("--help").Out;
        foreach (var row in Rows)
        {
            var shown = row.Groups["shown"].Value;
            if (shown.StartsWith('`'))
            {
                Assert.Matches($"(?m)^  {Regex.Escape(shown.Trim('`'))}\\b", help);
                Assert.NotEqual("nowhere", row.Groups["where"].Value);
            }
            else
            {
                Assert.Matches("^(missing: .+|out of scope)$", shown);
            }
        }
    }

    [Fact]
    public void Rows_Counted_AreAsManyAsTheDocumentSays()
    {
        var (held, missing, beyond) = (
            Rows.Count(r => r.Groups["shown"].Value.StartsWith('`')),
            Rows.Count(r => r.Groups["shown"].Value.StartsWith("missing", StringComparison.Ordinal)),
            Rows.Count(r => r.Groups["shown"].Value == "out of scope")
        );
        Assert.Contains(
            $"{held} rows are held and shown, {missing} are missing in whole or in part, {beyond} are out of scope.",
            File.ReadAllText(Documents.PathOf(Document)),
            StringComparison.Ordinal
        );
    }

    [GeneratedRegex(
        @"^\| (?<no>\d+) \| (?<row>[^|]+) \| (?<where>[^|]+) \| (?<words>[^|]+) \| (?<shown>[^|]+) \|$",
        RegexOptions.ExplicitCapture,
        5000
    )]
    private static partial Regex Row();

    [GeneratedRegex(@"^\[[^\]]+\]\((?<it>[^)]+)\)$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Link();
}
