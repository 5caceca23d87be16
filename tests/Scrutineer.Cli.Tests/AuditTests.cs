using System.Text.Json;

namespace Scrutineer.Cli.Tests;

/// <summary><c>audit</c>: plan, draw, evaluate and matter, end to end.</summary>
public sealed class AuditTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    private static string Example => Documents.PathOf("examples/elections/xx-assembly-2025");

    private static string Kazakhstan => Documents.PathOf("elections/kz-mazhilis-2021");

    private static string Recounts => Path.Combine(Example, "recounts.csv");

    [Fact]
    public void Plan_Json_HasTheContract()
    {
        var run = workspace.Run("audit", "plan", Kazakhstan, "--reading", "literal", "--stations", "10061", "--json");
        Assert.Equal(0, run.Exit);
        using var json = JsonDocument.Parse(run.Out);
        var root = json.RootElement;
        Assert.True(root.GetProperty("implies-every-seat").GetBoolean());
        Assert.Equal(7539280, root.GetProperty("ballots").GetInt64());
        Assert.Equal(11, root.GetProperty("assertions").GetArrayLength());
        foreach (var assertion in root.GetProperty("assertions").EnumerateArray())
        {
            foreach (var name in new[] { "assertion", "margin", "method", "expected", "p90" })
            {
                Assert.True(assertion.TryGetProperty(name, out _), name);
            }
        }

        var whole = root.GetProperty("whole")[0];
        Assert.Equal(
            ("batch-comparison", 346),
            (whole.GetProperty("method").GetString(), whole.GetProperty("p90").GetInt32())
        );
    }

    [Fact]
    public void Plan_SeveralLevels_HasASampleForEachPlace()
    {
        var run = workspace.Run("audit", "plan", Documents.PathOf("elections/pl-sejm-2015"), "--json");
        Assert.True(run.Exit == 0, run.Error);
        using var json = JsonDocument.Parse(run.Out);
        var places = json.RootElement.GetProperty("places").EnumerateArray().ToList();
        Assert.Equal(42, places.Count);
        Assert.Equal("nation", places[0].GetProperty("place").GetString());
        Assert.Equal(
            json.RootElement.GetProperty("assertions").GetArrayLength(),
            places.Sum(p => p.GetProperty("assertions").GetInt32())
        );
    }

    [Theory]
    [InlineData("Eastmark", "units-cannot-change-a-seat")]
    [InlineData("Eastmark Westvale", "units-could-change-a-seat")]
    public void Check_WithoutUnits_SaysWhetherASeatChanges(string units, string code)
    {
        var without = units.Split(' ').SelectMany(u => new[] { "--without", u });
        var run = workspace.Run(["check", Example, "--out", "report", "--json", .. without]);
        using var json = JsonDocument.Parse(run.Out);
        Assert.Single(
            json.RootElement.GetProperty("findings").EnumerateArray(),
            f => f.GetProperty("code").GetString() == code
        );
        Assert.Contains(
            "Without ",
            File.ReadAllText(workspace.At("report/index.html")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Check_WithoutAnUnknownUnit_IsAProblem()
    {
        var run = workspace.Run("check", Example, "--out", "report", "--without", "Nowhere");
        Assert.Equal(2, run.Exit);
        Assert.Contains("There is no station of 'Nowhere'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_WithRecords_ShowsComparison()
    {
        var run = workspace.Run("audit", "plan", Kazakhstan, "--records", "--errors", "0", "--risk-limit", "10 %");
        Assert.Equal(0, run.Exit);
        Assert.Contains("with records", run.Out, StringComparison.Ordinal);
        Assert.Contains("Risk limit: 10.00 %", run.Out, StringComparison.Ordinal);
        Assert.Contains("compared with their records", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void DrawAndEvaluate_FilesOfTheDraw_AreThoseToFillIn()
    {
        var folder = Directory.CreateTempSubdirectory("audit").FullName;
        var draw = workspace.Run(
            "audit",
            "draw",
            Example,
            "--seed",
            "3-1-4-1-5",
            "--draws",
            "12",
            "--out",
            folder,
            "--json"
        );
        Assert.Equal(0, draw.Exit);
        using var json = JsonDocument.Parse(draw.Out);
        var stations = json.RootElement.GetProperty("draw").GetProperty("stations");
        Assert.Equal("3-1-4-1-5", json.RootElement.GetProperty("draw").GetProperty("seed").GetString());
        Assert.Equal(9, stations.GetArrayLength());
        Assert.Equal(12, stations.EnumerateArray().Sum(s => s.GetProperty("times").GetInt32()));
        var table = File.ReadAllLines(Path.Combine(folder, "recounts.csv"));
        var filled = File.ReadAllLines(Recounts);
        Assert.Equal(filled[0], table[0]);
        Assert.Equal(filled.Skip(1).Select(l => l.Split(',')[0] + ",,,,,,"), table.Skip(1));
        var sheets = File.ReadAllText(Path.Combine(folder, "worksheets.html"));
        Assert.Equal(9, sheets.Split("<section>").Length - 1);
        Assert.Contains("Votes for Reds", sheets, StringComparison.Ordinal);
        Assert.Equal(13, File.ReadAllLines(Path.Combine(folder, "draws.csv")).Length);

        // Blank is not nought: a table that nobody filled in is refused, field by field.
        workspace
            .Run(
                "audit",
                "evaluate",
                Example,
                "--seed",
                "3-1-4-1-5",
                "--draws",
                "12",
                "--recounts",
                Path.Combine(folder, "recounts.csv")
            )
            .AssertRefused();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Evaluate_OneStationDiffers_NamesItAndWhatFollows()
    {
        var run = workspace.Run(
            "audit",
            "evaluate",
            Example,
            "--seed",
            "3-1-4-1-5",
            "--draws",
            "12",
            "--recounts",
            Recounts,
            "--json"
        );
        Assert.Equal(0, run.Exit);
        using var json = JsonDocument.Parse(run.Out);
        var root = json.RootElement;
        Assert.False(root.GetProperty("confirmed").GetBoolean());
        Assert.InRange(root.GetProperty("p-value").GetDouble(), 0.9, 1);
        var findings = root.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString());
        Assert.Equal(["recount-differs", "audit-goes-on"], findings);
        Assert.NotEqual(0, root.GetProperty("next").GetArrayLength());
    }

    [Fact]
    public void Evaluate_MoreBallotsThanIssued_ExitsWithOne()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(
            path,
            File.ReadAllText(Recounts).Replace("70,79,46,15,4,214", "70,79,46,15,5,215", StringComparison.Ordinal)
        );
        var run = workspace.Run(
            "audit",
            "evaluate",
            Example,
            "--seed",
            "3-1-4-1-5",
            "--draws",
            "12",
            "--recounts",
            path
        );
        File.Delete(path);
        Assert.Equal(1, run.Exit);
        Assert.Contains("confirms nothing", run.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_OtherSeed_RefusesEveryStationThatWasNotDrawn() =>
        workspace
            .Run("audit", "evaluate", Example, "--seed", "another", "--draws", "3", "--recounts", Recounts)
            .AssertRefused();

    [Fact]
    public void Matter_Ballots_AreHeldAgainstTheLeast()
    {
        var few = workspace.Run("audit", "matter", Kazakhstan, "--ballots", "11126", "--json");
        using var json = JsonDocument.Parse(few.Out);
        Assert.Equal(11127, json.RootElement.GetProperty("least-ballots").GetInt64());
        Assert.False(json.RootElement.GetProperty("could-change-a-seat").GetBoolean());
        var enough = workspace.Run("audit", "matter", Kazakhstan, "--ballots", "11127", "--json");
        Assert.Contains("\"could-change-a-seat\": true", enough.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0 %")]
    [InlineData("100 %")]
    [InlineData("much")]
    public void Plan_RiskLimitThatIsNone_IsRefused(string limit) =>
        workspace.Run("audit", "plan", Kazakhstan, "--risk-limit", limit).AssertRefused("--risk-limit");

    [Fact]
    public void Plan_BadNames_AreRefusedEachWithItsPlace()
    {
        workspace.Run("audit", "plan", Kazakhstan, "--contest", "list").AssertRefused("--contest");
        workspace.Run("audit", "plan", Kazakhstan, "--unit", "moon").AssertRefused("--unit");
        workspace.Run("audit", "plan", Kazakhstan, "--errors", "2").AssertRefused("--errors");
        workspace.Run("audit", "matter", Example, "--without", "Atlantis").AssertRefused("--without");
        workspace.Run("audit", "draw", Kazakhstan, "--seed", "1").AssertRefused();
        workspace.Run("audit", "plan", Documents.PathOf("elections/is-althingi-2016")).AssertRefused();
    }

    [Fact]
    public void Help_OfEachCommand_HasAnExampleThatIsUnderstood()
    {
        foreach (var name in new[] { "plan", "draw", "evaluate", "matter" })
        {
            var help = workspace.Run("audit", name, "--help");
            Assert.Equal(0, help.Exit);
            Assert.Contains($"  scrutineer audit {name} ", help.Out, StringComparison.Ordinal);
        }
    }
}
