using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Scrutineer.Files;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Import;

/// <summary>
/// A foreign table, opened where it lies: a plain file, or one member of a ZIP archive. It is read once from the start to
/// the end and never copied; its SHA-256 is that of the file as stored, archive and all.
/// </summary>
internal sealed class TableFile : IDisposable
{
    private readonly ZipArchive? archive;
    private readonly Task<string> sha256;
    private readonly uint? expectedCrc;
    private readonly Stream stream;
    private Crc32 crc;
    private bool ended;

    private TableFile(
        string shown,
        Stream stream,
        ZipArchive? archive,
        uint? expectedCrc,
        Task<string> sha256,
        long length
    )
    {
        Shown = shown;
        Length = length;
        this.stream = stream;
        this.archive = archive;
        this.expectedCrc = expectedCrc;
        this.sha256 = sha256;
    }

    /// <summary>The path as shown; for a member, the archive's path, <c>!</c> and the member.</summary>
    public string Shown { get; }

    /// <summary>The bytes of the unzipped table.</summary>
    public long Length { get; }

    /// <summary>The SHA-256 of the stored file, in lower-case hexadecimal. It is taken beside the reading; asking waits for it.</summary>
    public string Sha256 => sha256.GetAwaiter().GetResult();

    /// <summary>Why the table could not be read to its end; nothing where it could.</summary>
    public string? BrokenOff { get; private set; }

    /// <summary>Opens a table, or records why it cannot be used.</summary>
    public static TableFile? Open(string path, string? member, Problems problems)
    {
        var shown = SourceText.Show(path);
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            Span<byte> magic = stackalloc byte[4];
            var isArchive = file.ReadAtLeast(magic, 4, throwOnEndOfStream: false) == 4 && magic is [0x50, 0x4B, 3, 4];
            file.Position = 0;
            if (isArchive)
            {
                return OpenMember(file, shown, member, problems);
            }

            if (file.Length == 0)
            {
                problems.Add(new Location(shown, 1, 1), "The file is empty.", "a table", "Fetch the file again.");
                file.Dispose();
                return null;
            }

            return new TableFile(shown, file, null, null, HashOf(path), file.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            file?.Dispose();
            problems.Add(
                new Location(shown),
                e is InvalidDataException ? "The archive cannot be opened." : "The file cannot be read.",
                e is InvalidDataException ? "a whole ZIP archive" : "a readable file",
                e is InvalidDataException
                    ? $"It may be cut off; fetch it again ({Trimmed(e)})."
                    : $"Check the path and its permissions ({Trimmed(e)})."
            );
            return null;
        }
    }

    /// <summary>Reads on; 0 at the end. What breaks off ends the table and is told by <see cref="BrokenOff"/>.</summary>
    public int Read(Span<byte> buffer)
    {
        if (ended)
        {
            return 0;
        }

        int read;
        try
        {
            read = stream.Read(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            BrokenOff = Trimmed(e);
            read = 0;
        }

        if (expectedCrc is not null)
        {
            crc.Append(buffer[..read]);
        }

        if (read == 0)
        {
            ended = true;
            if (BrokenOff is null && expectedCrc is { } expected && crc.Value != expected)
            {
                BrokenOff = "its bytes do not have the check sum that the archive gives";
            }
        }

        return read;
    }

    public void Dispose()
    {
        stream.Dispose();
        archive?.Dispose();
    }

    /// <summary>Takes the hash in a thread of its own, from a second look at the file, which nobody may write meanwhile.</summary>
    private static Task<string> HashOf(string path) =>
        Task.Run(() =>
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return Convert.ToHexStringLower(SHA256.HashData(file));
        });

    private static TableFile? OpenMember(FileStream file, string shown, string? member, Problems problems)
    {
        var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: false, Encoding.UTF8);
        var members = zip.Entries.Where(e => !e.FullName.EndsWith('/')).ToList();
        var entry = member is null
            ? (members.Count == 1 ? members[0] : null)
            : members.Find(e => string.Equals(e.FullName, member, StringComparison.Ordinal));
        if (entry is null)
        {
            var isWorkbook = members.Exists(e => e.FullName == "[Content_Types].xml");
            problems.Add(
                new Location(shown),
                isWorkbook ? "The file is a workbook of a spreadsheet program."
                    : member is null ? $"The archive has {members.Count} members."
                    : $"The archive has no member '{member}'.",
                isWorkbook ? "a text table" : "the member that holds the table",
                isWorkbook
                    ? "Save the sheet as CSV in UTF-8."
                    : "Name it by 'member' in the mapping; it has: "
                        + string.Join(", ", members.Take(10).Select(e => e.FullName))
                        + "."
            );
            zip.Dispose();
            return null;
        }

        return new TableFile(
            $"{shown}!{entry.FullName}",
            entry.Open(),
            zip,
            entry.Crc32,
            HashOf(file.Name),
            entry.Length
        );
    }

    private static string Trimmed(Exception e) => e.Message.TrimEnd('.');
}
