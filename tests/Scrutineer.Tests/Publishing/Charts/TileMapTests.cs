using Scrutineer.Publishing.Charts;
using static Scrutineer.Tests.Publishing.Charts.SvgReading;

namespace Scrutineer.Tests.Publishing.Charts;

public class TileMapTests
{
    [Fact]
    public void Render_Regions2021_IsAsApproved() =>
        Approved.Match(
            "Publishing/Charts/TileMap.svg",
            ChartStyle.Standalone(
                TileMap.Render(
                    new(
                        "tiles",
                        "Turnout by region, 2021",
                        "Turnout was lowest in Almaty city and highest in the north."
                    ),
                    "Ballots issued, % of registered voters, 22:00",
                    Examples.Tiles
                )
            )
        );

    [Fact]
    public void Render_EveryTile_IsAnEqualSquareWithItsTexts()
    {
        var root = Read(TileMap.Render(Examples.Frame("t"), "Turnout", Examples.Tiles));
        var tiles = root.Elements(Svg + "rect").ToList();
        Assert.Equal(17, tiles.Count);
        Assert.Single(
            tiles.Select(tile => Number(tile, "width")).Concat(tiles.Select(tile => Number(tile, "height"))).Distinct()
        );
        Assert.All(Examples.Tiles, tile => Assert.Contains(tile.Label, Texts(root)));
        Assert.All(Examples.Tiles, tile => Assert.Contains(tile.Value, Texts(root)));
    }

    [Fact]
    public void Render_Unknown_HasNoShade()
    {
        var root = Read(
            TileMap.Render(Examples.Frame("t"), "Turnout", [new(0, 0, "A", "—", null), new(0, 1, "B", "0", 0)])
        );
        Assert.Equal(
            ["c-rule", "c-shade"],
            root.Elements(Svg + "rect").Select(rect => (string?)rect.Attribute("class"))
        );
    }

    [Fact]
    public void Render_FigureTooWideForItsTile_IsLeftOutWhole()
    {
        var root = Read(TileMap.Render(Examples.Frame("t"), "Turnout", [new(0, 7, "A", "100.00 %", 4)]));
        Assert.Equal(["A", "…", "Turnout"], Texts(root));
        Assert.Contains("A 100.00 %", Description(root), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_EveryShade_LeavesTextLegibleOnBothPapers()
    {
        var root = Read(
            TileMap.Render(
                Examples.Frame("t"),
                "Turnout",
                [.. Enumerable.Range(0, 5).Select(n => new Tile(0, n, "A", "1", n))]
            )
        );
        var opacities = root.Elements(Svg + "rect").Select(rect => Number(rect, "fill-opacity")).ToList();
        Assert.Equal(opacities.Order().Distinct(), opacities);
        foreach (var (ink, paper) in new[] { ("#1b1f24", Colour.LightPaper), ("#e8eaed", Colour.DarkPaper) })
        {
            Assert.Contains(
                ink,
                ChartStyle.Standalone(TileMap.Render(Examples.Frame("t"), "T", [new(0, 0, "A", "1", 0)])),
                StringComparison.Ordinal
            );
            Assert.All(
                opacities,
                opacity =>
                    Assert.True(Colour.Contrast(Colour.Parse(ink), Over(Colour.Parse(ink), paper, opacity)) >= 4.5)
            );
        }

        static Colour Over(Colour ink, Colour paper, double opacity)
        {
            return new(Mix(ink.Red, paper.Red), Mix(ink.Green, paper.Green), Mix(ink.Blue, paper.Blue));

            byte Mix(byte over, byte under) => (byte)Math.Round((over * opacity) + (under * (1 - opacity)));
        }
    }

    [Fact]
    public void Render_NothingOrNonsense_Throws()
    {
        Assert.Throws<ArgumentException>(() => Render());
        Assert.Throws<ArgumentException>(() => Render(new Tile(1, 1, "A", "1", 0), new Tile(1, 1, "B", "1", 0)));
        Assert.Throws<ArgumentException>(() => Render(new Tile(0, 20, "A", "1", 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Render(new Tile(0, -1, "A", "1", 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Render(new Tile(0, 0, "A", "1", 5)));

        static string Render(params Tile[] tiles) => TileMap.Render(Examples.Frame("t"), "Turnout", tiles);
    }
}
