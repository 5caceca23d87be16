using System.Text;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Observation;
using Scrutineer.Scrutiny.Polls;
using Scrutineer.Tests.Counting;

namespace Scrutineer.Tests.Scrutiny.Polls;

public sealed class WithinPrecinctErrorTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    private PollClusters? Read(string text, Problems problems)
    {
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text));
        return PollClusters.Read(path, ["A", "B"], problems);
    }

    [Fact]
    public void Of_ThreeStations_IsTheMeanDifferenceOfTheLeads()
    {
        var clusters = Read(
            "station,list,answers,votes\n1,A,60,500\n1,B,40,500\n2,A,30,300\n2,B,10,300\n3,A,20,400\n3,B,30,600\n",
            new Problems()
        )!;

        // Leads in the poll 0.2, 0.5, −0.2; official 0, 0, −0.2.
        var within = WithinPrecinctError.Of(clusters, "A", "B")!;
        Assert.Equal(3, within.Stations);
        Assert.Equal(0.7 / 3, within.Mean, 12);
        Assert.Equal(0.1453, within.StandardError!.Value, 4);
        Assert.Equal(0.25, within.Probability!.Value, 2);
    }

    /// <summary>Answers drawn from the votes of each station have no error on average, and one in twenty is called so.</summary>
    [Fact]
    public void Of_AnswersDrawnFromTheVotes_AreSeldomCalledDifferent()
    {
        const int Polls = 400;
        var random = new SplitMix64(7);
        var called = 0;
        double sum = 0;
        for (var poll = 0; poll < Polls; poll++)
        {
            var text = new StringBuilder("station,list,answers,votes\n");
            for (var station = 0; station < 40; station++)
            {
                var votes = 200 + random.Below(600);
                var chance = (uint)((0.3 + (random.Below(400) / 1_000.0)) * uint.MaxValue);
                var ahead = random.Successes(votes, chance);
                var answers = random.Successes(40, (uint)(ahead / (double)votes * uint.MaxValue));
                text.Append(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{station},A,{answers},{ahead}\n{station},B,{40 - answers},{votes - ahead}\n"
                );
            }

            var within = WithinPrecinctError.Of(Read(text.ToString(), new Problems())!, "A", "B")!;
            called += within.Probability < PollTest.Level ? 1 : 0;
            sum += within.Mean;
        }

        Assert.InRange(called / (double)Polls, 0.02, 0.09);
        Assert.InRange(sum / Polls, -0.005, 0.005);
    }

    [Theory]
    [InlineData("station,list,answers\n1,A,1\n", "1: The header has no column 'votes'.")]
    [InlineData("station,list,answers,votes\n1,C,1,1\n", "2: The poll has no list 'C'.")]
    [InlineData("station,list,answers,votes\n1,A,one,1\n", "2: 'one' is no number.")]
    [InlineData("station,list,answers,votes\n1,A,1,1\n1,A,2,2\n", "3: 'A' is given twice at '1'.")]
    public void Read_Malformed_IsAProblemWithItsLine(string text, string problem)
    {
        var problems = new Problems();
        Assert.Null(Read(text, problems));
        Assert.Contains(problem, problems.Lines());
    }

    [Fact]
    public void Of_NoAnswers_IsNothing() =>
        Assert.Null(
            WithinPrecinctError.Of(Read("station,list,answers,votes\n1,A,0,5\n1,B,0,5\n", new Problems())!, "A", "B")
        );
}
