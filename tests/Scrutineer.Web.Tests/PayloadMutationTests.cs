using System.Text;
using System.Text.Json.Nodes;
using Scrutineer.Web.Observers;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>What devices send, changed at random, always in the same way: it is read or refused, and nothing is thrown.</summary>
public class PayloadMutationTests
{
    private static readonly string[] Pieces =
    [
        "\"\\ud800\"",
        "null",
        "[]",
        "{}",
        "-1",
        "1e999",
        "\"\"",
        "\"not-observed\"",
        "[[[[[[[[",
        "\"files\":[null],",
        "\u0000",
        "«",
        "\"2025-02-30T25:61:61Z\"",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_ChangedAtRandom_IsAPayloadOrAProblem(int seed)
    {
        var random = new Random(seed);
        var setup = Server.Setup();
        using var device = new Device();
        var form = new JsonObject
        {
            ["id"] = "opening",
            ["version"] = "1",
            ["sha256"] = setup.Forms[0].Source.Sha256,
        };
        string[] originals =
        [
            device.Observation(form, ("box-empty", "yes"), ("members", 7)).ToJsonString(),
            device.Copy().ToJsonString(),
            device.Incident().ToJsonString(),
        ];
        var read = 0;
        foreach (var original in originals)
        {
            var problems = new List<ReportProblem>();
            Assert.NotNull(PayloadReader.Read(original, setup, problems));
            Assert.Empty(problems);
        }

        for (var n = 0; n < 6_000; n++)
        {
            var changed = Changed(random, originals[n % originals.Length]);
            var problems = new List<ReportProblem>();
            var payload = PayloadReader.Read(changed, setup, problems);
            Assert.Equal(payload is null, problems.Count > 0);
            _ = PayloadReader.IdOf(changed);
            _ = Envelope.Read(Encoding.UTF8.GetBytes(Changed(random, Encoding.UTF8.GetString(device.Sign(changed)))));
            read += payload is null ? 0 : 1;
        }

        Assert.InRange(read, 60, 5_900);
    }

    [Fact]
    public void Lines_OfFramesChangedAtRandom_AreReadOrToldOf()
    {
        var random = new Random(3);
        var refused = 0;
        for (var n = 0; n < 3_000; n++)
        {
            var problems = new List<ReportProblem>();
            var lines = QrFrames.Lines(
                Changed(random, "SCR1:a:1/2:H4sIAAAAAAAAA SCR1:a:2/2:0tMTFRISkwCAA8A"),
                problems
            );
            Assert.True(problems.Count > 0 || lines.Count > 0);
            refused += problems.Count > 0 ? 1 : 0;
        }

        Assert.True(refused > 1_000, $"{refused} were refused");
    }

    private static string Changed(Random random, string text)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(text.Length);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at)) + " ",
                1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => text[..at] + (char)random.Next(32, 0x500) + text[(at + 1)..],
                _ => text[..at] + text[random.Next(text.Length)] + text[at..],
            };
        }

        return text;
    }
}
