using System.Text.Json.Nodes;
using Scrutineer.Scrutiny.Audits.Drawing;
using Scrutineer.Scrutiny.Audits.Polling;
using static Scrutineer.Tests.Scrutiny.Audits.SharedFacts;

namespace Scrutineer.Tests.Scrutiny.Audits;

/// <summary>BRAVO and Minerva, held against Arlo, Athena and exact distributions.</summary>
public class PollingFactTests
{
    // Lindeman, Stark and Yates (2012), table 1: a share of .70, .60 and .55 at a risk limit of 10 %.
    [Theory]
    [InlineData(700, 300, 31)]
    [InlineData(600, 400, 119)]
    [InlineData(550, 450, 470)]
    public void MeanSize_Golden_IsAsPublished(long winner, long loser, long size) =>
        Assert.Equal(size, Bravo.MeanSize(new PollingPair(winner, loser, 1000), 0.1));

    [Fact]
    public void BravoSizes_Golden_ShareOf60()
    {
        var sizes = BravoSizes.Of(0.6, 0.1);
        Assert.Equal(118.49, sizes.Mean, 0.005);
        Assert.Equal([49, 84, 149, 244, 538], new[] { 0.25, 0.5, 0.75, 0.9, 0.99 }.Select(sizes.Quantile));
    }

    [Theory]
    [InlineData("arlo-bravo-test1")]
    [InlineData("arlo-bravo-test2")]
    [InlineData("arlo-bravo-test3")]
    [InlineData("arlo-bravo-test8")]
    [InlineData("arlo-bravo-test_small_third_candidate")]
    [InlineData("arlo-bravo-test_cause_NaN_in_expected_prob")]
    public void Bravo_ArloContest_IsReproduced(string id)
    {
        var (input, expected) = Of(id);
        var contest = input["contest"]!.AsObject();
        var candidates = contest
            .Where(c => c.Key is not ("ballots" or "numWinners" or "votesAllowed"))
            .Select(c => (Name: c.Key, Votes: (long)c.Value!))
            .OrderByDescending(c => c.Votes)
            .ToList();
        var winners = candidates[..(int)contest["numWinners"]!];
        var losers = candidates[(int)contest["numWinners"]!..];
        int Drawn(string name) => (int)input["round1"]![name]!;
        var ballots = (long)contest["ballots"]!;
        var limit = input.Number("risk_limit_pct") / 100;
        if (losers.Count == 0)
        {
            // Arlo: "Contest must have candidates who did not win!"; there is no pair, so nothing is shown and p is 1.
            Assert.Equal(1, expected["p_values"]![$"{winners[0].Name}/"]!.GetValue<double>());
            Assert.Throws<ArgumentException>(() =>
                Bravo.MeanSize(new PollingPair(winners[0].Votes, 0, ballots), limit)
            );
            return;
        }

        var pairs = winners.SelectMany(w => losers.Select(l => (w, l))).ToList();
        foreach (var (w, l) in pairs)
        {
            var pair = new PollingPair(w.Votes, l.Votes, ballots, Drawn(w.Name), Drawn(l.Name));
            // Arlo's file gives one of them as 0, rounded.
            var p = expected["p_values"]![$"{w.Name}/{l.Name}"]!.GetValue<double>();
            Assert.Equal(p, Bravo.PValue(pair), Math.Max(1e-12, p * 1e-9));
        }

        var limits = pairs.All(x =>
            Bravo.PValue(new PollingPair(x.w.Votes, x.l.Votes, ballots, Drawn(x.w.Name), Drawn(x.l.Name))) <= limit
        );
        Assert.Equal((bool)expected["finished"]!, limits);
        Sizes(expected["sample_sizes"]!, [.. pairs.Select(x => new PollingPair(x.w.Votes, x.l.Votes, ballots))], limit);
    }

    private static void Sizes(JsonNode expected, IReadOnlyList<PollingPair> pairs, double limit)
    {
        var mean = pairs.Max(p => Bravo.MeanSize(p, limit));
        Assert.Equal((long)expected["asn"]!["size"]!, mean);
        if (expected["asn"]!["prob"] is { } chance)
        {
            var hardest = pairs.MaxBy(p => Bravo.MeanSize(p, limit));
            Assert.Equal(chance.GetValue<double>(), Math.Round(Bravo.ChanceToEnd(hardest, limit, mean), 2));
        }

        foreach (var quantile in new[] { "0.7", "0.8", "0.9" })
        {
            if (expected[quantile] is { } size)
            {
                var part = double.Parse(quantile, System.Globalization.CultureInfo.InvariantCulture);
                Assert.Equal((long)size["size"]!, pairs.Max(p => Bravo.RoundSize(p, limit, part)));
            }
        }
    }

    [Fact]
    public void Bravo_ArloAllPairs_IsReproduced()
    {
        var (input, expected) = Of("arlo-bravo-allpairs");
        var votes = input.Numbers("votes");
        var drawn = input.Numbers("round1");
        var ballots = (long)input.Number("ballots");
        PollingPair Pair(int l) => new((long)votes[0], (long)votes[l], ballots, (int)drawn[0], (int)drawn[l]);
        var hardest = new[] { Pair(1), Pair(2) }.MaxBy(p => Bravo.MeanSize(p, 0.1));
        Assert.Equal((long)expected["asn"]!, Bravo.MeanSize(hardest, 0.1));
        Assert.Equal(
            expected.Number("asn_prob"),
            Math.Round(Bravo.ChanceToEnd(hardest, 0.1, Bravo.MeanSize(hardest, 0.1)), 2)
        );
        foreach (var (name, chance) in new[] { ("0.7", 0.7), ("0.8", 0.8), ("0.9", 0.9) })
        {
            Assert.Equal((long)expected[name]!, new[] { Pair(1), Pair(2) }.Max(p => Bravo.RoundSize(p, 0.1, chance)));
        }
    }

    [Fact]
    public void PValue_ArloBallotNotFound_CountsForEachLoser()
    {
        var (input, expected) = Of("arlo-bravo-notfound");
        var (votes, drawn) = (input.Numbers("votes"), input.Numbers("sample"));
        var missing = (int)input["not_found"]!;
        foreach (var (name, p) in expected.AsObject())
        {
            var (w, l) = (name[0] - '1', name[2] - '1');
            var pair = new PollingPair(
                (long)votes[w],
                (long)votes[l],
                (long)input.Number("ballots"),
                (int)drawn[w],
                (int)drawn[l] + missing
            );
            Near(p!.GetValue<double>(), Bravo.PValue(pair));
        }
    }

    public static TheoryData<string> Exact =>
        [
            .. new[] { "0.7", "0.65", "0.58", "0.55", "0.54", "0.52", "0.51", "0.505", "0.5025", "0.5005" }.Select(s =>
                $"bravo-exact-{s}-0.1"
            ),
            .. new[] { "0.7", "0.58", "0.55", "0.53", "0.505", "0.5025", "0.5005" }.Select(s =>
                $"bravo-exact-{s}-0.05"
            ),
        ];

    [Theory]
    [MemberData(nameof(Exact))]
    public void BravoSizes_Fact_IsReproduced(string id)
    {
        var (input, expected) = Of(id);
        var (share, limit) = (input.Number("winner_share"), input.Number("risk_limit"));
        var winner = (long)Math.Round(share * 10000);
        Assert.Equal(
            (long)expected["asn_formula"]!,
            Bravo.MeanSize(new PollingPair(winner, 10000 - winner, 10000), limit)
        );
        if (expected["exact_mean"] is null)
        {
            return;
        }

        var sizes = BravoSizes.Of(share, limit);
        Assert.Equal(expected.Number("exact_mean"), sizes.Mean, 0.006);
        foreach (var (chance, size) in expected["quantiles"]!.AsObject())
        {
            Assert.Equal(
                (int)size!,
                sizes.Quantile(double.Parse(chance, System.Globalization.CultureInfo.InvariantCulture))
            );
        }
    }

    /// <summary>
    /// Athena and r2b2 look for a round by bisection. The chance to end rises and falls with the size, so what bisection
    /// finds depends on where it began: every size printed does end the audit with its chance, none is below the least such
    /// size, and none is above the one from which all larger ones do.
    /// </summary>
    [Theory]
    [InlineData("arlo-minerva-1", 600, 200, 900)]
    [InlineData("arlo-minerva-3", 300, 200, 1000)]
    [InlineData("arlo-minerva-4", 5076, 4925, 10001)]
    [InlineData("arlo-minerva-8", 600, 400, 1000)]
    public void Minerva_RoundSize_Fact_IsASizeThatEnds(string id, int winner, int loser, int ballots)
    {
        var (_, expected) = Of(id);
        var share = (double)winner / (winner + loser);
        var relevant = (double)(winner + loser) / ballots;
        foreach (var (text, size) in expected["sizes"]!.AsObject())
        {
            var chance = double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
            var printed = (int)Math.Floor((int)size! * relevant);
            Assert.True(Minerva.ChanceToEnd(share, 0.1, printed) >= chance, $"{printed} at {chance}");
            if (ballots < 10000)
            {
                Assert.True(Minerva.RoundSize(share, 0.1, chance) <= printed);
                Assert.Contains(
                    printed,
                    Enumerable.Range(1, 500).Where(n => Minerva.ChanceToEnd(share, 0.1, n) >= chance)
                );
            }
        }
    }

    [Theory]
    [InlineData("arlo-minerva-6", 0.6, new[] { 40, 40, 70, 30 })]
    [InlineData("arlo-minerva-7", 0.6, new[] { 56, 40 })]
    [InlineData("arlo-minerva collect_risks 600/400/100/100, r1 [40,40,3] n=83", 0.6, new[] { 40, 40 })]
    [InlineData("arlo-minerva 5.1M/4.9M 2 rounds", 0.51, new[] { 5100, 4990, 5100, 4900 })]
    public void Minerva_Risk_Fact_IsReproduced(string id, double share, int[] rounds)
    {
        var (_, expected) = Of(id);
        Near(expected.Number("risk"), Minerva.Risk(share, 0.1, [.. rounds.Chunk(2).Select(r => (r[0], r[1]))]), 1e-6);
    }

    /// <summary>Georgia's special election of 2020, two to go on: the second of them against the third is the hardest pair.</summary>
    [Fact]
    public void Minerva_Risk_GeorgiaTwoWinners_IsThatOfTheHardestPair()
    {
        var (_, expected) = Of("arlo-minerva GA 2020 special 2-winner [384,276,234,1] n=923");
        (double Votes, int Drawn)[] candidates = [(1613896, 384), (1270718, 276), (978667, 234), (132, 1)];
        var risks =
            from w in candidates[..2]
            from l in candidates[2..]
            select Minerva.Risk(w.Votes / (w.Votes + l.Votes), 0.1, [(w.Drawn, l.Drawn)]);
        Near(expected.Number("risk"), risks.Max(), 1e-6);
    }

    [Fact]
    public void Minerva_RoundSize_IsTheLeastThatEnds()
    {
        Assert.Equal(17, Minerva.RoundSize(0.75, 0.1, 0.7));
        Assert.Equal(22, Minerva.RoundSize(0.75, 0.1, 0.8));
    }

    // Arlo snap_test_sampler: four precincts of 25 ballots, the first of ten tickets.
    [Fact]
    public void ConsistentTicket_Golden_FirstFiveBallots()
    {
        const string Seed = "12345678901234567890abcdefghijklmnopqrstuvwxyz😊";
        var tickets = Enumerable
            .Range(1, 4)
            .SelectMany(b => Enumerable.Range(1, 25).Select(n => (Batch: $"pct {b}", Number: n)))
            .Select(b => (Ticket: ConsistentTicket.Of(Seed, b.Batch, b.Number), b.Batch, b.Number))
            .OrderBy(t => t.Ticket, StringComparer.Ordinal)
            .Take(5)
            .ToList();
        Assert.Equal(("0.000617786129909912", "pct 2", 3), tickets[0]);
        Assert.Equal(("0.025599454926985137", "pct 3", 15), tickets[4]);
    }

    [Fact]
    public void ConsistentTicket_Fact_IsReproduced()
    {
        var (input, expected) = Of("arlo-sampler-1");
        foreach (var ticket in expected.AsArray())
        {
            Assert.Equal(
                (string)ticket![0]!,
                ConsistentTicket.Of((string)input["seed"]!, (string)ticket[1]!, (int)ticket[2]!)
            );
        }
    }
}
