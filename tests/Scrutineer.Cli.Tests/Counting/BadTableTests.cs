using System.IO.Compression;
using System.Text;

namespace Scrutineer.Cli.Tests.Counting;

/// <summary>
/// Tables as they come: what is wrong is told with its line, the rest is counted where that is safe, and the output says
/// what was left out. Where nothing can be counted, the run is refused.
/// </summary>
public sealed class BadTableTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Count_SoundTable_HasNoFinding()
    {
        var count = workspace.WithTable(CountFiles.Header + CountFiles.Rows).CountJson(0);
        Assert.Equal(3, count.GetProperty("units").GetInt32());
        Assert.Equal(
            (600L, 300L, 3L, 177L, 120L),
            (
                count.Total("registered"),
                count.Total("issued"),
                count.Total("invalid"),
                count.Votes("A"),
                count.Votes("B")
            )
        );
        Assert.Empty(count.Codes());
        Assert.Empty(count.LeftOut());
    }

    [Theory]
    [InlineData("1 000", 1000)]
    [InlineData("1\u00A0000", 1000)]
    [InlineData("1\u2009000", 1000)]
    [InlineData("1\u202F000", 1000)]
    [InlineData("1000.0", 1000)]
    [InlineData("\"1000,00\"", 1000)]
    [InlineData("1'000", 1000)]
    [InlineData(" 1000 ", 1000)]
    [InlineData("\"1000\"", 1000)]
    [InlineData("0001000", 1000)]
    public void Count_NumberWithOneMeaning_IsTaken(string written, int number)
    {
        var count = workspace.WithTable(CountFiles.Header + $"North,1,{written},50,1,0,29,20\n").CountJson(0);
        Assert.Equal(number, count.Total("registered"));
        Assert.Empty(count.Codes());
    }

    [Theory]
    [InlineData("1E+05", "was shortened by a spreadsheet")]
    [InlineData("1.2e5", "was shortened by a spreadsheet")]
    [InlineData("=A1+B1", "is a formula")]
    [InlineData("@SUM(A1)", "is a formula")]
    [InlineData("-100", "has a sign")]
    [InlineData("+100", "has a sign")]
    [InlineData("100.5", "has decimals")]
    [InlineData("1.234", "could be a number of thousands or one with decimals")]
    [InlineData("1 00", "is not a number")]
    [InlineData("12 34 567", "is not a number")]
    [InlineData("hundred", "is not a number")]
    [InlineData("١٠٠", "is not a number")]
    [InlineData("9223372036854775808", "is greater than 64 bits hold")]
    [InlineData("1e", "is not a number")]
    [InlineData(".", "is not a number")]
    [InlineData("NaN", "is not a number")]
    public void Count_NumberWithoutOneMeaning_IsIllegibleAndTheRestIsCounted(string written, string because)
    {
        var count = workspace
            .WithTable(CountFiles.Header + CountFiles.Rows + $"South,2,{written},50,1,0,29,20\n")
            .CountJson(1);
        var finding = Assert.Single(count.Findings("no-number"));
        Assert.Equal(5, finding.Line());
        Assert.Contains(because, finding.GetProperty("statement").GetString(), StringComparison.Ordinal);
        Assert.Equal(written, finding.GetProperty("figures").GetProperty("text").ToString());
        Assert.Equal(600, count.Total("registered"));
        Assert.Equal(350, count.Total("issued"));
        Assert.Equal(1, count.GetProperty("unknown").GetProperty("registered").GetProperty("illegible").GetInt32());
    }

    [Fact]
    public void Count_RowsOfOtherWidth_AreLeftOutWithTheirLines()
    {
        var wide = string.Join(',', Enumerable.Repeat("7", 10_000));
        var count = workspace
            .WithTable(CountFiles.Header + CountFiles.Rows + wide + "\nSouth,2,100,50\nSouth,3,100,50,1,0,29,20\n")
            .CountJson(1);
        Assert.Equal([5, 6], count.Findings("row-of-other-width").Select(f => f.Line()));
        Assert.Equal(2, count.LeftOut()["another number of columns than the header"]);
        Assert.Equal(4, count.GetProperty("units").GetInt32());
        Assert.Equal(700, count.Total("registered"));
    }

    [Fact]
    public void Count_TableOf10000Columns_IsCounted()
    {
        var more = string.Join(',', Enumerable.Range(0, 10_000).Select(n => $"c{n}"));
        var noughts = string.Join(',', Enumerable.Repeat("0", 10_000));
        var rows = CountFiles.Rows.TrimEnd('\n').Replace("\n", $",{noughts}\n", StringComparison.Ordinal);
        var count = workspace.WithTable(CountFiles.Header.TrimEnd('\n') + $",{more}\n{rows},{noughts}\n").CountJson(0);
        Assert.Equal(600, count.Total("registered"));
    }

    [Fact]
    public void Count_QuotationMarkOpen_LosesThatLineAlone()
    {
        var count = workspace
            .WithTable(
                CountFiles.Header + "North,\"0,100,50,1,0,29,20\n" + CountFiles.Rows + "South,\"2\"x,1,1,1,0,0,0\n"
            )
            .CountJson(1);
        Assert.Equal(2, Assert.Single(count.Findings("quotation-mark-open")).Line());
        Assert.Equal(6, Assert.Single(count.Findings("text-after-quotation")).Line());
        Assert.Equal(600, count.Total("registered"));
        Assert.Equal(2, count.LeftOut().Values.Sum());
    }

    [Fact]
    public void Count_MixedEncodings_CountsTheNumbersAndNamesTheLine()
    {
        byte[] table =
        [
            .. Encoding.UTF8.GetBytes(CountFiles.Header + CountFiles.Rows + "Süd,1,100,50,1,0,29,20\n"),
            .. Encoding.Latin1.GetBytes("Süd,2,100,50,1,0,29,20\n"),
        ];
        var count = workspace.WithTable(table).CountJson(0);
        Assert.Equal(6, Assert.Single(count.Findings("other-encoding")).Line());
        Assert.Equal(800, count.Total("registered"));
    }

    [Fact]
    public void Count_ColumnsThatChangePlacesHalfway_AreToldAsOneStretch()
    {
        // From line 102 on the columns of issued ballots and of votes for A have changed places.
        var text = new StringBuilder(CountFiles.Header);
        for (var n = 1; n <= 200; n++)
        {
            text.Append(n <= 100 ? $"North,{n},100,50,1,0,29,20\n" : $"North,{n},100,29,1,0,50,20\n");
        }

        var count = workspace.WithTable(text.ToString()).CountJson(1);
        var finding = Assert.Single(count.Findings("column-changes-meaning"));
        Assert.Equal(102, finding.Line());
        Assert.Contains("to line 201", finding.GetProperty("statement").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Count_ColumnThatHoldsNamesFromSomeLineOn_IsToldAsOneStretch()
    {
        var text = new StringBuilder(CountFiles.Header);
        for (var n = 1; n <= 200; n++)
        {
            text.Append(n <= 100 ? $"North,{n},100,50,1,0,29,20\n" : $"North,{n},100,50,none,0,29,20\n");
        }

        var count = workspace.WithTable(text.ToString()).CountJson(1);
        Assert.Equal(102, Assert.Single(count.Findings("column-changes-meaning")).Line());
        Assert.Empty(count.Findings("no-number"));
        Assert.Equal(20_000, count.Total("registered"));
        Assert.Equal(100, count.Total("invalid"));
    }

    [Fact]
    public void Count_StationTwice_IsCountedOnceOrNotAtAll()
    {
        var count = workspace
            .WithTable(
                CountFiles.Header + CountFiles.Rows + "North,1,100,50,1,0,29,20\n" + "South,1,300,150,1,0,79,70\n"
            )
            .CountJson(1);
        Assert.Equal(5, Assert.Single(count.Findings("station-twice")).Line());
        var differing = Assert.Single(count.Findings("station-twice-differing"));
        Assert.Equal(6, differing.Line());
        Assert.Contains(
            "votes:A 79 against 89",
            differing.GetProperty("statement").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(2, count.GetProperty("units").GetInt32());
        Assert.Equal(300, count.Total("registered"));
        Assert.Equal(88, count.Votes("A"));
        Assert.Equal([1, 2], count.LeftOut().Values.Order());
    }

    [Fact]
    public void Count_TotalBeyond64Bits_IsLeftOutAndTheOthersStand()
    {
        const string Greatest = "9223372036854775807";
        var count = workspace
            .WithTable(CountFiles.Header + CountFiles.Rows + $"South,2,{Greatest},50,1,0,29,20\n")
            .CountJson(1);
        var finding = Assert.Single(count.Findings("beyond-64-bits"));
        Assert.Equal(5, finding.Line());
        Assert.Null(count.Total("registered"));
        Assert.Equal(350, count.Total("issued"));
        Assert.Equal("", workspace.Count().Error);
    }

    [Fact]
    public void Count_SumsAndHeadersAmongTheRows_AreLeftOut()
    {
        var count = workspace
            .WithTable(
                CountFiles.Header
                    + "North,1,100,50,1,0,29,20\n,,100,50,1,0,29,20\n"
                    + CountFiles.Header
                    + "South,1,300,150,1,0,89,60\n"
            )
            .CountJson(1);
        Assert.Equal(3, Assert.Single(count.Findings("unit-without-name")).Line());
        Assert.Equal(4, Assert.Single(count.Findings("header-again")).Line());
        Assert.Equal(400, count.Total("registered"));
        Assert.Equal(2, count.LeftOut().Values.Sum());
    }

    [Fact]
    public void Count_LineEndsAndByteOrderMark_ChangeNothing()
    {
        var text = (CountFiles.Header + CountFiles.Rows).Replace("\n", "\r\n", StringComparison.Ordinal);
        var count = workspace.WithTable([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]).CountJson(0);
        Assert.Equal(600, count.Total("registered"));
        Assert.Empty(count.Codes());
        Assert.Equal(["last-line-open"], workspace.WithTable(text.TrimEnd('\n', '\r')).CountJson(0).Codes());
    }

    [Fact]
    public void Count_TruncatedZip_IsRefusedOrSaysWhereItBreaksOff()
    {
        var text = new StringBuilder(CountFiles.Header);
        var random = new Random(11);
        for (var n = 0; n < 20_000; n++)
        {
            text.Append($"North,{n},{random.Next(1000, 3000)},50,1,0,29,20\n");
        }

        var zip = Zip(("table.csv", text.ToString()));

        // A cut-off archive has no directory at its end; it is not opened at all.
        workspace.WithTable(zip[..(zip.Length / 2)]).Count().AssertRefused("table.csv: The archive cannot be opened.");

        // Damage inside shows when the bytes are unpacked: what was read before is counted, and the run says so.
        var damaged = zip.ToArray();
        damaged.AsSpan(zip.Length / 2, 2000).Clear();
        var count = workspace.WithTable(damaged).CountJson(1);
        var finding = Assert.Single(count.Findings("file-breaks-off"));
        Assert.InRange(count.GetProperty("units").GetInt32(), 1, 19_999);
        Assert.InRange(finding.Line(), 2, 20_000);
    }

    [Fact]
    public void Count_ZipOfSeveralMembers_AsksWhichAndReadsTheOneNamed()
    {
        var zip = Zip(("table.csv", CountFiles.Header + CountFiles.Rows), ("readme.txt", "Read me."));
        var run = workspace.WithTable(zip).Count().AssertRefused("table.csv: The archive has 2 members.");
        Assert.Contains("table.csv, readme.txt", run.Error, StringComparison.Ordinal);
        workspace.WithTable(zip, CountFiles.Mapping + "member: table.csv\n");
        Assert.Equal(600, workspace.CountJson(0).Total("registered"));
        workspace.WithTable(zip, CountFiles.Mapping + "member: other.csv\n");
        workspace.Count().AssertRefused("table.csv: The archive has no member 'other.csv'.");
    }

    [Fact]
    public void Count_Workbook_IsRefusedByName()
    {
        workspace.WithTable(Zip(("[Content_Types].xml", "<x/>"), ("xl/workbook.xml", "<x/>")));
        workspace.Count().AssertRefused("table.csv: The file is a workbook of a spreadsheet program.");
    }

    [Fact]
    public void Count_NothingToCount_IsRefusedWithTheReason()
    {
        workspace.WithTable("").Count().AssertRefused("table.csv:1:1: The file is empty.");
        workspace.WithTable("\n\n").Count().AssertRefused("table.csv:");
        workspace.WithTable([0x50, 0x4B, 3, 4, 0, 0]).Count().AssertRefused("table.csv:");
        var random = new Random(7);
        var bytes = new byte[100_000];
        random.NextBytes(bytes);
        workspace.WithTable(bytes).Count().AssertRefused("table.csv:");
        workspace.WithTable([0x1F, 0x8B, 8, .. bytes]).Count().AssertRefused("table.csv:");
    }

    [Fact]
    public void Count_HeaderOnly_CountsNothingAndSaysSo()
    {
        var count = workspace.WithTable(CountFiles.Header).CountJson(1);
        Assert.Equal(0, count.GetProperty("units").GetInt32());
        Assert.Null(count.Total("registered"));
        Assert.Equal(["no-protocols"], count.Codes());
    }

    [Fact]
    public void Count_ColumnMissing_IsRefusedAtTheHeader()
    {
        workspace
            .WithTable("region,station,voters,issued,invalid,remarks,A\nNorth,1,100,50,1,0,29\n")
            .Count()
            .AssertRefusedOnlyFor("table.csv:1: The table has no column 'B'.");
    }

    [Fact]
    public void Count_MappingOfAnotherTable_IsRefusedForEveryColumn()
    {
        workspace.WithTable("a;b;c\n1;2;3\n");
        var run = workspace.Count().AssertRefused("table.csv:1: The table has no column 'region'.");
        Assert.Equal(8, run.Problems.Count);
    }

    [Fact]
    public void Count_MappingNotAtHand_IsRefused()
    {
        workspace.WithTable(CountFiles.Header + CountFiles.Rows);
        workspace.Run("count", "table.csv").AssertRefusedOnlyFor("--map: No mapping is given.");
        workspace.Run("count", "table.csv", "--map", "none").AssertRefusedOnlyFor("--map: 'none' was not found.");
        workspace.Run("count", "none.csv", "--map", "map.yaml").AssertRefusedOnlyFor("none.csv: There is no such");
        workspace.Count("--by", "regoin").AssertRefusedOnlyFor("--by: The mapping has no level 'regoin'.");
        workspace.Count("--as-of", "yesterday").AssertRefusedOnlyFor("--as-of: 'yesterday' is no moment.");
        workspace.Count("--as-of", "2021-01-10").AssertRefusedOnlyFor("--as-of: The mapping test does not say");
    }

    private static byte[] Zip(params (string Name, string Text)[] members)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in members)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(text);
            }
        }

        return memory.ToArray();
    }
}
