using System.Security.Cryptography;
using System.Text.Json;

namespace Scrutineer.Evidence;

/// <summary>The files of a bundle, held against the SHA-256 by which entries name them.</summary>
/// <param name="folder">The folder with the files.</param>
internal sealed class AttachedFiles(string folder)
{
    /// <summary>How many are here and right.</summary>
    public int Right { get; private set; }

    /// <summary>How many are named and not here.</summary>
    public int Withheld { get; private set; }

    /// <summary>Checks the files that an entry names in its property <c>files</c>.</summary>
    /// <param name="leaf">The number of the entry, from nought.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="tell">Takes a code, a sentence and the leaf.</param>
    public void Meet(long leaf, JsonElement entry, Action<string, string, long?> tell)
    {
        if (!entry.TryGetProperty(EvidenceBundle.Files, out var files) || files.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (
            var name in files
                .EnumerateArray()
                .Where(f => f.ValueKind == JsonValueKind.String)
                .Select(f => f.GetString()!)
                .Where(f => f.Length == 64 && f.All(char.IsAsciiHexDigitLower))
        )
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
            {
                Withheld++;
            }
            else if (Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) == name)
            {
                Right++;
            }
            else
            {
                tell(
                    "evidence-file",
                    $"Leaf {leaf}: {EvidenceBundle.Files}/{name} is not the file that the entry names.",
                    leaf
                );
            }
        }
    }
}
