using Scrutineer.Allocation.Transferable;

namespace Scrutineer.Allocation.Tests.Transferable;

public class MeekCountTests
{
    /// <summary>
    /// A is elected with 60 of 100 and keeps 33.333… of 60, that is 5/9 of each vote, which leaves B 4/9 of 60; the
    /// quota is 100/3, since no vote is lost.
    /// </summary>
    private static readonly RankedBallots Simple = Profiles.Letters(3, ("ABC", 60), ("BCA", 12), ("CBA", 28));

    [Fact]
    public void Count_OneSurplus_KeepsJustTheQuota()
    {
        var result = MeekCount.Count(Simple, new MeekRules { Seats = 2 });
        Assert.Equal([0, 1], result.Elected);
        Assert.Equal(new Rational(33_333_333_334, 1_000_000_000), result.Stages[0].Quota);
        var last = result.Stages[1];
        Assert.Equal("0.555555556", last.KeepFactors[0].ToDecimal(9));
        Assert.Equal("38.66667", last.Votes[1].ToDecimal(5));
        Assert.Empty(Verifier.Verify(result).Objections);
    }

    [Fact]
    public void Count_LaterPreferenceForTheElected_IsStillCounted()
    {
        // Unlike Gregory's, Meek's transfers reach candidates elected before: C's second preferences raise A's votes
        // and so lower A's keep factor.
        var ballots = Profiles.Letters(4, ("AB", 50), ("CAD", 20), ("D", 21), ("B", 9));
        var result = MeekCount.Count(ballots, new MeekRules { Seats = 2 });
        var factors = result.Stages.Select(s => s.KeepFactors[0]).ToList();
        Assert.True(factors[^1] < factors[1]);
        Assert.Empty(Verifier.Verify(result).Objections);
    }

    [Fact]
    public void Count_Tie_WaitsForALot()
    {
        var ballots = Profiles.Letters(3, ("A", 5), ("B", 2), ("C", 2));
        var rules = new MeekRules { Seats = 2 };
        var waiting = MeekCount.Count(ballots, rules);
        Assert.Equal([1, 2], waiting.Tie!.Among);
        var drawn = MeekCount.Count(ballots, rules, lots: [new CandidateLot([1, 2], 2)]);
        Assert.Equal([0, 1], drawn.Elected);
        Assert.Empty(Verifier.Verify(drawn).Objections);
        Assert.NotNull(MeekCount.Count(ballots, rules, lots: [new CandidateLot([0, 2], 2)]).Problem);
        Assert.NotNull(MeekCount.Count(Simple, rules, lots: [new CandidateLot([0, 2], 2)]).Problem);
    }

    [Fact]
    public void Count_FewerCandidatesThanSeats_ElectsThemAll()
    {
        var result = MeekCount.Count(Simple, new MeekRules { Seats = 4 }, withdrawn: [1]);
        Assert.Equal([0, 2], result.ElectedAtEnd);
        Assert.Equal(
            CountProblemKind.NoCandidates,
            MeekCount.Count(Simple, new MeekRules { Seats = 1 }, [0, 1, 2]).Problem?.Kind
        );
    }

    [Fact]
    public void Count_Misuse_Throws()
    {
        var rules = new MeekRules { Seats = 1 };
        Assert.Throws<ArgumentException>(() => MeekCount.Count(Simple, rules with { Seats = 0 }));
        Assert.Throws<ArgumentException>(() => MeekCount.Count(Simple, rules with { Decimals = 10 }));
        Assert.Throws<ArgumentException>(() => MeekCount.Count(Simple, rules with { Omega = 0 }));
        Assert.Throws<ArgumentException>(() => MeekCount.Count(Simple, rules, withdrawn: [5]));
        var several = new BallotRules { Overvote = OvervoteRule.ExhaustIfSeveralContinue };
        Assert.Throws<ArgumentException>(() => MeekCount.Count(Simple, rules with { Ballots = several }));
    }

    [Fact]
    public void Verify_AnyFigureChanged_IsRefused()
    {
        var ballots = Profiles.Letters(4, ("AB", 50), ("CAD", 20), ("D", 21), ("B", 9));
        var sound = MeekCount.Count(ballots, new MeekRules { Seats = 2 });
        for (var i = 0; i < sound.Stages.Length; i++)
        {
            var stage = sound.Stages[i];
            Refused(stage with { Quota = stage.Quota + new Rational(1, 1_000_000_000) });
            Refused(stage with { Surplus = stage.Surplus + 1 });
            Refused(stage with { NonTransferable = stage.NonTransferable + 1 });
            Refused(stage with { Votes = stage.Votes.SetItem(1, 1) });
            Refused(stage with { Votes = stage.Votes[1..] });
            Refused(stage with { KeepFactors = stage.KeepFactors.SetItem(0, new Rational(1, 3)) });
            Refused(stage with { Elected = [.. stage.Elected, 3] });
            Refused(stage with { Excluded = [.. stage.Excluded, 1] });

            void Refused(MeekStage changed) =>
                Assert.NotEmpty(Verifier.Verify(sound with { Stages = sound.Stages.SetItem(i, changed) }).Objections);
        }

        Assert.NotEmpty(Verifier.Verify(sound with { ElectedAtEnd = [1] }).Objections);
        Assert.NotEmpty(Verifier.Verify(sound with { Rules = new MeekRules { Seats = 3 } }).Objections);
    }
}
