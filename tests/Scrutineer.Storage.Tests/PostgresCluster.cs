namespace Scrutineer.Storage.Tests;

/// <summary>A PostgreSQL for a class of tests; they are skipped where there is none on this machine.</summary>
public sealed class PostgresCluster : IDisposable
{
    private readonly PostgresServer server = new();

    /// <summary>The connection string of a new, empty database.</summary>
    public string NewDatabase()
    {
        Assert.SkipWhen(!server.IsThere, "There is no PostgreSQL on this machine.");
        return server.NewDatabase();
    }

    /// <summary>Ends the server at once, as a power cut would, and starts it again.</summary>
    public void Restart() => server.Restart();

    public void Dispose() => server.Dispose();
}
