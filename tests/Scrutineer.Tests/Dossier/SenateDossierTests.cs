using Scrutineer.Law.Evaluation;
using Scrutineer.Tests.Law;

namespace Scrutineer.Tests.Dossier;

/// <summary>The dossiers of the Senate.</summary>
public class SenateDossierTests
{
    [Fact]
    public void Kyzylorda2024_116Of147_BaikadamovIsElected()
    {
        var dossier = Dossiers.Read("kz-senate-2024-kyzylorda");
        var tally = dossier.TallyOf("elected", "Kyzylorda");
        Assert.Equal(["Kyzylorda"], dossier.Units("elected"));
        Assert.Equal(146, tally.ValidVotes(dossier.Edition.Text.Ballot.AgainstAll).Value);
        var standing = dossier.Edition.Evaluate("elected", tally);
        Assert.Equal(Outcome.Allocated, standing.Ended);
        Assert.Equal(dossier.OfficialSeats("elected", "Kyzylorda"), standing.Seats());
        Assert.Equal((147, 74), (standing.Majority!.BaseVotes, standing.Majority.Needed));
    }

    [Fact]
    public void Kyzylorda2024_QuorumOfThosePresent_CannotBeTold()
    {
        var dossier = Dossiers.Read("kz-senate-2024-kyzylorda").Under("of-those-present");
        var standing = dossier.Edition.Evaluate("elected", dossier.TallyOf("elected", "Kyzylorda"));
        Assert.Equal(Outcome.Unknown, standing.Ended);
        Assert.Contains("electors present is not reported", standing.Because, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kz-senate-2008", "2007", 32)]
    [InlineData("kz-senate-2017", "2007", 32)]
    [InlineData("kz-senate-2020", "2018", 34)]
    [InlineData("kz-senate-2023", "2022", 40)]
    public void Renewal_GoverningEdition_ElectsOneInEachOfHalfTheSeats(string id, string edition, int elected)
    {
        var dossier = Dossiers.Read(id);
        Assert.Equal(edition, dossier.Edition.Name);
        Assert.Equal(elected, dossier.Edition.Text.Contests["elected"].Seats);
        Assert.Empty(dossier.Units("elected"));
    }
}
