using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using Scrutineer.Dossier;
using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Cli;

/// <summary>The tool <c>scrutineer</c>: its commands, and what every one of them does with problems and exit codes.</summary>
internal static class CommandLine
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, and a finding of severity error or a disagreement with the official result stands.</summary>
    public const int DoneWithErrors = 1;

    /// <summary>The input or the call is wrong.</summary>
    public const int WrongInput = 2;

    public static int Run(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        // A root command would take its name from the file that holds the program; users call it by its own.
        var root = new Command(
            "scrutineer",
            "Scrutineer takes an election from its law to its seats: computed, explained, checked, by anyone.\n\n"
                + "Examples:\n"
                + "  scrutineer check elections/kz-mazhilis-2021\n"
                + "  scrutineer seats elections/kz-mazhilis-2004 --reading literal\n"
                + "  scrutineer law laws/kz/mazhilis.yaml --diff 2007 2009\n\n"
                + "Exit codes: 0 done; 1 done, and an error or a disagreement with the official result stands; 2 wrong input."
        )
        {
            CheckCommand.Create(),
            SeatsCommand.Create(),
            CompareCommand.Create(),
            PowersCommand.Create(),
            ScenarioCommand.Create(),
            PartiesCommand.Create(),
            RegistryCommand.Create(),
            CalendarCommand.Create(),
            ListCommand.Create(),
            ClaimsCommand.Create(),
            TurnoutCommand.Create(),
            CountCommand.Create(),
            SampleCommand.Create(),
            EstimateCommand.Create(),
            ForensicsCommand.Create(),
            EntriesCommand.Create(),
            ImportCommand.Create(),
            SimulateCommand.Create(),
            LawCommand.Create(),
            FormCommand.Create(),
            AuditCommand.Create(),
            AllocateCommand.Create(),
            VerifyCommand.Create(),
            WitnessCommand.Create(),
            ServeCommand.Create(),
            PublishCommand.Create(),
            ExportCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            PurgeCommand.Create(),
            SchemaCommand.Create(),
            new HelpOption(),
            new VersionOption(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine(error.Message);
            }

            Console.Error.WriteLine("See 'scrutineer --help'.");
            return WrongInput;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"scrutineer: {e.Message}");
            return WrongInput;
        }
    }

    /// <summary>Prints every problem on standard error, each with its place, and returns the exit code for wrong input.</summary>
    public static int Report(Problems problems)
    {
        var all = problems.InOrder();
        foreach (var problem in all)
        {
            Console.Error.WriteLine(problem);
        }

        Console.Error.WriteLine(
            all.Count == 1 ? "1 problem; nothing was computed." : $"{all.Count} problems; nothing was computed."
        );
        return WrongInput;
    }

    /// <summary>Records that a dossier names no registry, for commands that cannot answer without one.</summary>
    public static void NeedsRegistry(ElectionDossier? dossier, DossierFacts? facts, Problems problems)
    {
        if (dossier is not null && facts is { Register: null })
        {
            problems.Add(
                new Location(SourceText.Show(Path.Combine(dossier.Folder, "election.yaml"))),
                "The dossier names no registry.",
                "'registry': the name of a folder below registry/",
                "Add the line 'registry: …'."
            );
        }
    }

    /// <summary>Writes text as it stands, without the platform's line ends.</summary>
    public static void Write(string text) => Console.Out.Write(text);
}
