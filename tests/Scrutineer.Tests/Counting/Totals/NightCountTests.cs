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

    /// <summary>Protocols that come, are replaced and withdrawn at random: the running sums are those of a new count.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Put_AtRandom_IsTheCountOfWhatStands(int seed)
    {
        var random = new Random(seed);
        var stations = tree.Stations.Select(s => s.Path).ToList();
        var standing = new Dictionary<UnitPath, Protocol>();
        var tally = new NightTally(source.Layout, tree);
        for (var turn = 0; turn < 300; turn++)
        {
            var station = stations[random.Next(stations.Count)];
            var protocol = random.Next(4) == 0 ? null : Random(station);
            Assert.Equal(protocol is not null || standing.ContainsKey(station), tally.Put(station, protocol));
            standing.Remove(station);
            if (protocol is not null)
            {
                standing[station] = protocol;
            }

            var running = NightCount.Of(dossier, "lists", tally.Sums);
            var counted = NightCount.Of(dossier, "lists", source.Layout, tree, standing.Values);
            Assert.Equal(counted.Whole.Columns, running.Whole.Columns);
            Assert.Equal(counted.Whole.Stations, running.Whole.Stations);
            Assert.Equal(counted.MostMissing, running.MostMissing);
            Assert.Equal(counted.Seats?.Standing.Seats, running.Seats?.Standing.Seats);
        }

        Protocol Random(UnitPath station) =>
            new(
                source.Layout,
                station,
                CopyKind.FirstEntry,
                [
                    .. source.Layout.Columns.Select(_ =>
                        random.Next(20) switch
                        {
                            0 => Count.Blank,
                            1 => Count.Illegible,
                            _ => new Count(random.Next(1000)),
                        }
                    ),
                ]
            );
    }

    [Fact]
    public void Put_WhatIsNoStation_Throws() =>
        Assert.Throws<ArgumentException>(() => new NightTally(source.Layout, tree).Put(UnitPath.Of("nowhere"), null));

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
