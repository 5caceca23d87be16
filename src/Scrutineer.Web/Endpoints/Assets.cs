using Microsoft.AspNetCore.Http;
using Scrutineer.Publishing.Report;

namespace Scrutineer.Web.Endpoints;

/// <summary>The style and the scripts of the pages, from within the program.</summary>
internal static class Assets
{
    private static readonly Dictionary<string, (string Type, byte[] Bytes)> Files = Read();

    /// <summary>The names.</summary>
    public static IEnumerable<string> Names => Files.Keys;

    /// <summary>The bytes of a file.</summary>
    public static byte[] Bytes(string name) => Files[name].Bytes;

    /// <summary>The answer with a file; nothing where there is none.</summary>
    public static IResult? Find(string name) =>
        Files.TryGetValue(name, out var file) ? Answers.Bytes(file.Bytes, file.Type) : null;

    private static Dictionary<string, (string, byte[])> Read()
    {
        var files = new Dictionary<string, (string, byte[])>(StringComparer.Ordinal);
        var assembly = typeof(Assets).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            // One style for the report and the pages; the pages add what they alone have.
            byte[] before = name == "style.css" ? System.Text.Encoding.UTF8.GetBytes(ReportStyle.Css) : [];
            files[name] = (TypeOf(Path.GetExtension(name)), [.. before, .. bytes.ToArray()]);
        }

        return files;
    }

    private static string TypeOf(string ending) =>
        ending switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            _ => throw new InvalidOperationException($"No type is known for {ending}."),
        };
}
