namespace Scrutineer.Bench;

/// <summary>The folder bench/results, found from the working folder upwards.</summary>
internal static class Results
{
    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = FindRoot();

    public static void Write(string name, string text)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Root, "bench", "results")).FullName, name);
        File.WriteAllText(path, text);
        Console.Write(text);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(Environment.CurrentDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Scrutineer.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("Run this inside the repository.");
    }
}
