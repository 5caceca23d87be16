using Scrutineer.Findings;
using Scrutineer.Storage;

namespace Scrutineer.Cli;

/// <summary>A database as it is named on the command line: a file of SQLite, or a connection string of PostgreSQL.</summary>
internal static class DatabaseTarget
{
    /// <summary>Whether a text names a database: a connection string, or a file that begins as SQLite's do.</summary>
    public static bool Is(string target)
    {
        if (target.Contains("Host=", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (!File.Exists(target))
        {
            return false;
        }

        Span<byte> head = stackalloc byte[16];
        using var file = File.OpenRead(target);
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
            && head.SequenceEqual("SQLite format 3\0"u8);
    }

    /// <summary>Tells a problem where a text names no database that is there.</summary>
    public static void Expect(string target, Problems problems)
    {
        if (!Is(target))
        {
            problems.Add(
                new Location(target),
                File.Exists(target) ? "This is no database." : "There is no such database.",
                "a file of SQLite, or a connection string of PostgreSQL",
                "Check the path."
            );
        }
    }

    /// <summary>Opens a database and does something with it; nothing, with the problem told, where that cannot be.</summary>
    public static T? Use<T>(
        string target,
        Problems problems,
        Func<ElectionDatabase, Task<T>> work,
        string election = ""
    )
    {
        try
        {
            return Task.Run(async () =>
                {
                    await using var database = await ElectionDatabase.OpenAsync(target, election);
                    return await work(database);
                })
                .GetAwaiter()
                .GetResult();
        }
        catch (Exception wrong) when (wrong is StorageException or IOException or UnauthorizedAccessException)
        {
            problems.Add(
                new Location(target.Contains("Host=", StringComparison.OrdinalIgnoreCase) ? "database" : target),
                wrong.Message,
                "a database that this program can open",
                "Mend what the message says and call again."
            );
            return default;
        }
    }
}
