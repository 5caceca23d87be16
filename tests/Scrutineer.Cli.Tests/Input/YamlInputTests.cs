using System.Diagnostics;

namespace Scrutineer.Cli.Tests.Input;

/// <summary>YAML that is valid for some reader and not for this one, and YAML that is meant to bring a reader down.</summary>
public sealed class YamlInputTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    public static TheoryData<string, int, int, string> Documents =>
        new()
        {
            { "a: &x 1\nb: *x\n", 1, 4, "'&x' names a value for use elsewhere." },
            { "a: *x\n", 1, 4, "'*x' stands for a value written elsewhere." },
            { "<<: { a: 1 }\n", 1, 1, "'<<' merges another mapping." },
            { "a: !!python/object:os.system ls\n", 1, 4, "'tag:yaml.org,2002:python/object:os.system' is a type tag." },
            { "a: !!int 5\n", 1, 4, "'tag:yaml.org,2002:int' is a type tag." },
            { "title: a\ntitle: b\n", 2, 1, "'title' is given twice (first in line 1)." },
            { "contests:\n\tlists: 1\n", 2, 1, "The line is indented with a tab." },
            { "a: b\tc\n\td: e\n", 1, 4, "The file stops being YAML here" },
            { "a: 1\n---\nb: 2\n", 2, 1, "A second document begins." },
            { "- a\n- b\n", 1, 1, "The file is a list." },
            { "just words\n", 1, 1, "The file is a text." },
            { "a: { cite: ce 9, 10 }\n", 1, 18, "'10' has no value." },
            { "a:\nb: 1\n", 1, 1, "'a' has no value." },
            { "a: [1, , 2]\n", 1, 8, "" },
            { "a: [1,\nb: 2\n", 1, 6, "" },
            { "a: \"open\n", 0, 0, "" },
            { "a: b: c\n", 1, 0, "" },
            { "? [a, b]\n: c\n", 1, 3, "The name is not a text." },
            { "? { a: b }\n: c\n", 1, 3, "The name is not a text." },
            { "title: \"a\\0b\"\n", 1, 8, "The text holds the control character U+0000." },
            { "title: \"a\\e[2Jb\"\n", 1, 8, "The text holds the control character U+001B." },
            {
                "title: \"a\\uD800b\"\n",
                1,
                8,
                "The file stops being YAML here: While scanning a quoted scalar, found invalid Unicode surrogates."
            },
            { "title: \"a\\U0011FFFFb\"\n", 1, 0, "" },
            { "title: \"a\\UFFFFFFFFb\"\n", 1, 0, "" },
            { "title: \"a\\xZZb\"\n", 1, 0, "" },
            { "%YAML 99999999999999999999.1\n---\na: 1\n", 1, 0, "" },
            { "%YAML 3.0\n---\na: 1\n", 1, 0, "" },
            { "%TAG ! !\n%TAG ! !\n---\na: 1\n", 0, 0, "" },
            { "a: |99\n  b\n", 1, 0, "" },
            { "...\n...\n", 1, 0, "" },
            { "\"\": 1\n", 1, 1, "" },
            { "@a: 1\n", 1, 1, "" },
            { "a: `b\n", 1, 4, "" },
        };

    [Theory]
    [MemberData(nameof(Documents))]
    public void Yaml_OutsideTheStrictSubset_IsLocated(string text, int line, int column, string found)
    {
        var place =
            line == 0 ? ":"
            : column == 0 ? $":{line}:"
            : $":{line}:{column}: {found}";
        workspace.Write(Workspace.HeadFile, text);
        workspace.Check().AssertRefused(Workspace.HeadFile + place);
        using var other = new Workspace();
        other.Write(Workspace.LawFile, text);
        other.Law().AssertRefused(Workspace.LawFile + place);
        other.Check().AssertRefused(Workspace.LawFile + place);
        other.Write("forms/form.yaml", text);
        other.Run("form", "forms/form.yaml").AssertRefused("forms/form.yaml" + place);
    }

    [Theory]
    [InlineData("title: Mazhilis", "title: &t Mazhilis", 8, "'&t' names a value")]
    [InlineData("title: Mazhilis", "title: !secret Mazhilis", 8, "'!secret' is a type tag.")]
    [InlineData("names: { ru: Адал, kk: Адал }", "names: { ru: Адал, Адалдық }", 28, "'Адалдық' has no value.")]
    [InlineData("names: { ru: Адал, kk: Адал }", "names: { ru: Адал, ru: Адал }", 28, "'ru' is given twice")]
    public void Yaml_RefusedInsideAGoodFile_IsLocated(string old, string changed, int column, string found)
    {
        workspace.Edit(Workspace.HeadFile, old, changed);
        var line = workspace.LineOf(Workspace.HeadFile, changed);
        workspace.Check().AssertRefused($"{Workspace.HeadFile}:{line}:{column}: {found}");
    }

    public static TheoryData<string, string> Bombs =>
        new()
        {
            { "ten thousand lists", "a: " + new string('[', 10_000) + new string(']', 10_000) + "\n" },
            {
                "ten thousand mappings",
                "a: " + string.Concat(Enumerable.Repeat("{ a: ", 10_000)) + "1" + new string('}', 10_000) + "\n"
            },
            { "a million open brackets", "a: " + new string('[', 1_000_000) },
            { "a million open braces", "a: " + new string('{', 1_000_000) },
            { "ten thousand levels of dashes", string.Concat(Enumerable.Repeat("- ", 10_000)) + "a\n" },
            { "ten thousand questions", string.Concat(Enumerable.Repeat("? ", 10_000)) + "a\n" },
            {
                "indented ever deeper",
                string.Concat(Enumerable.Range(0, 2_000).Select(i => new string(' ', i) + "a:\n"))
            },
            {
                "a bomb of aliases",
                "a: &a [x,x,x,x,x,x,x,x,x]\n"
                    + string.Concat(
                        Enumerable
                            .Range(0, 25)
                            .Select(i =>
                                $"{(char)('b' + i)}: &{(char)('b' + i)} [{string.Join(',', Enumerable.Repeat("*" + (char)('a' + i), 9))}]\n"
                            )
                    )
            },
            { "thirty thousand names", string.Concat(Enumerable.Range(0, 30_000).Select(i => $"n{i}: 1\n")) },
            { "one name of a million letters", new string('n', 1_000_000) + ": 1\n" },
            { "a text of seven million letters", "title: " + new string('t', 7_000_000) + "\n" },
        };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Yaml_MadeToBringAReaderDown_IsRefusedInTime(string what, string text)
    {
        workspace.Write(Workspace.HeadFile, text);
        var clock = Stopwatch.StartNew();
        workspace.Check().AssertRefused(Workspace.HeadFile + ":");
        workspace.Write(Workspace.LawFile, text);
        workspace.Law().AssertRefused(Workspace.LawFile + ":");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{what} took {clock.Elapsed}");
    }

    [Fact]
    public void Yaml_DeepNesting_DoesNotOverflowTheStackOfAProcess()
    {
        workspace.Write(Workspace.LawFile, "a: " + new string('[', 10_000) + new string(']', 10_000) + "\n");
        workspace.Start("law", Workspace.LawFile).AssertRefused($"{Workspace.LawFile}:1:");
    }
}
