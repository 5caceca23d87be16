using System.Security.Cryptography;
using System.Text;
using Scrutineer.Findings;

namespace Scrutineer.Files;

/// <summary>
/// A small input file, read whole and held to one form: UTF-8 without a byte-order mark, lines ending in LF. One form
/// gives one hash, so a stranger who holds the same file can say so.
/// </summary>
public sealed class SourceText
{
    /// <summary>The most bytes a law or dossier file may have. They are written by hand; the largest known is 40 KB.</summary>
    public const long MostBytes = 8 * 1024 * 1024;

    /// <summary>Everything below a space but tab, LF and CR, and DEL: no text needs them, and terminals obey them.</summary>
    private static readonly System.Buffers.SearchValues<byte> ControlCharacters = System.Buffers.SearchValues.Create([
        .. Enumerable.Range(0, 32).Where(b => b is not ('\t' or '\n' or '\r')).Append(127).Select(b => (byte)b),
    ]);

    private SourceText(string path, string text, string sha256)
    {
        Path = path;
        Text = text;
        Sha256 = sha256;
    }

    /// <summary>The path as shown in problems and findings.</summary>
    public string Path { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>The SHA-256 of the file's bytes, in lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>Reads a file, or records why it cannot be used and returns nothing.</summary>
    public static SourceText? Read(string path, Problems problems)
    {
        var shown = Show(path);
        byte[] bytes;
        try
        {
            var size = new FileInfo(path).Length;
            if (size > MostBytes)
            {
                TooLarge(shown, $"The file has {size} bytes.", problems);
                return null;
            }

            bytes = ReadBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problems.Add(
                new Location(shown),
                "The file cannot be read.",
                "a readable file",
                $"Check the path and its permissions ({e.Message.TrimEnd('.')})."
            );
            return null;
        }

        if (bytes.Length > MostBytes)
        {
            TooLarge(shown, "The file does not end where its size says.", problems);
            return null;
        }

        return From(shown, bytes, problems);
    }

    /// <summary>The bytes, and at most one more than is allowed: a device or a pipe says no size and may never end.</summary>
    private static byte[] ReadBytes(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (bytes.Length <= MostBytes && stream.Read(buffer) is var read and > 0)
        {
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private static void TooLarge(string shown, string found, Problems problems) =>
        problems.Add(
            new Location(shown),
            found,
            $"a law or dossier file of at most {MostBytes} bytes",
            "Check that this is the file you meant; large tables of stations are read with a mapping, where they lie."
        );

    /// <summary>Takes bytes already in memory, under the same conditions as a file.</summary>
    public static SourceText? From(string path, ReadOnlySpan<byte> bytes, Problems problems)
    {
        if (bytes.Length == 0)
        {
            problems.Add(new Location(path, 1, 1), "The file is empty.", "content", "Restore the file, or remove it.");
            return null;
        }

        var sound = true;
        var content = bytes;
        if (content.StartsWith(Encoding.UTF8.Preamble))
        {
            problems.Add(
                new Location(path, 1, 1),
                "The file begins with a byte-order mark.",
                "UTF-8 without a byte-order mark",
                "Save it as 'UTF-8' (not 'UTF-8 with BOM'), or remove the first three bytes."
            );
            content = content[Encoding.UTF8.Preamble.Length..];
            sound = false;
        }

        if (FirstInvalidByte(content) is var invalid and >= 0)
        {
            var (line, column) = PlaceOf(content, invalid);
            problems.Add(
                new Location(path, line, column),
                $"Byte {content[invalid]:X2} is not valid UTF-8.",
                "text in UTF-8",
                "Convert the file, for example: iconv -f WINDOWS-1251 -t UTF-8."
            );
            return null;
        }

        if (content.IndexOf((byte)'\r') is var carriageReturn and >= 0)
        {
            var (line, column) = PlaceOf(content, carriageReturn);
            problems.Add(
                new Location(path, line, column),
                "The line ends in CR LF (or holds a bare CR).",
                "lines that end in LF",
                "Convert the file with 'dos2unix', or set the editor to LF; hashes differ otherwise."
            );
            sound = false;
        }

        if (content.IndexOfAny(ControlCharacters) is var control and >= 0)
        {
            var (line, column) = PlaceOf(content, control);
            problems.Add(
                new Location(path, line, column),
                content[control] == 0
                    ? "The file holds a null character."
                    : $"The file holds the control character U+{content[control]:X4}.",
                "plain text",
                "Check that this is the file you meant."
            );
            return null;
        }

        var text = Encoding.UTF8.GetString(content);
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(
                new Location(path, 1, 1),
                "The file holds nothing but white space.",
                "content",
                "Restore the file, or remove it."
            );
            return null;
        }

        if (TextDirection.IndexIn(text) is var turning and >= 0)
        {
            var (line, column) = PlaceOf(content, Encoding.UTF8.GetByteCount(text.AsSpan(0, turning)));
            problems.Add(
                new Location(path, line, column),
                $"The character U+{(int)text[turning]:X4} makes what follows look other than it is.",
                "text in the order in which it is read",
                "Remove the character; text from right to left needs none."
            );
            sound = false;
        }

        // A file that only needs another line ending is still read, so that its other problems are told in the same run.
        return new SourceText(
            path,
            sound ? text : text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'),
            Hash(bytes)
        );
    }

    /// <summary>A path as shown to people: relative to the working folder where that is shorter, forward slashes.</summary>
    public static string Show(string path)
    {
        if (path.Length == 0)
        {
            return "(no path)";
        }

        var relative = System.IO.Path.GetRelativePath(Environment.CurrentDirectory, path);
        var shown = relative.StartsWith("../../..", StringComparison.Ordinal) ? path : relative;
        return shown.Replace('\\', '/');
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static int FirstInvalidByte(ReadOnlySpan<byte> bytes)
    {
        var offset = 0;
        while (offset < bytes.Length)
        {
            if (bytes[offset] < 0x80)
            {
                offset++;
                continue;
            }

            if (Rune.DecodeFromUtf8(bytes[offset..], out _, out var used) != System.Buffers.OperationStatus.Done)
            {
                return offset;
            }

            offset += used;
        }

        return -1;
    }

    private static (int Line, int Column) PlaceOf(ReadOnlySpan<byte> bytes, int offset)
    {
        var before = bytes[..offset];
        var line = before.Count((byte)'\n') + 1;
        var start = before.LastIndexOf((byte)'\n') + 1;
        return (line, Encoding.UTF8.GetCharCount(before[start..]) + 1);
    }
}
