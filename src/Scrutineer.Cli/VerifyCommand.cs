using System.CommandLine;
using System.Text;
using Scrutineer.Evidence;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Publishing;
using Scrutineer.Storage;

namespace Scrutineer.Cli;

/// <summary><c>verify</c>: a bundle of evidence held against its signed checkpoint, leaf by leaf.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("bundle")
        {
            Description =
                "The folder of a bundle, or of a site that 'publish' wrote; or a database, as a file or a connection string of PostgreSQL.",
        };
        var keys = new Option<string[]>("--key")
        {
            Description =
                "The log's public key, as text or as a file; by default the one in the bundle, with a warning.",
        };
        var witnesses = new Option<string[]>("--witness")
        {
            Description = "A witness's public key, as text or as a file; may be given several times.",
        };
        var since = new Option<string?>("--since")
        {
            Description = "A checkpoint of the same log that was kept earlier; the log must have grown from it.",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document and nothing else." };
        var command = new Command(
            "verify",
            "Verifies a bundle of evidence offline: signatures, every entry, the whole tree, every file that entries name, and every opened copy.\n\n"
                + "Examples:\n"
                + "  scrutineer verify examples/evidence/bundle --key examples/evidence/log.key\n"
                + "  scrutineer verify examples/evidence/bundle --since examples/evidence/earlier-checkpoint --json"
        )
        {
            folder,
            keys,
            witnesses,
            since,
            json,
        };
        command.SetAction(parsed =>
        {
            var problems = new Problems();
            var path = parsed.GetValue(folder)!;
            var isDatabase = DatabaseTarget.Is(path);
            if (!isDatabase && !Directory.Exists(path))
            {
                problems.Add(
                    new Location(path),
                    "There is no such folder.",
                    "the folder of a bundle, with the file 'checkpoint', or a database",
                    "Unpack the bundle and name its folder."
                );
            }

            var trusted = EvidenceOptions.Keys(parsed.GetValue(keys), "--key", problems);
            var cosigners = EvidenceOptions.Keys(parsed.GetValue(witnesses), "--witness", problems);
            var earlier = EvidenceOptions.Earlier(parsed.GetValue(since), problems);
            if (isDatabase && trusted.Count != 1)
            {
                problems.Add(
                    new Location("--key"),
                    $"A database is verified with the key of its log; {trusted.Count} keys are given.",
                    "one key",
                    "Give the key that was made public before the election."
                );
            }

            if (problems.Any)
            {
                return CommandLine.Report(problems);
            }

            if (isDatabase)
            {
                return Database(path, trusted[0], parsed.GetValue(json), problems);
            }

            var check = BundleCheck.Of(path, trusted, cosigners, earlier);
            CommandLine.Write(parsed.GetValue(json) ? EvidenceJson.Of(check) : Text(check));
            return check.Findings.Any(f => f.Severity == Severity.Error)
                ? CommandLine.DoneWithErrors
                : CommandLine.Done;
        });
        return command;
    }

    private static int Database(string target, NoteKey key, bool json, Problems problems)
    {
        if (
            DatabaseTarget.Use(
                target,
                problems,
                database => DatabaseCheck.OfAsync(database, key),
                LogKeeper.ElectionOf(key.Name)
            )
            is not { } findings
        )
        {
            return CommandLine.Report(problems);
        }

        CommandLine.Write(
            json
                ? EvidenceJson.Of(findings)
                : string.Concat(findings.Select(Line))
                    + (findings.Count > 0 ? "The database does NOT fit its log.\n" : "Everything fits.\n")
        );
        return findings.Count > 0 ? CommandLine.DoneWithErrors : CommandLine.Done;
    }

    private static string Line(Finding finding) =>
        Words.Wrap($"{finding.Severity.ToString().ToLowerInvariant()}: {finding.Statement} [{finding.Code}]", 2);

    private static string Text(BundleCheck check)
    {
        var text = new StringBuilder();
        if (check.Checkpoint is { } checkpoint)
        {
            text.Append(
                Words.Wrap(
                    $"{checkpoint.Origin}: {Shown.Of(checkpoint.Size, "entry", "entries")}, root {Convert.ToHexStringLower(checkpoint.Root)}.",
                    0
                )
            );
            text.Append(
                Words.Wrap(
                    $"Signed by {(check.SignedBy.Count == 0 ? "nobody who is trusted" : string.Join(", ", check.SignedBy))}; witnessed by {(check.Witnesses.Count == 0 ? "nobody who is trusted" : string.Join(", ", check.Witnesses))}{(check.WitnessedSize is { } size ? $", last at {Shown.Of(size, "entry", "entries")}" : "")}.",
                    0
                )
            );
            text.Append(
                Words.Wrap(
                    $"{Shown.Of(check.Entries, "entry was", "entries were")} read and hashed; {Shown.Of(check.Attached, "file that they name is", "files that they name are")} here and right, {check.Withheld} are not in the bundle. {Shown.Of(check.CopiesOpened, "opened copy fits its leaf", "opened copies fit their leaves")}, {Shown.Of(check.CopiesPurged, "was purged", "were purged")}.",
                    0
                )
            );
        }

        foreach (var finding in check.Findings)
        {
            text.Append(Line(finding));
        }

        return text.Append(
                check.Findings.Any(f => f.Severity == Severity.Error)
                    ? "The bundle does NOT fit its checkpoint.\n"
                    : "Everything fits.\n"
            )
            .ToString();
    }
}
