using Scrutineer.Counting;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Totals;
using Scrutineer.Dossier;
using Scrutineer.Findings;
using Scrutineer.Scrutiny.Estimation;

namespace Scrutineer.Tests.Scrutiny.Estimation;

/// <summary>The sample that a dossier names: as a table, and as protocols that come in while a night goes on.</summary>
public sealed class DossierSampleTests
{
    private const string Folder = "examples/elections/xx-assembly-2025";

    private readonly Problems problems = new();
    private readonly ElectionDossier dossier;
    private readonly DossierSample sample;
    private readonly ProtocolTable table;

    public DossierSampleTests()
    {
        dossier = ElectionDossier.Read(Checkout.Path(Folder), null, problems)!;
        sample = DossierSample.Read(dossier, problems)!;
        table = TableReader.Read(sample.Source.Path, sample.Source.Mapping, sample.Source.Layout, problems)!;
        Assert.Empty(problems.InOrder());
    }

    [Fact]
    public void Check_Example_HasTheOfficialShareOfTheSameBaseBesideEach()
    {
        var estimate = DossierSample.Check(dossier, problems)!;
        Assert.Empty(problems.InOrder());
        Assert.Equal(
            ["Reds", "Blues", "Greens", "Greys", "lead:Reds-Blues", "turnout"],
            estimate.Official.Select(o => o.Estimate.Quantity)
        );
        Assert.Equal(
            ["2/5", "521/1530", "131/612", "139/3060", "91/1530", "1561/2500"],
            estimate.Official.Select(o => o.Share.ToString())
        );
        Assert.All(estimate.Official, o => Assert.False(o.IsOutside));
        Assert.Equal(30, estimate.Seats!.Lists.Sum(l => l.Seats));
        Assert.Single(estimate.Findings, f => f.Code == "official-within-sample");
        Assert.All(estimate.Findings, f => Assert.Contains("scrutineer estimate", f.Verify, StringComparison.Ordinal));
    }

    [Fact]
    public void Estimate_TheProtocolsOfTheTable_IsTheEstimateOfTheTable()
    {
        var protocols = Enumerable.Range(0, table.Count).Select(r => table[r]).ToList();
        var rows = Enumerable.Range(0, table.Count).ToDictionary(table.StationOf, table.ReportedAt);
        var ofTable = sample.Estimate(table, problems)!;
        var live = sample.Estimate(protocols, problems, p => rows[p.Unit])!;
        Assert.Empty(problems.InOrder());
        Assert.Equal(ofTable.Count!.Estimates, live.Count!.Estimates);
        Assert.Equal(ofTable.Count.Arrivals, live.Count.Arrivals);
        Assert.Equal(ofTable.Seats!.Lists, live.Seats!.Lists);
        Assert.Equal(ofTable.Findings.Select(f => f.Statement), live.Findings.Select(f => f.Statement));
    }

    [Fact]
    public void Estimate_ANightOfAllStations_UsesOnlyThoseDrawn()
    {
        var protocols = Official();
        var live = sample.Estimate(protocols, problems)!;
        Assert.Empty(problems.InOrder());
        Assert.Equal(18, live.Count!.Sample.Stations.Count);
        Assert.Equal(40, protocols.Count);
        Assert.DoesNotContain(live.Findings, f => f.Code == "sample-arrived-not-drawn");
    }

    [Fact]
    public void Estimate_WithoutAListOfUnitsDrawn_SaysThatArrivalIsNoLot()
    {
        var undrawn = sample with { Options = sample.Options with { Sample = null } };
        var live = undrawn.Estimate([.. Official().Take(12)], problems)!;
        Assert.Equal(12, live.Count!.Sample.Stations.Count);
        Assert.Single(live.Findings, f => f is { Code: "sample-arrived-not-drawn", Severity: Severity.Warning });
    }

    [Fact]
    public void Estimate_BeforeAStationOfTheSample_HasNoCountAndNoProblem()
    {
        var live = sample.Estimate([], problems)!;
        Assert.Null(live.Count);
        Assert.Empty(live.Findings);
        Assert.Empty(problems.InOrder());
    }

    [Fact]
    public void Estimate_TwoProtocolsOfOneStation_Throws() =>
        Assert.Throws<ArgumentException>(() => sample.Estimate([table[0], table[0]], problems));

    /// <summary>Three of ten votes of the Reds are moved to the Blues in the official figures: the sample must say so, in votes.</summary>
    [Fact]
    public void Estimate_OfficialFiguresMoved_IsToldWithItsSizeInVotes()
    {
        const int Moved = 1836;
        using var copy = new ExampleCopy();
        var results = File.ReadAllText(copy.At("results.csv"));
        File.WriteAllText(
            copy.At("results.csv"),
            results.Replace("Reds,6120", $"Reds,{6120 - Moved}").Replace("Blues,5210", $"Blues,{5210 + Moved}")
        );
        var falsified = ElectionDossier.Read(copy.Folder, null, problems)!;
        var estimate = DossierSample.Check(falsified, problems)!;
        Assert.Empty(problems.InOrder());
        var found = estimate.Findings.Where(f => f.Code == "official-outside-sample").ToList();
        Assert.Equal(["Reds", "Blues", "lead:Reds-Blues"], found.Select(f => f.Unit));
        Assert.All(found, f => Assert.Equal(Severity.Warning, f.Severity));
        var reds = int.Parse(found[0].Figures.Single(f => f.Key == "votes").Value);
        Assert.InRange(reds, Moved - 200, Moved + 200);
    }

    [Theory]
    [InlineData("contest: lists\n  file: q", "contest: persons\n  file: q", "a contest of the law")]
    [InlineData("strata: region", "strata: province", "a level of the mapping for 'strata' and 'clusters'")]
    [InlineData("  strata: region\n", "", "a level of the mapping for 'strata' and 'clusters'")]
    [InlineData("  frame: frame.csv\n", "", "'frame' with 'strata', or 'stations' alone")]
    [InlineData("frame: frame.csv", "frame: frames.csv", "a readable file")]
    [InlineData(
        "map: xx/quickcount",
        "map: xx/quick",
        "a path, or a name below mappings/ above the table, above the working folder, or beside the program"
    )]
    public void Read_AnEntryThatDoesNotFit_IsALocatedProblem(string written, string instead, string expected)
    {
        using var copy = new ExampleCopy();
        var head = File.ReadAllText(copy.At("election.yaml"));
        Assert.Contains(written, head, StringComparison.Ordinal);
        File.WriteAllText(copy.At("election.yaml"), head.Replace(written, instead));
        Assert.Null(DossierSample.Read(ElectionDossier.Read(copy.Folder, null, problems)!, problems));
        Assert.Equal(expected, Assert.Single(problems.InOrder()).Expected);
    }

    [Fact]
    public void Check_TableNotThere_IsANoticeAndNoProblem()
    {
        using var copy = new ExampleCopy();
        File.Delete(copy.At("quickcount.csv"));
        var estimate = DossierSample.Check(ElectionDossier.Read(copy.Folder, null, problems)!, problems)!;
        Assert.Null(estimate.Count);
        Assert.Equal("sample-not-at-hand", Assert.Single(estimate.Findings).Code);
        Assert.Empty(problems.InOrder());
    }

    private List<Protocol> Official()
    {
        var protocols = DossierCount.Check(dossier, problems)!.Count!.Counted.ToList();
        Assert.Empty(problems.InOrder());
        return protocols;
    }

    /// <summary>A copy of the example that a test may change.</summary>
    private sealed class ExampleCopy : IDisposable
    {
        private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("scrutineer-");

        public ExampleCopy()
        {
            var examples = Checkout.Path("examples");
            foreach (var path in Directory.EnumerateFiles(examples, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(root.FullName, Path.GetRelativePath(examples, path));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(path, target);
            }
        }

        public string Folder => Path.Combine(root.FullName, "elections", "xx-assembly-2025");

        public string At(string file) => Path.Combine(Folder, file);

        public void Dispose() => root.Delete(recursive: true);
    }
}
