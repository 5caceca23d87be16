using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Tests.Law;

/// <summary>The law on the Senate, on figures made by hand.</summary>
public class SenateTests
{
    private static readonly ElectoralLaw Senate = Laws.Read("kz/senate");

    /// <summary>A region of 1,000 electors who all took part; those without a vote named are against all.</summary>
    private static Tally Region(params (string Id, long Votes)[] votes) =>
        Laws.Votes(votes) with
        {
            BallotsIssued = new Count(1000),
            AgainstAll = new Count(1000 - votes.Sum(v => v.Votes)),
        };

    [Theory]
    [InlineData("1995", 399, null, Outcome.RepeatElection)]
    [InlineData("1995", 400, "A", Outcome.Allocated)]
    [InlineData("1998", 399, "A", Outcome.Allocated)]
    public void RepeatVote_LeastShare_IsFortyPerCentBefore1998(
        string edition,
        long votes,
        string? elected,
        Outcome outcome
    )
    {
        var tally = Region(("A", 400), ("B", 350), ("C", 250)) with { RepeatVote = Region(("A", votes), ("B", 350)) };
        var standing = Senate.Under(edition).Evaluate("elected", tally);
        Assert.Equal(outcome, standing.Ended);
        Assert.Equal(elected, standing.Seats().Keys.SingleOrDefault());
    }

    /// <summary>A lone candidate needs more than half in the repeat vote too; two candidates need only forty per cent.</summary>
    [Theory]
    [InlineData(450, Outcome.RepeatElection)]
    [InlineData(500, Outcome.RepeatElection)]
    [InlineData(501, Outcome.Allocated)]
    public void RepeatVote_LoneCandidateIn1995_NeedsMoreThanHalf(long votes, Outcome outcome)
    {
        var standing = Senate
            .Under("1995")
            .Evaluate("elected", Region(("A", 500)) with { RepeatVote = Region(("A", votes)) });
        Assert.Equal(outcome, standing.Ended);
        Assert.False(standing.Steps.Single(s => s.Rule == "repeat-vote").Applied);
        Assert.True(standing.Steps.Single(s => s.Rule == "repeat-vote-on-one").Applied);
    }

    [Fact]
    public void Elect_HalfExactly_NeedsARepeatVote()
    {
        var edition = Senate.Under("2022");
        Assert.Equal(Outcome.RepeatVote, edition.Evaluate("elected", Region(("A", 500), ("B", 400))).Ended);
        Assert.Equal(Outcome.Allocated, edition.Evaluate("elected", Region(("A", 501), ("B", 400))).Ended);
    }

    [Theory]
    [InlineData(500, Outcome.RepeatElection)]
    [InlineData(501, Outcome.RepeatVote)]
    public void Quorum_AsPublished_IsMoreThanHalfOfTheBallotsIssued(long counted, Outcome outcome)
    {
        var tally = Region(("A", counted - 100), ("B", 100)) with { AgainstAll = new Count(0) };
        Assert.Equal(outcome, Senate.Under("2022").Evaluate("elected", tally).Ended);
    }

    [Theory]
    [InlineData(2000, Outcome.RepeatElection)]
    [InlineData(1999, Outcome.Allocated)]
    public void Quorum_OfThosePresent_IsMoreThanHalfOfThem(long present, Outcome outcome)
    {
        var tally = Region(("A", 600), ("B", 400)) with { ElectorsPresent = new Count(present) };
        Assert.Equal(outcome, Senate.Under("2022", "of-those-present").Evaluate("elected", tally).Ended);
    }

    [Theory]
    [InlineData("1995", 47, 40, 7)]
    [InlineData("1998", 39, 32, 7)]
    [InlineData("2004", 39, 32, 7)]
    [InlineData("2007", 47, 32, 15)]
    [InlineData("2018", 49, 34, 15)]
    [InlineData("2022", 50, 40, 10)]
    public void Editions_Seats_FollowRegionsAndAppointments(string edition, int seats, int elected, int appointed)
    {
        var text = Senate.Named(edition)!.Text;
        Assert.Equal(
            (seats, elected, appointed),
            (text.Body.Seats, text.Contests["elected"].Seats, text.Contests["appointed"].Seats)
        );
        Assert.Equal("half every three years", text.Contests["elected"].Renewed);
    }

    [Fact]
    public void Appointed_NoVote_EndsAsAppointed()
    {
        var standing = Senate.Under("2022").Evaluate("appointed", Laws.Votes());
        Assert.Equal(Outcome.Appointed, standing.Ended);
        Assert.Contains("the President", standing.Because, StringComparison.Ordinal);
    }
}
