using System.CommandLine;
using System.Globalization;
using System.Text;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Storage;

namespace Scrutineer.Cli;

/// <summary><c>spread</c>: on which servers of PostgreSQL the records of an election lie, and parts of them moved to another.</summary>
internal static class SpreadCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("database")
        {
            Description = "The connection string of the database on the first server of PostgreSQL.",
        };
        var election = new Option<string>("--election") { Description = "The id of the election.", Required = true };
        var parts = new Option<int[]>("--part")
        {
            Description = $"A part that is moved, from 0 to {PartitionSpread.Parts - 1}; may be given several times.",
            AllowMultipleArgumentsPerToken = true,
        };
        var to = new Option<string?>("--to")
        {
            Description = "The connection string of a database on another server, as the first server reaches it.",
        };
        var command = new Command(
            "spread",
            "Tells on which servers of PostgreSQL the parts of an election's records lie, after moving those that are named.\n\n"
                + "Examples:\n"
                + "  scrutineer spread 'Host=one;Database=night' --election kz-mazhilis-2021\n"
                + "  scrutineer spread 'Host=one;Database=night' --election kz-mazhilis-2021 --part 0 1 2 3 --to 'Host=two;Database=night;Username=scrutineer'"
        )
        {
            target,
            election,
            parts,
            to,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var moved = parsed.GetValue(parts) ?? [];
            DatabaseTarget.Expect(parsed.GetValue(target)!, problems);
            if (
                moved.Any(p => p is < 0 or >= PartitionSpread.Parts)
                || moved.Length > 0 != parsed.GetValue(to) is not null
            )
            {
                problems.Add(
                    new Location("--part"),
                    "It is not said which parts go where.",
                    $"--part with numbers from 0 to {PartitionSpread.Parts - 1} and --to with a connection string, or neither",
                    "Give both."
                );
            }

            var where = problems.Any
                ? null
                : DatabaseTarget.Use(
                    parsed.GetValue(target)!,
                    problems,
                    database => SpreadAsync(database, moved, parsed.GetValue(to)),
                    parsed.GetValue(election)!
                );
            if (where is null)
            {
                return CommandLine.Report(problems);
            }

            CommandLine.Write(Text(where));
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task<IReadOnlyList<(int Part, string Server)>> SpreadAsync(
        ElectionDatabase database,
        IReadOnlyList<int> parts,
        string? to
    )
    {
        foreach (var part in parts)
        {
            var records = await PartitionSpread.MoveAsync(database, part, to!);
            await Console.Error.WriteLineAsync($"Part {part}: {Shown.Of(records, "record", "records")} moved.");
        }

        return await PartitionSpread.WhereAsync(database);
    }

    private static string Text(IEnumerable<(int Part, string Server)> where)
    {
        var text = new StringBuilder();
        foreach (var (part, server) in where)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"part {part}: {(server.Length == 0 ? "this server" : server)}\n"
            );
        }

        return text.ToString();
    }
}
