namespace Scrutineer.Tests;

/// <summary>
/// Compares an output with the text that somebody has looked at and approved. On a difference the output is written
/// beside it as <c>*.received.*</c>; looking at it and renaming it to <c>*.approved.*</c> approves it.
/// </summary>
internal static class Approved
{
    /// <summary>Holds <paramref name="actual"/> against an approved file, byte for byte.</summary>
    /// <param name="file">Path below this project, such as <c>Publishing/Charts/Hemicycle.svg</c>.</param>
    /// <param name="actual">The output.</param>
    public static void Match(string file, string actual)
    {
        var path = Path.Combine(Project(), file);
        var approved = Path.ChangeExtension(path, "approved" + Path.GetExtension(path));
        var received = Path.ChangeExtension(path, "received" + Path.GetExtension(path));
        if (File.Exists(approved) && File.ReadAllText(approved) == actual)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.Fail(
            File.Exists(approved)
                ? $"{file} differs from what was approved; compare it with {Path.GetFileName(received)} beside it."
                : $"{file} was never approved; look at {Path.GetFileName(received)} and rename it."
        );
    }

    // Found from the assembly, not from the caller's source path, which a deterministic build replaces. The file is shared
    // by the test projects; each has its approved files below its own folder.
    private static string Project() => Path.Combine(Checkout.Root, "tests", typeof(Approved).Assembly.GetName().Name!);
}
