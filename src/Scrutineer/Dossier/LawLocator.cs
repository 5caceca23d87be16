namespace Scrutineer.Dossier;

/// <summary>Finds the law that a dossier names: above the dossier, above the working folder, or beside the program.</summary>
internal static class LawLocator
{
    public static string? Find(string law, string folder)
    {
        if (law.Split('/').Any(part => part is "" or "." or ".."))
        {
            return null;
        }

        var relative = Path.Combine("laws", law.Replace('/', Path.DirectorySeparatorChar) + ".yaml");
        return Above(folder)
            .Concat(Above(Environment.CurrentDirectory))
            .Append(AppContext.BaseDirectory)
            .Select(start => Path.Combine(start, relative))
            .FirstOrDefault(Path.Exists);
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var current = Path.GetFullPath(folder); current is not null; current = Path.GetDirectoryName(current))
        {
            yield return current;
        }
    }
}
