using System.Diagnostics;
using System.Text;

namespace Scrutineer.Cli.Tests.Input;

/// <summary>What can be wrong with a file before anybody looks at what it says: each of the three inputs in turn.</summary>
public sealed class FileFormTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    public static TheoryData<string> Files => [Workspace.LawFile, Workspace.HeadFile, Workspace.ResultsFile];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_InAnotherEncoding_IsRefusedWithTheRemedy(string file)
    {
        // "Қ" has no place in windows-1251; the Cyrillic block of it is 0xC0 to 0xFF.
        var bytes = workspace
            .Read(file)
            .Replace("nation", "нация", StringComparison.Ordinal)
            .Select(c => c is >= 'А' and <= 'я' ? (byte)(c - 'А' + 0xC0) : (byte)(c < 0x80 ? c : '?'))
            .ToArray();
        workspace.Write(file, bytes.Append((byte)'\n').Prepend((byte)0xCF).ToArray());
        var run = workspace.Check().AssertRefused($"{file}:1:1: Byte CF is not valid UTF-8.");
        Assert.Contains("iconv -f WINDOWS-1251", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_InvalidByteLater_IsLocatedInCharacters(string file)
    {
        var first = workspace.Read(file).Split('\n')[0];
        workspace.Write(file, [.. Encoding.UTF8.GetBytes(first + "\nҚаз"), 0xFF, (byte)'\n']);
        workspace.Check().AssertRefused($"{file}:2:4: Byte FF is not valid UTF-8.");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_OverlongOrSurrogateBytes_AreNotUtf8(string file)
    {
        foreach (var bytes in new byte[][] { [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82] })
        {
            workspace.Write(file, bytes);
            workspace.Check().AssertRefused($"{file}:1:1: Byte {bytes[0]:X2} is not valid UTF-8.");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_WithByteOrderMark_IsTheOnlyProblem(string file)
    {
        workspace.Write(file, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(workspace.Read(file))]);
        workspace.Check().AssertRefusedOnlyFor($"{file}:1:1: The file begins with a byte-order mark.");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_Utf16_IsRefused(string file)
    {
        workspace.Write(file, Encoding.Unicode.GetBytes("\ufeff" + workspace.Read(file)));
        workspace.Check().AssertRefused($"{file}:1:1: Byte FF is not valid UTF-8.");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_WithCrLf_IsTheOnlyProblem(string file)
    {
        var column = workspace.Read(file).Split('\n')[0].Length + 1;
        workspace.Write(file, workspace.Read(file).Replace("\n", "\r\n", StringComparison.Ordinal));
        workspace.Check().AssertRefusedOnlyFor($"{file}:1:{column}: The line ends in CR LF");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_WithBareCr_IsTheOnlyProblem(string file)
    {
        var first = workspace.Read(file).Split('\n')[0];
        workspace.Edit(file, first + "\n", first + "\r");
        workspace
            .Check()
            .AssertRefusedOnlyFor($"{file}:1:{first.Length + 1}: The line ends in CR LF (or holds a bare CR).");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_WithCrLfAndAnotherProblem_TellsBoth(string file)
    {
        var bad = file == Workspace.ResultsFile ? "extra,row\n" : "extra: row\n";
        workspace.Append(file, bad);
        var line = workspace.LineOf(file, bad);
        workspace.Write(file, workspace.Read(file).Replace("\n", "\r\n", StringComparison.Ordinal));
        workspace.Check().AssertRefused($"{file}:1:", $"{file}:{line}:1: ");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_WithNul_IsRefused(string file)
    {
        workspace.Append(file, "a\0");
        var line = workspace.LineOf(file, "a\0");
        workspace.Check().AssertRefused($"{file}:{line}:2: The file holds a null character.");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_WithEscapeForTheTerminal_IsRefused(string file)
    {
        workspace.Append(file, "\u001b[2J");
        var line = workspace.LineOf(file, "\u001b");
        var run = workspace.Check().AssertRefused($"{file}:{line}:1: The file holds the control character U+001B.");
        Assert.DoesNotContain("\u001b", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_Empty_IsRefused(string file)
    {
        workspace.Write(file, "");
        workspace.Check().AssertRefused($"{file}:1:1: The file is empty.");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_OnlyWhiteSpace_IsRefused(string file)
    {
        workspace.Write(file, " \n\n   \n");
        workspace.Check().AssertRefused($"{file}:1:1: The file holds nothing but white space.");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_OnlyComments_IsRefused(string file)
    {
        workspace.Write(file, "# nothing\n# at all\n");
        workspace.Check().AssertRefused($"{file}:1:1: ");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_OfOneGigabyte_IsRefusedAtOnceWithoutBeingRead(string file)
    {
        using (var stream = new FileStream(workspace.At(file), FileMode.Create))
        {
            stream.SetLength(1L << 30);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        workspace.Check().AssertRefused($"{file}: The file has 1073741824 bytes.");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"took {clock.Elapsed}");
        var used = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Assert.True(used < 64 * 1024 * 1024, $"allocated {used} bytes");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_Missing_IsRefused(string file)
    {
        File.Delete(workspace.At(file));
        if (file == Workspace.LawFile)
        {
            // A law that comes with the program stands in for one that does not lie above the dossier.
            Assert.Equal(0, workspace.Check().Exit);
            workspace.Law().AssertRefusedOnlyFor($"{file}: The file cannot be read.");
        }
        else
        {
            workspace.Check().AssertRefusedOnlyFor($"{file}: The file cannot be read.");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_ThatIsAFolder_IsRefused(string file)
    {
        File.Delete(workspace.At(file));
        Directory.CreateDirectory(workspace.At(file));
        var run = workspace.Check().AssertRefused();
        Assert.Single(run.Problems);
        workspace.Law().AssertNoTrace();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_WithoutLineBreakAtTheEnd_IsRead(string file)
    {
        workspace.Write(file, workspace.Read(file).TrimEnd('\n'));
        Assert.Equal(0, workspace.Seats().Exit);
    }

    [Fact]
    public void Files_WrongInSeveralPlacesOfSeveralFiles_AreAllToldInOneRunInOrder()
    {
        workspace
            .Edit(Workspace.LawFile, "until: 1999-05-05", "until: 1999-05-04")
            .Edit(Workspace.LawFile, "cite: ce 97-1 §§1-3", "cite: cx 97-1 §§1-3")
            .Edit(Workspace.HeadFile, "persons: 113", "persons: many")
            .Edit(Workspace.HeadFile, "persons: 19", "person: 19")
            .Edit(Workspace.ResultsFile, "659019", "-659019")
            .Edit(Workspace.ResultsFile, "Auyl,383023,,cec-final", "Aul,383023,,cec");
        workspace
            .Check()
            .AssertRefusedOnlyFor(
                $"{Workspace.HeadFile}:{workspace.LineOf(Workspace.HeadFile, "persons: many")}:18: ",
                $"{Workspace.HeadFile}:{workspace.LineOf(Workspace.HeadFile, "person: 19")}:9: ",
                $"{Workspace.ResultsFile}:6:30: '-659019' is negative.",
                $"{Workspace.ResultsFile}:8:26: The list 'Aul' is not in election.yaml.",
                $"{Workspace.ResultsFile}:8:38: The source 'cec' is not in election.yaml.",
                $"{Workspace.LawFile}:{workspace.LineOf(Workspace.LawFile, "- edition: \"1999\"")}:5: No edition is in force",
                $"{Workspace.LawFile}:{workspace.LineOf(Workspace.LawFile, "- divide:")}:15: 'cx 97-1 §§1-3' cites the act 'cx'"
            );
    }

    [Fact]
    public void Files_HeadBeyondReading_StillTellsOfTheOthers()
    {
        workspace.Write(Workspace.HeadFile, "a: [b\n").Write(Workspace.ResultsFile, "a,b\n1\n");
        workspace
            .Check()
            .AssertRefused($"{Workspace.HeadFile}:", $"{Workspace.ResultsFile}:1:1: The header has a column 'a'.");
        workspace.Write(Workspace.ResultsFile, []);
        workspace.Check().AssertRefused($"{Workspace.HeadFile}:", $"{Workspace.ResultsFile}:1:1: The file is empty.");
    }
}
