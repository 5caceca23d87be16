using Scrutineer.Storage;

namespace Scrutineer.Web.Night;

/// <summary>
/// The lock beside a database of SQLite: one server at a time. A second would show pages that do not follow what the first
/// accepts. PostgreSQL serves several, and needs none. A server that was killed leaves no lock behind.
/// </summary>
internal static class OneServer
{
    /// <summary>Takes the lock until it is disposed; nothing is taken for PostgreSQL.</summary>
    /// <exception cref="StorageException">Another server has it.</exception>
    public static IDisposable? Of(string database)
    {
        if (database.Contains("Host=", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return new FileStream(database + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(
                $"Another server runs on {database}, or its folder cannot be written: {wrong.Message}",
                wrong
            );
        }
    }
}
