using System.Text;
using System.Text.Json.Nodes;

namespace Scrutineer.Cli.Tests;

/// <summary>The filter <c>allocate</c>: one case a line in, one result a line out, in order.</summary>
public class AllocateTests
{
    private static List<JsonNode> Run(params string[] lines)
    {
        using var output = new MemoryStream();
        AllocateCommand.Run(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), output);
        return
        [
            .. Encoding
                .UTF8.GetString(output.ToArray())
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => JsonNode.Parse(l)!),
        ];
    }

    [Theory]
    [InlineData(
        """{"id":1,"method":"dhondt","seats":10,"votes":{"A":600,"B":300,"C":100}}""",
        """{"id":1,"seats":{"A":6,"B":3,"C":1}}"""
    )]
    [InlineData(
        """{"id":"2021","method":"largest-remainder","quota":"hare","seats":98,"votes":{"PPK":659019,"NurOtan":5148074,"Auyl":383023,"AkZhol":792828,"Adal":258618},"threshold":{"share":"7%"}}""",
        """{"id":"2021","seats":{"PPK":10,"NurOtan":76,"Auyl":0,"AkZhol":12,"Adal":0}}"""
    )]
    [InlineData(
        """{"id":"exactly 7","method":"sainte-lague","seats":2,"votes":{"A":93,"B":7},"threshold":{"share":"7%","inclusive":false}}""",
        """{"id":"exactly 7","seats":{"A":2,"B":0}}"""
    )]
    [InlineData(
        """{"id":"tie","method":"dhondt","seats":1,"votes":{"A":1,"B":1}}""",
        """{"id":"tie","seats":{"A":0,"B":0},"tie":{"among":["A","B"],"seats":1}}"""
    )]
    public void Run_SoundCase_AnswersSeats(string line, string expected) =>
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), Run(line).Single().ToJsonString());

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("""{"id":1,"method":"dhont","seats":1,"votes":{"A":1}}""")]
    [InlineData("""{"id":1,"method":"dhondt","seats":-1,"votes":{"A":1}}""")]
    [InlineData("""{"id":1,"method":"dhondt","seats":1,"votes":{"A":-1}}""")]
    [InlineData("""{"id":1,"method":"dhondt","seats":1,"votes":{"A":1.5}}""")]
    [InlineData("""{"id":1,"method":"dhondt","seats":1,"votes":{"A":9223372036854775808}}""")]
    [InlineData("""{"id":1,"method":"dhondt","seats":1,"votes":{"A":9223372036854775807,"B":1}}""")]
    [InlineData("""{"id":1,"method":"dhondt","seats":1,"votes":{"A":1,"A":2}}""")]
    [InlineData("""{"id":1,"method":"dhondt","seats":1,"votes":{"A":1},"treshold":{"share":"7%"}}""")]
    [InlineData("""{"id":1,"method":"dhondt","seats":1,"votes":{"A":1},"threshold":{"share":"seven"}}""")]
    [InlineData("""{"id":1,"method":"dhondt","seats":1,"votes":{"A":1},"quota":"hare"}""")]
    public void Run_BadLine_AnswersErrorAndGoesOn(string line)
    {
        var answers = Run(line, """{"id":"next","method":"dhondt","seats":1,"votes":{"A":1}}""");
        Assert.Equal(2, answers.Count);
        Assert.NotNull(answers[0]["error"]);
        Assert.Null(answers[0]["seats"]);
        Assert.Equal(1, (int)answers[1]["seats"]!["A"]!);
    }

    // A program at the other end of a pipe writes a case, waits for its answer, and writes the next.
    [Fact]
    public void Run_OneCaseAtATime_AnswersBeforeItAsksForMore()
    {
        const int Cases = 5;
        using var output = new MemoryStream();
        using var input = new Dialogue(at =>
        {
            Assert.Equal(at, Encoding.UTF8.GetString(output.ToArray()).Count(c => c == '\n'));
            return at < Cases ? $"{{\"id\":{at},\"method\":\"danish\",\"seats\":1,\"votes\":{{\"A\":1}}}}\n" : "";
        });
        AllocateCommand.Run(input, output);
        Assert.Equal(Cases + 1, input.Reads);
    }

    [Fact]
    public void Run_LineLongerThanTheBuffer_IsOneCase()
    {
        var votes = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"list {i}\":{i + 1}"));
        var answer = Run($$$"""{"id":1,"method":"macau","seats":3,"votes":{{{{votes}}}}}""", "").Single();
        Assert.Equal(20_000, answer["seats"]!.AsObject().Count);
        Assert.Equal(3, answer["seats"]!.AsObject().Sum(l => (int)l.Value!));
    }

    /// <summary>A stream that is asked for its next piece, as a pipe is.</summary>
    private sealed class Dialogue(Func<int, string> next) : MemoryStream
    {
        public int Reads { get; private set; }

        public override int Read(byte[] buffer, int offset, int count) =>
            Encoding.UTF8.GetBytes(next(Reads++), buffer.AsSpan(offset, count));
    }

    [Fact]
    public void Run_FieldsOfTheCallersOwn_Pass() =>
        Assert.Equal(
            1,
            (int)Run("""{"id":1,"method":"dhondt","seats":1,"votes":{"A":1},"expect":{}}""").Single()["seats"]!["A"]!
        );

    [Fact]
    public void Run_GoldenCases_AllAgree()
    {
        var path = Shared("cases/allocate.jsonl");
        var lines = File.ReadAllLines(path);
        var answers = Run(lines);
        Assert.Equal(lines.Length, answers.Count);
        foreach (var (line, answer) in lines.Zip(answers))
        {
            var expect = JsonNode.Parse(line)!["expect"]!;
            if (expect["error"] is not null)
            {
                Assert.NotNull(answer["error"]);
                continue;
            }

            Assert.Equal(expect["seats"]!.ToJsonString(), answer["seats"]?.ToJsonString());
            Assert.Equal(expect["tie"]?.ToJsonString(), answer["tie"]?.ToJsonString());
        }
    }

    private static string Shared(string relative)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Scrutineer.slnx")))
        {
            folder =
                Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no checkout above the tests");
        }

        var path = Path.Combine(folder, "..", "shared", relative);
        if (!File.Exists(path))
        {
            Assert.Skip($"needs ../shared/{relative}");
        }

        return path;
    }
}
