using System.Text.Json;

namespace Scrutineer.Cli.Tests.Contracts;

/// <summary><c>claims</c> and <c>turnout</c> as programs and people call them.</summary>
public sealed class RecordCommandTests : IDisposable
{
    private const string Claims = Workspace.Dossier + "/claims.yaml";

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Claims_AsJson_HasPositionsWithTextsAndOrigins()
    {
        var run = workspace.Run("claims", Workspace.Dossier, "--topic", "past-elections", "--json");
        Assert.Equal(0, run.Exit);
        using var json = JsonDocument.Parse(run.Out);
        var position = json.RootElement.GetProperty("topics")[0].GetProperty("positions")[0];
        Assert.Equal(4, position.GetProperty("texts").GetInt32());
        Assert.Equal(1, position.GetProperty("origins").GetInt32());
        Assert.All(
            json.RootElement.GetProperty("contradictions").EnumerateArray(),
            c => Assert.Equal("attribution", c.GetProperty("explained-as").GetString())
        );
    }

    [Fact]
    public void Claims_OfAnUnknownTopic_NamesTheNearest()
    {
        var run = workspace.Run("claims", Workspace.Dossier, "--topic", "partys");
        Assert.Equal(2, run.Exit);
        Assert.Contains("Did you mean 'parties'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Claims_OfADossierWithoutStatements_SaysWhatIsExpected()
    {
        File.Delete(workspace.At(Claims));
        var run = workspace.Run("claims", Workspace.Dossier);
        Assert.Equal(2, run.Exit);
        Assert.Contains("a file claims.yaml", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, workspace.Check().Exit);
    }

    [Fact]
    public void Claims_AShareWithoutABase_IsALocatedProblemOfEveryCommandThatReadsIt()
    {
        var line = workspace.LineOf(Claims, "    base: valid-votes\n    number: 71.09 %") - 6;
        workspace.Edit(Claims, "    base: valid-votes\n    number: 71.09 %", "    number: 71.09 %");
        foreach (var command in new[] { "claims", "check" })
        {
            var run = workspace.Run(command, Workspace.Dossier);
            Assert.Equal(2, run.Exit);
            Assert.Contains("and the statement has no base", run.Error, StringComparison.Ordinal);
            Assert.Contains($"{Claims}:{line}:", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Check_UnderAnEditionWithoutTheContest_LeavesItsStatementsUnchecked()
    {
        var run = workspace.Check("--edition", "2022");
        Assert.NotEqual(2, run.Exit);
        Assert.Contains(
            "election",
            workspace.Run("turnout", Workspace.Dossier, "--edition", "1995").Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Turnout_AsJson_AnswersTheBoycott()
    {
        var run = workspace.Run("turnout", Workspace.Dossier, "--json");
        Assert.Equal(0, run.Exit);
        using var json = JsonDocument.Parse(run.Out);
        var lists = json.RootElement.GetProperty("validity")[0];
        Assert.False(lists.GetProperty("least-turnout").GetBoolean());
        Assert.Contains("Act No. 285", lists.GetProperty("says").GetString(), StringComparison.Ordinal);
        var afternoon = json.RootElement.GetProperty("units")[0].GetProperty("announced")[3];
        Assert.Equal("16:00", afternoon.GetProperty("time").GetString());
        Assert.Equal(JsonValueKind.Null, afternoon.GetProperty("share").ValueKind);
    }

    [Fact]
    public void Turnout_ThatFalls_IsAnError()
    {
        const string Turnout = Workspace.Dossier + "/turnout.csv";
        workspace.Edit(Turnout, "20:00,Almaty,ballots-issued,30.3 %", "20:00,Almaty,ballots-issued,20.3 %");
        var run = workspace.Run("turnout", Workspace.Dossier);
        Assert.Equal(1, run.Exit);
        Assert.Contains(
            "falls from 27.7 % at 18:00 to 20.3 % at 20:00",
            run.Out.Replace("\n ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("20:00,Almaty,", "20:61,Almaty,", "is no time")]
    [InlineData("20:00,Almaty,", "20:00,Almatty,", "is no place of the registry")]
    [InlineData("20:00,Almaty,ballots-issued,30.3 %", "20:00,Almaty,ballots-issued,130.3 %", "is no share")]
    [InlineData("20:00,Almaty,ballots-issued", "20:00,Almaty,ballots", "is no base")]
    [InlineData("20:00,Almaty,", "18:00,Almaty,", "is given twice")]
    public void Turnout_ARowThatCannotBeUsed_IsLocated(string old, string changed, string problem)
    {
        const string Turnout = Workspace.Dossier + "/turnout.csv";
        var line = workspace.LineOf(Turnout, old);
        workspace.Edit(Turnout, old, changed);
        var run = workspace.Run("turnout", Workspace.Dossier);
        Assert.Equal(2, run.Exit);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        Assert.Contains($"turnout.csv:{line}:", run.Error, StringComparison.Ordinal);
    }
}
