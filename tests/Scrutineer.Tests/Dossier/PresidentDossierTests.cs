using Scrutineer.Counting;
using Scrutineer.Dossier;
using Scrutineer.Law.Evaluation;
using Scrutineer.Tests.Law;

namespace Scrutineer.Tests.Dossier;

/// <summary>The dossiers of the presidential elections: first rounds, under each base that the words allow.</summary>
public class PresidentDossierTests
{
    [Theory]
    [InlineData(9216410, 4608206)]
    [InlineData(9274110, 4637056, "literal")]
    [InlineData(9274110, 4637056, "literal", "in-the-box")]
    public void President2019_EachBase_TokayevInTheFirstRound(long votes, long needed, params string[] readings)
    {
        var dossier = Dossiers.Read("kz-president-2019").Under(readings);
        Assert.Equal("2017", dossier.Edition.Name);
        var standing = dossier.Edition.Evaluate("president", dossier.TallyOf("president", "nation"));
        Assert.Equal(Outcome.Allocated, standing.Ended);
        Assert.Equal(dossier.OfficialSeats("president", "nation"), standing.Seats());
        Assert.Equal(votes, standing.Majority!.BaseVotes);
        Assert.Equal(needed, standing.Majority.Needed);
        Assert.True(standing.Majority.Confirms(standing.Seats()));
    }

    [Fact]
    public void President2019_ThreeRegisters_TheFirstIsUsed()
    {
        var dossier = Dossiers.Read("kz-president-2019");
        Assert.Equal(11960364, dossier.TallyOf("president", "nation").Registered.Value);
        Assert.Equal(3, dossier.Figures.Count(f => f.Name == FigureName.Registered && f.Stage == Stage.Final));
    }

    [Fact]
    public void President2022_Votes_AgainstAllIsInTheBase()
    {
        var dossier = Dossiers.Read("kz-president-2022");
        Assert.Equal("2022", dossier.Edition.Name);
        var standing = dossier.Edition.Evaluate("president", dossier.TallyOf("president", "nation"));
        Assert.Equal(7940478, standing.Majority!.BaseVotes);
        Assert.Equal("Tokayev", Assert.Single(standing.Seats()).Key);
    }

    [Fact]
    public void President2022_PublishedSharesAlone_TokayevInTheFirstRound()
    {
        var dossier = Dossiers.Read("kz-president-2022");
        var known = dossier.TallyOf("president", "nation");
        var tally = known with
        {
            Contenders = [.. known.Contenders.Select(c => c with { Votes = Count.NotReported })],
            AgainstAll = Count.NotReported,
        };
        var standing = dossier.Edition.Evaluate("president", tally);
        Assert.Equal(Outcome.Allocated, standing.Ended);
        Assert.Equal("Tokayev", Assert.Single(standing.Seats()).Key);
        Assert.Equal(Outcome.Unknown, dossier.Under("literal").Edition.Evaluate("president", tally).Ended);
    }

    [Fact]
    public void President2015_OneCandidatesVotesMissing_IsDecidedByPublishedShares()
    {
        var dossier = Dossiers.Read("kz-president-2015");
        Assert.Equal("2004", dossier.Edition.Name);
        var tally = dossier.TallyOf("president", "nation");
        Assert.False(tally.VotesForLists.IsKnown);
        var standing = dossier.Edition.Evaluate("president", tally);
        Assert.Equal(Outcome.Allocated, standing.Ended);
        Assert.Equal(dossier.OfficialSeats("president", "nation"), standing.Seats());
        Assert.Null(standing.Majority);
    }
}
