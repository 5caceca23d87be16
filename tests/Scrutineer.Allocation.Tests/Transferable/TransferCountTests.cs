using Scrutineer.Allocation.Transferable;

namespace Scrutineer.Allocation.Tests.Transferable;

public class TransferCountTests
{
    /// <summary>President of Ireland 1990, by the official transfers: Robinson, Lenihan, Currie.</summary>
    private static readonly RankedBallots Ireland1990 = Profiles.Letters(
        3,
        ("A", 612265),
        ("B", 694484),
        ("CB", 36789),
        ("CA", 205565),
        ("C", 25548)
    );

    [Fact]
    public void Count_Ireland1990_IsTheOfficialCount()
    {
        var result = TransferCount.Count(Ireland1990, TransferRules.InstantRunoff);
        Assert.Equal([0], result.Elected);
        Assert.Equal([612265, 694484, 267902], result.Stages[0].Votes.Select(v => v!.Value));
        Assert.Equal([817830, 731273, null], result.Stages[1].Votes.Select(v => v));
        Assert.Equal(25548, result.Stages[1].NonTransferable);
        Assert.Empty(Verifier.Verify(result).Objections);
    }

    [Fact]
    public void Count_ScottishSurplus_IsCutAfterFiveDecimals()
    {
        // 100 papers, quota 34. The surplus of 26 in 60 moves at 26/60 = 0.43333…, so each paper at 0.43333.
        var ballots = Profiles.Letters(4, ("AB", 40), ("AC", 15), ("A", 5), ("C", 18), ("D", 12), ("B", 10));
        var result = TransferCount.Count(ballots, TransferRules.Scottish(2));
        var transfer = Assert.Single(result.Stages[0].Transfers);
        Assert.Equal(34, result.Stages[0].Quota);
        Assert.Equal([0, Rational.Parse("17.3332"), Rational.Parse("6.49995"), 0], transfer.To.Select(v => v));
        Assert.Equal(Rational.Parse("2.16665"), transfer.NonTransferable);
        Assert.Equal(Rational.Parse("0.0002"), transfer.Loss);
        Assert.Equal(Rational.Parse("27.3332"), result.Stages[1].Votes[1]);
        Assert.Equal([0, 1], result.Elected);
        Assert.Empty(Verifier.Verify(result).Objections);
    }

    [Fact]
    public void Count_RepeatedSurpluses_AreExact()
    {
        // A peer's floating point had 8.000…14 here and saw no tie.
        var ballots = Profiles.Letters(6, ("ABCDE", 52), ("F", 8));
        var result = TransferCount.Count(ballots, TransferRules.ExactGregory(5));
        Assert.Equal(11, result.Stages[0].Quota);
        Assert.Equal([0, 1, 2, 3], result.Elected);
        Assert.Equal(TiePurpose.Exclusion, result.Tie?.Purpose);
        Assert.Equal([4, 5], result.Tie!.Among);
        Assert.Equal([8, 8], new[] { 4, 5 }.Select(c => result.Stages[^1].Votes[c]!.Value));
        Assert.Empty(Verifier.Verify(result).Objections);
    }

    [Fact]
    public void Count_TieAtExclusion_LooksBackOrWaitsForALot()
    {
        // At the third stage A and B are equal; at the second A had fewer.
        var ballots = Profiles.Letters(5, ("A", 7), ("B", 8), ("CE", 20), ("DA", 2), ("EAB", 1), ("BC", 2));
        var rules = TransferRules.InstantRunoff with { Ties = [TieRule.Lot] };
        var waiting = TransferCount.Count(ballots, rules);
        Assert.Equal(new CandidateTie(3, TiePurpose.Exclusion, [0, 1]), waiting.Tie);
        Assert.False(waiting.IsComplete);

        var back = TransferCount.Count(ballots, rules with { Ties = [TieRule.LatestDifference] });
        var decision = Assert.Single(back.Stages[2].Ties);
        Assert.Equal((0, TieRule.LatestDifference, 2), (decision.Chosen, decision.By, decision.DecidingStage));
        Assert.Empty(Verifier.Verify(back).Objections);

        var drawn = TransferCount.Count(ballots, rules, lots: [new CandidateLot([1, 0], 1)]);
        Assert.Equal([1], drawn.Stages[2].Excluded);
        Assert.Empty(Verifier.Verify(drawn).Objections);
    }

    [Fact]
    public void Count_LotThatDoesNotFit_IsRejected()
    {
        var ballots = Profiles.Letters(3, ("A", 2), ("B", 1), ("C", 1));
        var rules = TransferRules.InstantRunoff with { Quota = ElectionQuota.Share(1) };
        AssertRejected(TransferCount.Count(ballots, rules, lots: [new CandidateLot([0, 1], 1)]), "among [1, 2]");
        AssertRejected(TransferCount.Count(ballots, rules, lots: [new CandidateLot([1, 2], 0)]), "among [1, 2]");
        var clear = Profiles.Letters(2, ("A", 2), ("B", 1));
        AssertRejected(TransferCount.Count(clear, rules, lots: [new CandidateLot([0, 1], 0)]), "no tie came up");
    }

    [Fact]
    public void Count_KeptAfterFirst_IsTheContingentVote()
    {
        var ballots = Profiles.Letters(3, ("A", 40), ("BC", 35), ("CB", 25));
        var result = TransferCount.Count(ballots, TransferRules.InstantRunoff with { KeptAfterFirst = 2 });
        Assert.Equal([2], result.Stages[0].Excluded);
        Assert.Equal([1], result.Elected);
    }

    [Theory]
    [InlineData(OvervoteRule.Exhaust, 3, 2, 0)]
    [InlineData(OvervoteRule.Skip, 3, 3, 0)]
    [InlineData(OvervoteRule.ExhaustIfSeveralContinue, 3, 2, 0)]
    public void Count_Overvotes_AreReadByTheRule(OvervoteRule rule, int a, int b, int c)
    {
        var ballots = new RankedBallotsBuilder(3)
            .Add([0], 3)
            .Add([1], 2)
            .AddMarked([
                [0, 2],
                [1],
            ])
            .Build();
        var rules = TransferRules.InstantRunoff with { Ballots = new BallotRules { Overvote = rule } };
        var first = TransferCount.Count(ballots, rules).Stages[0];
        Assert.Equal([a, b, c], first.Votes.Select(v => v!.Value));
        Assert.Equal(6 - a - b - c, first.NonTransferable);
    }

    [Fact]
    public void Count_OvervoteOfOneWhoContinues_CountsForThatOne()
    {
        // C is out at the first stage, so the rank {A, C} then names A alone.
        var ballots = new RankedBallotsBuilder(4)
            .Add([0], 3)
            .Add([1], 4)
            .Add([2], 1)
            .AddMarked(
                [
                    [3],
                    [0, 2],
                    [1],
                ],
                2
            )
            .AddMarked([
                [RankedBallots.UnknownOvervote],
                [0],
            ])
            .Build();
        var rules = TransferRules.InstantRunoff with
        {
            Ballots = new BallotRules { Overvote = OvervoteRule.ExhaustIfSeveralContinue },
        };
        var result = TransferCount.Count(ballots, rules);
        Assert.Equal(5, result.Stages[2].Votes[0]);
        Assert.Equal([0], result.Elected);
        Assert.Empty(Verifier.Verify(result).Objections);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(null, 2)]
    public void Count_SkippedRanks_ExhaustBeyondTheLimit(int? allowed, int expected)
    {
        var ballots = new RankedBallotsBuilder(2)
            .Add([0])
            .AddMarked([
                [],
                [0],
            ])
            .Add([1])
            .Build();
        var rules = TransferRules.InstantRunoff with { Ballots = new BallotRules { SkippedRanksAllowed = allowed } };
        Assert.Equal(expected, Profiles.Draw(ballots, rules).Stages[0].Votes[0]);
    }

    [Fact]
    public void Count_WithdrawnCandidate_IsPassedOver()
    {
        var result = TransferCount.Count(Ireland1990, TransferRules.InstantRunoff, withdrawn: [0]);
        Assert.Equal([null, 694484, 267902], result.Stages[0].Votes.Select(v => v));
        Assert.Equal(
            CountProblemKind.NoCandidates,
            TransferCount.Count(Ireland1990, TransferRules.InstantRunoff, [0, 1, 2]).Problem?.Kind
        );
    }

    [Fact]
    public void Count_EverybodyBelowTheMinimum_IsAProblem()
    {
        var rules = TransferRules.InstantRunoff with { MinimumVotes = 1_000_000 };
        Assert.Equal(
            "All 3 candidates are below 1000000 votes.",
            TransferCount.Count(Ireland1990, rules).Problem?.Message
        );
    }

    [Fact]
    public void CountInSequence_EachSeat_IsCountedWithoutTheWinnersBefore()
    {
        var ballots = Profiles.Letters(3, ("ABC", 5), ("BCA", 3), ("CBA", 1));
        var passes = TransferCount.CountInSequence(ballots, TransferRules.InstantRunoff, 2);
        Assert.Equal([0, 1], passes.SelectMany(p => p.Elected));
        Assert.Equal(8, passes[1].Stages[0].Votes[1]);
        Assert.All(passes, p => Assert.Empty(Verifier.Verify(p).Objections));
    }

    [Theory]
    [InlineData("droop", 100, 3, "26")]
    [InlineData("droop-2-decimals", 100, 2, "33.34")]
    [InlineData("hagenbach-bischoff", 100, 2, "100/3")]
    [InlineData("hare", 100, 3, "34")]
    [InlineData("hare-1-decimals", 100, 3, "33.4")]
    [InlineData("share-3/20", 30, 9, "4.5")]
    public void Quota_NamedFormula_IsExact(string name, int votes, int seats, string expected)
    {
        ElectionQuota[] quotas =
        [
            ElectionQuota.Droop,
            ElectionQuota.DroopWith(2),
            ElectionQuota.HagenbachBischoff,
            ElectionQuota.Hare,
            ElectionQuota.HareWith(1),
            ElectionQuota.Share(Rational.Parse("15 %")),
        ];
        Assert.Equal(Rational.Parse(expected), quotas.Single(q => q.Name == name).Of(votes, seats));
    }

    [Fact]
    public void Count_Misuse_Throws()
    {
        var rules = TransferRules.InstantRunoff;
        foreach (
            var wrong in new[]
            {
                rules with
                {
                    Seats = 0,
                },
                rules with
                {
                    Decimals = -1,
                },
                rules with
                {
                    KeptAfterFirst = 0,
                },
                rules with
                {
                    UntilTwo = true,
                    Seats = 2,
                },
                rules with
                {
                    WriteIn = 3,
                },
                rules with
                {
                    Surplus = SurplusRule.Together,
                },
                rules with
                {
                    Ballots = new BallotRules { RanksCounted = -1 },
                },
            }
        )
        {
            Assert.Throws<ArgumentException>(() => TransferCount.Count(Ireland1990, wrong));
        }

        Assert.Throws<ArgumentException>(() => TransferCount.Count(Ireland1990, rules, withdrawn: [3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RankedBallotsBuilder(2).Add([2]));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new RankedBallotsBuilder(2).AddMarked([
                [0, -1],
            ])
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => new RankedBallotsBuilder(2).Add([0], -1));
    }

    [Fact]
    public void Verify_AnyFigureChanged_IsRefused()
    {
        var ballots = Profiles.Letters(4, ("AB", 40), ("AC", 15), ("A", 5), ("C", 18), ("D", 12), ("BD", 10));
        var sound = TransferCount.Count(ballots, TransferRules.Scottish(2));
        Assert.Empty(Verifier.Verify(sound).Objections);
        for (var i = 0; i < sound.Stages.Length; i++)
        {
            var stage = sound.Stages[i];
            Refused(stage with { Quota = stage.Quota + 1 });
            Refused(stage with { NonTransferable = stage.NonTransferable + 1 });
            Refused(stage with { Loss = stage.Loss + new Rational(1, 100_000) });
            Refused(stage with { Votes = stage.Votes.SetItem(1, 1) });
            Refused(stage with { Votes = stage.Votes.SetItem(0, null) });
            Refused(stage with { Votes = stage.Votes[1..] });
            Refused(stage with { Number = 7 });
            Refused(stage with { Elected = [.. stage.Elected, 3] });
            Refused(stage with { Excluded = [.. stage.Excluded, 2] });
            if (!stage.Elected.IsEmpty)
            {
                Refused(stage with { Elected = [] });
            }

            foreach (var transfer in stage.Transfers)
            {
                Refused(stage with { Transfers = [transfer with { From = (transfer.From + 1) % 4 }] });
                Refused(stage with { Transfers = [transfer with { IsSurplus = !transfer.IsSurplus }] });
                Refused(stage with { Transfers = [transfer with { Loss = transfer.Loss + 1 }] });
                Refused(stage with { Transfers = [transfer with { To = transfer.To.SetItem(3, 1) }] });
                Refused(stage with { Transfers = [] });
            }

            void Refused(CountStage changed) =>
                Assert.NotEmpty(Verifier.Verify(sound with { Stages = sound.Stages.SetItem(i, changed) }).Objections);
        }

        Assert.NotEmpty(Verifier.Verify(sound with { Stages = sound.Stages[..1] }).Objections);
        Assert.NotEmpty(Verifier.Verify(sound with { Rules = TransferRules.ExactGregory(2) }).Objections);
        Assert.NotEmpty(Verifier.Verify(sound with { Rules = TransferRules.Scottish(1) }).Objections);
    }

    [Fact]
    public void Verify_TieDecidedWrongly_IsRefused()
    {
        var ballots = Profiles.Letters(5, ("A", 7), ("B", 8), ("CE", 20), ("DA", 2), ("EAB", 1), ("BC", 2));
        var rules = TransferRules.InstantRunoff with { Ties = [TieRule.LatestDifference] };
        var sound = TransferCount.Count(ballots, rules);
        var decision = sound.Stages[2].Ties[0];
        foreach (
            var wrong in new[]
            {
                decision with
                {
                    Chosen = 1,
                },
                decision with
                {
                    By = TieRule.CandidateOrder,
                },
                decision with
                {
                    Tie = decision.Tie with { Among = [0, 2] },
                },
                decision with
                {
                    Tie = decision.Tie with { Stage = 1 },
                },
            }
        )
        {
            var stage = sound.Stages[2] with { Ties = [wrong] };
            Assert.NotEmpty(Verifier.Verify(sound with { Stages = sound.Stages.SetItem(2, stage) }).Objections);
        }
    }

    private static void AssertRejected(CountResult result, string message)
    {
        Assert.Equal(CountProblemKind.LotRejected, result.Problem?.Kind);
        Assert.Contains(message, result.Problem!.Message, StringComparison.Ordinal);
    }
}
