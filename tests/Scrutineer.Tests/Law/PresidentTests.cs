using Scrutineer.Counting;
using Scrutineer.Law;
using Scrutineer.Law.Evaluation;

namespace Scrutineer.Tests.Law;

/// <summary>The law on the President, on figures made by hand.</summary>
public class PresidentTests
{
    private static readonly ElectoralLaw President = Laws.Read("kz/president");

    private static Tally Three(long first, long second, long third) =>
        Laws.Votes(("A", first), ("B", second), ("C", third));

    [Theory]
    [InlineData(500, Outcome.RepeatVote)]
    [InlineData(501, Outcome.Allocated)]
    public void Elect_Of1000ValidVotes_NeedsMoreThanHalf(long first, Outcome outcome) =>
        Assert.Equal(outcome, President.Under("2017").Evaluate("president", Three(first, 1000 - first, 0)).Ended);

    /// <summary>The row against all is in the base where it is on the ballot: 501 of 1,101 is no majority.</summary>
    [Fact]
    public void Elect_AgainstAllOnTheBallot_TakesTheMajorityAway()
    {
        var tally = Three(501, 400, 99);
        Assert.Equal(Outcome.Allocated, President.Under("2017").Evaluate("president", tally).Ended);
        Assert.Equal(
            Outcome.RepeatVote,
            President.Under("2022").Evaluate("president", tally with { AgainstAll = new Count(101) }).Ended
        );
        Assert.Equal(Outcome.Unknown, President.Under("2022").Evaluate("president", tally).Ended);
    }

    [Fact]
    public void Elect_MajorityOfValidVotesOnly_DependsOnTheReading()
    {
        var tally = Three(501, 499, 0) with { BallotsIssued = new Count(1010), BallotsInBox = new Count(1001) };
        Assert.Equal(Outcome.Allocated, President.Under("2017").Evaluate("president", tally).Ended);
        Assert.Equal(Outcome.RepeatVote, President.Under("2017", "literal").Evaluate("president", tally).Ended);
        Assert.Equal(
            Outcome.Allocated,
            President.Under("2017", "literal", "in-the-box").Evaluate("president", tally).Ended
        );
    }

    [Fact]
    public void RepeatVote_TwoLeaders_MostVotesDecide()
    {
        var repeat = Laws.Votes(("A", 480), ("B", 490)) with { BallotsIssued = new Count(1000) };
        var standing = President.Under("2017").Evaluate("president", Three(450, 300, 250) with { RepeatVote = repeat });
        Assert.Equal(new Dictionary<string, int> { ["B"] = 1 }, standing.Seats());
        Assert.Equal(Outcome.Allocated, standing.Ended);
    }

    /// <summary>The figures of the repeat vote are matched by candidate, not by their place in its tally.</summary>
    [Fact]
    public void RepeatVote_InAnotherOrder_CountsForTheRightCandidate()
    {
        var tally = Three(250, 450, 300) with { RepeatVote = Laws.Votes(("C", 480), ("B", 490)) };
        var standing = President.Under("2017").Evaluate("president", tally);
        Assert.Equal(new Dictionary<string, int> { ["B"] = 1 }, standing.Seats());
        Assert.True(standing.Majority!.Confirms(standing.Seats()));
    }

    [Fact]
    public void RepeatVote_FiguresForTheThird_AreRefused()
    {
        var repeat = Laws.Votes(("A", 480), ("C", 490));
        var standing = President.Under("2017").Evaluate("president", Three(450, 300, 250) with { RepeatVote = repeat });
        Assert.Equal(Outcome.Invalid, standing.Ended);
        Assert.Contains("C, who may not stand", standing.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void RepeatVote_SecondAndThirdEqual_IsATieWithoutRule()
    {
        var standing = President.Under("2017").Evaluate("president", Three(400, 300, 300));
        Assert.Equal(Outcome.Tied, standing.Ended);
        Assert.Equal(["B", "C"], standing.Tie!.Among);
        Assert.Equal("the law states no rule for it", standing.Tie.Because);
    }

    [Fact]
    public void RepeatVote_EqualVotes_LeaveTheSeatOpen()
    {
        var standing = President
            .Under("2017")
            .Evaluate("president", Three(450, 300, 250) with { RepeatVote = Laws.Votes(("A", 500), ("B", 500)) });
        Assert.Equal(Outcome.Tied, standing.Ended);
        Assert.Equal((1, "repeat-vote"), (standing.Tie!.Seats, standing.Tie.Rule));
        Assert.Empty(standing.Seats());
    }

    [Fact]
    public void Editions_1998To2022_ChangeTurnoutNominationAndTheRowAgainstAll()
    {
        Assert.Equal(["turnout", "elect", "repeat-vote"], Rules("1995"));
        Assert.Equal(["elect", "repeat-vote"], Rules("1998"));
        Assert.Equal(AgainstAll.Absent, President.Named("2004")!.Text.Ballot.AgainstAll);
        Assert.Equal(AgainstAll.OnBallot, President.Named("2021")!.Text.Ballot.AgainstAll);
        Assert.Null(President.Named("2004")!.Text.Contests["president"].NominatedBy);
        Assert.Contains("no self-nomination", President.Named("2017")!.Text.Contests["president"].NominatedBy!);
        Assert.Contains("one term", President.Named("2022")!.Text.Contests["president"].Renewed!);
    }

    private static IEnumerable<string> Rules(string edition) =>
        President.Named(edition)!.Text.Contests["president"].Rules.Select(r => r.Id);
}
