namespace Scrutineer.Tests;

/// <summary>Finds the checkout that the tests were built from, and the optional folder of large data beside it.</summary>
public static class Checkout
{
    public static string Root { get; } = Find();

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    /// <summary>A file beside the checkout that is not part of it; the test skips visibly where it is absent.</summary>
    public static string Shared(string relative)
    {
        var path = System.IO.Path.Combine(Root, "..", "shared", relative);
        if (!File.Exists(path))
        {
            Assert.Skip($"needs ../shared/{relative}");
        }

        return path;
    }

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "Scrutineer.slnx")))
        {
            folder =
                System.IO.Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("no checkout above the tests");
        }

        return folder;
    }
}
