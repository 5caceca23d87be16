using Scrutineer.Counting;
using Scrutineer.Law.Evaluation;
using Scrutineer.Results;

namespace Scrutineer.Tests.Law.Rules;

/// <summary>Figures and rules that contradict each other: the evaluation ends and says why; it does not fail.</summary>
public class ContradictionTests
{
    private const string HareOfAdmitted = "- divide: { quota: hare, of: votes-of-admitted, cited }";
    private const string Largest = "- remainders: { by: largest-remainder, cited }";

    [Fact]
    public void Divide_VotesUnknownAndBasePublished_IsUnknown()
    {
        var standing = LawText
            .Of("- divide: { quota: hare, of: valid-votes, cited }", Largest)
            .Evaluate("lists", LawText.Votes(60, null) with { PublishedValidVotes = new Count(100) });
        Assert.Equal(Outcome.Unknown, standing.Ended);
        Assert.Contains("not reported", standing.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Divide_MoreVotesThanTheBase_IsInvalidAndAwardsNothing()
    {
        var standing = LawText
            .Of("- divide: { quota: hare, of: ballots-in-box, cited }", Largest)
            .Evaluate("lists", LawText.Votes(600, 500) with { BallotsInBox = new Count(10) });
        Assert.Equal(Outcome.Invalid, standing.Ended);
        Assert.Equal(0, standing.Seats.Sum());
    }

    [Fact]
    public void Remainders_NobodyAdmitted_EndsWithoutDistribution()
    {
        var edition = LawText.Of(
            "- admit: { share: at least 90 %, of: valid-votes, cited }",
            "- divide: { quota: hare, of: valid-votes, cited }",
            Largest
        );
        var standing = edition.Evaluate("lists", LawText.Votes(60, 40));
        Assert.Equal(Outcome.NoDistribution, standing.Ended);
        Assert.Equal(
            Outcome.NoDistribution,
            edition.Under([], ("remainders.by", "all-to-first")).Evaluate("lists", LawText.Votes(60, 40)).Ended
        );
    }

    [Fact]
    public void Remainders_DivisionDidNotApply_AwardNothing()
    {
        var edition = LawText.Of(
            "- { when: { admitted: at least 5 }, divide: { quota: hare, of: valid-votes, cited } }",
            Largest
        );
        var standing = edition.Evaluate("lists", LawText.Votes(60, 40));
        Assert.Equal(0, standing.Seats.Sum());
        Assert.Contains("10 seats stay unfilled", standing.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Guarantee_MoreListsThanSeats_IsInvalid()
    {
        var edition = LawText.Of(
            "- { id: low, admit: { share: at least 1 %, of: valid-votes, cited } }",
            HareOfAdmitted,
            "- guarantee: { to: low, seats: at least 6, cited }",
            Largest
        );
        var standing = edition.Evaluate("lists", LawText.Votes(60, 40));
        Assert.Equal(Outcome.Invalid, standing.Ended);
        Assert.Contains("cannot all get at least 6", standing.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Guarantee_MoreThanOne_IsTwo()
    {
        var edition = LawText.Of(
            "- { id: first, admit: { share: at least 50 %, of: valid-votes, cited } }",
            "- { id: second, admit: { next-by-votes: 1, cited } }",
            HareOfAdmitted,
            "- guarantee: { to: second, seats: more than 1, cited }",
            Largest
        );
        Assert.Equal([8, 2], edition.Evaluate("lists", LawText.Votes(990, 10)).Seats);
    }

    [Fact]
    public void Elect_FewerCandidatesThanSeats_SaysThatSeatsStayUnfilled()
    {
        var standing = LawText
            .Of("- elect: { seats: 3, by: most-votes, cited }")
            .Evaluate("lists", LawText.Votes(60, 40));
        Assert.Equal([1, 1], standing.Seats);
        Assert.Equal("1 seat stays unfilled: no rule awards it.", standing.Because);
    }

    [Fact]
    public void Certificate_QuotaOfAnotherBase_ConfirmsTheSeats()
    {
        var standing = LawText
            .Of("- divide: { quota: hare, of: ballots-issued, cited }", Largest)
            .Evaluate("lists", LawText.Votes(60, 35) with { BallotsIssued = new Count(100) });
        var certificate = Assert.IsType<QuotaCertificate>(Certification.Of(standing));
        Assert.Equal(100, certificate.Votes);
        Assert.True(certificate.Confirms(Seats(standing)));
    }

    [Fact]
    public void Certificate_SeatsMovedFromAShortList_ConfirmsTheSeats()
    {
        var edition = LawText.Of(
            HareOfAdmitted,
            Largest,
            "- fill: { order: as-listed, chosen-by: the party, exhausted: next-largest-remainder, vacancy: none, cited }"
        );
        var votes = LawText.Votes(47, 31, 22);
        var tally = votes with
        {
            Contenders = [votes.Contenders[0] with { Persons = 4 }, votes.Contenders[1], votes.Contenders[2]],
        };
        // 4.7, 3.1 and 2.2 quotas: A's fifth seat, won by the largest remainder, goes to C, whose list has room.
        var standing = edition.Evaluate("lists", tally);
        Assert.Equal([4, 3, 3], standing.Seats);
        Assert.True(Certification.Of(standing)!.Confirms(Seats(standing)));
    }

    [Theory]
    [InlineData(5, 3, 2)]
    [InlineData(4, 4, 2)]
    [InlineData(5, 3, 3)]
    [InlineData(5, 3, 1)]
    public void Certificate_OtherSeats_AreNotConfirmed(int a, int b, int c)
    {
        var standing = LawText.Of(HareOfAdmitted, Largest).Evaluate("lists", LawText.Votes(47, 31, 22));
        var seats = new Dictionary<string, int>
        {
            ["A"] = a,
            ["B"] = b,
            ["C"] = c,
        };
        Assert.Equal((a, b, c) == (5, 3, 2), Certification.Of(standing)!.Confirms(seats));
    }

    internal static Dictionary<string, int> Seats(Standing standing) =>
        Enumerable.Range(0, standing.Seats.Length).ToDictionary(standing.Id, i => standing.Seats[i]);
}
