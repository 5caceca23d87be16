using Scrutineer.Claims;
using Scrutineer.Findings;
using Scrutineer.Observation;
using Scrutineer.Registry;
using Scrutineer.Tests.Dossier;

namespace Scrutineer.Tests.Claims;

/// <summary>The statements about the election of 2021: what is explained how, out of the data alone.</summary>
public class KazakhstanClaimsTests
{
    private static readonly ClaimLedger Ledger = Read(null);

    private static ClaimLedger Read(DateOnly? asOf)
    {
        var problems = new Problems();
        var dossier = Dossiers.Read("kz-mazhilis-2021");
        var record = PublicRecord.Read(dossier, problems, asOf);
        Assert.Empty(problems.InOrder());
        return record!.Claims!;
    }

    /// <summary>The contradictions of five articles that matter most, each with its explanation.</summary>
    [Theory]
    [InlineData("parties", "6", "5", Difference.Time, "boycott")]
    [InlineData("parties", "6", "6", Difference.Attribution, "Central Election Commission and to the government")]
    [InlineData(
        "pro-government-parties",
        "Aq Zhol, Auyl, Birlik, Communist People's Party",
        "Ak Zhol, Adal, Auyl, People's Party",
        Difference.Identity,
        "named Adal from 5 November 2020"
    )]
    [InlineData(
        "nur-otan-share",
        "almost 72 %",
        "71.1 %",
        Difference.Kind,
        "an exit poll, the other the preliminary result"
    )]
    [InlineData("nur-otan-share", "almost 72 %", "71.97 %", Difference.Rounding, "share")]
    [InlineData(
        "nur-otan-share",
        "71.09 %",
        "68.28 %",
        Difference.Base,
        "valid votes, the other of the ballots issued"
    )]
    [InlineData("nur-otan-share", "71.09 %", "71.9 %", Difference.Error, "no base gives it")]
    [InlineData("nine-seats", "appointed", "elected", Difference.Error, "the law has the 9 seats elected")]
    [InlineData("assembly-chair", "controls it", "held", Difference.Kind, "a judgement, the other a fact")]
    [InlineData("presidential-election", "June 2019", "9 June 2020", Difference.Error, "9 June 2019")]
    [InlineData(
        "osdp-motive",
        "the same elite and rules",
        "not to serve Ablyazov",
        Difference.Attribution,
        "each answers only for itself"
    )]
    [InlineData("boycott-effect", "yes", null, Difference.Error, "struck out by Act No. 285")]
    [InlineData("pickets", "no", "yes", Difference.Identity, "one speaks of permission, the other of notice")]
    [InlineData("resignation", "March 2020", null, Difference.Error, "taken over from an earlier text")]
    [InlineData("support", "at most 3 %", null, Difference.Error, "80.99 % (2012) → 82.20 % (2016) → 71.09 % (2021)")]
    [InlineData("shymkent", "region", null, Difference.Error, "was a city")]
    [InlineData("ruling-party", "Nur-Otan", "Nur Otan", Difference.Identity, "spellings")]
    [InlineData("president", "Qasym-Zhomart Toqaev", "Kassym-Jomart Tokayev", Difference.Identity, "spellings")]
    [InlineData("exit-poll-sample", "244,000", "24,000", Difference.Open, "nothing that is recorded")]
    [InlineData("auyl-exit-poll", "9.2 %", "9.2 %", Difference.Attribution, "said of Almaty and of the whole")]
    [InlineData("primaries-candidates", "about 10,000", "10,990", Difference.Kind, "an estimate, the other a count")]
    public void Contradictions_OfTheArticles_AreExplained(
        string topic,
        string first,
        string? second,
        Difference why,
        string because
    )
    {
        var found = Ledger
            .Contradictions.Where(c => c.Topic == topic && c.Why == why)
            .Where(c =>
                second is null
                    ? new[] { c.First.Value.InWords(), c.Second?.Value.InWords() }.Contains(Plain(first))
                    : (Plain(c.First.Value.InWords()), Plain(c.Second?.Value.InWords()))
                        == (Plain(first), Plain(second))
            )
            .ToList();
        Assert.NotEmpty(found);
        Assert.Contains(because, found[0].Because, StringComparison.Ordinal);
    }

    private static string? Plain(string? text) => text?.Replace("\u202f", ",").Replace("\u00a0", ",");

    [Theory]
    [InlineData("osdp-seats", Answer.Yes)]
    [InlineData("last-election", Answer.Yes)]
    [InlineData("election-day", Answer.Yes)]
    [InlineData("osdp-decision", Answer.Yes)]
    [InlineData("campaign", Answer.Yes)]
    [InlineData("turnout", Answer.Yes)]
    [InlineData("tokayev-share", Answer.Yes)]
    [InlineData("security-council", Answer.Yes)]
    [InlineData("outgoing-nur-otan", Answer.Yes)]
    [InlineData("seats-ppk", Answer.Yes)]
    [InlineData("democratic-party", Answer.Yes)]
    [InlineData("support", Answer.No)]
    [InlineData("turnout-north", Answer.Yes)]
    [InlineData("turnout-almaty", Answer.Yes)]
    [InlineData("exit-poll-share", Answer.Yes)]
    [InlineData("shymkent", Answer.No)]
    [InlineData("boycott-effect", Answer.No)]
    public void Check_OfACheckableQuestion_IsTheAnswerOfTheRecord(string topic, Answer answer) =>
        Assert.All(Ledger.Positions[topic], p => Assert.Equal(answer, p.Check!.Agrees));

    [Fact]
    public void Origins_FourTextsWithOneSentence_CountOnce()
    {
        var position = Ledger.Positions["past-elections"][0];
        Assert.Equal(4, position.Texts.Count);
        Assert.Single(position.Origins);
        Assert.Contains(Ledger.Findings, f => f.Code == "one-origin" && f.Unit == "past-elections");
    }

    [Fact]
    public void Composite_APageOfPassagesOfSeveralDays_IsFound()
    {
        var finding = Assert.Single(Ledger.Findings, f => f.Code == "composite-text");
        Assert.Equal("globalsecurity", finding.Unit);
        Assert.Contains("of different dates", finding.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AsOfADay_KnowsOnlyWhatHadBeenSaid()
    {
        var then = Read(new DateOnly(2020, 11, 30));
        Assert.All(then.Positions["parties"], p => Assert.Equal("6", p.Value.InWords()));
        Assert.DoesNotContain(then.Contradictions, c => c.Why == Difference.Time);
    }
}
