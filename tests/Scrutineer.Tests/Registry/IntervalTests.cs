using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Registry;
using Interval = Scrutineer.Registry.Interval;

namespace Scrutineer.Tests.Registry;

public class IntervalTests
{
    private static Interval Of(string? from, string? to) =>
        new(from is null ? null : PartialDate.Parse(from), to is null ? null : PartialDate.Parse(to));

    [Theory]
    [InlineData(null, "2020-11-05", "2020-11-05", Answer.Yes)]
    [InlineData(null, "2020-11-05", "2020-11-06", Answer.No)]
    [InlineData("2020-11-05", null, "2020-11-05", Answer.Yes)]
    [InlineData("2020-11-05", null, "2020-11-04", Answer.No)]
    [InlineData("2020-11", null, "2020-11-15", Answer.NotSure)]
    [InlineData("2018", "for life", "2021-01-10", Answer.Yes)]
    [InlineData("unknown", null, "2021-01-10", Answer.NotSure)]
    [InlineData("unknown", "2020-11-05", "2021-01-10", Answer.No)]
    [InlineData(null, null, "1000-01-01", Answer.Yes)]
    public void AsOf_OpenPartialAndUncertain_IsAnswered(string? from, string? to, string day, Answer answer) =>
        Assert.Equal(answer, Of(from, to).AsOf(DateOnly.ParseExact(day, "yyyy-MM-dd")));

    [Fact]
    public void Overlaps_TheDayOfAChange_IsNoOverlap()
    {
        Assert.False(Of(null, "2020-11-05").Overlaps(Of("2020-11-05", null)));
        Assert.True(Of(null, "2020-11-06").Overlaps(Of("2020-11-05", null)));
        Assert.False(Of("2006", "2022-03").Overlaps(Of("2022-03", null)));
    }

    [Fact]
    public void Overlaps_OfKnownDays_IsThatTwoDaysAreShared() =>
        Prop.ForAll<(byte, byte, byte, byte)>(x => OverlapIsTwoSharedDays(x.Item1, x.Item2, x.Item3, x.Item4))
            .Check(Config.QuickThrowOnFailure.WithReplay(20210110, 97));

    private static void OverlapIsTwoSharedDays(byte a, byte b, byte c, byte d)
    {
        static string Day(int n) => new DateOnly(2020, 1, 1).AddDays(n).ToString("yyyy-MM-dd");
        var one = Of(Day(Math.Min(a, b)), Day(Math.Max(a, b)));
        var other = Of(Day(Math.Min(c, d)), Day(Math.Max(c, d)));
        var shared = Enumerable
            .Range(0, 256)
            .Select(n => new DateOnly(2020, 1, 1).AddDays(n))
            .Count(day => one.AsOf(day) == Answer.Yes && other.AsOf(day) == Answer.Yes);
        Assert.Equal(shared > 1, one.Overlaps(other));
        Assert.Equal(one.Overlaps(other), other.Overlaps(one));
    }
}
