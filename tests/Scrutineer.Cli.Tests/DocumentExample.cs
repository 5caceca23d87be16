using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Scrutineer.Cli.Tests;

/// <summary>
/// A command in a <c>console</c> block of a document, and the output that stands below it. In the output a line that is
/// only <c>…</c> stands for any lines; <c># exit 2</c> after the command names an exit code other than nought. Blocks
/// marked <c>console scratch</c> run in a folder that holds the files which the documents of that folder write out: the
/// blocks whose mark names a path, such as <c>yaml laws/xx/council.yaml</c>. All others run at the top of the checkout.
/// </summary>
internal sealed partial record DocumentExample(
    string Document,
    int Line,
    string Command,
    int ExitCode,
    bool InScratch,
    IReadOnlyList<string> Expected
)
{
    private const string Anything = "…";
    private const string FromSource = "dotnet run -c Release --project src/Scrutineer.Cli -- ";

    /// <summary>Every example of a document, in order.</summary>
    public static IReadOnlyList<DocumentExample> Of(string document)
    {
        var lines = Documents.Lines(document);
        var examples = new List<DocumentExample>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```console", StringComparison.Ordinal))
            {
                continue;
            }

            var scratch = lines[i] == "```console scratch";
            var end = Array.IndexOf(lines, "```", i);
            while (++i < end)
            {
                if (Prompt().Match(lines[i]) is not { Success: true } prompt)
                {
                    continue;
                }

                var output = lines[(i + 1)..end].TakeWhile(l => !l.StartsWith("$ ", StringComparison.Ordinal)).ToList();
                var exit = prompt.Groups["exit"] is { Success: true } code ? code.Value[0] - '0' : 0;
                examples.Add(
                    new DocumentExample(document, i, prompt.Groups["command"].Value, exit, scratch, WithoutGap(output))
                );
            }
        }

        return examples;
    }

    /// <summary>The words of the command after <c>scrutineer</c>; nothing where it is another program.</summary>
    public IReadOnlyList<string>? Arguments
    {
        get
        {
            var command = Piped().Replace(Command, "");
            var words =
                command.StartsWith("scrutineer ", StringComparison.Ordinal) ? command["scrutineer ".Length..]
                : command.StartsWith(FromSource, StringComparison.Ordinal) ? command[FromSource.Length..]
                : null;
            return words is null ? null : [.. Word().Matches(words).Select(m => m.Value.Trim('"'))];
        }
    }

    private bool IsProcess =>
        Input.Length > 0
        || Command.StartsWith("scrutineer serve ", StringComparison.Ordinal)
        || Command.StartsWith(FromSource, StringComparison.Ordinal);

    /// <summary>What the example pipes into the command; nothing where it pipes nothing.</summary>
    private string Input => Piped().Match(Command) is { Success: true } piped ? piped.Groups["input"].Value + "\n" : "";

    /// <summary>
    /// Runs the command and returns its exit code and what it printed, errors last. What is piped, served or started from its
    /// source runs as a process; all else inside this one, which is several times as fast and prints the same
    /// (<c>ProcessTests</c>).
    /// </summary>
    public async Task<(int ExitCode, IReadOnlyList<string> Output)> RunAsync(CancellationToken cancellation)
    {
        var scratch = InScratch ? WriteScratch() : null;
        try
        {
            var folder = scratch ?? Documents.Root;
            return IsProcess ? await RunAsync(Arguments!, Input, folder, cancellation) : RunInside(Arguments!, folder);
        }
        finally
        {
            if (scratch is not null)
            {
                Directory.Delete(scratch, recursive: true);
            }
        }
    }

    /// <summary>Runs the tool inside this process.</summary>
    public static (int ExitCode, IReadOnlyList<string> Output) RunInside(IEnumerable<string> arguments, string folder)
    {
        var run = Workspace.RunIn(folder, [.. arguments]);
        return (run.Exit, (run.Out + run.Error).TrimEnd('\n').Split('\n'));
    }

    /// <summary>Runs the tool as a process.</summary>
    public static async Task<(int ExitCode, IReadOnlyList<string> Output)> RunAsync(
        IEnumerable<string> arguments,
        string input,
        string folder,
        CancellationToken cancellation
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Scrutineer.Cli.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellation);
        var text = await output + await errors;
        return (process.ExitCode, text.TrimEnd('\n').Split('\n'));
    }

    /// <summary>Whether an output is the one that stands in the document.</summary>
    public bool Matches(IReadOnlyList<string> output) => Filled(output).SequenceEqual(Expected) && Reach(output);

    /// <summary>The lines that should stand in the document, with as many lines between the <c>…</c> as before.</summary>
    public IReadOnlyList<string> Filled(IReadOnlyList<string> output)
    {
        var parts = Parts();
        if (parts.Count == 1)
        {
            return output;
        }

        var lines = new List<string>(output.Take(parts[0].Count));
        var next = parts[0].Count;
        foreach (var part in parts.Skip(1).SkipLast(1))
        {
            var found = next;
            while (found < output.Count && output[found] != part.FirstOrDefault())
            {
                found++;
            }

            // A part whose first line is nowhere in the output stays as it is, and so the example differs.
            lines.Add(Anything);
            lines.AddRange(found < output.Count ? output.Skip(found).Take(part.Count) : part.Prepend("not found:"));
            next = found < output.Count ? found + part.Count : next;
        }

        lines.Add(Anything);
        lines.AddRange(output.TakeLast(parts[^1].Count));
        return lines;
    }

    /// <summary>Puts an output into the document in place of the one that stands there.</summary>
    public void Write(IReadOnlyList<string> output)
    {
        var lines = Documents.Lines(Document).ToList();
        lines.RemoveRange(Line + 1, Expected.Count);
        lines.InsertRange(Line + 1, Filled(output));
        File.WriteAllText(Documents.PathOf(Document), string.Join('\n', lines));
    }

    /// <summary>No line of the document stands for two of the output.</summary>
    private bool Reach(IReadOnlyList<string> output) => output.Count >= Expected.Count(l => l != Anything);

    private List<List<string>> Parts()
    {
        var parts = new List<List<string>> { new() };
        foreach (var line in Expected)
        {
            if (line == Anything)
            {
                parts.Add([]);
            }
            else
            {
                parts[^1].Add(line);
            }
        }

        return parts;
    }

    private string WriteScratch()
    {
        var scratch = Directory.CreateTempSubdirectory("scrutineer-documents-").FullName;
        var folder = Path.GetDirectoryName(Document);
        foreach (var lines in Documents.All.Where(d => Path.GetDirectoryName(d) == folder).Select(Documents.Lines))
        {
            for (var i = 0; i < lines.Length; i++)
            {
                if (FileBlock().Match(lines[i]) is { Success: true } block)
                {
                    var end = Array.IndexOf(lines, "```", i);
                    var path = Path.Combine(scratch, block.Groups["it"].Value);
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    File.WriteAllText(path, string.Join('\n', lines[(i + 1)..end]) + "\n");
                }
            }
        }

        return scratch;
    }

    private static List<string> WithoutGap(List<string> output)
    {
        while (output.Count > 0 && output[^1].Length == 0)
        {
            output.RemoveAt(output.Count - 1);
        }

        return output;
    }

    [GeneratedRegex(@"^\$ (?<command>.*?)( +# exit (?<exit>\d))?$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Prompt();

    [GeneratedRegex(@"^echo '(?<input>[^']*)' \| ", RegexOptions.None, 5000)]
    private static partial Regex Piped();

    [GeneratedRegex("\"[^\"]*\"|\\S+", RegexOptions.None, 5000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^```(?:yaml|csv) (?<it>\S+/\S+)$", RegexOptions.None, 5000)]
    private static partial Regex FileBlock();
}
