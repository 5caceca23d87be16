using System.Text;
using Scrutineer.Findings;
using Scrutineer.Scrutiny.Estimation;
using Scrutineer.Tests.Counting;

namespace Scrutineer.Tests.Scrutiny.Estimation;

public sealed class SampleFrameTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    private SampleFrame? Read(string text, Problems problems)
    {
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text));
        return SampleFrame.Read(path, problems);
    }

    [Fact]
    public void Read_Strata_AreInTheOrderOfTheFile()
    {
        var problems = new Problems();
        var frame = Read("stratum,stations,registered,drawn\nb,10,5000,2\na,20,,3\n", problems)!;
        Assert.Empty(problems.InOrder());
        Assert.Equal((30, 5, 1), (frame.Stations, frame.Drawn, frame.IndexOf("a")));
        Assert.Equal([5_000, null], frame.Strata.Select(s => s.Registered));
    }

    [Theory]
    [InlineData("stratum\na\n", "1: The header has no column 'stations'.")]
    [InlineData("stratum,stations\na,ten\n", "2: 'ten' is no number of stations.")]
    [InlineData("stratum,stations\na,0\n", "2: '0' is no number of stations.")]
    [InlineData("stratum,stations\na,1\na,2\n", "3: The stratum 'a' is given twice (first in line 2).")]
    [InlineData("stratum,stations\n,1\n", "2: The stratum has no name.")]
    [InlineData("stratum,stations,drawn\na,1,2\n", "2: 2 stations were drawn of 1.")]
    [InlineData("stratum,stations\n", "0: The frame has no stratum.")]
    public void Read_Malformed_IsAProblemWithItsLine(string text, string problem)
    {
        var problems = new Problems();
        Assert.Null(Read(text, problems));
        Assert.Contains(problem, problems.Lines());
    }

    [Fact]
    public void Constructor_NoStratum_Throws() => Assert.Throws<ArgumentException>(() => new SampleFrame([]));
}
