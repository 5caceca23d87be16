using Scrutineer.Counting;
using Scrutineer.Counting.Import;
using Scrutineer.Counting.Totals;
using Scrutineer.Counting.Units;
using Scrutineer.Dossier;
using Scrutineer.Findings;

namespace Scrutineer.Tests.Counting.Totals;

/// <summary>A count that comes in protocol by protocol is the count of a table with the same protocols.</summary>
public sealed class NightCountTests
{
    private readonly ElectionDossier dossier;
    private readonly ProtocolSource source;
    private readonly UnitTree tree;

    public NightCountTests()
    {
        var problems = new Problems();
        var folder = Checkout.Path("examples/elections/xx-assembly-2025");
        dossier = ElectionDossier.Read(folder, null, problems)!;
        source = ProtocolSource.Of(dossier, null, null, problems)!;
        tree = UnitRegister.Read(Path.Combine(folder, "units.csv"), problems)!.On(dossier.File.PollingDay);
        Assert.Empty(problems.InOrder());
    }

    [Fact]
    public void Of_TheProtocolsOfATable_IsTheCountOfTheTable()
    {
        var problems = new Problems();
        var table = TableReader.Read(source.Path, source.Mapping, source.Layout, problems)!;
        var count = ProtocolCount.Of(table, null, tree);
        var seats = CountedSeats.Of(count, dossier.Law, dossier.Edition, "lists", dossier.File.Contests["lists"]);
        var night = NightCount.Of(dossier, "lists", source.Layout, tree, [.. count.Counted]);
        Assert.Equal(count.Whole.Columns, night.Whole.Columns);
        Assert.Equal(count.Whole.Stations, night.Whole.Stations);
        Assert.Equal(
            (count.NotReported, count.MostMissing),
            (night.Listed - night.Whole.Stations, night.MostMissing.Value)
        );
        Assert.Equal(count.ReportedOfStations, night.ReportedOfStations);
        Assert.Equal(seats.Standing.Seats, night.Seats!.Standing.Seats);
        Assert.Equal(seats.Ranges?.Lists, night.Seats.Ranges?.Lists);
    }

    [Fact]
    public void Of_NoProtocol_HasNoSeatsAndEveryBallotMissing()
    {
        var night = NightCount.Of(dossier, "lists", source.Layout, tree, []);
        Assert.Null(night.Seats);
        Assert.Equal("0", night.ReportedOfStations.ToString());
        Assert.Equal((long)tree.RegisteredWithin(UnitPath.Whole).Sum, night.MostMissing.Value);
    }

    [Fact]
    public void Of_AUnitThatIsNoStationOrComesTwice_Throws()
    {
        var station = tree.Stations.First().Path;
        Assert.Throws<ArgumentException>(() =>
            NightCount.Of(dossier, "lists", source.Layout, tree, [Paper(station), Paper(station)])
        );
        Assert.Throws<ArgumentException>(() =>
            NightCount.Of(dossier, "lists", source.Layout, tree, [Paper(station.Parent)])
        );
    }

    private Protocol Paper(UnitPath unit) =>
        new(source.Layout, unit, CopyKind.Signed, [.. source.Layout.Columns.Select(_ => new Count(0))]);
}
