namespace Scrutineer.Cli.Tests.Counting;

/// <summary><c>entries</c>: blind entries of the same papers.</summary>
public sealed class EntriesTests : IDisposable
{
    private const string Mapping = CountFiles.Mapping + "copy: by\n";
    private const string Header = "region,station,voters,issued,invalid,remarks,A,B,by\n";

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void Entries_Georgia2013_SettlesEveryPrecinctAndFindsTheOfficialTableDifferentIn72()
    {
        var entries = workspace
            .Run(
                "entries",
                Checkout.Shared("data/ge-president-2013/crowd_data.csv"),
                "--map",
                Checkout.Path("mappings/ge/president-2013-entries.yaml"),
                "--against",
                Checkout.Shared("data/ge-president-2013/official.csv"),
                "--against-map",
                Checkout.Path("mappings/ge/president-2013-official.yaml"),
                "--json"
            )
            .Json(1);
        Assert.Equal(13_549, entries.GetProperty("entries").GetInt32());
        Assert.Equal(3_707, entries.GetProperty("papers").GetInt32());
        Assert.Equal(2_690, entries.GetProperty("first-two-agree").GetInt32());
        Assert.Equal(3_707, entries.GetProperty("settled").GetInt32());
        Assert.Empty(entries.GetProperty("open").EnumerateArray());
        var persons = entries.GetProperty("persons").EnumerateArray().ToList();
        Assert.Equal(45, persons.Count);
        Assert.Equal(
            ("22", 47),
            (persons[0].GetProperty("person").GetString(), persons[0].GetProperty("wrong-entries").GetInt32())
        );
        var against = entries.GetProperty("against");
        Assert.Equal(3_707, against.GetProperty("compared").GetInt32());
        Assert.Equal(72, against.GetProperty("differing-in-votes").GetInt32());
        var leader = against.GetProperty("fields").GetProperty("votes:Margvelashvili");
        Assert.Equal(
            (1_011_918, 1_012_569),
            (leader.GetProperty("here").GetInt32(), leader.GetProperty("there").GetInt32())
        );
    }

    [Fact]
    public void Entries_OnePersonTwice_IsOneReader()
    {
        workspace.WithTable(
            Header
                + "North,1,100,50,1,0,29,20,ann\nNorth,1,100,50,1,0,29,20,ann\n"
                + "North,2,100,50,1,0,29,20,ann\nNorth,2,100,50,1,0,28,21,bob\nNorth,2,100,50,1,0,29,20,cem\n",
            Mapping
        );
        var entries = workspace.Run("entries", "table.csv", "--map", "map.yaml", "--json").Json(1);
        Assert.Equal(["North/1"], entries.GetProperty("open").EnumerateArray().Select(o => o.GetString()));
        Assert.Equal(
            [("bob", 1, 1, 2), ("ann", 1, 0, 0), ("cem", 1, 0, 0)],
            entries
                .GetProperty("persons")
                .EnumerateArray()
                .Select(p =>
                    (
                        p.GetProperty("person").GetString()!,
                        p.GetProperty("entries").GetInt32(),
                        p.GetProperty("wrong-entries").GetInt32(),
                        p.GetProperty("wrong-fields").GetInt32()
                    )
                )
        );
        var text = workspace.Run("entries", "table.csv", "--map", "map.yaml").Out;
        Assert.Contains("Not settled: North/1, 6 fields open.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_WrongCall_IsRefused()
    {
        workspace.WithTable(CountFiles.Header + CountFiles.Rows);
        workspace
            .Run("entries", "table.csv", "--map", "map.yaml", "--readers", "1")
            .AssertRefusedOnlyFor("--readers: 1 persons", "map.yaml: The mapping does not say who made an entry.");
    }

    [Fact]
    public void Count_Against_ComparesTwoTables()
    {
        workspace
            .WithTable(CountFiles.Header + CountFiles.Rows)
            .Write(
                "other.csv",
                CountFiles.Header + CountFiles.Rows.Replace("89,60", "79,70", StringComparison.Ordinal)
            );
        var count = workspace.CountJson(1, "--against", "other.csv");
        var finding = Assert.Single(count.Findings("copies-differ"));
        Assert.Equal("South/1", finding.GetProperty("where").GetProperty("unit").GetString());
        Assert.Equal(4, finding.Line());
        var a = count.GetProperty("against")[0].GetProperty("fields").GetProperty("votes:A");
        Assert.Equal(
            (177, 167, -10, 10),
            (
                a.GetProperty("here").GetInt32(),
                a.GetProperty("there").GetInt32(),
                a.GetProperty("net").GetInt32(),
                a.GetProperty("gross").GetInt32()
            )
        );
        Assert.Equal(0, workspace.Count("--against", "table.csv").Exit);
        workspace.Count("--against", "none.csv").AssertRefused("none.csv:");
        workspace.Write(
            "map2.yaml",
            CountFiles.Mapping.Replace("{ A: A, B: B }", "{ B: B, A: A }", StringComparison.Ordinal)
        );
        workspace
            .Count("--against", "other.csv", "--against-map", "map2.yaml")
            .AssertRefusedOnlyFor("map2.yaml: The mapping test has other lists");
    }
}
