using Scrutineer.Evidence;
using Scrutineer.Findings;

namespace Scrutineer.Cli;

/// <summary>Keys and checkpoints as options give them.</summary>
internal static class EvidenceOptions
{
    /// <summary>The public keys of an option, each as text or as a file.</summary>
    public static List<NoteKey> Keys(string[]? given, string option, Problems problems)
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

    /// <summary>The checkpoint in a file; nothing where none is named or it is none.</summary>
    public static SignedNote? Earlier(string? path, Problems problems)
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
}
