using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Allocation.Tests.Oracle;
using Scrutineer.Allocation.Transferable;

namespace Scrutineer.Allocation.Tests.Transferable;

public class TransferPropertiesTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(5)]
    [InlineData(1)]
    public void Count_Gregory_AgreesWithOnePaperForEachBallot(int? decimals) =>
        Profiles.ForAll(
            Profiles.Clean,
            p =>
            {
                var rules = TransferRules.ExactGregory(p.Seats) with
                {
                    Decimals = decimals,
                    Ties = [TieRule.CandidateOrder],
                };
                var result = TransferCount.Count(p.Ballots, rules);
                var (elected, stages) = NaiveTransfer.Gregory(p.Ballots, p.Seats, decimals);
                Assert.Equal(elected, result.Elected);
                Assert.Equal(stages.Count, result.Stages.Length);
                foreach (var (expected, stage) in stages.Zip(result.Stages))
                {
                    Assert.Equal(
                        Enumerable
                            .Range(0, p.Ballots.Candidates)
                            .Select(c => expected.TryGetValue(c, out var v) ? v : (Rational?)null),
                        stage.Votes
                    );
                }

                Assert.Empty(Verifier.Verify(result).Objections);
            }
        );

    [Fact]
    public void Count_InstantRunoff_AgreesWithOnePaperForEachBallot() =>
        Profiles.ForAll(
            Profiles.Clean,
            p =>
            {
                var rules = TransferRules.InstantRunoff with { Ties = [TieRule.CandidateOrder] };
                var result = TransferCount.Count(p.Ballots, rules);
                var (winner, rounds) = NaiveTransfer.InstantRunoff(p.Ballots);
                Assert.Equal([winner], result.Elected);
                Assert.Equal(rounds.Count, result.Stages.Length);
                Assert.Equal(
                    rounds.Select(r => r.Values.Sum()),
                    result.Stages.Select(s => (int)s.Votes.Aggregate(Rational.Zero, (a, v) => a + (v ?? 0)).Floor())
                );
                Assert.Empty(Verifier.Verify(result).Objections);
            }
        );

    [Fact]
    public void Count_AnyRules_AreConfirmedAndLoseNoVote()
    {
        var complete = 0;
        Prop.ForAll(
                Profiles.Marked,
                AnyRules.ToArbitrary(),
                (p, rules) =>
                {
                    rules = rules.UntilTwo ? rules : rules with { Seats = p.Seats };
                    rules = rules with
                    {
                        WriteIn = rules.WriteIn is null ? null : p.Ballots.Candidates - 1,
                        Quota = rules.Electing == Electing.AllWhenAllAtQuota ? rules.Quota : ElectionQuota.Droop,
                    };
                    var result = Profiles.Draw(p.Ballots, rules);
                    Assert.Empty(Verifier.Verify(result).Objections);
                    foreach (var stage in result.Stages)
                    {
                        var held = stage.Votes.Aggregate(Rational.Zero, (sum, v) => sum + (v ?? Rational.Zero));
                        Assert.Equal(p.Ballots.Count, held + stage.NonTransferable + stage.Loss);
                        Assert.True(stage.Loss.Sign >= 0 && stage.NonTransferable.Sign >= 0);
                    }

                    complete += result.IsComplete ? 1 : 0;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithReplay(20210110, 97));
        Assert.True(complete > 2_000);
    }

    [Fact]
    public void Count_BallotsInAnotherOrder_IsTheSame() =>
        Profiles.ForAll(
            Profiles.Marked,
            p =>
            {
                var builder = new RankedBallotsBuilder(p.Ballots.Candidates);
                for (var kind = p.Ballots.Kinds - 1; kind >= 0; kind--)
                {
                    // Split into single ballots: their number is all that counts.
                    for (var n = 0; n < p.Ballots.CountOf(kind); n++)
                    {
                        builder.AddMarked(p.Ballots.RanksOf(kind).Select(Rank));
                    }

                    IReadOnlyList<int> Rank(System.Collections.Immutable.ImmutableArray<int> rank, int place) =>
                        rank.IsEmpty && p.Ballots.Marks(kind)[place] != RankedBallots.Skipped
                            ? [RankedBallots.UnknownOvervote]
                            : rank;
                }

                var rules = TransferRules.Scottish(p.Seats);
                var (plain, turned) = (Profiles.Draw(p.Ballots, rules), Profiles.Draw(builder.Build(), rules));
                Assert.Equal(plain.Stages, turned.Stages);
            },
            150
        );

    [Fact]
    public void Count_SolidCoalitionOfQuotas_HasThatManySeats()
    {
        // Droop proportionality: voters with more than k quotas who rank some k candidates above all others elect k.
        Profiles.ForAll(
            Profiles.Clean,
            p =>
            {
                var candidates = p.Ballots.Candidates;
                var quotas = Math.Min(p.Seats, (candidates + 1) / 2);
                var builder = new RankedBallotsBuilder(candidates);
                for (var kind = 0; kind < p.Ballots.Kinds; kind++)
                {
                    builder.Add([.. p.Ballots.RanksOf(kind).Select(r => r[0])], p.Ballots.CountOf(kind));
                }

                // The coalition: the first candidates, in two orders, as many ballots as make the quotas.
                long coalition = 0;
                while (coalition < quotas * (((p.Ballots.Count + coalition) / (p.Seats + 1)) + 1))
                {
                    coalition++;
                }

                int[] order = [.. Enumerable.Range(0, quotas)];
                builder.Add(order, coalition / 3).Add([.. order.Reverse()], coalition - (coalition / 3));
                var result = Profiles.Draw(builder.Build(), TransferRules.ExactGregory(p.Seats));
                Assert.True(result.Elected.Count(c => c < quotas) >= quotas, p.ToString());
            }
        );
    }

    [Fact]
    public void Count_Meek_IsConfirmedAndNearItsFixedPoint() =>
        Profiles.ForAll(
            Profiles.Clean,
            p =>
            {
                var rules = new MeekRules { Seats = p.Seats, Ties = [TieRule.CandidateOrder] };
                var result = MeekCount.Count(p.Ballots, rules);
                Assert.True(result.IsComplete);
                Assert.Empty(Verifier.Verify(result).Objections);
                Assert.Equal(Math.Min(p.Seats, p.Ballots.Candidates), result.Elected.Count());
                var (elected, excluded) = (new HashSet<int>(), new HashSet<int>());
                foreach (var stage in result.Stages)
                {
                    // A stage that excludes has converged: within the surplus left, and the rounding.
                    // Where nearly all votes are exhausted the point lies at nought.
                    if (!stage.Excluded.IsEmpty && elected.Count > 0 && stage.Quota > new Rational(1, 10))
                    {
                        var (votes, quota) = NaiveMeek.FixedPoint(p.Ballots, p.Seats, elected, excluded);
                        Assert.Equal(quota, Nearly(stage.Quota), 4);
                        Assert.All(votes.Zip(stage.Votes), v => Assert.Equal(v.First, Nearly(v.Second), 4));
                    }

                    elected.UnionWith(stage.Elected);
                    excluded.UnionWith(stage.Excluded);
                }
            },
            120
        );

    private static double Nearly(Rational value) => (double)value.Numerator / (double)value.Denominator;

    private static Gen<TransferRules> AnyRules =>
        from mode in Gen.Choose(0, 6)
        from decimals in Gen.Elements<int?>(null, 0, 2, 5)
        from flags in Gen.ArrayOf(Gen.Choose(0, 3), 8)
        from ties in Gen.Elements<TieRule[]>(
            [TieRule.Lot],
            [TieRule.CandidateOrder],
            [TieRule.LatestDifference, TieRule.Lot],
            [TieRule.EarliestDifference, TieRule.CandidateOrder]
        )
        from overvote in Gen.Elements(Enum.GetValues<OvervoteRule>())
        select new TransferRules
        {
            Electing = mode switch
            {
                3 => Electing.FirstAtQuota,
                4 => Electing.LastStanding,
                5 => Electing.AllWhenAllAtQuota,
                _ => Electing.AllAtQuota,
            },
            Quota = mode == 5 ? ElectionQuota.Share(new Rational(flags[5] + 1, 10)) : ElectionQuota.Droop,
            QuotaEachStage = mode is 0 or 6 || (mode >= 4 && flags[0] == 0),
            MinimumVotes = flags[1] == 0 ? 2 : 0,
            Surplus = mode switch
            {
                0 or 4 or 5 or 6 => SurplusRule.None,
                1 => SurplusRule.LargestFirst,
                _ => SurplusRule.Together,
            },
            Decimals = decimals,
            TransferValue = flags[2] == 0 ? TransferValue.CutTwice : TransferValue.CutOnce,
            FinalTransfers = flags[3] == 0,
            BatchExclusion = flags[4] == 0,
            CutoffExclusion = flags[5] == 0,
            KeptAfterFirst = flags[6] == 0 ? 2 : null,
            UntilTwo = mode == 6,
            StopAfter = flags[7] == 0 ? 2 : null,
            WriteIn = flags[7] == 1 ? 0 : null,
            Ties = [.. ties],
            Ballots = new BallotRules
            {
                Overvote = overvote,
                SkippedRanksAllowed = flags[0] == 1 ? 0 : null,
                RanksCounted = flags[1] == 1 ? 3 : null,
                ExhaustOnDuplicate = flags[2] == 1,
            },
        };
}
