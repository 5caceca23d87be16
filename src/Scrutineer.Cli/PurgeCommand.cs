using System.CommandLine;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Storage;

namespace Scrutineer.Cli;

/// <summary><c>purge</c>: what can harm a person is taken out of a database; the log stays verifiable.</summary>
internal static class PurgeCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("database")
        {
            Description = "A file of SQLite, or a connection string of PostgreSQL.",
        };
        var record = new Option<string?>("--record") { Description = "The identifier of one report." };
        var observer = new Option<string?>("--observer")
        {
            Description = "The pseudonym of an observer: all that they handed in.",
        };
        var photograph = new Option<string?>("--photograph") { Description = "The SHA-256 of one photograph." };
        var election = new Option<string?>("--election")
        {
            Description = "The id of the election, where the database holds several.",
        };
        var reason = new Option<string>("--reason") { Description = "Why; it is published.", Required = true };
        var by = new Option<string>("--by") { Description = "Who decided it; it is published.", Required = true };
        var command = new Command(
            "purge",
            "Takes the words and photographs of reports out of a database for good. The log keeps their hashes and is verified as before; the purge itself is a record.\n\n"
                + "Examples:\n"
                + "  scrutineer purge night.db --observer observer-7 --reason \"asked for it\" --by coordinator-1\n"
                + "  scrutineer purge night.db --photograph [sha256] --reason \"shows a face\" --by coordinator-1"
        )
        {
            target,
            record,
            observer,
            photograph,
            election,
            reason,
            by,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            DatabaseTarget.Expect(parsed.GetValue(target)!, problems);
            PurgeTarget[] named =
            [
                .. parsed.GetValue(record) is { } r ? [PurgeTarget.OfRecord(r)] : Array.Empty<PurgeTarget>(),
                .. parsed.GetValue(observer) is { } o ? [PurgeTarget.OfObserver(o)] : Array.Empty<PurgeTarget>(),
                .. parsed.GetValue(photograph) is { } p ? [PurgeTarget.OfPhotograph(p)] : Array.Empty<PurgeTarget>(),
            ];
            if (named.Length != 1)
            {
                problems.Add(
                    new Location("--record"),
                    $"{named.Length} things are named.",
                    "one of --record, --observer and --photograph",
                    "Name one; call again for the next."
                );
            }

            foreach (
                var (option, said) in new[] { ("--reason", parsed.GetValue(reason)), ("--by", parsed.GetValue(by)) }
            )
            {
                if (string.IsNullOrWhiteSpace(said))
                {
                    problems.Add(new Location(option), "It is empty.", "words", "Write them; they are published.");
                }
            }

            if (problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var result = DatabaseTarget.Use(
                parsed.GetValue(target)!,
                problems,
                database =>
                    Purge.RunAsync(
                        database,
                        named[0],
                        parsed.GetValue(reason)!,
                        parsed.GetValue(by)!,
                        TimeProvider.System.GetUtcNow()
                    ),
                parsed.GetValue(election) ?? ""
            );
            if (result is null)
            {
                return CommandLine.Report(problems);
            }

            CommandLine.Write(
                $"{Shown.Of(result.Records, "report", "reports")} and {Shown.Of(result.Photographs, "photograph", "photographs")} purged. Purge copies of the database that were made before, and start the server again.\n"
                    + (
                        result.StillRead
                            ? "The database was being read: the bytes are gone from its write-ahead log when the server has been stopped.\n"
                            : ""
                    )
            );
            return CommandLine.Done;
        });
        return command;
    }
}
