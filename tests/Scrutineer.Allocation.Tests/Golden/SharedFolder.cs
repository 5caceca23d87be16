namespace Scrutineer.Allocation.Tests.Golden;

/// <summary>Files beside the repository that are larger than what belongs in it.</summary>
internal static class SharedFolder
{
    /// <summary>The repository's root: the folder above the test assembly that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The path of a shared case file, or null where the folder is absent.</summary>
    public static string? Case(string name)
    {
        var path = Path.Combine(Root, "..", "shared", "cases", name);
        return File.Exists(path) ? path : null;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Scrutineer.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("Scrutineer.slnx is not above the tests.");
    }
}
