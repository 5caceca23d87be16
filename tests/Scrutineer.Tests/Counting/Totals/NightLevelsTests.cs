using Scrutineer.Allocation;
using Scrutineer.Counting;
using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Totals;
using Scrutineer.Counting.Units;
using Scrutineer.Findings;

namespace Scrutineer.Tests.Counting.Totals;

/// <summary>A count that is still coming in, by level.</summary>
public class NightLevelsTests
{
    private static readonly UnitTree Tree = UnitTree.Of(
        [
            new Unit(UnitPath.Parse("A/1"), "station") { Registered = new Count(100) },
            new Unit(UnitPath.Parse("A/2"), "station") { Registered = new Count(300) },
            new Unit(UnitPath.Parse("B/3"), "station"),
        ],
        ["region", "station"]
    );

    [Fact]
    public void Of_OneStation_CountsInEveryUnitAboveItAndNowhereElse()
    {
        var layout = Layout();
        var levels = NightLevels.Of(layout, Tree, [Protocol(layout, "A/2")]);
        Assert.Equal(["", "A", "A/1", "A/2", "B", "B/3"], levels.All.Select(u => u.Unit.Path.Text));
        Assert.Equal([1, 1, 0, 1, 0, 0], levels.All.Select(u => u.Reported));
        Assert.Equal([3, 2, 1, 1, 1, 1], levels.All.Select(u => u.Stations));
        Assert.Equal(new Rational(1, 3), levels.Whole.OfStations);
        Assert.All(["", "A", "A/2"], u => Assert.Equal(7, (long)levels.Find(UnitPath.Parse(u))!.Columns[0].Sum));
        Assert.Equal(0, levels.Find(UnitPath.Parse("A/1"))!.Columns[0].Known);
        Assert.Equal(["A", "B"], levels.Within(UnitPath.Whole).Select(u => u.Unit.Name));
        Assert.Null(levels.Find(UnitPath.Parse("C")));
    }

    /// <summary>A share of voters has the voters of all stations as its base, or there is none.</summary>
    [Fact]
    public void OfVoters_WhereAStationsVotersAreNotKnown_IsNotKnown()
    {
        var layout = Layout();
        var levels = NightLevels.Of(layout, Tree, [Protocol(layout, "A/2")]);
        Assert.Equal(new Rational(3, 4), levels.Find(UnitPath.Parse("A"))!.OfVoters);
        Assert.Null(levels.Find(UnitPath.Parse("B"))!.OfVoters);
        Assert.Null(levels.Whole.OfVoters);
    }

    private static FormLayout Layout()
    {
        var problems = new Problems();
        var form = ProtocolForm.Read(Checkout.Path("examples/forms/xx/station.yaml"), "", problems);
        Assert.Empty(problems.InOrder());
        return form!.For(["X", "Y"], []);
    }

    private static Protocol Protocol(FormLayout layout, string unit) =>
        new(layout, UnitPath.Parse(unit), CopyKind.Signed, [.. layout.Columns.Select(_ => new Count(7))]);
}
