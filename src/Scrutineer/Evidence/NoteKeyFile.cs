namespace Scrutineer.Evidence;

/// <summary>A secret key in a file that its owner alone can read: its name on the first line, the key in base 64 on the second.</summary>
public static class NoteKeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The key of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="algorithm">How the key signs.</param>
    /// <exception cref="FormatException">The file holds no key.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static NoteKey Read(string path, NoteAlgorithm algorithm)
    {
        try
        {
            var lines = File.ReadAllLines(path);
            return lines.Length == 2
                ? NoteKey.FromSecret(lines[0], algorithm, Convert.FromBase64String(lines[1]))
                : throw new FormatException("It has other than two lines.");
        }
        catch (ArgumentException wrong)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }

    /// <summary>
    /// Makes a key and its file. The file never exists with wider rights and never half written, and a file that is there is
    /// left: two programs that start at once agree on one key.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The name of the key.</param>
    /// <param name="algorithm">How the key signs.</param>
    /// <exception cref="ArgumentException">The name is none.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Make(string path, string name, NoteAlgorithm algorithm)
    {
        using var made = NoteKey.Create(name, algorithm);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        var draft = $"{path}.{Environment.ProcessId}";
        using (var writer = new StreamWriter(draft, options))
        {
            writer.Write($"{name}\n{Convert.ToBase64String(made.ExportSecret())}\n");
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
