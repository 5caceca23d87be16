using Scrutineer.Publishing.Report;
using Scrutineer.Results;

namespace Scrutineer.Publishing;

/// <summary>Writes the report of an election into a folder, so that an interrupted run leaves no half-written file.</summary>
public static class ReportFolder
{
    /// <summary>Writes <c>index.html</c> and <c>result.json</c>; other files in the folder stay as they are.</summary>
    /// <exception cref="IOException">The folder cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Write(string folder, ElectionResult result)
    {
        var page = ReportPage.Of(result);
        var data = ResultJson.Check(result);
        Directory.CreateDirectory(folder);
        Replace(Path.Combine(folder, "result.json"), data);
        Replace(Path.Combine(folder, "index.html"), page);
    }

    private static void Replace(string path, string content)
    {
        var unfinished = path + ".part";
        File.WriteAllText(unfinished, content);
        File.Move(unfinished, path, overwrite: true);
    }
}
