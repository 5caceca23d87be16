namespace Scrutineer.Storage;

/// <summary>The two kinds of database, and the few words in which they differ.</summary>
public enum Dialect
{
    /// <summary>One file, no server: a laptop, an office, a small country.</summary>
    Sqlite,

    /// <summary>A server, for several processes at once.</summary>
    PostgreSql,
}
