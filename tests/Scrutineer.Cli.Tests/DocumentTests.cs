using System.Text.RegularExpressions;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Publishing.Charts;
using Scrutineer.Publishing.Report;
using Scrutineer.Results;

namespace Scrutineer.Cli.Tests;

/// <summary>What the documents say is so: every example runs, every link leads somewhere, every name exists.</summary>
public partial class DocumentTests
{
    public static TheoryData<string, int, string> Examples { get; } =
        new(
            Documents.All.SelectMany(document =>
                DocumentExample.Of(document).Select((example, number) => (document, number, example.Command))
            )
        );

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Example_Run_PrintsWhatTheDocumentShows(string document, int number, string command)
    {
        var example = DocumentExample.Of(document)[number];
        Assert.Equal(command, example.Command);
        if (example.Arguments is null)
        {
            Assert.Contains(command, NotRun);
            return;
        }

        // An example may read what an earlier one of the same document wrote.
        foreach (var earlier in DocumentExample.Of(document).Take(number))
        {
            var words = earlier.Command.Split(' ');
            var folder =
                Array.IndexOf(words, "--out") is >= 0 and var at && at + 1 < words.Length ? words[at + 1] : null;
            if (
                folder is not null
                && command.Contains(folder + "/", StringComparison.Ordinal)
                && !Directory.Exists(Documents.PathOf(folder))
            )
            {
                await earlier.RunAsync(TestContext.Current.CancellationToken);
            }
        }

        var (exitCode, output) = await example.RunAsync(TestContext.Current.CancellationToken);
        if (Documents.AreWritten)
        {
            example.Write(output);
            example = DocumentExample.Of(document)[number];
        }

        if (!example.Matches(output))
        {
            Assert.Fail($"{document}:{example.Line + 1} shows another output. It is now:\n{string.Join('\n', output)}");
        }

        Assert.Equal(example.ExitCode, exitCode);
    }

    /// <summary>Commands of other programs that the documents show; the gate of the project runs the first two itself.</summary>
    private static readonly string[] NotRun =
    [
        "dotnet test -c Release",
        "dotnet tool restore",
        "dotnet csharpier format .",
        "dotnet pack -c Release -o artifacts src/Scrutineer.Cli",
        "dotnet tool install --tool-path artifacts/tools --add-source artifacts Scrutineer.Cli",
        "artifacts/tools/scrutineer law laws/kz/mazhilis.yaml",
        "SCRUTINEER_DOCUMENTS=write dotnet test -c Release tests/Scrutineer.Cli.Tests",
        ".ci/run",
    ];

    [Fact]
    public void Links_Relative_LeadToFilesAndHeadings()
    {
        var broken = new List<string>();
        foreach (var document in Documents.All)
        {
            foreach (var link in Link().Matches(Documents.Prose(document)).Select(m => m.Groups["it"].Value))
            {
                if (link.Contains("://", StringComparison.Ordinal))
                {
                    continue;
                }

                var (path, anchor) = link.Split('#') is [var p, var a] ? (p, a) : (link, null);
                var target =
                    path.Length == 0
                        ? document
                        : Path.GetRelativePath(
                                Documents.Root,
                                Path.Combine(Documents.Root, Path.GetDirectoryName(document)!, path)
                            )
                            .Replace('\\', '/');
                if (
                    !Path.Exists(Documents.PathOf(target))
                    || (anchor is not null && !Documents.Anchors(target).Contains(anchor))
                )
                {
                    broken.Add($"{document}: {link}");
                }
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public void Documents_Each_CanBeReachedFromTheReadme()
    {
        var reached = new HashSet<string>(["README.md"], StringComparer.Ordinal);
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var document))
        {
            foreach (
                var link in Link().Matches(Documents.Prose(document)).Select(m => m.Groups["it"].Value.Split('#')[0])
            )
            {
                var target = Path.GetRelativePath(
                        Documents.Root,
                        Path.Combine(Documents.Root, Path.GetDirectoryName(document)!, link)
                    )
                    .Replace('\\', '/');
                if (Documents.All.Contains(target) && reached.Add(target))
                {
                    open.Enqueue(target);
                }
            }
        }

        Assert.Equal([], Documents.All.Except(reached));
    }

    [Fact]
    public async Task Use_EveryCommandAndOption_IsDescribed()
    {
        var use = await File.ReadAllTextAsync(Documents.PathOf("docs/use.md"), TestContext.Current.CancellationToken);
        var missing = new List<string>();
        foreach (var command in Commands())
        {
            var (_, help) = DocumentExample.RunInside([command, "--help"], Documents.Root);
            Assert.Contains($"## {command}\n", use, StringComparison.Ordinal);
            missing.AddRange(
                OptionName()
                    .Matches(string.Join('\n', help))
                    .Select(m => m.Groups["it"].Value)
                    .Where(o => o != "--help" && !use.Contains($"`{o}", StringComparison.Ordinal))
                    .Select(o => $"{command} {o}")
            );
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void Prose_CommandsNamedInIt_Exist()
    {
        var commands = Commands();
        Assert.True(commands.Count >= 4);
        var unknown = Documents
            .All.SelectMany(d => NamedCommand().Matches(Documents.Prose(d)).Select(m => (d, m.Groups["it"].Value)))
            .Where(named => !commands.Contains(named.Value));
        Assert.Empty(unknown);
    }

    [Fact]
    public void Architecture_TopFolders_AreThoseOfTheTree()
    {
        var text = File.ReadAllText(Documents.PathOf("docs/architecture.md"));
        var named = FolderName()
            .Matches(text)
            .Select(m => m.Groups["it"].Value)
            .Order(StringComparer.Ordinal)
            .Distinct();
        var folders = Directory
            .EnumerateDirectories(Documents.PathOf("src/Scrutineer"))
            .Select(d => Path.GetFileName(d)!)
            .Where(d => d is not ("bin" or "obj"))
            .Order(StringComparer.Ordinal);
        Assert.Equal(folders, named);
        Assert.Equal(
            [],
            TreePath().Matches(text).Select(m => m.Value).Where(p => !Path.Exists(Documents.PathOf(p))).Distinct()
        );
    }

    [Fact]
    public void Picture_OfTheReadme_IsTheHemicycleOfTheReport()
    {
        var problems = new Problems();
        var dossier = ElectionDossier.Read(Documents.PathOf("elections/kz-mazhilis-2021"), null, problems);
        Assert.False(problems.Any);
        var page = ReportPage.Of(ElectionResult.Of(dossier!, problems));
        var name = page.IndexOf("aria-labelledby=\"house-title\"", StringComparison.Ordinal);
        var start = page.LastIndexOf("<svg", name, StringComparison.Ordinal);
        var end = page.IndexOf("</svg>", name, StringComparison.Ordinal) + "</svg>".Length;
        var picture = ChartStyle.Standalone(page[start..end]) + "\n";
        var path = Documents.PathOf("docs/images/kz-mazhilis-2021.svg");
        if (Documents.AreWritten)
        {
            File.WriteAllText(path, picture);
        }

        Assert.Equal(picture, File.ReadAllText(path));
    }

    private static IReadOnlyList<string> Commands()
    {
        var (_, help) = DocumentExample.RunInside(["--help"], Documents.Root);
        return
        [
            .. help.SkipWhile(l => l != "Commands:")
                .Select(l => CommandName().Match(l))
                .Where(m => m.Success)
                .Select(m => m.Groups["it"].Value),
        ];
    }

    [GeneratedRegex(@"\]\((?<it>[^)\s]+)\)", RegexOptions.None, 5000)]
    private static partial Regex Link();

    [GeneratedRegex("(?<it>--[a-z]+)", RegexOptions.None, 5000)]
    private static partial Regex OptionName();

    [GeneratedRegex("^  (?<it>[a-z]+) ", RegexOptions.None, 5000)]
    private static partial Regex CommandName();

    [GeneratedRegex("`scrutineer (?<it>[a-z]+)", RegexOptions.None, 5000)]
    private static partial Regex NamedCommand();

    [GeneratedRegex("`(?<it>[A-Z][A-Za-z]+)/`", RegexOptions.None, 5000)]
    private static partial Regex FolderName();

    [GeneratedRegex(@"\b(?:src|tests|laws|elections|docs|bench)/[\w./-]*[\w/]", RegexOptions.None, 5000)]
    private static partial Regex TreePath();
}
