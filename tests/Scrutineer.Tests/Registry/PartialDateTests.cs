using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Registry;

namespace Scrutineer.Tests.Registry;

public class PartialDateTests
{
    [Theory]
    [InlineData("2020-11-05", "2020-11-05T00:00", "2020-11-05T23:59", "5 November 2020")]
    [InlineData("2020-11-30T18:00", "2020-11-30T18:00", "2020-11-30T18:00", "30 November 2020, 18:00")]
    [InlineData("2020-11", "2020-11-01T00:00", "2020-11-30T23:59", "November 2020")]
    [InlineData("2020", "2020-01-01T00:00", "2020-12-31T23:59", "2020")]
    [InlineData("about 2020-12-21", "2020-12-14T00:00", "2020-12-28T23:59", "about 21 December 2020")]
    [InlineData("about 2020-12", "2020-11-01T00:00", "2021-01-31T23:59", "about December 2020")]
    [InlineData(
        "between 2020-11-26 and 2020-12-10",
        "2020-11-26T00:00",
        "2020-12-10T23:59",
        "between 26 November 2020 and 10 December 2020"
    )]
    public void Parse_EachForm_HoldsItsFirstAndLastMinute(string text, string earliest, string latest, string words)
    {
        var date = PartialDate.Parse(text)!;
        Assert.Equal(earliest, date.Earliest.ToString("yyyy-MM-ddTHH:mm"));
        Assert.Equal(latest, date.Latest.ToString("yyyy-MM-ddTHH:mm"));
        Assert.Equal(words, date.InWords());
    }

    [Theory]
    [InlineData("2020-11-31")]
    [InlineData("2021-02-29")]
    [InlineData("2020-13")]
    [InlineData("0999")]
    [InlineData("2020-11-05T24:00")]
    [InlineData("between 2021 and 2020")]
    [InlineData("about")]
    [InlineData("before about 2020")]
    [InlineData("5 November 2020")]
    [InlineData("")]
    public void Parse_DateThatDoesNotExist_IsNothing(string text) => Assert.Null(PartialDate.Parse(text));

    [Fact]
    public void HadHappenedBy_PartialDates_AnswersInThreeWays()
    {
        var december = PartialDate.Parse("2020-12")!;
        Assert.Equal(Answer.No, december.HadHappenedBy(new DateOnly(2020, 11, 30)));
        Assert.Equal(Answer.NotSure, december.HadHappenedBy(new DateOnly(2020, 12, 1)));
        Assert.Equal(Answer.Yes, december.HadHappenedBy(new DateOnly(2020, 12, 31)));
        Assert.Equal(Answer.NotSure, PartialDate.Parse("unknown")!.HadHappenedBy(new DateOnly(2020, 12, 31)));
        Assert.Equal(Answer.No, PartialDate.Parse("for life")!.HadHappenedBy(new DateOnly(2999, 12, 31)));
        Assert.Equal(Answer.NotSure, PartialDate.Parse("before 2020-12-04")!.HadHappenedBy(new DateOnly(2000, 1, 1)));
        Assert.Equal(Answer.Yes, PartialDate.Parse("before 2020-12-04")!.HadHappenedBy(new DateOnly(2020, 12, 3)));
    }

    [Fact]
    public void HadHappenedBy_OnceSure_StaysSo() =>
        Prop.ForAll<(ushort, byte, ushort, ushort)>(x => OnceSureStaysSo(x.Item1, x.Item2, x.Item3, x.Item4))
            .Check(Config.QuickThrowOnFailure.WithReplay(20210110, 97));

    private static void OnceSureStaysSo(ushort start, byte width, ushort first, ushort later)
    {
        var from = new DateOnly(2000, 1, 1).AddDays(start);
        var date = PartialDate.Parse($"between {from:yyyy-MM-dd} and {from.AddDays(width + 1):yyyy-MM-dd}")!;
        var day = new DateOnly(2000, 1, 1).AddDays(Math.Min(first, later));
        var next = new DateOnly(2000, 1, 1).AddDays(Math.Max(first, later));
        if (date.HadHappenedBy(day) == Answer.Yes)
        {
            Assert.Equal(Answer.Yes, date.HadHappenedBy(next));
        }

        if (date.HadHappenedBy(next) == Answer.No)
        {
            Assert.Equal(Answer.No, date.HadHappenedBy(day));
        }
    }
}
