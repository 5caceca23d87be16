using Scrutineer.Counting;
using Scrutineer.Counting.Corrections;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Totals;
using Scrutineer.Counting.Units;
using Scrutineer.Tests.Counting.Import;

namespace Scrutineer.Tests.Counting.Totals;

/// <summary>A table counted against a list of units, as of moments, with facts about it.</summary>
public sealed class ProtocolCountTests
{
    private const string Mapping = """
        scrutineer-mapping: "1"
        mapping: test
        title: A table
        form: forms/test.yaml
        units:
          - { level: region, columns: [region] }
          - { level: station, columns: [station] }
        fields: { registered: voters, issued: issued, invalid: invalid, remarks: remarks }
        lists: { A: A, B: B }
        reported: { columns: [at], form: "yyyy-MM-dd HH:mm" }

        """;

    private const string Table =
        "region,station,voters,issued,invalid,remarks,A,B,at\n"
        + "N,1,100,50,1,0,29,20,2020-05-03 21:00\nN,2,200,100,1,0,59,40,2020-05-03 22:00\nS,1,300,150,1,0,89,60,2020-05-03 23:00\n";

    [Fact]
    public void Of_StationsOfTheListThatAreAbsent_AreNotReportedAndBoundTheBallots()
    {
        var count = ProtocolCount.Of(Read(), null, Tree("N/1 100", "N/2 200", "S/1 300", "S/2 400"));
        Assert.Equal((3, 1, 400L), (count.Whole.Stations, count.NotReported, count.MostMissing!.Value));
        Assert.Equal("3/4", count.ReportedOfStations.ToString());
        Assert.Equal("3/5", count.ReportedOfRegistered.ToString());
        Assert.Equal([2, 2], count.By("region").Select(u => count.Listed(u.Unit)!.Value));
    }

    [Fact]
    public void Of_RegisterOfAnAbsentStationNotKnown_BoundsNothing()
    {
        var count = ProtocolCount.Of(Read(), null, Tree("N/1 100", "N/2 200", "S/1 300", "S/2 ?"));
        Assert.Null(count.MostMissing);
        Assert.Null(count.ReportedOfRegistered);
        Assert.Equal("3/4", count.ReportedOfStations.ToString());
    }

    [Fact]
    public void Of_AsOfAMoment_CountsWhatHadBeenReported()
    {
        var count = ProtocolCount.Of(Read(), Moment.Parse("2020-05-03T22:00"));
        Assert.Equal((2, 1, 300L), (count.Whole.Stations, count.NotReported, count.MostMissing!.Value));
        Assert.Equal("1/2", count.ReportedOfRegistered.ToString());
        Assert.Equal(300, (long)count.Whole.Columns[0].Sum);
        Assert.Equal(3, ProtocolCount.Of(Read(), Moment.Parse("2020-05-03")).Whole.Stations);
    }

    [Fact]
    public void Of_LateProtocolOfAnAbsentStation_IsReportedFromItsMomentOn()
    {
        var tree = Tree("N/1 100", "N/2 200", "S/1 300", "S/2 400");
        var late = new CountEvent(
            Moment.Parse("2020-05-05")!,
            CountEventKind.LateProtocol,
            UnitPath.Of("S", "2"),
            "rain",
            "minutes"
        )
        {
            Figures = new Dictionary<int, Count> { [0] = new(410), [4] = new(7) },
        };
        var before = ProtocolCount.Of(Read(), Moment.Parse("2020-05-04"), tree, [late]);
        Assert.Equal((3, 1), (before.Whole.Stations, before.NotReported));
        var after = ProtocolCount.Of(Read(), null, tree, [late]);
        Assert.Equal((4, 0, 0L), (after.Whole.Stations, after.NotReported, after.MostMissing!.Value));
        Assert.Equal(1010, (long)after.Whole.Columns[0].Sum);
        Assert.Equal(1, after.Whole.Columns[1].NotReported);
        Assert.Equal(2, after.By("region").Single(u => u.Unit.Text == "S").Stations);
        Assert.Equal(4, after.Counted.Count());
    }

    [Fact]
    public void Of_AnnulmentOfARegion_TakesItsStationsOutAndCountsThemAsReported()
    {
        var annulled = new CountEvent(
            Moment.Parse("2020-05-06")!,
            CountEventKind.Annulment,
            UnitPath.Of("N"),
            "court",
            "court"
        );
        var count = ProtocolCount.Of(Read(), null, Tree("N/1 100", "N/2 200", "S/1 300"), [annulled]);
        Assert.Equal((1, 2, 0), (count.Whole.Stations, count.Annulled, count.NotReported));
        Assert.Equal("1", count.ReportedOfStations.ToString());
        Assert.Equal(2, count.Findings.Count(f => f.Code == CountFindings.UnitAnnulled));
        Assert.Equal(["N", "S"], count.By("region").Select(u => u.Unit.Text).Order(StringComparer.Ordinal));
        Assert.Equal(0, count.By("region").Single(u => u.Unit.Text == "N").Stations);
    }

    [Fact]
    public void Of_EventsWithoutATree_IsMisuse() =>
        Assert.Throws<ArgumentException>(() =>
            ProtocolCount.Of(
                Read(),
                null,
                null,
                [
                    new CountEvent(
                        Moment.Parse("2020-05-06")!,
                        CountEventKind.Annulment,
                        UnitPath.Of("N"),
                        "court",
                        "court"
                    ),
                ]
            )
        );

    [Fact]
    public void By_LevelThatTheMappingDoesNotHave_IsMisuse() =>
        Assert.Throws<ArgumentException>(() => ProtocolCount.Of(Read()).By("county"));

    private static ProtocolTable Read() => TestTables.ReadText(Table, Mapping);

    private static UnitTree Tree(params string[] stations) =>
        UnitTree.Of(
            stations
                .Select(s => s.Split(' '))
                .Select(s => new Unit(UnitPath.Parse(s[0]), "station")
                {
                    Registered =
                        s[1] == "?"
                            ? Count.NotReported
                            : new Count(int.Parse(s[1], System.Globalization.CultureInfo.InvariantCulture)),
                }),
            ["region", "station"]
        );
}
