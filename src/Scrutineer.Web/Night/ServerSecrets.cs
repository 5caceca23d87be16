using Scrutineer.Evidence;
using Scrutineer.Storage;

namespace Scrutineer.Web.Night;

/// <summary>The keys of a server, in a folder that its owner alone can read.</summary>
internal static class ServerSecrets
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const string LogFile = "log.key";

    /// <summary>The key of the log: the one that is there, or a new one.</summary>
    /// <param name="folder">The folder of secrets.</param>
    /// <param name="name">The name of a new log.</param>
    /// <exception cref="StorageException">The file is there and holds no key, or cannot be written.</exception>
    public static NoteKey LogKey(string folder, string name)
    {
        if (ExistingLogKey(folder) is { } there)
        {
            return there;
        }

        try
        {
            Directory(folder);
            using var made = NoteKey.Create(name, NoteAlgorithm.EcdsaP256);
            Write(Path.Combine(folder, LogFile), $"{name}\n{Convert.ToBase64String(made.ExportSecret())}\n");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"No key of the log can be made in {folder}: {wrong.Message}", wrong);
        }

        return ExistingLogKey(folder)!;
    }

    /// <summary>The key of the log; nothing where none was made.</summary>
    /// <exception cref="StorageException">The file is there and holds no key, or cannot be read.</exception>
    public static NoteKey? ExistingLogKey(string folder)
    {
        var path = Path.Combine(folder, LogFile);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var lines = File.ReadAllLines(path);
            return lines.Length == 2
                ? NoteKey.FromSecret(lines[0], NoteAlgorithm.EcdsaP256, Convert.FromBase64String(lines[1]))
                : throw new FormatException("it has other than two lines");
        }
        catch (Exception wrong)
            when (wrong is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            throw new StorageException($"The key of the log in {path} cannot be used: {wrong.Message}", wrong);
        }
    }

    /// <summary>Makes a folder that its owner alone can open.</summary>
    public static DirectoryInfo Directory(string folder) =>
        OperatingSystem.IsWindows()
            ? System.IO.Directory.CreateDirectory(folder)
            : System.IO.Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);

    /// <summary>Makes the file of a new database one that its owner alone can read; what SQLite lays beside it has the same rights.</summary>
    /// <exception cref="StorageException">It cannot be made.</exception>
    public static void OwnFile(string database)
    {
        if (
            OperatingSystem.IsWindows()
            || database.Contains("Host=", StringComparison.OrdinalIgnoreCase)
            || File.Exists(database)
        )
        {
            return;
        }

        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = OwnerOnly,
            };
            using var made = new FileStream(database, options);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"{database} cannot be made: {wrong.Message}", wrong);
        }
    }

    // The file never exists with wider rights, and never half written: two servers that start at once agree on one key.
    private static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        var draft = $"{path}.{Environment.ProcessId}";
        using (var writer = new StreamWriter(draft, options))
        {
            writer.Write(text);
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
