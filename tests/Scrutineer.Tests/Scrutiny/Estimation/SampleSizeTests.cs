using Scrutineer.Scrutiny.Estimation;

namespace Scrutineer.Tests.Scrutiny.Estimation;

public sealed class SampleSizeTests
{
    /// <summary>Peru 2001: the handbook prints 163,185; its formula gives 160,717.</summary>
    [Fact]
    public void Legacy_Peru2001_IsWhatTheFormulaGives() =>
        Assert.Equal(160_717, SampleSize.Legacy(14_570_774, 0.0032, 2.58), 0.5);

    [Fact]
    public void DesignEffects_EqualAndUnequalClusters_FollowKish()
    {
        Assert.Equal(1.78, DesignEffects.Of(40, 0.02), 12);
        Assert.Equal(4.9, DesignEffects.Of(40, 0.10), 12);
        Assert.Equal(1 + ((1.25 * 40) - 1) * 0.02, DesignEffects.Of(40, 0.02, 0.5), 12);
        Assert.Equal(0.05, DesignEffects.Correlation(40, DesignEffects.Of(40, 0.05, 0.3), 0.3), 12);
    }

    private static PriorSpread Prior(params (int Units, double Deviation)[] strata) =>
        new()
        {
            Quantity = new Quantity("A", "valid-votes", _ => null),
            Share = 0.5,
            MeanBase = 500,
            Variation = 0,
            Deviation = 50,
            Strata =
            [
                .. strata.Select((s, h) => new StratumSpread(new FrameStratum($"{h}", s.Units), s.Units, s.Deviation)),
            ],
        };

    [Fact]
    public void Simple_ByHand_CountsTheFinitePopulation()
    {
        // z = 1.96: n₀ = 1.96²·50²/(0.01²·500²) = 384.15; of 1,000 stations 277.5.
        var prior = Prior((1_000, 50));
        Assert.Equal(277.53, SampleSize.Simple(prior, 0.01, 0.95), 0.01);
        Assert.Equal(0.01, SampleSize.Margin(prior, [278], 0.95), 4);
    }

    [Fact]
    public void Neyman_StrataOfOtherSpread_NeedsFewerThanProportional()
    {
        var prior = Prior((500, 20), (500, 80));
        var neyman = SampleSize.Neyman(prior, 0.01, 0.95);
        Assert.True(neyman < SampleSize.Proportional(prior, 0.01, 0.95));
        Assert.Equal([60, 240], SamplePlan.Share(prior, SampleMethod.Neyman, 300));
        Assert.Equal([150, 150], SamplePlan.Share(prior, SampleMethod.Proportional, 300));
    }

    [Fact]
    public void Share_SmallStrata_GetTwoOrAllTheyHave() =>
        Assert.Equal([1, 2, 7], SamplePlan.Share(Prior((1, 1), (2, 90), (500, 50)), SampleMethod.Proportional, 10));

    [Fact]
    public void Share_MoreThanAStratumHas_GoesToTheOthers() =>
        Assert.Equal([10, 40], SamplePlan.Share(Prior((10, 1_000), (100, 1)), SampleMethod.Neyman, 50));

    [Theory]
    [InlineData(0)]
    [InlineData(-0.01)]
    public void Simple_NoMargin_Throws(double margin) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.Simple(Prior((10, 1)), margin, 0.95));
}
