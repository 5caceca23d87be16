using System.CommandLine;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Storage;

namespace Scrutineer.Cli;

/// <summary><c>restore</c>: an empty database filled from a copy.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("database")
        {
            Description =
                "A file of SQLite, made if it is not there, or a connection string of PostgreSQL; it must be empty.",
        };
        var file = new Option<string>("--from") { Description = "The file of the copy.", Required = true };
        var command = new Command(
            "restore",
            "Fills an empty database from a copy: all of it, or nothing where the copy is not whole.\n\n"
                + "Examples:\n"
                + "  scrutineer restore again.db --from night.backup"
        )
        {
            target,
            file,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            if (!File.Exists(parsed.GetValue(file)!))
            {
                problems.Add(
                    new Location(parsed.GetValue(file)!),
                    "There is no such file.",
                    "a copy that 'scrutineer backup' wrote",
                    "Check the path."
                );
                return CommandLine.Report(problems);
            }

            var rows = DatabaseTarget.Use(
                parsed.GetValue(target)!,
                problems,
                database => Backup.RestoreAsync(database, parsed.GetValue(file)!)
            );
            if (problems.Any)
            {
                return CommandLine.Report(problems);
            }

            CommandLine.Write($"{Shown.Of(rows, "row", "rows")} restored into {parsed.GetValue(target)}.\n");
            return CommandLine.Done;
        });
        return command;
    }
}
