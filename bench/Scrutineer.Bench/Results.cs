namespace Scrutineer.Bench;

/// <summary>The folder bench/results, found from the working folder upwards.</summary>
internal static class Results
{
    public static void Write(string name, string text)
    {
        var folder = new DirectoryInfo(Environment.CurrentDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Scrutineer.slnx")))
        {
            folder = folder.Parent;
        }

        var root = folder?.FullName ?? throw new DirectoryNotFoundException("Run this inside the repository.");
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(root, "bench", "results")).FullName, name);
        File.WriteAllText(path, text);
        Console.Write(text);
    }
}
