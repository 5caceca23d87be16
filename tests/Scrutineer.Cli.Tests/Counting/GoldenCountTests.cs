using System.Text.Json;

namespace Scrutineer.Cli.Tests.Counting;

/// <summary>
/// Real elections, station by station, as their commissions published them. Golden totals: the same tables added up by
/// other programs, and the published results of the commissions.
/// </summary>
public sealed class GoldenCountTests
{
    [Fact]
    public void Count_Duma2021_AddsUpToThePublishedTotalsAndSeats()
    {
        using var workspace = new Workspace();
        var count = workspace
            .Run(
                "count",
                Checkout.Shared("data/ru-duma-2021/2021.csv.zip"),
                "--map",
                Checkout.Path("mappings/ru/duma-2021.yaml"),
                "--law",
                Checkout.Path("laws/ru/duma.yaml"),
                "--contest",
                "lists",
                "--by",
                "region",
                "--json"
            )
            .Json(0);
        Assert.Equal(96_325, count.GetProperty("units").GetInt32());
        Assert.Equal(109_204_662, count.Total("registered"));
        Assert.Equal(55_158_109, count.Total("valid"));
        Assert.Equal(1_171_581, count.Total("invalid"));
        Assert.Equal(56_329_690, count.Total("in-mobile") + count.Total("in-fixed"));
        Assert.Equal(28_064_200, count.Votes("UnitedRussia"));
        var seats = count.GetProperty("seats");
        Assert.Equal(
            [126, 48, 19, 19, 13],
            new[] { "UnitedRussia", "KPRF", "LDPR", "JustRussia", "NewPeople" }.Select(l =>
                seats.GetProperty(l).GetInt32()
            )
        );
        Assert.Equal(225, seats.EnumerateObject().Sum(s => s.Value.GetInt32()));
        AssertNoneBroken(count);
        var regions = count.GetProperty("by").EnumerateArray().ToList();
        Assert.Equal(85, regions.Count);
        Assert.Equal(28_064_200, regions.Sum(r => r.Votes("UnitedRussia")));
        Assert.Equal(96_325, regions.Sum(r => r.GetProperty("stations").GetInt32()));
        Assert.Empty(count.LeftOut());
    }

    [Fact]
    public void Count_Duma2021_NamesThe18StationsWithEmptyBoxes()
    {
        using var workspace = new Workspace();
        var count = workspace
            .Run(
                "count",
                Checkout.Shared("data/ru-duma-2021/2021.csv.zip"),
                "--map",
                Checkout.Path("mappings/ru/duma-2021.yaml"),
                "--json"
            )
            .Json(0);
        var empty = count
            .Findings("relation-worth-a-look")
            .Where(f => f.GetProperty("figures").GetProperty("relation").GetString() == "R6")
            .ToList();
        Assert.Equal(18, empty.Count);
        Assert.Equal(18, empty.Select(f => f.GetProperty("where").GetProperty("unit").GetString()).Distinct().Count());
        Assert.All(
            empty,
            f =>
            {
                Assert.Equal(0, f.GetProperty("figures").GetProperty("in-mobile").GetInt64());
                Assert.Equal(0, f.GetProperty("figures").GetProperty("in-fixed").GetInt64());
                Assert.Contains(
                    "УИК",
                    f.GetProperty("where").GetProperty("unit").GetString(),
                    StringComparison.Ordinal
                );
            }
        );
        Assert.Equal("Архангельская область/ОИК №73/Ленская/УИК №481", First(empty).GetProperty("unit").GetString());
        Assert.Equal(3274, First(empty).GetProperty("line").GetInt32());
    }

    [Fact]
    public void Count_President2018_AddsUpToThePublishedTotals()
    {
        using var workspace = new Workspace();
        var count = workspace
            .Run(
                "count",
                Checkout.Shared("data/ru-president-2018/2018.csv.zip"),
                "--map",
                Checkout.Path("mappings/ru/president-2018.yaml"),
                "--json"
            )
            .Json(0);
        Assert.Equal(97_699, count.GetProperty("units").GetInt32());
        Assert.Equal(109_008_428, count.Total("registered"));
        Assert.Equal(72_787_734, count.Total("valid"));
        Assert.Equal(791_258, count.Total("invalid"));
        Assert.Equal(56_430_712, count.Votes("Putin"));
        AssertNoneBroken(count);
    }

    [Fact]
    public void Count_Georgia2013Official_AddsUpAndNamesWhatDoesNotHold()
    {
        using var workspace = new Workspace();
        var count = workspace
            .Run(
                "count",
                Checkout.Shared("data/ge-president-2013/official.csv"),
                "--map",
                Checkout.Path("mappings/ge/president-2013-official.yaml"),
                "--json"
            )
            .Json(1);
        Assert.Equal(3_707, count.GetProperty("units").GetInt32());
        Assert.Equal(1_012_569, count.Votes("Margvelashvili"));
        Assert.Equal(1_629_988, count.GetProperty("lists").EnumerateObject().Sum(l => l.Value.GetInt64()));

        // The form says how often each relation does not hold in the commission's own table.
        Assert.Equal(
            [("R1", 4), ("R2", 2), ("R3", 1), ("R4", 1), ("R5", 3), ("R6", 424)],
            count
                .GetProperty("relations")
                .EnumerateArray()
                .Select(r => (r.GetProperty("relation").GetString()!, r.GetProperty("broken").GetInt32()))
                .Where(r => r.Item2 > 0)
        );
        Assert.Equal(11, count.Findings("relation-broken").Count);
        Assert.Equal(
            52,
            count.GetProperty("unknown").GetProperty("registered").EnumerateObject().Sum(s => s.Value.GetInt32())
        );
    }

    [Fact]
    public void Count_Georgia2013Crowd_CountsOneOfTheCopiesThatAgreeAndNoneOfThoseThatDiffer()
    {
        using var workspace = new Workspace();
        var count = workspace
            .Run(
                "count",
                Checkout.Shared("data/ge-president-2013/crowd_data.csv"),
                "--map",
                Checkout.Path("mappings/ge/president-2013.yaml"),
                "--json"
            )
            .Json(1);

        // 8,179 entries of the 13,549 are marked as those that were accepted; of 3,707 precincts two have accepted
        // entries that differ from each other.
        Assert.Equal(8_179, count.GetProperty("protocols").GetInt32());
        Assert.Equal(3_705, count.GetProperty("units").GetInt32());
        Assert.Equal(
            2,
            count
                .Findings("station-twice-differing")
                .Select(f => f.GetProperty("where").GetProperty("unit").GetString())
                .Distinct()
                .Count()
        );
        Assert.Equal(1_011_803, count.Votes("Margvelashvili"));
        Assert.Equal(
            13_549 - 8_179,
            count.LeftOut().Where(l => l.Key.StartsWith("not of the rows", StringComparison.Ordinal)).Sum(l => l.Value)
        );
    }

    [Fact]
    public void Count_Mexico2018_ReadsTheFeedAsOfAnyMinute()
    {
        using var workspace = new Workspace();
        var (feed, map) = (
            Checkout.Shared("data/mx-president-2018/feed.txt"),
            Checkout.Path("mappings/mx/president-2018.yaml")
        );
        var whole = workspace.Run("count", feed, "--map", map, "--json").Json(0);
        Assert.Equal(6_307, whole.GetProperty("units").GetInt32());
        Assert.Equal(2_275_143, whole.Total("total"));
        Assert.Equal(1_207_530, whole.Votes("LopezObrador"));
        var early = workspace.Run("count", feed, "--map", map, "--as-of", "2018-07-01T22:00", "--json").Json(0);
        var partial = early.GetProperty("partial");
        Assert.Equal(
            6_307,
            partial.GetProperty("reported").GetInt32() + partial.GetProperty("not-reported").GetInt32()
        );
        Assert.InRange(partial.GetProperty("reported").GetInt32(), 1, 6_306);
        Assert.True(early.Total("total") < whole.Total("total"));
    }

    private static JsonElement First(List<JsonElement> findings) => findings[0].GetProperty("where");

    private static void AssertNoneBroken(JsonElement count) =>
        Assert.All(
            count
                .GetProperty("relations")
                .EnumerateArray()
                .Where(r => r.GetProperty("severity").GetString() == "error"),
            r => Assert.Equal(0, r.GetProperty("broken").GetInt32() + r.GetProperty("cannot-be-told").GetInt32())
        );
}
