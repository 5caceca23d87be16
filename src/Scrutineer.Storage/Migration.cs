using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Scrutineer.Storage;

/// <summary>One numbered step of the tables. Once released it is never changed: the next number changes them further.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Name">What it does, in a word.</param>
/// <param name="Sql">Its statements, with a few words for what the two databases call differently.</param>
public sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>The SHA-256 of its statements, in base 16.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } = [.. Embedded().OrderBy(m => m.Number)];

    /// <summary>The statements as a database understands them.</summary>
    public string For(Dialect dialect)
    {
        var sqlite = dialect == Dialect.Sqlite;
        return Other(sqlite ? "postgresql" : "sqlite")
            .Replace(Sql, "")
            .Replace(sqlite ? "{sqlite}" : "{postgresql}", "", StringComparison.Ordinal)
            .Replace(sqlite ? "{/sqlite}" : "{/postgresql}", "", StringComparison.Ordinal)
            .Replace(
                "{identity}",
                sqlite ? "INTEGER PRIMARY KEY AUTOINCREMENT" : "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
                StringComparison.Ordinal
            )
            .Replace("{long}", sqlite ? "INTEGER" : "bigint", StringComparison.Ordinal)
            .Replace("{bytes}", sqlite ? "BLOB" : "bytea", StringComparison.Ordinal)
            .Replace("{strict}", sqlite ? "STRICT" : "", StringComparison.Ordinal);
    }

    // What stands between {sqlite} and {/sqlite} is for that database alone.
    private static Regex Other(string dialect) =>
        new($@"\{{{dialect}\}}.*?\{{/{dialect}\}}", RegexOptions.Singleline, TimeSpan.FromSeconds(1));

    private static IEnumerable<Migration> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (
            var file in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(file)!, Encoding.UTF8);
            var name = Path.GetFileNameWithoutExtension(file);
            yield return new Migration(
                int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture),
                name[5..],
                reader.ReadToEnd().ReplaceLineEndings("\n")
            );
        }
    }
}
