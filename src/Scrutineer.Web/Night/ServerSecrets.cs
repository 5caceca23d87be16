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
            NoteKeyFile.Make(Path.Combine(folder, LogFile), name, NoteAlgorithm.EcdsaP256);
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
            return NoteKeyFile.Read(path, NoteAlgorithm.EcdsaP256);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or FormatException)
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
}
