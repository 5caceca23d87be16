using System.Text.RegularExpressions;

namespace Scrutineer.Cli.Tests;

/// <summary>The documents of the checkout: the Markdown files of its top folder and of <c>docs</c>.</summary>
internal static partial class Documents
{
    /// <summary>
    /// Whether the tests write what they would compare: <c>SCRUTINEER_DOCUMENTS=write dotnet test</c> brings outputs,
    /// tables and pictures in the documents up to date, for somebody to look at in the difference.
    /// </summary>
    public static bool AreWritten { get; } = Environment.GetEnvironmentVariable("SCRUTINEER_DOCUMENTS") == "write";

    public static string Root { get; } = FindRoot();

    /// <summary>Every document, relative to the checkout, with forward slashes.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string[] Lines(string document) => File.ReadAllText(PathOf(document)).Split('\n');

    /// <summary>The text without fenced blocks, where links and commands in the running text are looked for.</summary>
    public static string Prose(string document) => Fence().Replace(File.ReadAllText(PathOf(document)), "");

    /// <summary>The anchors that a reader of the rendered document can link to.</summary>
    public static IReadOnlySet<string> Anchors(string document) =>
        Heading()
            .Matches(Prose(document))
            .Select(m => NotInAnchor().Replace(m.Groups["heading"].Value.ToLowerInvariant(), "").Replace(' ', '-'))
            .ToHashSet(StringComparer.Ordinal);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Scrutineer.slnx")))
        {
            folder =
                Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no checkout above the tests");
        }

        return folder;
    }

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline, 5000)]
    private static partial Regex Fence();

    [GeneratedRegex("^#+ (?<heading>.+)$", RegexOptions.Multiline, 5000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, 5000)]
    private static partial Regex NotInAnchor();
}
