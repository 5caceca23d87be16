using System.CommandLine;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Storage;

namespace Scrutineer.Cli;

/// <summary><c>backup</c>: a database copied into one file.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("database")
        {
            Description = "A file of SQLite, or a connection string of PostgreSQL.",
        };
        var file = new Option<string>("--out") { Description = "The file of the copy.", Required = true };
        var command = new Command(
            "backup",
            "Copies a database, as it is at one moment, into one file from which either kind of database can be filled.\n\n"
                + "Examples:\n"
                + "  scrutineer backup night.db --out night.backup"
        )
        {
            target,
            file,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            DatabaseTarget.Expect(parsed.GetValue(target)!, problems);
            if (problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var rows = DatabaseTarget.Use(
                parsed.GetValue(target)!,
                problems,
                database => Backup.WriteAsync(database, parsed.GetValue(file)!)
            );
            if (problems.Any)
            {
                return CommandLine.Report(problems);
            }

            CommandLine.Write($"{Shown.Of(rows, "row", "rows")} copied into {parsed.GetValue(file)}.\n");
            return CommandLine.Done;
        });
        return command;
    }
}
