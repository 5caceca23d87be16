using System.Text;
using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Tests.Counting;

/// <summary>Files written inside a test.</summary>
internal static class Texts
{
    public static SourceText Source(string name, string text) =>
        SourceText.From(name, Encoding.UTF8.GetBytes(text), new Problems())!;

    /// <summary>The problems on one line each.</summary>
    public static IReadOnlyList<string> Lines(this Problems problems) =>
        [.. problems.InOrder().Select(p => $"{p.Where.Line}: {p.Found}")];
}
