using System.Text;
using Scrutineer.Findings;
using Scrutineer.Scrutiny.Estimation;
using Scrutineer.Tests.Counting;

namespace Scrutineer.Tests.Scrutiny.Estimation;

public sealed class NonresponseTests : IDisposable
{
    private const string Rows = "a,1,200,100,0,0,60,40\na,2,200,100,0,0,70,30\nb,3,200,200,0,0,90,110\n";

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Of_MissingStations_BoundsTheLead()
    {
        var frame = new SampleFrame([new FrameStratum("a", 20) { Drawn = 4 }, new FrameStratum("b", 10) { Drawn = 1 }]);
        var count = Samples.Count(Rows, frame);

        // Of a, half is missing: 20·½·30 − 20·½·100 at the least, b has −20·10; the base is 20·100 + 10·200.
        var missing = count.Nonresponse!;
        Assert.Equal((5, 3, "lead:A-B"), (missing.Drawn, missing.Received, missing.Quantity));
        Assert.Equal((300 - 200 - 1_000) / 4_000.0, missing.Low, 12);
        Assert.Equal((300 - 200 + 1_000) / 4_000.0, missing.High, 12);
        Assert.Equal([KeyValuePair.Create("a", 0.5)], missing.Lowest);
        Assert.Equal(Severity.Warning, count.Finding("sample-nonresponse")!.Severity);
    }

    [Fact]
    public void Of_NumberDrawnInAll_TakesEveryStratumAlike()
    {
        var count = Samples.Count(Rows, SampleFrame.Whole(50), new EstimateOptions { Drawn = 4 });
        Assert.Equal((0.75 * 40 / 400) - 0.25, count.Nonresponse!.Low, 12);
        Assert.Empty(count.Nonresponse.Lowest);
    }

    [Fact]
    public void Of_NobodyMissing_IsNothing() =>
        Assert.Null(Samples.Count(Rows, SampleFrame.Whole(50), new EstimateOptions { Drawn = 3 }).Nonresponse);

    private DrawnList? Read(string text, Problems problems)
    {
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text));
        return DrawnList.Read(path, problems);
    }

    [Fact]
    public void Only_StationThatWasNotDrawn_IsLeftOutAndNamed()
    {
        var list = Read("unit,stratum,ticket\na/1,,0\na/2,,1\nb/9,,2\n", new Problems())!;
        var count = Samples.Count(Rows, SampleFrame.Whole(50), new EstimateOptions { Sample = list });
        Assert.Equal((2, 130 / 200.0), (count.Of("A").Stations, count.Of("A").Value));
        Assert.Contains("b/3", count.Finding("sample-not-drawn")!.Statement, StringComparison.Ordinal);
        Assert.Equal((3, 2), (count.Nonresponse!.Drawn, count.Nonresponse.Received));
    }

    [Theory]
    [InlineData("unit,stratum\na//1,\n", "2: 'a//1' is no unit.")]
    [InlineData("unit,stratum\na/1,\na/1,\n", "3: 'a/1' is given twice.")]
    [InlineData("unit\na/1\n", "1: The header has no column 'stratum'.")]
    public void Read_Malformed_IsAProblemWithItsLine(string text, string problem)
    {
        var problems = new Problems();
        Assert.Null(Read(text, problems));
        Assert.Contains(problem, problems.Lines());
    }
}
