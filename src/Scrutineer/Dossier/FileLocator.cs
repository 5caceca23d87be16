namespace Scrutineer.Dossier;

/// <summary>
/// Finds the laws, forms and mappings that a dossier or a caller names: above the dossier, above the working folder, or
/// beside the program.
/// </summary>
public static class FileLocator
{
    /// <summary>The path of a file, or nothing.</summary>
    /// <param name="kind">The folder of its kind: <c>laws</c>, <c>forms</c> or <c>mappings</c>.</param>
    /// <param name="name">Its name in that folder, as country/name; the folder itself may stand before it.</param>
    /// <param name="start">Where the search begins.</param>
    public static string? Find(string kind, string name, string start)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(name);
        name = name.StartsWith(kind + "/", StringComparison.Ordinal) ? name[(kind.Length + 1)..] : name;
        if (name.Split('/').Any(part => part is "" or "." or ".."))
        {
            return null;
        }

        return Search(Path.Combine(kind, name.Replace('/', Path.DirectorySeparatorChar) + ".yaml"), start);
    }

    /// <summary>The path of a folder of files that belong together, such as a registry; or nothing.</summary>
    /// <param name="kind">The folder of its kind: <c>registry</c>.</param>
    /// <param name="name">Its name in that folder.</param>
    /// <param name="start">Where the search begins.</param>
    public static string? FindFolder(string kind, string name, string start)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name is "" or "." or ".." || name.AsSpan().IndexOfAny("/\\") >= 0
            ? null
            : Search(Path.Combine(kind, name), start);
    }

    private static string? Search(string relative, string start) =>
        Above(start)
            .Concat(Above(Environment.CurrentDirectory))
            .Append(AppContext.BaseDirectory)
            .Select(folder => Path.Combine(folder, relative))
            .FirstOrDefault(Path.Exists);

    private static IEnumerable<string> Above(string folder)
    {
        for (var current = Path.GetFullPath(folder); current is not null; current = Path.GetDirectoryName(current))
        {
            yield return current;
        }
    }
}
