using Scrutineer.Observation;
using Scrutineer.Publishing.Report;
using Scrutineer.Results;

namespace Scrutineer.Publishing;

/// <summary>Writes the report of an election into a folder, so that an interrupted run leaves no half-written file.</summary>
public static class ReportFolder
{
    /// <summary>Writes <c>index.html</c> and <c>result.json</c>; other files in the folder stay as they are.</summary>
    /// <exception cref="IOException">The folder cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Write(string folder, ElectionResult result, PublicRecord? record = null)
    {
        var page = ReportPage.Of(result, record);
        var data = ResultJson.Check(result, record);
        Directory.CreateDirectory(folder);
        var files = new[] { ("result.json", data), ("index.html", page) };
        try
        {
            foreach (var (name, content) in files)
            {
                if (Directory.Exists(Path.Combine(folder, name)))
                {
                    throw new IOException($"'{Path.Combine(folder, name)}' is a folder; the report needs the name.");
                }

                File.WriteAllText(Path.Combine(folder, name + Unfinished), content);
            }

            foreach (var (name, _) in files)
            {
                var path = Path.Combine(folder, name);
                File.Move(path + Unfinished, path, overwrite: true);
            }
        }
        finally
        {
            foreach (var (name, _) in files)
            {
                File.Delete(Path.Combine(folder, name + Unfinished));
            }
        }
    }

    private const string Unfinished = ".part";
}
