using Scrutineer.Allocation.Plurality;

namespace Scrutineer.Allocation.Tests.Plurality;

public class RunoffRulesTests
{
    // France, President, first round of 23 April 2017: the four strongest of 36,054,394 votes for candidates
    // (Conseil constitutionnel, declaration of 26 April 2017), and the seven others as one.
    [Fact]
    public void First_France2017_GoesToTheSecondRound()
    {
        var result = Solve(RunoffRules.TopTwo, [7212995, 8656346, 7678491, 7059951, 5446611]);
        Assert.False(result.IsDecided);
        Assert.Null(result.Winner);
        Assert.Equal([1, 2], result.Standing);

        // 7 May 2017: 20,743,128 and 10,638,475.
        var second = result.Second([20743128, 10638475]);
        Assert.Equal(1, result.Standing[second.Elected.Single()]);
    }

    [Theory]
    [InlineData(50, 30, 20, false)]
    [InlineData(51, 30, 20, true)]
    [InlineData(50, 29, 20, true)]
    public void First_ExactlyHalf_IsNoMajority(long first, long second, long third, bool decided)
    {
        var result = Solve(RunoffRules.TopTwo, [first, second, third]);
        Assert.Equal(decided, result.IsDecided);
        Assert.Equal(decided ? 0 : null, result.Winner);
        Assert.Equal(decided ? [] : [0, 1], result.Standing);
    }

    [Fact]
    public void First_ExactlyHalfOfAThousandElectorates_TurnsOnOneVote()
    {
        var atLeastHalf = RunoffRules.TopTwo with { Majorities = [new Majority(new Threshold(new Rational(1, 2)))] };
        for (var n = 1L; n <= 1_000; n++)
        {
            var half = (n * 7_919) + (n * n * n * 1_000_003);
            Assert.False(RunoffRules.TopTwo.First([half, half - 1, 1]).IsDecided);
            Assert.True(RunoffRules.TopTwo.First([half + 1, half - 1, 1]).IsDecided);
            Assert.Equal(0, atLeastHalf.First([half, half - 1, 1]).Winner);
            Assert.False(atLeastHalf.First([half - 1, half - 1, 1]).IsDecided);
        }
    }

    // Argentina, Constitution of 1994, arts 97 and 98: more than 45 %, or at least 40 % and more than ten points ahead.
    [Theory]
    [InlineData(4501, 4400, true)]
    [InlineData(4500, 4400, false)]
    [InlineData(4000, 2999, true)]
    [InlineData(4000, 3000, false)]
    [InlineData(3999, 1000, false)]
    public void First_AnyOfSeveralMajorities_Elects(long first, long second, bool decided)
    {
        var rules = new RunoffRules
        {
            Majorities =
            [
                new Majority(new Threshold(Rational.Parse("45%"), inclusive: false)),
                new Majority(
                    new Threshold(Rational.Parse("40%")),
                    Lead: new Threshold(Rational.Parse("10%"), inclusive: false)
                ),
            ],
        };
        var rest = 10000 - first - second;
        long[] votes = [first, second, .. Enumerable.Repeat(rest / 4, 3), rest - (rest / 4 * 3)];
        Assert.Equal(decided, Solve(rules, votes).IsDecided);
    }

    // A base beyond the candidates' votes: half of those who voted, blank votes counted.
    [Fact]
    public void First_BaseNamed_IsTheBaseUsed()
    {
        var rules = new RunoffRules
        {
            Majorities = [new Majority(new Threshold(new Rational(1, 2), inclusive: false, @base: 120))],
        };
        Assert.False(Solve(rules, [60, 40]).IsDecided);
        Assert.True(Solve(rules, [61, 39]).IsDecided);
    }

    [Fact]
    public void First_TieForTheLastPlace_IsDrawnOrAllStand()
    {
        var drawn = Solve(RunoffRules.TopTwo, [30, 20, 20, 20]);
        Assert.Equal([0], drawn.Standing);
        Assert.Equal(new Tie([1, 2, 3], 1), drawn.Tie);
        Assert.Throws<InvalidOperationException>(() => drawn.Second([1]));

        var resolved = drawn.Resolve(new Lot([1, 2, 3], [2]))!;
        Assert.Empty(Verifier.Verify(resolved).Objections);
        Assert.Equal([0, 2], resolved.Standing);
        Assert.Null(drawn.Resolve(new Lot([1, 2], [2])));

        var all = Solve(RunoffRules.TopTwo with { Tie = RunoffTie.AllStand }, [30, 20, 20, 20]);
        Assert.Equal([0, 1, 2, 3], all.Standing);
    }

    // France, National Assembly (Code électoral, art. L162): also whoever has 12.5 % of those registered.
    [Fact]
    public void First_ShareOfTheRegistered_GivesAPlaceToo()
    {
        var rules = RunoffRules.TopTwo with { AlsoStand = new Threshold(Rational.Parse("12.5%"), @base: 800) };
        Assert.Equal([1, 2, 0], Solve(rules, [100, 180, 150, 99]).Standing);
        Assert.Equal([1, 2], Solve(rules, [99, 180, 150, 99]).Standing);

        // All who are tied for the second place have the share, so that nothing is to be drawn.
        Assert.Equal([1, 0, 2], Solve(rules, [100, 180, 100]).Standing);
    }

    [Fact]
    public void First_CandidateWithdrawn_LetsTheNextStand()
    {
        var result = RunoffRules.TopTwo.First([40, 35, 15, 10], [1]);
        Assert.Empty(Verifier.Verify(result).Objections);
        Assert.Equal([0, 2], result.Standing);
        Assert.Equal(0, RunoffRules.TopTwo.First([51, 49], [0]).Winner);
        Assert.Throws<ArgumentOutOfRangeException>(() => RunoffRules.TopTwo.First([1, 2], [2]));
    }

    [Fact]
    public void First_EqualsThatBothMeetTheMajority_AreTiedForTheSeat()
    {
        var rules = new RunoffRules { Majorities = [new Majority(new Threshold(Rational.Parse("40%")))] };
        var result = Solve(rules, [45, 45, 10]);
        Assert.True(result.IsDecided);
        Assert.Null(result.Winner);
        Assert.Equal(new Tie([0, 1], 1), result.Tie);
        var drawn = result.Resolve(new Lot([0, 1], [1]))!;
        Assert.Empty(Verifier.Verify(drawn).Objections);
        Assert.Equal(1, drawn.Winner);
    }

    [Fact]
    public void First_NoVotes_HasNobodyStand()
    {
        var result = Solve(RunoffRules.TopTwo, [0, 0]);
        Assert.False(result.IsDecided);
        Assert.Empty(result.Standing);
    }

    [Fact]
    public void First_Misuse_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RunoffRules { Places = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => RunoffRules.TopTwo.First([1, -1]));
        Assert.Throws<ArgumentException>(() => RunoffRules.TopTwo.First([50, 50]).Second([1]));
        Assert.Throws<InvalidOperationException>(() => RunoffRules.TopTwo.First([51, 49]).Second([1, 2]));
    }

    private static RunoffResult Solve(RunoffRules rules, long[] votes)
    {
        var result = rules.First(votes);
        Assert.Empty(Verifier.Verify(result).Objections);
        return result;
    }
}
