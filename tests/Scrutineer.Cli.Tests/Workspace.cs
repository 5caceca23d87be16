using System.Diagnostics;
using System.Text;

namespace Scrutineer.Cli.Tests;

/// <summary>
/// A folder of its own with copies of one dossier and its law, in which the tool runs. What a run prints does not depend
/// on what else stands in the checkout.
/// </summary>
internal sealed class Workspace : IDisposable
{
    public const string LawFile = "laws/kz/mazhilis.yaml";
    public const string HeadFile = "elections/kz-mazhilis-2021/election.yaml";
    public const string ResultsFile = "elections/kz-mazhilis-2021/results.csv";
    public const string EventsFile = "elections/kz-mazhilis-2021/events.yaml";
    public const string Dossier = "elections/kz-mazhilis-2021";

    // The console and the working folder belong to the process; one run at a time borrows them.
    private static readonly Lock OneAtATime = new();

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("scrutineer-");

    public Workspace()
    {
        foreach (
            var file in new[]
            {
                LawFile,
                HeadFile,
                ResultsFile,
                Dossier + "/simulation.yaml",
                EventsFile,
                "laws/kz/parties.yaml",
                "registry/kz/parties.yaml",
                "registry/kz/persons.yaml",
                "registry/kz/bodies.yaml",
                "registry/kz/places.yaml",
                "registry/kz/sources.yaml",
                Dossier + "/claims.yaml",
                Dossier + "/turnout.csv",
                Dossier + "/tiles.csv",
                Dossier + "/polls.yaml",
                Dossier + "/observation.yaml",
                Dossier + "/lists/Adal.yaml",
                Dossier + "/scenarios/threshold-5.yaml",
                "forms/kz/station-2021.yaml",
                "forms/nl/record.yaml",
                "examples/evidence/log.key",
                "examples/evidence/earlier-checkpoint",
                "examples/evidence/bundle/key",
                "examples/evidence/bundle/checkpoint",
                "examples/evidence/bundle/tile/0/000.p/5",
                "examples/evidence/bundle/tile/entries/000.p/5",
            }
        )
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
            File.Copy(Checkout.Path(file), At(file));
        }
    }

    /// <summary>Removes what is recorded around the count, for tests that write another election into the dossier.</summary>
    public Workspace WithoutRecord()
    {
        foreach (var file in new[] { "claims.yaml", "turnout.csv", "tiles.csv", "polls.yaml", "observation.yaml" })
        {
            File.Delete(At($"{Dossier}/{file}"));
        }

        return this;
    }

    public string Root => folder.FullName;

    public string At(string file) => Path.Combine(folder.FullName, file);

    public string Read(string file) => File.ReadAllText(At(file));

    public Workspace Write(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllText(At(file), content);
        return this;
    }

    public Workspace Write(string file, byte[] content)
    {
        File.WriteAllBytes(At(file), content);
        return this;
    }

    /// <summary>Replaces the first occurrence of a text, which must be there.</summary>
    public Workspace Edit(string file, string old, string changed)
    {
        var text = Read(file);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} does not hold «{old}»");
        return Write(file, text[..at] + changed + text[(at + old.Length)..]);
    }

    public Workspace Append(string file, string line) => Write(file, Read(file) + line);

    /// <summary>The line, from 1, on which a text first stands.</summary>
    public int LineOf(string file, string text)
    {
        var content = Read(file);
        var at = content.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} does not hold «{text}»");
        return content.AsSpan(0, at).Count('\n') + 1;
    }

    /// <summary>Runs the tool inside this process, in this folder.</summary>
    public ToolRun Run(params string[] args) => RunIn(Root, args);

    /// <summary>Runs the tool inside this process, in any folder.</summary>
    public static ToolRun RunIn(string folder, params string[] args)
    {
        lock (OneAtATime)
        {
            var (output, error, current) = (Console.Out, Console.Error, Environment.CurrentDirectory);
            using var newOutput = new StringWriter { NewLine = "\n" };
            using var newError = new StringWriter { NewLine = "\n" };
            try
            {
                Console.SetOut(newOutput);
                Console.SetError(newError);
                Environment.CurrentDirectory = folder;
                return new ToolRun(CommandLine.Run(args), newOutput.ToString(), newError.ToString());
            }
            finally
            {
                Environment.CurrentDirectory = current;
                Console.SetOut(output);
                Console.SetError(error);
            }
        }
    }

    public ToolRun Check(params string[] options)
    {
        var run = Run(["check", Dossier, .. options]);
        if (run.Exit == 2)
        {
            Assert.False(Directory.Exists(At("reports")), "a report was written although the input was refused");
        }

        return run;
    }

    public ToolRun Seats(params string[] options) => Run(["seats", Dossier, .. options]);

    public ToolRun Law(params string[] options) => Run(["law", LawFile, .. options]);

    /// <summary>Runs the built tool as a process of its own, in this folder.</summary>
    public ToolRun Start(params string[] args) => Start(args, _ => { });

    /// <summary>The same, with somebody watching the process while it runs.</summary>
    public ToolRun Start(string[] args, Action<Process> watch)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(
                encoderShouldEmitUTF8Identifier: false,
                throwOnInvalidBytes: true
            ),
            StandardErrorEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        };
        start.ArgumentList.Add(typeof(CommandLine).Assembly.Location);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        watch(process);
        process.WaitForExit();
        return new ToolRun(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    public void Dispose() => folder.Delete(recursive: true);
}
