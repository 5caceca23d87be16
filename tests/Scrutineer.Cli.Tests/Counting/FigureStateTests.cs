using System.Text.Json;

namespace Scrutineer.Cli.Tests.Counting;

/// <summary>Blank, nought, illegible and not reported are four things, from the file to the total.</summary>
public sealed class FigureStateTests
{
    private const string Written = "written: { blank: [\"-\"], illegible: [\"???\"], not-reported: [n/a] }\n";

    [Fact]
    public void Count_EachState_IsCountedApartAndNoneIsAddedAsNought()
    {
        using var workspace = new Workspace();
        workspace.WithTable(
            CountFiles.Header
                + "North,1,100,50,1,0,29,20\n"
                + "North,2,200,0,0,0,0,0\n"
                + "South,1,,50,-,0,29,20\n"
                + "South,2,n/a,50,???,,29,20\n"
                + "South,3,???,50,1,0,n/a,20\n",
            CountFiles.Mapping + Written
        );
        var count = workspace.CountJson(0);
        Assert.Equal(300, count.Total("registered"));
        Assert.Equal(2, count.Total("invalid"));
        Assert.Equal(87, count.Votes("A"));
        Assert.Equal((1, 1, 1), Unknown(count, "registered"));
        Assert.Equal((1, 1, 0), Unknown(count, "invalid"));
        Assert.Equal((0, 0, 1), Unknown(count, "votes:A"));
        Assert.False(count.GetProperty("unknown").TryGetProperty("issued", out _));

        // R1 needs a figure of each of the three southern stations that is not known; R2 needs their registers.
        Assert.Equal(
            [("R1", 0, 3), ("R2", 0, 3)],
            count
                .GetProperty("relations")
                .EnumerateArray()
                .Select(r =>
                    (
                        r.GetProperty("relation").GetString()!,
                        r.GetProperty("broken").GetInt32(),
                        r.GetProperty("cannot-be-told").GetInt32()
                    )
                )
        );
    }

    [Fact]
    public void Count_FieldThatNobodyFilledIn_IsNullAndNotNought()
    {
        using var workspace = new Workspace();
        workspace.WithTable(CountFiles.Header + "North,1,100,50,1,,29,20\nNorth,2,200,100,1,,59,40\n");
        var count = workspace.CountJson(0);
        Assert.Null(count.Total("remarks"));
        Assert.Equal((2, 0, 0), Unknown(count, "remarks"));

        workspace.WithTable(CountFiles.Header + "North,1,100,50,1,0,29,20\nNorth,2,200,100,1,0,59,40\n");
        Assert.Equal(0, workspace.CountJson(0).Total("remarks"));
    }

    [Fact]
    public void Count_Csv_KeepsTheStatesInColumnsOfTheirOwn()
    {
        using var workspace = new Workspace();
        workspace.WithTable(
            CountFiles.Header + "North,1,,50,1,0,29,20\nNorth,2,200,100,???,0,59,40\n",
            CountFiles.Mapping + Written
        );
        var run = workspace.Count("--csv");
        var lines = run.Out.Split('\n');
        Assert.Equal(
            "level,unit,stations,registered,registered blank,registered illegible,registered not-reported,issued,invalid,invalid blank,invalid illegible,invalid not-reported,remarks,votes:A,votes:B",
            lines[0]
        );
        Assert.Equal("nation,,2,200,1,0,0,150,1,0,1,0,0,88,60", lines[1]);
    }

    private static (int Blank, int Illegible, int NotReported) Unknown(JsonElement count, string field)
    {
        var unknown = count.GetProperty("unknown").GetProperty(field);
        return (
            unknown.GetProperty("blank").GetInt32(),
            unknown.GetProperty("illegible").GetInt32(),
            unknown.GetProperty("not-reported").GetInt32()
        );
    }
}
