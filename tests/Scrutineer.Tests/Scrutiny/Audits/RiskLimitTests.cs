using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Audits.Assertions;
using Scrutineer.Scrutiny.Audits.Drawing;
using Scrutineer.Scrutiny.Audits.Planning;
using Scrutineer.Scrutiny.Audits.Polling;
using Scrutineer.Scrutiny.Audits.RiskTests;
using Scrutineer.Tests.Law;

namespace Scrutineer.Tests.Scrutiny.Audits;

/// <summary>
/// The promise of an audit, by simulation with fixed seeds: a wrong result is confirmed in at most a part α of the runs. Of
/// 2,000 runs at α = 10 % more than 241 would come up with a chance of less than 1 in 1,000 (mean 200, deviation 13.4).
/// </summary>
public class RiskLimitTests
{
    private const int Runs = 2000;
    private const int Tolerated = 241;

    /// <summary>The result says 55 to 45 in each of 100 stations; in so many of them all ballots are the loser's, and that makes a tie.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void StationAudit_WrongResult_IsConfirmedInAtMostTheRiskLimit(bool spread)
    {
        var (audit, assertion) = TwoLists(55, 45);
        Dictionary<int, BallotCounts> paper = [];
        // Reported sum 1,000; a station that was really 0 : 100 takes away 110.
        for (var i = 0; i < 100; i++)
        {
            var wrong = spread ? 5 : (i < 10 ? 55 : 0);
            paper[i] = new BallotCounts([55 - wrong, 45 + wrong, 0, 0, 0]);
        }

        Assert.True(paper.Values.Aggregate((Int128)0, (s, c) => s + assertion.Sum(c)) <= 0);
        Assert.True(Confirmed(audit, paper) <= Tolerated);
    }

    [Fact]
    public void StationAudit_RightResult_IsConfirmedAsPlanned()
    {
        var (audit, _) = TwoLists(55, 45);
        var paper = Enumerable.Range(0, 100).ToDictionary(i => i, _ => new BallotCounts([55, 45, 0, 0, 0]));
        Assert.Equal(Runs, Confirmed(audit, paper));

        // One vote too many for the winner in every tenth station: four in five runs still end with the planned draws.
        for (var i = 0; i < 100; i += 10)
        {
            paper[i] = new BallotCounts([54, 46, 0, 0, 0]);
        }

        Assert.InRange(Confirmed(audit, paper), Runs * 8 / 10, Runs);
    }

    private static int Confirmed(StationAudit audit, Dictionary<int, BallotCounts> paper)
    {
        var draws = audit.PlannedDraws(0.1);
        return Enumerable
            .Range(0, Runs)
            .Count(run =>
            {
                var drawn = audit.Draw($"run {run}", draws);
                return AuditEvaluation
                    .Of(audit, 0.1, drawn, drawn.Distinct().ToDictionary(d => d, d => paper[d]))
                    .Confirmed;
            });
    }

    public static TheoryData<string> Bets => ["fixed", "alpha", "shrink", "agrapa"];

    /// <summary>Polling a tie with the option to stop after any of 400 ballots, with and without replacement.</summary>
    [Theory]
    [MemberData(nameof(Bets))]
    public void Martingale_Tie_IsConfirmedInAtMostTheRiskLimit(string name)
    {
        Bet bet = name switch
        {
            "fixed" => new FixedBet(0.4),
            "alpha" => new FixedAlternative(0.6),
            "shrink" => new ShrinkTruncate(0.6, 0.05, 50),
            _ => new Agrapa(0.2, 0.5),
        };
        foreach (var size in new long?[] { null, 1000 })
        {
            var confirmed = 0;
            for (var run = 0; run < Runs; run++)
            {
                var sample = Sample(SplitMix64.For(20210110, (ulong)run), 500, 1000, 400, size is null);
                confirmed += Martingale.Test(sample, new Population(1, 0.5, size), bet).P <= 0.1 ? 1 : 0;
            }

            Assert.True(confirmed <= Tolerated, $"{name}, {size}: {confirmed}");
        }
    }

    [Theory]
    [MemberData(nameof(Bets))]
    public void Martingale_ClearResult_IsMostlyConfirmed(string name)
    {
        Bet bet = name switch
        {
            "fixed" => new FixedBet(0.4),
            "alpha" => new FixedAlternative(0.6),
            "shrink" => new ShrinkTruncate(0.6, 0.05, 50),
            _ => new Agrapa(0.2, 0.5),
        };
        var confirmed = Enumerable
            .Range(0, 500)
            .Count(run =>
                Martingale
                    .Test(Sample(SplitMix64.For(1, (ulong)run), 600, 1000, 400, replaced: true), new Population(1), bet)
                    .P <= 0.1
            );
        Assert.InRange(confirmed, 400, 500);
    }

    /// <summary>The inverse Gaussian quantile and the simulation, beside the exact distribution of BRAVO.</summary>
    [Fact]
    public void Sizes_OfPolls_AgreeWithTheExactDistribution()
    {
        var exact = BravoSizes.Of(0.6, 0.1);
        double[] growth = [Math.Log(1.2), Math.Log(0.8)];
        var runs = SimulatedSizes.Of(growth, [0.6, 0.4], 0.1, 100_000, 4000);
        Assert.InRange(runs.Average(), exact.Mean * 0.96, exact.Mean * 1.04);
        Assert.InRange(SimulatedSizes.Quantile(runs, 0.9), exact.Quantile(0.9) * 0.93, exact.Quantile(0.9) * 1.07);

        var counts = new BallotCounts([5200, 4800, 0, 0, 0]);
        var close = Assertion.Of("", AssertionKind.MoreVotes, "", "", [1, -1, 0, 0, 0], 0, 1);
        var planned = PlannedAssertion.Of(close, counts, new AuditTerms(0.1)).By(AuditMethod.BallotPolling)!;
        Assert.InRange(planned.Expected, 2800, 2950);
        // BRAVO's exact quantile is 6,055; the best bet of a poll is the same bet.
        Assert.InRange(planned.P90, 5800, 6300);
    }

    private static double[] Sample(SplitMix64 random, int ones, int all, int size, bool replaced)
    {
        var sample = new double[size];
        var (left, of) = (ones, all);
        for (var i = 0; i < size; i++)
        {
            var one = random.Below(of) < left;
            sample[i] = one ? 1 : 0;
            if (!replaced)
            {
                of--;
                left -= one ? 1 : 0;
            }
        }

        return sample;
    }

    private static (StationAudit Audit, Assertion Assertion) TwoLists(long first, long second)
    {
        var edition = LawText.Of(
            "- divide: { quota: hare, of: votes-of-admitted, cited }",
            "- remainders: { by: largest-remainder, cited }"
        );
        var units = Enumerable
            .Range(0, 100)
            .Select(i => new AuditedUnit($"S{i}", new BallotCounts([first, second, 0, 0, 0]), new Location("t", i)))
            .ToList();
        var manifest = new StationManifest(units, "t", "");
        var standing = edition.Evaluate("lists", LawText.Votes(first * 100, second * 100));
        var more = Assertion.Of("A has more votes than B", AssertionKind.MoreVotes, "", "", [1, -1, 0, 0, 0], 0, 1);
        return (StationAudit.Of(new SeatAssertions(standing, manifest.Total, [more], []), manifest), more);
    }
}
