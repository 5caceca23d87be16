using System.Text.Json;

namespace Scrutineer.Cli.Tests.Contracts;

/// <summary>What <c>sample</c> and <c>estimate</c> promise to programs, and how they refuse what does not fit.</summary>
public sealed class EstimateTests : IDisposable
{
    private const string Form = """
        scrutineer-form: "1"
        form: test
        title: An invented form
        texts:
          made: { act: Made for a test, of: 2020-01-01 }
        cite: made
        checked: inferred
        fields:
          late: { means: the station opened late, unit: tick }
          registered: { means: voters in the register, unit: voters, figure: registered }
          invalid: { means: invalid ballots, unit: ballots, figure: invalid }
          votes: { means: votes for the list, unit: votes, figure: votes, each-of: lists }

        """;

    private const string Map = """
        scrutineer-mapping: "1"
        mapping: test
        title: An invented sample
        form: form.yaml
        units:
          - { level: stratum, columns: [stratum] }
          - { level: station, columns: [station] }
        fields: { late: late, registered: registered, invalid: invalid }
        lists: { A: A, B: B }

        """;

    private const string Table = """
        stratum,station,late,registered,invalid,A,B
        n,1,0,500,5,160,140
        n,2,1,600,4,180,150
        n,3,0,550,6,170,160
        s,1,0,400,3,90,130
        s,2,1,450,2,100,120

        """;

    private const string Frame = "stratum,stations,registered,drawn\nn,30,16000,4\ns,20,8000,2\n";

    private readonly Workspace workspace = new();

    public EstimateTests() =>
        workspace.Write("form.yaml", Form).Write("map.yaml", Map).Write("table.csv", Table).Write("frame.csv", Frame);

    public void Dispose() => workspace.Dispose();

    private ToolRun Estimate(params string[] options) =>
        workspace.Run(["estimate", "table.csv", "--map", "map.yaml", .. options]);

    [Fact]
    public void Estimate_Json_HasTheContractsFields()
    {
        var run = Estimate("--frame", "frame.csv", "--law", Checkout.Path("laws/il/knesset.yaml"), "--json");
        Assert.Equal((0, ""), (run.Exit, run.Error));
        using var document = JsonDocument.Parse(run.Out);
        var root = document.RootElement;
        var estimates = root.GetProperty("estimates").EnumerateArray().ToList();
        Assert.Equal(["A", "B", "lead:A-B"], estimates.Select(e => e.GetProperty("quantity").GetString()).Take(3));
        foreach (var estimate in estimates)
        {
            Assert.InRange(
                estimate.GetProperty("estimate").GetDouble(),
                estimate.GetProperty("low").GetDouble(),
                estimate.GetProperty("high").GetDouble()
            );
            Assert.Equal(
                (0.95, 5, 2),
                (
                    estimate.GetProperty("confidence").GetDouble(),
                    estimate.GetProperty("stations").GetInt32(),
                    estimate.GetProperty("strata").GetInt32()
                )
            );
            Assert.True(estimate.GetProperty("design-effect").GetDouble() > 0);
        }

        Assert.Equal("valid-votes", estimates[0].GetProperty("base").GetString());
        var late = Assert.Single(root.GetProperty("indicators").EnumerateArray());
        Assert.Equal(
            ("late", "stations"),
            (late.GetProperty("quantity").GetString(), late.GetProperty("base").GetString())
        );
        Assert.Equal(0.4, late.GetProperty("estimate").GetDouble(), 6);
        Assert.Equal(6, root.GetProperty("nonresponse").GetProperty("drawn").GetInt32());
        var seats = root.GetProperty("seats");
        Assert.Equal(120, seats.GetProperty("lists").EnumerateArray().Sum(l => l.GetProperty("seats").GetInt32()));
        Assert.Equal(1, seats.GetProperty("lists")[0].GetProperty("passes").GetDouble());
    }

    [Fact]
    public void Estimate_Twice_IsTheSameByteForByte() =>
        Assert.Equal(Estimate("--frame", "frame.csv").Out, Estimate("--frame", "frame.csv").Out);

    [Theory]
    [InlineData("--base", "valid", "'valid' is not known here")]
    [InlineData("--confidence", "95", "'95' is no share")]
    [InlineData("--strata", "stratum", "no frame that says")]
    [InlineData("--clusters", "region", "has no level 'region'")]
    [InlineData("--as-of", "2020-01-01", "does not say when stations reported")]
    [InlineData("--stations", "0", "0 is no number of stations")]
    [InlineData("--stations", "4", "5 stations were received of the whole, which has 4")]
    [InlineData("--drawn", "0", "0 is out of range")]
    [InlineData("--sample", "none.csv", "cannot be read")]
    [InlineData("--law", "xx/none", "'xx/none' was not found")]
    public void Estimate_WrongOption_IsAProblem(string option, string value, string problem)
    {
        var run = Estimate(option, value);
        Assert.Equal((2, ""), (run.Exit, run.Out));
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Estimate_MissingColumn_IsAProblemWithItsPlace()
    {
        workspace.Edit("table.csv", "registered", "voters");
        var run = Estimate("--frame", "frame.csv");
        Assert.Equal(2, run.Exit);
        Assert.Contains("table.csv:1: The table has no column 'registered'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Sample_ThenEstimate_FitTogether()
    {
        ToolRun Sample(params string[] options) =>
            workspace.Run([
                "sample",
                "table.csv",
                "--map",
                "map.yaml",
                "--strata",
                "stratum",
                "--size",
                "4",
                "--seed",
                "6 2 5",
                .. options,
            ]);
        var drawn = Sample("--csv");
        Assert.Equal(0, drawn.Exit);
        Assert.Equal(5, drawn.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        workspace.Write("drawn.csv", drawn.Out).Write("strata.csv", Sample("--frame").Out);
        Assert.Equal("stratum,stations,registered,drawn\nn,3,1650,2\ns,2,850,2\n", workspace.Read("strata.csv"));
        var run = Estimate("--frame", "strata.csv", "--sample", "drawn.csv", "--json");
        Assert.Equal(0, run.Exit);
        using var document = JsonDocument.Parse(run.Out);
        Assert.Equal(4, document.RootElement.GetProperty("sample").GetProperty("stations").GetInt32());
        Assert.Contains("sample-not-drawn", run.Out, StringComparison.Ordinal);
        using var plan = JsonDocument.Parse(Sample("--json").Out);
        Assert.Equal(4, plan.RootElement.GetProperty("draw").GetArrayLength());
    }

    [Theory]
    [InlineData("--csv", "No seed is given")]
    [InlineData("--frame", "Without strata there is no frame")]
    [InlineData("--size=9", "9 units are to be drawn of 5")]
    [InlineData("--margin=1 %", "Both size and margin are given")]
    [InlineData("--design=neyman", "no strata are named")]
    [InlineData("--list=Z", "The table has no list 'Z'")]
    public void Sample_WrongOption_IsAProblem(string option, string problem)
    {
        string[] size = option.StartsWith("--size", StringComparison.Ordinal) ? [] : ["--size", "3"];
        var run = workspace.Run(["sample", "table.csv", "--map", "map.yaml", option, .. size]);
        Assert.Equal((2, ""), (run.Exit, run.Out));
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
    }
}
