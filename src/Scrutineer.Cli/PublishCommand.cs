using System.CommandLine;
using System.Runtime.CompilerServices;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Storage;
using Scrutineer.Web;

namespace Scrutineer.Cli;

/// <summary><c>publish</c>: the public pages of an election night as plain files.</summary>
internal static class PublishCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("dossier") { Description = "The folder of the election." };
        var database = new Option<string?>("--database")
        {
            Description = "The database of the server; by default a file named like the election.",
        };
        var secrets = new Option<string?>("--secrets")
        {
            Description = "The folder with the key of the log; by default named like the database, with '.secrets'.",
        };
        var output = new Option<string>("--out") { Description = "The folder of the site.", Required = true };
        var command = new Command(
            "publish",
            "Writes the public pages of an election night as plain files, in every language, with the figures and the log, for any web host.\n\n"
                + "Examples:\n"
                + "  scrutineer publish [dossier] --database night.db --out site"
        )
        {
            folder,
            database,
            secrets,
            output,
        };
        command.SetAction(parsed =>
            Publish(
                parsed.GetValue(folder)!,
                parsed.GetValue(database),
                parsed.GetValue(secrets),
                parsed.GetValue(output)!
            )
        );
        return command;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Publish(string folder, string? database, string? secrets, string output)
    {
        var problems = new Problems();
        if (ElectionSetup.Read(folder, problems) is not { } setup)
        {
            return CommandLine.Report(problems);
        }

        var options = ServeCommand.Options(setup, database, secrets, []);
        try
        {
            var pages = ElectionSite.WriteAsync(setup, options, output).GetAwaiter().GetResult();
            CommandLine.Write(
                Words.Wrap(
                    $"{Shown.Of(pages, "page was", "pages were")} written to {output}. Verify the log in it with: scrutineer verify {Path.Combine(output, ElectionSite.Log)}",
                    0
                )
            );
            return CommandLine.Done;
        }
        catch (StorageException wrong)
        {
            Console.Error.WriteLine($"scrutineer: {wrong.Message}");
            return CommandLine.WrongInput;
        }
    }
}
