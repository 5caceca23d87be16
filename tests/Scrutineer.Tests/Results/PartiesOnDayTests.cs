using Scrutineer.Findings;
using Scrutineer.Registry;
using Scrutineer.Results.Parties;

namespace Scrutineer.Tests.Results;

public class PartiesOnDayTests
{
    private static PartiesOnDay On(string day)
    {
        var (dossier, facts) = Facts.Of("kz-mazhilis-2021");
        return PartiesOnDay.Of(dossier, facts, DateOnly.ParseExact(day, "yyyy-MM-dd"));
    }

    [Theory]
    [InlineData("2020-11-04", 0)]
    [InlineData("2020-11-05", 6)]
    [InlineData("2020-11-26", 6)]
    [InlineData("2020-11-27", 5)]
    [InlineData("2020-11-28", 5)]
    [InlineData("2021-01-10", 5)]
    public void InTheRace_OnADay_IsCounted(string day, int parties)
    {
        var on = On(day);
        Assert.Equal(parties, on.InTheRace);
        Assert.Equal(0, on.PerhapsInTheRace);
    }

    [Theory]
    [InlineData("2020-11-05", "OSDP", PartyState.Admitted)]
    [InlineData("2020-11-28", "OSDP", PartyState.Boycotts)]
    [InlineData("2020-11-28", "NurOtan", PartyState.Nominated)]
    [InlineData("2020-12-04", "Adal", PartyState.Registered)]
    [InlineData("2020-12-11", "Auyl", PartyState.Registered)]
    [InlineData("2020-12-11", "DPK", PartyState.None)]
    public void State_OfAParty_IsThatOfTheDay(string day, string party, PartyState state) =>
        Assert.Equal(state, On(day).Parties.Single(p => p.Identity.Id == party).State);

    [Fact]
    public void May_WhereTheDayOfRegistrationIsUnknown_SaysSo()
    {
        var auyl = On("2020-12-01").Parties.Single(p => p.Identity.Id == "Auyl");
        Assert.Equal(PartyState.Nominated, auyl.State);
        Assert.Equal([PartyState.Registered], auyl.May);
        var vote = On("2020-12-01").Parties.Single(p => p.Identity.Id == "OSDP").Passage[^1].Event.Vote!;
        Assert.Equal((32, 3, 5), (vote.For, vote.Against, vote.Abstained));
    }

    [Fact]
    public void Findings_TheListOfTheCommission_NamesAPartyRenamedThatDay()
    {
        var finding = Assert.Single(On("2020-11-05").Findings);
        Assert.Equal("name-of-another-day", finding.Code);
        Assert.Equal("Adal", finding.Unit);
        Assert.Equal(Severity.Notice, finding.Severity);
        Assert.Contains("Birlik", finding.Statement, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2005-01-01", "at least 50000", "at least 700")]
    [InlineData("2015-01-01", "at least 40000", "at least 600")]
    [InlineData("2020-11-05", "at least 20000", "at least 600")]
    [InlineData("2023-03-19", "at least 5000", "at least 200")]
    public void Law_OfTheDay_SaysWhatAPartyNeeds(string day, string members, string inEachRegion)
    {
        var edition = Assert.Single(On(day).Law);
        string Of(Scrutineer.Law.PartyRequirementKind what) =>
            edition.Requires.Single(r => r.What == what).Is.ToString();
        Assert.Equal(members, Of(Scrutineer.Law.PartyRequirementKind.Members));
        Assert.Equal(inEachRegion, Of(Scrutineer.Law.PartyRequirementKind.MembersInEachRegion));
    }

    [Fact]
    public void Registration_Refusals_KeepTheirGroundAndNumber()
    {
        var alga = On("2023-06-01").Parties.Single(p => p.Identity.Id == "Alga");
        var notice = Assert.Single(alga.Identity.Entry.Registration);
        Assert.Equal(
            (RegistrationStage.Notice, StageOutcome.Refused, 17),
            (notice.Stage, notice.Outcome, notice.Times)
        );
        Assert.Contains("does not conform", notice.Because, StringComparison.Ordinal);
    }
}
