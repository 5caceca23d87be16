using Scrutineer.Files;

namespace Scrutineer.Tests.Files;

/// <summary>No cell that the program writes is run by a spreadsheet.</summary>
public class CsvCellTests
{
    [Theory]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+1+cmd", "'+1+cmd")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("\"=1\"", "\"'\"\"=1\"\"\"")]
    [InlineData("  =1", "'  =1")]
    [InlineData("'=1", "''=1")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("\u202E=1", "'\u202E=1")]
    [InlineData("=cmd|'/c calc'!A1,b", "\"'=cmd|'/c calc'!A1,b\"")]
    [InlineData("-", "'-")]
    [InlineData("-1", "-1")]
    [InlineData("+12", "+12")]
    [InlineData("-12.5%", "-12.5%")]
    [InlineData("7,5", "\"7,5\"")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    [InlineData("№ 1 «Школа»", "№ 1 «Школа»")]
    [InlineData("", "")]
    public void Of_ACell_IsATextOrANumber(string value, string expected) => Assert.Equal(expected, CsvCell.Of(value));

    /// <summary>Every file that writes CSV by hand would be a second way; there is one.</summary>
    [Fact]
    public void Source_DoublesQuotesInOnePlace()
    {
        var source = Path.Combine(Checkout.Root, "src");
        Assert.Equal(
            ["CsvCell.cs"],
            Directory
                .EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
                .Where(f =>
                    !f.Contains(
                        $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}",
                        StringComparison.Ordinal
                    )
                )
                .Where(f => File.ReadAllText(f).Contains("Replace(\"\\\"\", \"\\\"\\\"\"", StringComparison.Ordinal))
                .Select(Path.GetFileName)
        );
    }
}
