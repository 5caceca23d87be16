using Scrutineer.Findings;

namespace Scrutineer.Tests.Law;

/// <summary>Rules of joined lists, bonus and tiers that make no sense where they stand are refused with what was found.</summary>
public class RuleSenseTests
{
    [Theory]
    [InlineData(
        "il/knesset",
        "2014",
        "contests.knesset.agreements.within",
        "alliance",
        "only one of 'within' and 'seats-of'"
    )]
    [InlineData(
        "il/knesset",
        "2014",
        "contests.knesset.agreements.among",
        "sub-alliance",
        "no rule before it joins lists so"
    )]
    [InlineData("il/knesset", "2014", "contests.knesset.lists.seats-of", "nothing", "no earlier rule or contest")]
    [InlineData("gr/parliament", "2020", "contests.parliament.bonus.at-most", "301", "more seats than the contest has")]
    [InlineData(
        "gr/parliament",
        "2020",
        "contests.parliament.bonus.one-more-per",
        "0",
        "a share that it does not name"
    )]
    [InlineData("gr/parliament", "2020", "contests.parliament.bonus.share", "at most 25 %", "asks for 'at most 25 %'")]
    [InlineData(
        "ch/zh-council",
        "2007",
        "contests.council.upper.outcome",
        "awarded",
        "no rule has shared out among the lists"
    )]
    [InlineData(
        "se/riksdag",
        "2015",
        "contests.riksdag.level.quota",
        "hare",
        "neither or both of 'series' and 'quota'"
    )]
    public void With_FieldThatMakesNoSense_IsRefused(
        string law,
        string edition,
        string path,
        string value,
        string found
    )
    {
        var problems = new Problems();
        Assert.Null(Laws.Read(law).Named(edition)!.With([], [KeyValuePair.Create(path, value)], problems));
        Assert.Contains(problems.InOrder(), p => p.Found.Contains(found, StringComparison.Ordinal));
    }
}
