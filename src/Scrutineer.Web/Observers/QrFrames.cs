using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Scrutineer.Web.Observers;

/// <summary>
/// Reports shown by a telephone as pictures that another one reads: <c>SCR1:session:n/m:chunk</c>, in any order and any number
/// of times. The chunks in order are base64url of a gzip, or of a bare deflate, of the lines of a carried file.
/// </summary>
internal static partial class QrFrames
{
    /// <summary>How each frame begins.</summary>
    public const string Mark = "SCR1:";

    private const int MostFrames = 2_000;
    private const int LongestText = 16 << 20;
    private const int LargestRatio = 200;

    /// <summary>The lines in frames, or what is wrong with them.</summary>
    /// <param name="text">The frames, divided by white space.</param>
    /// <param name="problems">Where problems go.</param>
    public static IReadOnlyList<string> Lines(string text, List<ReportProblem> problems)
    {
        var sessions = new SortedDictionary<string, string?[]>(StringComparer.Ordinal);
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Frame().Match(word) is not { Success: true } frame)
            {
                problems.Add(new ReportProblem(JsonFields.Short(word), "a frame SCR1:session:n/m:chunk"));
                continue;
            }

            var session = frame.Groups["session"].Value;
            var number = int.Parse(frame.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            var of = int.Parse(frame.Groups["of"].ValueSpan, CultureInfo.InvariantCulture);
            if (of is 0 or > MostFrames || number is 0 || number > of)
            {
                problems.Add(
                    new ReportProblem(
                        JsonFields.Short(word),
                        $"a number from 1 to that of all frames, at most {MostFrames}"
                    )
                );
                continue;
            }

            if (!sessions.TryGetValue(session, out var chunks))
            {
                sessions[session] = chunks = new string?[of];
            }

            var chunk = frame.Groups["chunk"].Value;
            if (chunks.Length != of || (chunks[number - 1] is { } there && there != chunk))
            {
                problems.Add(new ReportProblem($"{session}:{number}/{of}", "the same frame whenever it is read"));
                continue;
            }

            chunks[number - 1] = chunk;
        }

        var lines = new List<string>();
        foreach (var (session, chunks) in sessions)
        {
            var missing = chunks.Index().Where(c => c.Item is null).Select(c => c.Index + 1).ToList();
            if (missing.Count > 0)
            {
                problems.Add(
                    new ReportProblem(
                        session,
                        $"all {chunks.Length} frames; missing: {string.Join(", ", missing.Take(50))}{(missing.Count > 50 ? " …" : "")}"
                    )
                );
            }
            else if (Unpacked(string.Concat(chunks)) is { } unpacked)
            {
                lines.AddRange(unpacked.Split('\n'));
            }
            else
            {
                problems.Add(
                    new ReportProblem(
                        session,
                        $"a gzip or deflate of text, at most {LongestText} bytes and {LargestRatio} times its size"
                    )
                );
            }
        }

        return lines;
    }

    private static string? Unpacked(string base64Url)
    {
        try
        {
            var packed = System.Buffers.Text.Base64Url.DecodeFromChars(base64Url);
            using var source = new MemoryStream(packed);
            using Stream reader = packed is [0x1F, 0x8B, ..]
                ? new GZipStream(source, CompressionMode.Decompress)
                : new DeflateStream(source, CompressionMode.Decompress);
            using var text = new MemoryStream();
            var most = Math.Min(LongestText, (long)packed.Length * LargestRatio);
            var buffer = new byte[16 << 10];
            while (reader.Read(buffer) is var read and > 0)
            {
                text.Write(buffer, 0, read);
                if (text.Length > most)
                {
                    return null;
                }
            }

            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(text.ToArray());
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidDataException or ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        @"\ASCR1:(?<session>[A-Za-z0-9_-]{1,40}):(?<number>[0-9]{1,4})/(?<of>[0-9]{1,4}):(?<chunk>[A-Za-z0-9_-]{1,4000})\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Frame();
}
