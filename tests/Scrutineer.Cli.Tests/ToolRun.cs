using System.Text.RegularExpressions;

namespace Scrutineer.Cli.Tests;

/// <summary>What a run of the tool returned and printed.</summary>
internal sealed partial record ToolRun(int Exit, string Out, string Error)
{
    /// <summary>The lines on standard error without the last one, which counts them.</summary>
    public IReadOnlyList<string> Problems => [.. Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipLast(1)];

    /// <summary>
    /// Holds a refusal to its contract: exit code 2, nothing on standard output, every line a located problem with what
    /// was found, what was expected and a remedy, in the order of the input, and no trace of the program's inside.
    /// </summary>
    public ToolRun AssertRefused(params string[] beginnings)
    {
        Assert.True(Exit == 2, $"exit code {Exit}\n{Out}{Error}");
        Assert.Equal("", Out);
        AssertNoTrace();
        Assert.NotEmpty(Problems);
        Assert.All(Problems, p => Assert.Matches(Form(), p));
        Assert.Matches(@"\A[0-9]+ problems?; nothing was computed\.\z", Error.TrimEnd('\n').Split('\n')[^1]);
        foreach (var beginning in beginnings)
        {
            Assert.True(
                Problems.Any(p => p.StartsWith(beginning, StringComparison.Ordinal)),
                $"no problem begins with «{beginning}»:\n{Error}"
            );
        }

        return this;
    }

    /// <summary>The same, and these are all the problems there are, in this order.</summary>
    public void AssertRefusedOnlyFor(params string[] beginnings)
    {
        AssertRefused(beginnings);
        Assert.True(Problems.Count == beginnings.Length, Error);
        Assert.All(
            Problems.Zip(beginnings),
            pair => Assert.StartsWith(pair.Second, pair.First, StringComparison.Ordinal)
        );
    }

    /// <summary>Nothing that was printed is a stack trace.</summary>
    public void AssertNoTrace()
    {
        Assert.DoesNotMatch(Trace(), Error);
        Assert.DoesNotContain("Exception", Error, StringComparison.Ordinal);
        Assert.DoesNotMatch(Trace(), Out);
    }

    // A line of a trace names a method with its parentheses; a sentence that is wrapped before "at" does not.
    [GeneratedRegex(@"^ +at [^ (]+\.[^ (]+\(", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Trace();

    [GeneratedRegex(
        @"\A[^:]+(:[0-9]+(:[0-9]+)?)?: [^\n]+ Expected [^\n]+\. [^\n]+\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Form();
}
