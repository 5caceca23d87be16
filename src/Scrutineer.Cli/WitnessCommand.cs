using System.CommandLine;
using Scrutineer.Evidence;
using Scrutineer.Findings;

namespace Scrutineer.Cli;

/// <summary><c>witness</c>: signs the checkpoint of a bundle, after checking it and that the log grew from what was signed before.</summary>
internal static class WitnessCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("bundle") { Description = "The folder of the bundle." };
        var keys = new Option<string[]>("--key")
        {
            Description = "The log's public key, as text or as a file, as it was made public before the election.",
            Required = true,
        };
        var secret = new Option<string>("--secret")
        {
            Description =
                "The file of the witness's own key; made at the first use, when its public text is printed on standard error.",
            Required = true,
        };
        var name = new Option<string>("--name") { Description = "The name of a new key, such as example.org/witness." };
        var since = new Option<string?>("--since")
        {
            Description = "The checkpoint that the witness signed last; the log must have grown from it.",
        };
        var command = new Command(
            "witness",
            "Checks a bundle and signs its checkpoint as a witness. What it prints is for the log's owner, and to be kept for the next --since.\n\n"
                + "Examples:\n"
                + "  scrutineer witness [bundle] --key log.key --secret witness.key --name example.org/witness > cosigned\n"
                + "  scrutineer witness [bundle] --key log.key --secret witness.key --since cosigned > cosigned-2"
        )
        {
            folder,
            keys,
            secret,
            name,
            since,
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

            var trusted = EvidenceOptions.Keys(parsed.GetValue(keys), "--key", problems);
            var earlier = EvidenceOptions.Earlier(parsed.GetValue(since), problems);
            using var own = Own(parsed.GetValue(secret)!, parsed.GetValue(name), problems);
            if (problems.Any || own is null)
            {
                return CommandLine.Report(problems);
            }

            var check = BundleCheck.Of(path, trusted, [], earlier);
            foreach (var finding in check.Findings)
            {
                Console.Error.WriteLine(
                    $"{finding.Severity.ToString().ToLowerInvariant()}: {finding.Statement} [{finding.Code}]"
                );
            }

            if (check.Findings.Any(f => f.Severity == Severity.Error))
            {
                Console.Error.WriteLine("The bundle does NOT fit; nothing was signed.");
                return CommandLine.DoneWithErrors;
            }

            var note = SignedNote.Read(File.ReadAllBytes(Path.Combine(path, EvidenceBundle.CheckpointFile)))!;
            var signed = note with
            {
                Signatures = [.. note.Signatures, own.Sign(note.Text, TimeProvider.System.GetUtcNow())],
            };
            CommandLine.Write(signed.ToString());
            return CommandLine.Done;
        });
        return command;
    }

    private static NoteKey? Own(string path, string? name, Problems problems)
    {
        if (!File.Exists(path))
        {
            if (name is null || !NoteKey.IsName(name))
            {
                problems.Add(
                    new Location("--secret"),
                    $"{path} is not there, and --name names no new key.",
                    "a file with the witness's key, or a name without spaces and without '+' for a new one",
                    "Give --name once, such as example.org/witness."
                );
                return null;
            }

            NoteKeyFile.Make(path, name, NoteAlgorithm.EcdsaP256Cosignature);
            using var made = NoteKeyFile.Read(path, NoteAlgorithm.EcdsaP256Cosignature);
            Console.Error.WriteLine($"A new key was made in {path}. Its public text:\n{made.Verifier}");
        }

        try
        {
            return NoteKeyFile.Read(path, NoteAlgorithm.EcdsaP256Cosignature);
        }
        catch (FormatException wrong)
        {
            problems.Add(
                new Location(path),
                $"This is no key of a witness: {wrong.Message}",
                "a name on the first line, a key in base 64 on the second",
                "Name the file that an earlier 'witness' made."
            );
            return null;
        }
    }
}
