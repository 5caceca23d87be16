using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Publishing.Charts;

namespace Scrutineer.Tests.Publishing.Charts;

public class ColourTests
{
    [Theory]
    [InlineData("#000000", "#ffffff", 21.0)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#ff0000", "#ffffff", 4.0)]
    [InlineData("#00aa00", "#00aa00", 1.0)]
    public void Contrast_KnownPairs_IsThatOfWcag(string one, string other, double expected)
    {
        Assert.Equal(expected, Colour.Contrast(Colour.Parse(one), Colour.Parse(other)), 0.005);
        Assert.Equal(expected, Colour.Contrast(Colour.Parse(other), Colour.Parse(one)), 0.005);
    }

    [Theory]
    [InlineData("#1A7f86", "#1a7f86")]
    [InlineData("#000000", "#000000")]
    public void Parse_Colour_IsReadInEitherCase(string text, string expected) =>
        Assert.Equal(expected, Colour.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("red")]
    [InlineData("#fff")]
    [InlineData("#1a7f8")]
    [InlineData("#1a7f8g")]
    [InlineData("1a7f86")]
    [InlineData("#1a7f86;")]
    [InlineData("# 1a7f8")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(Colour.TryParse(text, out _));

    [Fact]
    public void Parse_AnythingElse_SaysHowToWriteIt() =>
        Assert.Contains(
            "#rrggbb",
            Assert.Throws<FormatException>(() => Colour.Parse("red")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void OnPapers_AnyColour_StandsOutAndIsNeverTheSignalRed() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(20_000),
            Prop.ForAll<byte, byte, byte>((red, green, blue) => StandsOutAndIsNotRed(new(red, green, blue)))
        );

    [Fact]
    public void OnPapers_EveryReddishColour_StandsOutAndIsNeverTheSignalRed()
    {
        // All around the band, where rounding could let one slip back.
        for (var red = 0; red <= 255; red += 3)
        {
            for (var green = 0; green <= red; green += 3)
            {
                for (var blue = 0; blue <= red; blue += 3)
                {
                    Assert.True(StandsOutAndIsNotRed(new((byte)red, (byte)green, (byte)blue)), $"{red} {green} {blue}");
                }
            }
        }
    }

    [Fact]
    public void OnPapers_ColourThatStandsOutOnBoth_IsKept()
    {
        var teal = Colour.Parse("#1a7f86");
        Assert.Equal(new ColourPair(teal, teal), teal.OnPapers());
    }

    [Fact]
    public void IsSignalRed_Reds_AreThatAndTheirNeighboursNot()
    {
        Assert.All(["#ff0000", "#c8102e", "#b00020", "#e0301e"], text => Assert.True(Colour.Parse(text).IsSignalRed));
        Assert.All(
            ["#e07000", "#b3006b", "#300000", "#806060", "#000000"],
            text => Assert.False(Colour.Parse(text).IsSignalRed)
        );
    }

    [Fact]
    public void Against_ImpossibleContrast_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Colour.LightPaper.Against(Colour.LightPaper, 4.6));
        Assert.Throws<ArgumentOutOfRangeException>(() => Colour.LightPaper.Against(Colour.LightPaper, 0.9));
    }

    [Fact]
    public void Assign_UpToEightLists_NoTwoShareATexture()
    {
        var marks = ListMark.Assign([.. Enumerable.Repeat(Colour.Parse("#1a7f86"), 8)]);
        Assert.Equal(8, marks.Select(mark => mark.Texture).Distinct().Count());
        Assert.Equal(Texture.Solid, marks[0].Texture);
    }

    [Fact]
    public void Assign_NinthListLikeTheFirst_TakesAnotherTexture()
    {
        var colours = Enumerable.Range(0, 8).Select(n => new Colour(0, (byte)(n * 16), 120)).ToList();
        var marks = ListMark.Assign([.. colours, colours[0]]);
        Assert.NotEqual(Texture.Solid, marks[8].Texture);
        Assert.Equal(marks[7].Texture, marks[8].Texture);
    }

    private static bool StandsOutAndIsNotRed(Colour colour)
    {
        var pair = colour.OnPapers();
        return Colour.Contrast(pair.Light, Colour.LightPaper) >= 3
            && Colour.Contrast(pair.Dark, Colour.DarkPaper) >= 3
            && !pair.Light.IsSignalRed
            && !pair.Dark.IsSignalRed;
    }
}
