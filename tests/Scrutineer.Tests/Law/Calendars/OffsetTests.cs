using Scrutineer.Law.Calendars;

namespace Scrutineer.Tests.Law.Calendars;

public class OffsetTests
{
    private static readonly DateTime Voting = new(2021, 1, 10, 0, 0, 0, DateTimeKind.Unspecified);

    [Theory]
    [InlineData("40 days before", CountingConvention.Plain, "2020-12-01T00:00")]
    [InlineData("40 days before", CountingConvention.ClearDays, "2020-11-30T00:00")]
    [InlineData("40 days before", CountingConvention.BothEnds, "2020-12-02T00:00")]
    [InlineData("1 month before", CountingConvention.Plain, "2020-12-10T00:00")]
    [InlineData("2 months before", CountingConvention.Plain, "2020-11-10T00:00")]
    [InlineData("12 hours before", CountingConvention.ClearDays, "2021-01-09T12:00")]
    [InlineData("7 days after", CountingConvention.Plain, "2021-01-17T00:00")]
    [InlineData("7 days after", CountingConvention.ClearDays, "2021-01-18T00:00")]
    [InlineData("on the day", CountingConvention.ClearDays, "2021-01-10T00:00")]
    public void From_EachConvention_IsItsDay(string text, CountingConvention counting, string expected)
    {
        var offset = (Offset)Offset.TextForm.Parse(text)!;
        Assert.Equal(expected, offset.From(Voting, counting).ToString("yyyy-MM-ddTHH:mm"));
        Assert.Equal(text, offset.ToString());
    }

    [Theory]
    [InlineData("0 days before")]
    [InlineData("40 days")]
    [InlineData("-40 days before")]
    [InlineData("40 weeks before")]
    [InlineData("99999 days before")]
    [InlineData("forty days before")]
    public void Parse_OtherTexts_AreNothing(string text) => Assert.Null(Offset.TextForm.Parse(text));
}
