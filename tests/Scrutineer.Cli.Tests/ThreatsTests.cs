using System.Text.RegularExpressions;

namespace Scrutineer.Cli.Tests;

/// <summary>The model of threats names tests; each of them is there.</summary>
public partial class ThreatsTests
{
    private const string Document = "docs/threats.md";

    private static readonly Dictionary<string, string> Sources = Directory
        .EnumerateFiles(Documents.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
        .Where(f =>
            !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        )
        .GroupBy(f => Path.GetFileNameWithoutExtension(f), StringComparer.Ordinal)
        .ToDictionary(f => f.Key, f => string.Concat(f.Select(File.ReadAllText)), StringComparer.Ordinal);

    [Fact]
    public void Tests_ThatAreNamed_AllExist()
    {
        var named = Documents
            .Lines(Document)
            .SelectMany(l => Named().Matches(l))
            .Select(m => (Class: m.Groups["class"].Value, Method: m.Groups["method"].Value))
            .Distinct()
            .ToList();
        Assert.True(named.Count >= 50);
        Assert.DoesNotContain(
            named,
            n =>
                !Sources.TryGetValue(n.Class, out var source)
                || !source.Contains(
                    n.Method.Length == 0 ? $"class {n.Class}" : $" {n.Method}(",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Rows_Each_NameATestOrSayThatThereIsNone()
    {
        var rows = Documents.Lines(Document).Where(l => l.StartsWith("| ", StringComparison.Ordinal));
        var heads = new[] { "| attack ", "| fault ", "| --- " };
        Assert.All(
            rows.Where(r => !heads.Any(h => r.StartsWith(h, StringComparison.Ordinal))),
            r => Assert.Matches("`[A-Za-z]+(Tests|Attacks)[.`]|not prevented|not by the server", r.Split('|')[3])
        );
    }

    [GeneratedRegex(
        @"`(?<class>[A-Za-z]+(Tests|Attacks))(\.(?<method>[A-Za-z_]+))?`",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Named();
}
