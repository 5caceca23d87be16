using Scrutineer.Counting;
using Scrutineer.Counting.Units;

namespace Scrutineer.Tests.Counting.Units;

public class UnitTreeTests
{
    private static readonly string[] Levels = ["region", "territory", "station"];

    private static UnitTree Tree =>
        UnitTree.Of(
            [
                UnitPath.Of("B", "1", "7"),
                UnitPath.Of("A", "1", "7"),
                UnitPath.Of("A", "2", "9"),
                UnitPath.Of("A", "1", "8"),
                UnitPath.Of("A", "1", "8"),
            ],
            Levels
        );

    [Fact]
    public void Of_Paths_AddsTheUnitsAboveAndOrdersThem()
    {
        Assert.Equal(
            ["A", "A/1", "A/1/7", "A/1/8", "A/2", "A/2/9", "B", "B/1", "B/1/7"],
            Tree.Units.Select(u => u.Path.Text)
        );
        Assert.Equal("territory", Tree.Find(UnitPath.Of("A", "1"))!.Level);
        Assert.Equal(4, Tree.Stations.Count());
    }

    [Fact]
    public void Children_OfTheWholeAndOfAUnit_AreThoseDirectlyWithin()
    {
        Assert.Equal(["A", "B"], Tree.Children(UnitPath.Whole).Select(u => u.Path.Text));
        Assert.Equal(["A/1", "A/2"], Tree.Children(UnitPath.Of("A")).Select(u => u.Path.Text));
        Assert.Empty(Tree.Children(UnitPath.Of("A", "1", "7")));
        Assert.Empty(Tree.Children(UnitPath.Of("C")));
    }

    [Fact]
    public void StationsWithin_Unit_AreItsLeaves()
    {
        Assert.Equal(["A/1/7", "A/1/8", "A/2/9"], Tree.StationsWithin(UnitPath.Of("A")).Select(u => u.Path.Text));
        Assert.True(Tree.IsStation(UnitPath.Of("A", "2", "9")));
        Assert.False(Tree.IsStation(UnitPath.Of("A", "2")));
    }

    [Fact]
    public void Of_UnitGivenTwice_IsMisuse()
    {
        var unit = new Unit(UnitPath.Of("A"), "region");
        Assert.Throws<ArgumentException>(() => UnitTree.Of([unit, unit], Levels));
    }
}
