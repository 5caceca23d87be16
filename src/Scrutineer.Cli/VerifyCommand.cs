using System.CommandLine;
using System.Text;
using Scrutineer.Evidence;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Publishing;

namespace Scrutineer.Cli;

/// <summary><c>verify</c>: a bundle of evidence held against its signed checkpoint, leaf by leaf.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("bundle") { Description = "The folder of the bundle." };
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
            "Verifies a bundle of evidence offline: signatures, every entry, the whole tree, and every file that entries name.\n\n"
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
            if (!Directory.Exists(path))
            {
                problems.Add(
                    new Location(path),
                    "There is no such folder.",
                    "the folder of a bundle, with the file 'checkpoint'",
                    "Unpack the bundle and name its folder."
                );
            }

            var trusted = Keys(parsed.GetValue(keys), "--key", problems);
            var cosigners = Keys(parsed.GetValue(witnesses), "--witness", problems);
            var earlier = Earlier(parsed.GetValue(since), problems);
            if (problems.Any)
            {
                return CommandLine.Report(problems);
            }

            var check = BundleCheck.Of(path, trusted, cosigners, earlier);
            CommandLine.Write(parsed.GetValue(json) ? EvidenceJson.Of(check) : Text(check));
            return check.Findings.Any(f => f.Severity == Severity.Error)
                ? CommandLine.DoneWithErrors
                : CommandLine.Done;
        });
        return command;
    }

    private static List<NoteKey> Keys(string[]? given, string option, Problems problems)
    {
        var read = new List<NoteKey>();
        foreach (var text in given ?? [])
        {
            if (NoteKey.Read(File.Exists(text) ? File.ReadAllText(text) : text) is { } key)
            {
                read.Add(key);
                continue;
            }

            problems.Add(
                new Location(option),
                $"'{text}' is no public key.",
                "a text such as example.org/log+1a2b3c4d+Ajk…, or a file that holds one",
                "Take the key from where the log's owner made it public."
            );
        }

        return read;
    }

    private static SignedNote? Earlier(string? path, Problems problems)
    {
        if (path is null)
        {
            return null;
        }

        var note = File.Exists(path) ? SignedNote.Read(File.ReadAllBytes(path)) : null;
        if (note is null || Checkpoint.Read(note.Text) is null)
        {
            problems.Add(
                new Location(path),
                File.Exists(path) ? "This is no signed checkpoint." : "There is no such file.",
                "three lines, an empty one, and signatures",
                "Name a file 'checkpoint' of an earlier bundle."
            );
            return null;
        }

        return note;
    }

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
                    $"Signed by {(check.SignedBy.Count == 0 ? "nobody who is trusted" : string.Join(", ", check.SignedBy))}; witnessed by {(check.Witnesses.Count == 0 ? "nobody who is trusted" : string.Join(", ", check.Witnesses))}.",
                    0
                )
            );
            text.Append(
                Words.Wrap(
                    $"{Shown.Of(check.Entries, "entry was", "entries were")} read and hashed; {Shown.Of(check.Attached, "file that they name is", "files that they name are")} here and right, {check.Withheld} are not in the bundle.",
                    0
                )
            );
        }

        foreach (var finding in check.Findings)
        {
            text.Append(
                Words.Wrap($"{finding.Severity.ToString().ToLowerInvariant()}: {finding.Statement} [{finding.Code}]", 2)
            );
        }

        return text.Append(
                check.Findings.Any(f => f.Severity == Severity.Error)
                    ? "The bundle does NOT fit its checkpoint.\n"
                    : "Everything fits.\n"
            )
            .ToString();
    }
}
