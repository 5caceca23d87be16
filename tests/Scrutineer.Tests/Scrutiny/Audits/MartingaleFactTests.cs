using Scrutineer.Scrutiny.Audits.RiskTests;
using static Scrutineer.Tests.Scrutiny.Audits.SharedFacts;

namespace Scrutineer.Tests.Scrutiny.Audits;

/// <summary>The sequential tests, held against what SHANGRLA prints, and golden rows that need no file.</summary>
public class MartingaleFactTests
{
    private static readonly double[] FiveOnes = [1, 1, 1, 1, 1];
    private static readonly double[] OnesAndNought = [1, 1, 1, 1, 1, 0];

    // SHANGRLA tests/core/test_NonnegMean.py, test_kaplan_wald and test_kaplan_markov.
    [Fact]
    public void Kaplan_Golden_IsAsPublished()
    {
        Near(0.03125, Martingale.KaplanWald(FiveOnes, 0.5, 0).P);
        Near(0.40386107340619265, Martingale.KaplanWald(OnesAndNought, 0.5, 0.1, inOrder: false).P);
        Near(0.03125, Martingale.KaplanMarkov(FiveOnes, 0.5, 0).P);
        Near(0.048282842081079885, Martingale.KaplanMarkov(OnesAndNought, 0.5, 0.1).P);
        Near(0.2896970524864793, Martingale.KaplanMarkov(OnesAndNought, 0.5, 0.1, inOrder: false).P);
    }

    [Theory]
    [InlineData("sh-kw-1")]
    [InlineData("sh-kw-3")]
    [InlineData("sh-km-1")]
    [InlineData("sh-km-2")]
    [InlineData("sh-km-3")]
    public void Kaplan_Fact_IsReproduced(string id)
    {
        var (input, expected) = Of(id);
        var (x, t, g) = (input.Numbers("x"), input.Number("t"), input.Number("g"));
        var ordered = input["random_order"]?.GetValue<bool>() ?? true;
        var p = id.Contains("kw", StringComparison.Ordinal)
            ? Martingale.KaplanWald(x, t, g, ordered)
            : Martingale.KaplanMarkov(x, t, g, ordered);
        Near(expected.Number("p"), p.P);
    }

    [Theory]
    [InlineData("sh-ss-1", 1)]
    [InlineData("sh-ss-2", 0.75)]
    [InlineData("sh-ss-4", 0.75)]
    public void FirstWithin_Fact_IsReproduced(string id, double value)
    {
        var (input, expected) = Of(id);
        double[] sample = [.. Enumerable.Repeat(value, 30)];
        var history =
            id == "sh-ss-4"
                ? Martingale.KaplanWald(sample, input.Number("t"), input.Number("g"))
                : Martingale.Test(
                    sample,
                    new Population(1, input.Number("t"), (long)input.Number("N")),
                    new FixedAlternative(input.Number("eta"))
                );
        Assert.Equal((int)expected["n"]!, history.FirstWithin(input.Number("alpha")));
    }

    [Theory]
    [InlineData("sh-bet-0.75-0.25")]
    [InlineData("sh-bet-0.75-0.5")]
    public void FixedBet_Fact_IsReproduced(string id)
    {
        var (input, expected) = Of(id);
        double[] sample = [.. Enumerable.Repeat(0.75, 20)];
        Near(expected.Number("p"), Martingale.Test(sample, new Population(1), new FixedBet(input.Number("lam"))).P);
    }

    [Fact]
    public void Agrapa_Fact_IsReproduced()
    {
        var (input, expected) = Of("sh-agrapa-0.6");
        var bet = new Agrapa(input.Number("lam"), input.Number("c_grapa_0"));
        var so = default(SampleSoFar);
        foreach (var fraction in expected.Numbers("lam"))
        {
            Near(fraction, bet.Fraction(so, new Population(1), 0.5));
            so = so.With(0.6);
        }
    }

    [Fact]
    public void SampleSoFar_Fact_IsReproduced()
    {
        var (input, expected) = Of("sh-sjm-1");
        var population = new Population(4, input.Number("t"));
        var so = default(SampleSoFar);
        foreach (var (i, value) in input.Numbers("x").Index())
        {
            Near(expected.Numbers("S")[i], so.Sum);
            Near(expected.Numbers("m")[i], population.NullAfter(so.Count, so.Sum));
            so = so.With(value);
        }

        Near(expected.Number("Stot"), so.Sum);
    }

    [Theory]
    [InlineData("g-alpha-fixed-N100")]
    [InlineData("g-alpha-fixed-inf")]
    [InlineData("g-alpha-shrink-d100-f001")]
    [InlineData("g-bet-fixed-.5-N100")]
    public void Test_Fact_EveryPValueIsReproduced(string id)
    {
        var (input, expected) = Of(id);
        var size =
            input["N"]!.GetValueKind() == System.Text.Json.JsonValueKind.Number ? (long?)input.Number("N") : null;
        Bet bet =
            input["lam"] is not null ? new FixedBet(input.Number("lam"))
            : input["d"] is not null
                ? new ShrinkTruncate(input.Number("eta"), input.Number("c"), input.Number("d"), input.Number("f"))
            : new FixedAlternative(input.Number("eta"));
        var history = Martingale.Test(
            input.Numbers("x"),
            new Population(input.Number("u"), input.Number("t"), size),
            bet
        );
        Near(expected.Number("p"), history.P);
        var printed = expected.Numbers("p_history");
        Assert.Equal(printed.Length, history.Values.Length);
        foreach (var (i, p) in printed.Index())
        {
            Near(p, history.Values[i]);
        }
    }

    /// <summary>
    /// Sizes that SHANGRLA simulates for the San Francisco race of 2019 at an error rate of one in a thousand: without an error
    /// a first sample ends at 300 (303), with one at 369 (372). 300 draws are without error with a chance of .741, with one
    /// at most with .963, so the quantile of four fifths is the size with one error, whatever the random numbers.
    /// </summary>
    [Theory]
    [InlineData("sf-da-2019-n0", 1e-4, "initial_sample")]
    [InlineData("sh-perf-369", 1e-5, "n")]
    public void ComparisonOptimal_Fact_SizeIsReproduced(string id, double rate, string name)
    {
        var (input, expected) = Of(id);
        var margin = input["min_margin"] is not null ? input.Number("min_margin") : input.Number("margin");
        var (clean, size) = (Ends(margin, (long)input.Number("N"), rate, -1)!.Value, (int)expected[name]!);
        var errorFree = Math.Pow(1 - input.Number("error_rate_1"), clean);
        var oneAtMost = errorFree * (1 + (clean * input.Number("error_rate_1")));
        Assert.True(errorFree < input.Number("quantile") && oneAtMost > input.Number("quantile"));
        foreach (var at in new[] { 0, 10, 200 })
        {
            Assert.Equal(size, Ends(margin, (long)input.Number("N"), rate, at));
        }
    }

    private static int? Ends(double margin, long size, double rate, int errorAt)
    {
        var upper = 2 / (2 - margin);
        double[] sample = [.. Enumerable.Range(0, 600).Select(i => (i == errorAt ? 0.5 : 1) / (2 - margin))];
        return Martingale.Test(sample, new Population(upper, 0.5, size), new ComparisonOptimal(rate)).FirstWithin(0.05);
    }

    [Fact]
    public void Test_AlphaAndItsBet_AreOneTest()
    {
        double[] sample = [1, 0, 0.5, 1, 1, 0.25, 1];
        var population = new Population(1, 0.5, 50);
        var alpha = Martingale.Test(sample, population, new FixedAlternative(0.7));
        Near(alpha.Values[0], 1 / (1 + ((0.7 / 0.5) - 1)));
        Assert.True(alpha.P <= alpha.Values[^1]);
    }

    [Fact]
    public void Test_SampleBeyondWhatTheHypothesisAllows_IsCertain() =>
        Assert.Equal(0, Martingale.Test([1, 1, 1], new Population(1, 0.5, 4), new FixedBet(0.5)).P);

    [Fact]
    public void KaplanKolmogorov_WithoutReplacement_IsTheProduct()
    {
        // (1 ÷ ½) · (1 ÷ ((10·½ − 1) ÷ 9)) = 2 · 9/4.
        Near(1 / 4.5, Martingale.KaplanKolmogorov([1, 1], new Population(1, 0.5, 10), 0).P);
    }

    [Fact]
    public void Test_ValueOutOfBounds_Throws() =>
        Assert.Throws<ArgumentException>(() => Martingale.Test([2], new Population(1), new FixedBet(0.5)));
}
