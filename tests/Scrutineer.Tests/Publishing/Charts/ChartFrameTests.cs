using Scrutineer.Publishing.Charts;

namespace Scrutineer.Tests.Publishing.Charts;

public class ChartFrameTests
{
    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a\"b")]
    [InlineData("ә")]
    public void Frame_MalformedId_Throws(string id) =>
        Assert.Throws<ArgumentException>(() => new ChartFrame(id, "T", "S"));

    [Theory]
    [InlineData(359)]
    [InlineData(721)]
    public void Frame_WidthThatCannotBeRead_Throws(int width) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChartFrame("a", "T", "S", width));

    [Fact]
    public void Frame_WithoutWords_Throws()
    {
        Assert.Throws<ArgumentException>(() => new ChartFrame("a", " ", "S"));
        Assert.Throws<ArgumentException>(() => new ChartFrame("a", "T", ""));
    }

    [Fact]
    public void Standalone_SomethingElse_Throws() =>
        Assert.Throws<ArgumentException>(() => ChartStyle.Standalone("<svg/>"));

    [Fact]
    public void Css_EveryColour_ComesFromThePage() => Assert.DoesNotContain('#', ChartStyle.Css);
}
