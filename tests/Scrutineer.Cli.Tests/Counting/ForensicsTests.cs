using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Scrutineer.Cli.Tests.Counting;

/// <summary>The contract of <c>forensics</c>, on the tables of two real elections and on small ones.</summary>
public sealed class ForensicsTests
{
    private const string Mapping = """
        scrutineer-mapping: "1"
        mapping: small
        title: An invented table
        form: form.yaml
        units:
          - { level: region, columns: [region] }
          - { level: station, columns: [station] }
        fields: { registered: registered, issued: issued, invalid: invalid }
        lists: { A: A, B: B, C: C }

        """;

    private const string Form = """
        scrutineer-form: "1"
        form: small
        title: An invented form
        texts:
          made: { act: Made for a test, of: 2020-01-01 }
        cite: made
        checked: inferred
        fields:
          registered: { means: voters in the register, unit: voters, figure: registered }
          issued: { means: ballots issued, unit: ballots, figure: ballots-issued }
          invalid: { means: invalid ballots, unit: ballots, figure: invalid }
          votes: { means: votes for the list, unit: votes, figure: votes, each-of: lists }
        relations:
          - code: R1
            says: issued = invalid + sum of votes
            severity: error
            text: { clerk: Look again. }

        """;

    [Theory]
    [InlineData("ru-president-2018/2018", "president-2018", "Putin", 91_152, 19_271, 17562.4017, 117.3789, 14.5563)]
    [InlineData("ru-duma-2021/2021", "duma-2021", "UnitedRussia", 90_821, 18_880, 17567.5962, 117.2443, 11.1937)]
    public void Json_RealElection_HasTheIntegerTestByTheContract(
        string file,
        string map,
        string list,
        int stations,
        int observed,
        double expected,
        double sd,
        double z
    )
    {
        using var workspace = new Workspace();
        var json = workspace
            .Run(
                "forensics",
                Checkout.Shared($"data/{file}.csv.zip"),
                "--map",
                Checkout.Path($"mappings/ru/{map}.yaml"),
                "--test",
                "integer",
                "--replicates",
                "0",
                "--placebo",
                "0",
                "--json"
            )
            .Json(0);
        Assert.Equal(list, json.GetProperty("list").GetString());
        var test = Assert.Single(json.GetProperty("tests").EnumerateArray());
        Assert.Equal("integer", test.GetProperty("test").GetString());
        Assert.Equal(stations, test.GetProperty("stations").GetInt32());
        var all =
            stations + test.GetProperty("left-out").EnumerateArray().Sum(l => l.GetProperty("stations").GetInt32());
        Assert.Equal(json.GetProperty("stations").GetInt32(), all);
        var union = test.GetProperty("union");
        Assert.Equal(observed, union.GetProperty("observed").GetInt32());
        Assert.Equal(expected, union.GetProperty("expected").GetDouble());
        Assert.Equal(sd, union.GetProperty("sd").GetDouble());
        Assert.Equal(z, union.GetProperty("z").GetDouble());
        Assert.Equal(observed - expected, union.GetProperty("excess").GetDouble(), 1e-3);
        foreach (var statistic in new[] { "share", "turnout" })
        {
            Assert.Equal(
                ["observed", "expected", "excess", "sd", "z", "p-value"],
                test.GetProperty(statistic).EnumerateObject().Select(p => p.Name)
            );
        }

        Assert.Single(json.Findings("integer-percentages"));
    }

    [Fact]
    public void Run_SmallTable_EveryTestAnswersOrSaysWhyNot()
    {
        using var workspace = Small(Rows(60, 5));
        var json = workspace.Run("forensics", "t.csv", "--map", "map.yaml", "--placebo", "3", "--json").Json(0);
        var tests = json.GetProperty("tests").EnumerateArray().ToList();
        Assert.Equal(12, tests.Count);
        Assert.All(
            tests,
            t =>
            {
                Assert.True(
                    t.GetProperty("cannot-say").ValueKind == JsonValueKind.String
                        || t.GetProperty("says").GetString()!.Length > 0
                );
                Assert.NotEqual("", t.GetProperty("cannot-see").GetString());
            }
        );
        Assert.Empty(json.GetProperty("not-run").EnumerateArray());
        var text = workspace.Run("forensics", "t.csv", "--map", "map.yaml", "--placebo", "3");
        Assert.Equal(0, text.Exit);
        Assert.Contains("12 tests were run", text.Out, StringComparison.Ordinal);
        Assert.Contains("On clean elections drawn like this one", text.Out, StringComparison.Ordinal);
        Assert.Equal(text.Out, workspace.Run("forensics", "t.csv", "--map", "map.yaml", "--placebo", "3").Out);
    }

    [Theory]
    [InlineData("North,1,0,0,0,0,0,0\n")]
    [InlineData("North,1,100,50,0,50,0,0\n")]
    [InlineData("North,1,100,150,0,100,50,0\nNorth,2,100,150,0,100,50,0\n")]
    [InlineData("North,1,,50,,,,\nNorth,2,100,,0,1,2,3\n")]
    public void Run_TablesOnWhichNothingCanBeSaid_SayWhyAndGoOn(string rows)
    {
        using var workspace = Small("region,station,registered,issued,invalid,A,B,C\n" + rows);
        var run = workspace.Run("forensics", "t.csv", "--map", "map.yaml", "--json");
        var json = run.Json(run.Exit);
        Assert.NotEqual(2, run.Exit);
        Assert.All(
            json.GetProperty("tests").EnumerateArray(),
            t => Assert.Equal(JsonValueKind.String, t.GetProperty("cannot-say").ValueKind)
        );
    }

    [Fact]
    public void Register_BeforeTheRun_IsTheHashThatTheRunNames()
    {
        using var workspace = Small(Rows(60, 5));
        var registered = workspace.Run("forensics", "t.csv", "--map", "map.yaml", "--register");
        Assert.Equal(0, registered.Exit);
        var hash = registered.Out.TrimEnd().Split('\n')[^1].Split(' ')[1];
        var run = workspace.Run("forensics", "t.csv", "--map", "map.yaml", "--placebo", "0", "--json").Json(0);
        Assert.Equal("sha256:" + hash, run.GetProperty("registration").GetString());
        workspace.Append("t.csv", "East,9,100,50,0,20,20,10\n");
        var later = workspace.Run("forensics", "t.csv", "--map", "map.yaml", "--placebo", "0", "--json").Json(0);
        Assert.NotEqual("sha256:" + hash, later.GetProperty("registration").GetString());
    }

    [Theory]
    [InlineData("--test: There is no test 'intger'.", "--test", "intger")]
    [InlineData("--list: The mapping has no list 'D'.", "--list", "D")]
    [InlineData("--by: The mapping has no level 'station' above its stations.", "--by", "station")]
    [InlineData("--resamples: 1 is too few.", "--resamples", "1")]
    [InlineData("--of: 'voters' is no base of shares.", "--of", "voters")]
    [InlineData("none.csv: There is no such file.", "--marked", "none.csv")]
    [InlineData("--placebo: -1 is too few.", "--placebo", "-1")]
    public void Run_WrongCall_IsRefused(string problem, string option, string value)
    {
        using var workspace = Small(Rows(3, 5));
        workspace.Run("forensics", "t.csv", "--map", "map.yaml", option, value).AssertRefused(problem);
    }

    [Fact]
    public void Run_TurnoutByHour_FindsTheSurgeAndTheOthersGoOn()
    {
        using var workspace = Hourly("turnout: { \"18:00\": t18, \"10:00\": t10 }\n");
        var json = workspace.Run("forensics", "t.csv", "--map", "map.yaml", "--placebo", "3", "--json").Json(0);
        Assert.Equal(13, json.GetProperty("tests").GetArrayLength());
        var surge = Assert.Single(json.Findings("turnout-surge"));
        Assert.Contains("North/7: from 18:00 to the end", surge.ToString(), StringComparison.Ordinal);
        var text = workspace.Run("forensics", "t.csv", "--map", "map.yaml", "--test", "hours", "--placebo", "3");
        Assert.Contains("North/7, from 18:00 to the end", text.Out, StringComparison.Ordinal);
        Assert.Contains(
            "On clean elections drawn like this one it fires in 0 of 3",
            text.Out,
            StringComparison.Ordinal
        );

        // Other commands know the columns and have no figures of them.
        var import = workspace.Run("import", "t.csv", "--map", "map.yaml").Out;
        Assert.Contains("turnout:10:00", import, StringComparison.Ordinal);
        Assert.Contains("says something about every column", import, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "turnout:",
            workspace.Run("count", "t.csv", "--map", "map.yaml").Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Run_HoursNotInTheMapping_SaysWhyItCannotAnswer()
    {
        using var workspace = Hourly("ignore: [t10, t18]\n");
        var run = workspace.Run("forensics", "t.csv", "--map", "map.yaml", "--test", "hours", "--test", "slopes");
        Assert.Equal(0, run.Exit);
        Assert.Contains("no columns of turnout by hour", run.Out, StringComparison.Ordinal);
        Assert.Contains("slopes:", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WrongHour_IsRefused()
    {
        using var workspace = Hourly("turnout: { \"25:00\": t10 }\n");
        workspace
            .Run("forensics", "t.csv", "--map", "map.yaml")
            .AssertRefused("map.yaml:10:10: '25:00' is no hour of the day.");
    }

    /// <summary>Forty synthetic stations with turnout by hour; at one, 300 voters more came after 18 hours.</summary>
    private static Workspace Hourly(string mapping)
    {
        var random = new Random(8);
        var text = new StringBuilder("region,station,registered,issued,invalid,A,B,C,t10,t18\n");
        for (var i = 0; i < 40; i++)
        {
            var ten = random.Next(190, 210);
            var eighteen = ten + random.Next(380, 420);
            var issued = eighteen + random.Next(95, 105) + (i == 7 ? 300 : 0);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{(i < 20 ? "North" : "South")},{i},2000,{issued},10,{issued - 310},200,100,{ten},{eighteen}\n"
            );
        }

        return new Workspace()
            .Write("t.csv", text.ToString())
            .Write("map.yaml", Mapping + mapping)
            .Write("form.yaml", Form);
    }

    private static Workspace Small(string table) =>
        new Workspace().Write("t.csv", table).Write("map.yaml", Mapping).Write("form.yaml", Form);

    private static string Rows(int stations, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("region,station,registered,issued,invalid,A,B,C\n");
        for (var i = 0; i < stations; i++)
        {
            var registered = random.Next(400, 3000);
            var issued = registered * random.Next(400, 700) / 1000;
            var invalid = issued / 50;
            var a = (issued - invalid) * random.Next(300, 600) / 1000;
            var b = (issued - invalid - a) * 2 / 3;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{(i % 2 == 0 ? "North" : "South")},{i},{registered},{issued},{invalid},{a},{b},{issued - invalid - a - b}\n"
            );
        }

        return text.ToString();
    }
}
