using Scrutineer.Allocation;
using Scrutineer.Scrutiny.Audits.Assertions;
using Scrutineer.Scrutiny.Audits.Comparison;
using Scrutineer.Scrutiny.Audits.RiskTests;
using static Scrutineer.Tests.Scrutiny.Audits.SharedFacts;

namespace Scrutineer.Tests.Scrutiny.Audits;

/// <summary>Assorters, overstatements, super-simple and batch comparison, held against SHANGRLA, Arlo and published audits.</summary>
public class ComparisonFactTests
{
    /// <summary>Alice, Bob, Candy.</summary>
    private static readonly Assorter AliceBob = Assorter.Plurality(0, 1, 3);

    private static Rational Value(string vote) =>
        vote switch
        {
            "Alice" => AliceBob.Values[0],
            "Bob" => AliceBob.Values[1],
            "phantom" => Rational.Zero,
            _ => AliceBob.Values[4],
        };

    [Fact]
    public void Assorter_Golden_Values()
    {
        Assert.Equal([1, 0, new Rational(1, 2)], new[] { AliceBob.Values[0], AliceBob.Values[1], AliceBob.Values[2] });
        var twoThirds = Assorter.Majority(0, new Rational(2, 3), 3);
        Assert.Equal([new Rational(3, 4), 0, 0, 0, new Rational(1, 2)], twoThirds.Values.Take(5));
    }

    [Theory]
    [InlineData("sh-super-Alice", 0)]
    [InlineData("sh-super-Bob", 1)]
    [InlineData("sh-super-Alice+Bob overvote", 4)]
    public void Majority_Fact_IsReproduced(string id, int ballot)
    {
        var (input, expected) = Of(id);
        var assorter = Assorter.Majority(0, Rational.Parse((string)input["share_to_win"]!), 3);
        Assert.Equal(
            expected.Number("assorter"),
            (double)assorter.Values[ballot].Numerator / (double)assorter.Values[ballot].Denominator
        );
    }

    [Theory]
    [InlineData("sh-over-Alice-Bob")]
    [InlineData("sh-over-blank-Alice")]
    [InlineData("sh-over-phantom-Bob")]
    public void Overstatement_Fact_IsReproduced(string id)
    {
        var (input, expected) = Of(id);
        var overstatement = Overstatement.Of(Value((string)input["cvr"]!), Value((string)input["mvr"]!));
        Assert.Equal(Exactly(expected.Number("overstatement")), overstatement);
    }

    [Theory]
    [InlineData("sh-overassort-Alice-Alice")]
    [InlineData("sh-overassort-Alice-Bob")]
    public void Assorted_Fact_IsReproduced(string id)
    {
        var (input, expected) = Of(id);
        var overstatement = Overstatement.Of(Value((string)input["cvr"]!), Value((string)input["mvr"]!));
        var value = Overstatement.Assorted(overstatement, Exactly(input.Number("margin")), 1);
        Near(expected.Number("value"), Double(value));
    }

    [Theory]
    [InlineData("sh-osmean-0.5-0")]
    [InlineData("sh-osmean-0.25-0.25")]
    public void Mean_Fact_IsReproduced(string id)
    {
        var (input, expected) = Of(id);
        Near(
            expected.Number("mean"),
            Double(
                Overstatement.Mean(
                    Exactly(input.Number("margin")),
                    Exactly(input.Number("upper")),
                    Exactly(input.Number("error_rate_1")),
                    Exactly(input.Number("error_rate_2"))
                )
            )
        );
    }

    [Fact]
    public void OfPool_Fact_IsReproduced()
    {
        var (input, expected) = Of("sh-pool-2");
        Rational[] pool = [.. input["pool"]!.AsArray().Select(v => Value(v!.GetValue<string>()))];
        Near(expected.Number("mean"), Double(Overstatement.OfPool(pool)));
    }

    [Theory]
    [InlineData("arlo-supersimple-Contest B")]
    [InlineData("arlo-supersimple-Contest C")]
    [InlineData("arlo-supersimple-Two-winner Contest")]
    public void SuperSimple_Fact_IsReproduced(string id)
    {
        var (input, expected) = Of(id);
        var audit = new SuperSimple(expected.Number("diluted_margin"), (long)input["contest"]!["ballots"]!);
        var limit = input.Number("risk_limit_pct") / 100;
        var first = (int)expected["initial_sample_size"]!;
        Assert.Equal(first, audit.Size(limit));
        Near(expected.Number("p_no_discrepancy"), audit.PValue(new ComparedBallots(first)));
        var oneOver = new ComparedBallots(first, OneOver: 1);
        var twoOver = new ComparedBallots(first, TwoOver: 1);
        Near(expected.Number("p_one_1vote_over"), audit.PValue(oneOver));
        Near(expected.Number("p_one_2vote_over"), audit.PValue(twoOver));
        Assert.Equal((long)expected["total_after_1over"]!, audit.Size(limit, oneOver));
        Assert.Equal((long)expected["next_sample_after_1over"]!, audit.Size(limit, oneOver) - first);
        Assert.Equal((long)expected["total_after_2over"]!, audit.Size(limit, twoOver));
        Assert.Equal((long)expected["next_sample_after_2over"]!, audit.Size(limit, twoOver) - first);
    }

    [Fact]
    public void SuperSimple_JonahFact_IsReproducedWithAndWithoutDiscrepancies()
    {
        var (input, expected) = Of("arlo-supersimple-jonah-vacuous");
        var ballots = (long)input.Number("ballots");
        var audit = new SuperSimple((input.Number("winner") - input.Number("loser")) / ballots, ballots);
        var drawn = (int)input["n"]!;
        Near(expected.Number("p_asserted"), audit.PValue(new ComparedBallots(drawn)), 1e-6);
        Near(
            expected.Number("p_with_two_real_1vote_overstatements"),
            audit.PValue(new ComparedBallots(drawn, OneOver: 2))
        );
    }

    // Arlo test_macro: 200 stations of 400 ballots and 200 of 200, a margin of 6,000 votes, risk limit 25 %.
    [Fact]
    public void BatchComparison_Golden_ArloContestA()
    {
        var most = (6000.0 + 120000) / 6000;
        Assert.Equal(30, BatchComparison.PlannedDraws(most, 0.25));
        Near(0.822702474791882, BatchComparison.PValue(most, [0, 0, 0, 0]));
    }

    [Fact]
    public void BatchComparison_ArloContestA_IsReproduced()
    {
        var (input, expected) = Of("arlo-macro-Contest A");
        var contest = input["input"]!;
        var margin = contest.Number("winner") - contest.Number("loser");
        var most = (margin + contest.Number("ballots")) / margin;
        Near(expected.Number("U"), most);
        Near(expected.Number("u_batch0"), (200 - 180 + 400) / margin);
        Near(expected.Number("u_batch0_AV"), (100 - 90 + 200) / margin);
        var planned = BatchComparison.PlannedDraws(most, input.Number("risk_limit_pct") / 100);
        Assert.Equal((int)expected["initial_batches"]!, planned);
        Assert.Equal((int)expected["after_4_clean_draws"]!, planned - 4);
        Near(expected.Number("p_after_4"), BatchComparison.PValue(most, new double[4]));
        Near(expected.Number("p_after_30_clean"), BatchComparison.PValue(most, new double[30]));
        Assert.Equal((bool)expected["finished_after_30"]!, BatchComparison.PValue(most, new double[30]) <= 0.25);
    }

    /// <summary>
    /// 48, 25, 15 and 12 of a hundred ballots in each of a hundred stations: that the first stays below one half is the hardest
    /// assertion, 2 votes a station that could be 50 fewer: U = 52/2.
    /// </summary>
    [Fact]
    public void BatchComparison_ArloRunoff_IsReproduced()
    {
        var (input, expected) = Of("arlo-macro-runoff 48/25/15/12 x100 batches-True");
        var counts = new BallotCounts([4800, 2500, 1500, 1200, 0, 0, 0]);
        var below = Assertion.Of("", AssertionKind.StaysBelowShare, "", "", [-1, 1, 1, 1, 0, 0, 0], 0);
        var second = Assertion.Of("", AssertionKind.MoreVotes, "", "", [0, 1, -1, 0, 0, 0, 0], 1, 2);
        var most = new[] { below, second }.Max(a => (double)a.MostOverstated(counts) / (double)a.Sum(counts));
        Near(expected.Number("U"), most);
        Assert.Equal(
            (int)expected["initial_batches"]!,
            BatchComparison.PlannedDraws(most, input.Number("risk_limit_pct") / 100)
        );
    }

    /// <summary>
    /// Two ballots are pending, so the margin of 100 is 98 at worst. The bounds of the four batches are 450 in votes, as U says;
    /// the two votes of the discrepancy are of a batch with a bound of 190.
    /// </summary>
    [Fact]
    public void BatchComparison_ArloPending_IsReproduced()
    {
        var (_, expected) = Of("arlo-macro-pending");
        Near(expected.Number("U"), 450 / 98.0);
        Near(expected.Number("p_clean"), BatchComparison.PValue(450 / 98.0, [0, 0, 0]));
        Near(expected.Number("p_disc"), BatchComparison.PValue(450 / 98.0, [0, 0, 2 / 190.0]));
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1.5)]
    public void PValue_StationOverstatedByAllItCan_IsOne(double taint) =>
        Assert.Equal(1, BatchComparison.PValue(20, [0, taint]));

    [Fact]
    public void PValue_Understatement_DoesNotHelp() =>
        Assert.Equal(BatchComparison.PValue(20, [0, 0]), BatchComparison.PValue(20, [0, -0.5]));

    /// <summary>
    /// Denmark's election to the European Parliament of 2014 (Stark and Teague): coalitions' seats by D'Hondt, the greatest
    /// overstatement of a ballot in margins, and the number of ballots by Kaplan–Wald with a twentieth of the fortune kept.
    /// How the seats go within a coalition needs the votes of its parties, which the fact does not give.
    /// </summary>
    [Fact]
    public void KaplanWald_Denmark2014_IsReproduced()
    {
        var (input, expected) = Of("stark-teague-denmark-2014");
        long[] votes = [.. input.Numbers("coalitions").Select(v => (long)v)];
        var seats = DivisorMethod.DHondt.Apportion(votes, (int)input["seats"]!).Apportionment!.Seats;
        Assert.Equal(expected["coalition_seats"]!.AsArray().Select(s => (int)s!), seats);
        Assert.Equal(seats.Sum(), expected["party_seats_ABCFINOV"]!.AsArray().Sum(s => (int)s!));
        var most = (
            from w in Enumerable.Range(0, votes.Length)
            where seats[w] > 0
            from l in Enumerable.Range(0, votes.Length)
            where l != w
            let d = (Won: 1.0 / seats[w], Next: 1.0 / (seats[l] + 1))
            select (d.Won + d.Next) / ((votes[w] * d.Won) - (votes[l] * d.Next))
        ).Max();
        Near(expected.Number("u"), most, 1e-3);
        var bound = most * input.Number("ballots");
        var size = Martingale
            .KaplanWald(Enumerable.Repeat(1.0, 3000).ToArray(), 1 - (1 / bound), 1 - input.Number("gamma"))
            .FirstWithin(input.Number("alpha"));
        Assert.Equal((int)expected["comparison_sample"]!, size);
    }

    /// <summary>
    /// What these facts print rests on figures that they do not give: hand readings of 372 ballots, 443,578 records of ballots, the
    /// lists' votes in Hessian counties. What follows from what they do give is held here.
    /// </summary>
    [Fact]
    public void Facts_ThatNeedOtherFigures_AgreeWithWhatTheyGive()
    {
        var (input, expected) = Of("sf-da-2019-p0");
        var sanFrancisco = new SuperSimple(0.019902906001554532, 146662);
        var drawn = (int)input["n"]!;
        // The audit did not end: more than without any discrepancy, less than if five were of one vote and γ were 1.
        Assert.True(expected.Number("max_p") > sanFrancisco.PValue(new ComparedBallots(drawn)));
        Assert.InRange(
            expected.Number("max_p"),
            0.05,
            Math.Pow(2, 5) * sanFrancisco.PValue(new ComparedBallots(drawn))
        );

        var (pooled, sizes) = Of("oneaudit-demo");
        var clean = Math.Ceiling(
            Math.Log(1 / pooled.Number("risk_limit"))
                / Math.Log(1 + (pooled.Number("min_margin") / (2 - pooled.Number("min_margin"))))
        );
        // Records alone would need 63 ballots; pools cost more. Fewer were drawn than planned, since one can serve two contests.
        Assert.True(clean <= sizes.Number("contest2") && sizes.Number("contest2") <= sizes.Number("initial_sample"));
        Assert.True(sizes.Number("drawn") <= sizes.Number("contest1") + sizes.Number("contest2"));
        Assert.Equal(sizes.Number("max_p"), Math.Max(sizes.Number("p_5v6"), sizes.Number("p_11v9")));
        Assert.True(sizes.Number("max_p") <= pooled.Number("risk_limit"));

        var counties = All()
            .Where(f => ((string)f!["id"]!).StartsWith("hamilton-hesse2016", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(9, counties.Count);
        foreach (var county in counties)
        {
            // One assertion for every ordered pair of n lists: n(n − 1).
            var pairs = (int)county!["expected"]!["level2_assertions"]!;
            Assert.Contains(pairs, Enumerable.Range(2, 15).Select(n => n * (n - 1)));
            Assert.True(
                county["expected"]!["level2"] is not { } all
                    || all.GetValue<double>() >= county["expected"]!.Number("level1")
            );
        }
    }

    private static Rational Exactly(double value) =>
        Rational.Parse(
            value.ToString("0.################", System.Globalization.CultureInfo.InvariantCulture).TrimStart('-')
        ) * (value < 0 ? -1 : 1);

    private static double Double(Rational value) => (double)value.Numerator / (double)value.Denominator;
}
