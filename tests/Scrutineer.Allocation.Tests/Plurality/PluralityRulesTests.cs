using Scrutineer.Allocation.Plurality;

namespace Scrutineer.Allocation.Tests.Plurality;

public class PluralityRulesTests
{
    // Burlington, Vermont, 2009, first preferences of the three finalists: 2,554 Montroll, 2,982 Kiss, 3,297 Wright
    // (Gierzynski, Hamilton and Smith, "Instant Runoff Voting: 2009 Burlington Mayoral Election", 2009).
    [Fact]
    public void Elect_Burlington2009_NamesTheStrongest()
    {
        var result = Solve(PluralityRules.SingleMember, 2554, 2982, 3297);
        Assert.Equal([2], result.Elected);
        Assert.Null(result.Tie);
        Assert.Equal(0, result.Vacant);
    }

    [Fact]
    public void Elect_EqualsForTheLastSeat_AreTied()
    {
        var result = Solve(PluralityRules.SingleNonTransferable(3), 50, 70, 50, 50, 10);
        Assert.Equal([1], result.Elected);
        Assert.Equal(new Tie([0, 2, 3], 2), result.Tie);

        var drawn = result.Resolve(new Lot([3, 2, 0], [3, 0]))!;
        Assert.Empty(Verifier.Verify(drawn).Objections);
        Assert.Equal([1, 3, 0], drawn.Elected);
        Assert.Null(drawn.Tie);
        Assert.Null(result.Resolve(new Lot([0, 2], [0, 2])));
        Assert.Null(drawn.Resolve(new Lot([0, 2, 3], [0, 2])));
    }

    [Fact]
    public void Elect_EqualsWithSeatsForAll_StandInBallotOrder() =>
        Assert.Equal([2, 0, 1], Solve(PluralityRules.SingleNonTransferable(3), 5, 5, 9, 1).Elected);

    [Fact]
    public void Elect_FewerCandidatesThanSeats_LeavesSeatsVacant()
    {
        var result = Solve(PluralityRules.BlockVote(4), 10, 0);
        Assert.Equal([0, 1], result.Elected);
        Assert.Equal(2, result.Vacant);
    }

    [Theory]
    [InlineData(true, new[] { 0, 1 })]
    [InlineData(false, new[] { 0 })]
    public void Elect_ExactlyAtTheThreshold_TurnsOnItsWords(bool inclusive, int[] elected)
    {
        var rules = new PluralityRules("block-vote", 3, 3)
        {
            Threshold = new Threshold(Rational.Parse("25%"), inclusive),
        };
        var result = Solve(rules, 60, 25, 15);
        Assert.Equal(elected, result.Elected);
        Assert.Equal(3 - elected.Length, result.Vacant);
    }

    [Fact]
    public void Count_BlockVote_LeavesOutBallotsWithTooManyCrosses()
    {
        var result = Solve(PluralityRules.BlockVote(2), ([0, 1], 30), ([0], 5), ([1, 2], 20), ([0, 1, 2], 99), ([], 7));
        Assert.Equal([35, 50, 20], result.Votes.Select(v => (int)v.Numerator));
        Assert.Equal(106, result.InvalidBallots);
        Assert.Equal([1, 0], result.Elected);
    }

    // With two crosses for three seats 60 voters cannot keep 45 who agree from any of them.
    [Fact]
    public void Count_LimitedVote_SeatsTheMinority()
    {
        var rules = PluralityRules.LimitedVote(seats: 3, marks: 2);
        var result = Solve(rules, ([0, 1], 20), ([1, 2], 20), ([0, 2], 20), ([3, 4], 45), ([0, 1, 2], 1));
        Assert.Equal(1, result.InvalidBallots);
        Assert.Equal([3, 4], result.Elected);
        Assert.Equal(new Tie([0, 1, 2], 1), result.Tie);
    }

    [Fact]
    public void Count_FewestMarks_AreAskedFor()
    {
        var rules = new PluralityRules("block-vote", 2, mostMarks: 2, fewestMarks: 2);
        var result = Solve(rules, ([0, 1], 3), ([2], 10));
        Assert.Equal(10, result.InvalidBallots);
        Assert.Equal([0, 1], result.Elected);
    }

    [Fact]
    public void Count_Approval_TakesAnyCrosses()
    {
        var result = Solve(PluralityRules.Approval(), ([0, 1, 2], 4), ([1], 3), ([2, 0], 2), ([], 5));
        Assert.Equal([6, 7, 6], result.Votes.Select(v => (int)v.Numerator));
        Assert.Equal([1], result.Elected);
        Assert.Equal(5, result.InvalidBallots);
    }

    [Fact]
    public void Count_SatisfactionApproval_SharesTheVote()
    {
        var result = Solve(PluralityRules.SatisfactionApproval(1), ([0, 1, 2], 4), ([1], 3), ([2, 0], 2));
        Assert.Equal(["7/3", "13/3", "7/3"], result.Votes.Select(v => v.ToString()));
        Assert.Equal([1], result.Elected);
    }

    [Fact]
    public void Constructor_RulesThatMakeNoSense_AreMisuse()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PluralityRules.BlockVote(0));
        Assert.Throws<ArgumentException>(() => PluralityRules.LimitedVote(2, 2));
        Assert.Throws<ArgumentException>(() => new PluralityRules(" ", 1, 1));
        Assert.Throws<ArgumentException>(() => new PluralityRules("x", 3, mostMarks: 1, fewestMarks: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PluralityRules("x", 3, null, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PluralityRules.SingleMember.Elect([3, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Marked.Of(2, ([2], 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Marked.Of(2, ([1], -1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Marked.Of(2, ([1], long.MaxValue), ([0], 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Marked.Of(0));
    }

    [Fact]
    public void Count_GreatestNumbers_StaysExact()
    {
        var result = Solve(PluralityRules.SingleMember, long.MaxValue - 1, long.MaxValue);
        Assert.Equal([1], result.Elected);
    }

    private static PluralityResult Solve(PluralityRules rules, params long[] votes)
    {
        var result = rules.Elect(votes);
        Assert.Empty(Verifier.Verify(result).Objections);
        return result;
    }

    private static PluralityResult Solve(PluralityRules rules, params (int[] Marks, long Count)[] kinds)
    {
        var result = rules.Count(Marked.Of(kinds.Max(k => k.Marks.DefaultIfEmpty().Max()) + 1, kinds));
        Assert.Empty(Verifier.Verify(result).Objections);
        return result;
    }
}
