namespace Scrutineer.Cli.Tests.Counting;

/// <summary><c>import</c> tells what a mapping makes of a table, and what it does not.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Import_SoundTable_TellsEachColumn()
    {
        workspace.WithTable(
            CountFiles.Header.Replace("B\n", "B,extra\n", StringComparison.Ordinal)
                + CountFiles.Rows.Replace("0\n", "0,x\n", StringComparison.Ordinal)
        );
        var run = workspace.Run("import", "table.csv", "--map", "map.yaml");
        Assert.Equal(0, run.Exit);
        foreach (var column in new[] { "region", "station", "voters", "issued", "invalid", "remarks", "extra" })
        {
            Assert.Contains(column, run.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Import_Json_IsOneDocument()
    {
        workspace.WithTable(CountFiles.Header + CountFiles.Rows);
        var document = workspace.Run("import", "table.csv", "--map", "map.yaml", "--json").Json(0);
        Assert.Equal(3, document.GetProperty("protocols").GetInt32());
    }

    [Fact]
    public void Import_ColumnsThatDoNotFit_AreToldFromBothSides()
    {
        workspace.WithTable("region,station,electors,issued,invalid,remarks,A,B\n" + CountFiles.Rows);
        var run = workspace.Run("import", "table.csv", "--map", "map.yaml", "--json");
        run.AssertNoTrace();
        Assert.Equal(2, run.Exit);
        Assert.Contains("'voters'", Assert.Single(run.Problems), StringComparison.Ordinal);
        using var document = System.Text.Json.JsonDocument.Parse(run.Out);
        Assert.Equal("electors", document.RootElement.GetProperty("unmapped")[0].GetString());
        Assert.Equal("registered", document.RootElement.GetProperty("missing")[0].GetString());
        workspace.Run("import", "table.csv").AssertRefused("--map: No mapping is given.");
    }
}
