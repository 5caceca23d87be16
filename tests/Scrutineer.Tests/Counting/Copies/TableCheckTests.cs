using Scrutineer.Counting;
using Scrutineer.Counting.Copies;
using Scrutineer.Counting.Forms;
using Scrutineer.Counting.Units;
using Scrutineer.Tests.Counting.Forms;

namespace Scrutineer.Tests.Counting.Copies;

public class TableCheckTests
{
    private static readonly FormLayout Layout = Shipped.Form("kz/station-2021").For(["A", "B"]);
    private static readonly string[] Levels = ["region", "territory", "station"];
    private static readonly string[] Stations = ["N/1/a", "N/1/b", "N/2/c", "S/3/d"];
    private static readonly UnitTree Tree = UnitTree.Of(Stations.Select(UnitPath.Parse), Levels);

    private static Protocol Of(string unit, long a, long b) =>
        new(
            Layout,
            UnitPath.Parse(unit),
            CopyKind.TerritorialTable,
            [
                .. Layout.Columns.Select(c =>
                    c.List switch
                    {
                        0 => new Count(a),
                        1 => new Count(b),
                        _ => Count.NotReported,
                    }
                ),
            ]
        );

    private static List<Protocol> Sound =>
        [
            Of("N/1/a", 1, 10),
            Of("N/1/b", 2, 20),
            Of("N/2/c", 3, 30),
            Of("S/3/d", 4, 40),
            Of("N/1", 3, 30),
            Of("N/2", 3, 30),
            Of("S/3", 4, 40),
            Of("N", 6, 60),
            Of("S", 4, 40),
            Of("", 10, 100),
        ];

    private static IReadOnlyList<string> Told(IEnumerable<Protocol> protocols) =>
        [.. TableCheck.Of(Tree, Layout, protocols).Select(f => $"{f.Severity} {f.Unit}: {f.Statement}")];

    private static List<Protocol> Without(params string[] units) =>
        [.. Sound.Where(p => !units.Contains(p.Unit.Text, StringComparer.Ordinal))];

    [Fact]
    public void Of_TablesThatAddUp_FindsNothing() => Assert.Empty(Told(Sound));

    [Fact]
    public void Of_TerritorialTableWithAVoteMoved_IsToldAgainstItsStationsAndByTheRegion()
    {
        var protocols = Without("N/1");
        protocols.Add(Of("N/1", 2, 31));
        Assert.Equal(
            [
                "Error : The table of the whole is not the sum of its 3 units of the level 'territory': votes:A 10 against 9 (−1); votes:B 100 against 101 (+1).",
                "Error N: The table of N is not the sum of its 2 units of the level 'territory': votes:A 6 against 5 (−1); votes:B 60 against 61 (+1).",
                "Error N/1: The table of N/1 is not the sum of its 2 stations: votes:A 2 against 3 (+1); votes:B 31 against 30 (−1).",
            ],
            Told(protocols)
        );
    }

    [Fact]
    public void Of_NationalFigureOfItsOwn_IsToldAgainstEveryLevel()
    {
        var protocols = Without("");
        protocols.Add(Of("", 10, 105));
        Assert.Equal(3, Told(protocols).Count);
        Assert.All(Told(protocols), t => Assert.Contains("votes:B 105 against 100 (−5)", t, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_MissingStation_CannotTellALowerSumAndTellsAHigherOne()
    {
        Assert.Equal(
            [
                "Info : The table of the whole is above the sum of its 3 stations, and 1 of 4 are not at hand: votes:A 10 against 8 (−2); votes:B 100 against 80 (−20).",
            ],
            Told(Without("N/1/b", "N/1", "N/2", "N", "S", "S/3"))
        );
        var protocols = Without("N/1/b", "N/1", "N/2", "N", "S", "S/3", "");
        protocols.Add(Of("", 7, 90));
        Assert.Contains(
            Told(protocols),
            t =>
                t.StartsWith(
                    "Error : The table of the whole is not the sum of its 3 stations: votes:A 7 against 8 (+1)",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Of_StationsOnly_HasNothingToCompare() => Assert.Empty(Told(Sound.Take(4)));

    [Fact]
    public void Of_UnitTwice_IsMisuse() =>
        Assert.Throws<ArgumentException>(() => TableCheck.Of(Tree, Layout, [.. Sound, Of("N", 0, 0)]));
}
