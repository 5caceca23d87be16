using System.Text.Json;

namespace Scrutineer.Cli.Tests;

/// <summary>Whether doubtful ballots could change a seat, on the dossier of 2021, where 11,127 is the fewest.</summary>
public sealed class SeatDoubtTests : IDisposable
{
    private const string Observation = Workspace.Dossier + "/observation.yaml";
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Check_IncidentsWithoutFiguresBelowTheWhole_CouldChangeASeat()
    {
        var finding = Finding("incidents-could-change-a-seat");
        Assert.Equal("11127", finding.GetProperty("figures").GetProperty("least").GetRawText().Trim('"'));
        Assert.Contains("for want of figures of the places", finding.GetProperty("statement").GetString());
    }

    [Theory]
    [InlineData(11_126, "incidents-cannot-change-a-seat")]
    [InlineData(11_127, "incidents-could-change-a-seat")]
    public void Check_OneIncidentWithItsVotes_IsHeldAgainstTheFewest(int votes, string code)
    {
        workspace.Write(
            Observation,
            "scrutineer-observation: \"1\"\n"
                + "incidents:\n"
                + "  - what: ballot-stuffing\n"
                + "    says: Ballots were put into a box.\n"
                + "    severity: votes\n"
                + "    on: 2021-01-10\n"
                + $"    votes: {votes}\n"
                + "    sources: [rferl-result]\n"
        );
        Finding(code);
    }

    private JsonElement Finding(string code)
    {
        var run = workspace.Run("check", Workspace.Dossier, "--out", "report", "--json");
        Assert.True(run.Exit == 0, run.Error);
        using var json = JsonDocument.Parse(run.Out);
        return Assert
            .Single(
                json.RootElement.GetProperty("findings").EnumerateArray().ToList(),
                f => f.GetProperty("code").GetString() == code
            )
            .Clone();
    }
}
