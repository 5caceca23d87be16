using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Estimation;

namespace Scrutineer.Tests.Scrutiny.Estimation;

public sealed class RatioEstimatorTests
{
    /// <summary>The first eight rows of the Mexican feed of 2018: votes for López Obrador and votes in all, stratum 1 of 488 stations.</summary>
    private static readonly double[] Votes = [205, 127, 116, 264, 107, 115, 123, 97];
    private static readonly double[] All = [408, 330, 342, 552, 344, 333, 360, 253];

    private static SampleDesign Simple(int stations, int received) =>
        SampleDesign.Of(SampleFrame.Whole(stations), new int[received]);

    [Fact]
    public void Of_EightStationsOfMexico_IsWhatTheFormulaGivesByHand()
    {
        var ratio = RatioEstimator.Of(Simple(488, 8), Votes, All, Votes)!;
        Assert.Equal(0.3949349760438056, ratio.Value, 12);
        Assert.Equal(0.02786217536481758, ratio.StandardError!.Value, 12);
        Assert.Equal(9.650752825193264, ratio.DesignEffect!.Value, 9);
        Assert.Equal(0.02374949299984424, ratio.IntraCluster!.Value, 9);
        Assert.Equal(7, ratio.DegreesOfFreedom);
        Assert.Equal(2.3646242516 * 0.02786217536481758, ratio.HalfWidth(0.95)!.Value, 9);
    }

    [Fact]
    public void Of_TwoStrata_WeighsEachByItsStations()
    {
        var frame = new SampleFrame([new FrameStratum("a", 10), new FrameStratum("b", 30)]);
        var design = SampleDesign.Of(frame, [0, 0, 1, 1]);
        double[] y = [40, 60, 10, 30];
        double[] x = [100, 100, 100, 100];
        var ratio = RatioEstimator.Of(design, y, x, y)!;

        // Ŷ = 5·100 + 15·40 = 1100, X̂ = 4000; V = (10²·0.8·200/2 + 30²·(14/15)·200/2)/4000².
        Assert.Equal(0.275, ratio.Value, 12);
        Assert.Equal(Math.Sqrt((8_000 + 84_000) / 16_000_000.0), ratio.StandardError!.Value, 12);
        Assert.Equal(2, ratio.DegreesOfFreedom);
    }

    [Fact]
    public void Of_EveryStationReceived_HasNoError()
    {
        var ratio = RatioEstimator.Of(Simple(8, 8), Votes, All, Votes)!;
        Assert.Equal(Votes.Sum() / All.Sum(), ratio.Value, 12);
        Assert.Equal(0, ratio.StandardError);
    }

    [Fact]
    public void Of_OneStation_HasNoErrorToMeasure()
    {
        var ratio = RatioEstimator.Of(Simple(8, 1), [3], [10], [3])!;
        Assert.Equal((0.3, null), (ratio.Value, ratio.StandardError));
        Assert.Null(ratio.HalfWidth(0.95));
    }

    [Fact]
    public void Of_NothingInTheBase_IsNothing() => Assert.Null(RatioEstimator.Of(Simple(8, 2), [0, 0], [0, 0], [0, 0]));

    [Fact]
    public void Of_OtherNumberOfRows_Throws() =>
        Assert.Throws<ArgumentException>(() => RatioEstimator.Of(Simple(8, 2), [1], [1], [1]));

    [Fact]
    public void Design_SingleStations_AreJoinedWithANeighbourForTheVariance()
    {
        var frame = new SampleFrame([
            new FrameStratum("a", 10),
            new FrameStratum("b", 20),
            new FrameStratum("c", 5),
            new FrameStratum("d", 1),
            new FrameStratum("e", 7),
        ]);
        var design = SampleDesign.Of(frame, [0, 1, 1, 2, 3]);
        Assert.Equal([new CollapsedStratum("a", "b"), new CollapsedStratum("c", "b")], design.Collapsed);
        Assert.Equal(["e"], design.Empty.Select(s => s.Name));

        // The weights stay those of the strata; the station of d is the whole of its stratum.
        Assert.Equal([10, 10, 10, 5, 1], design.Weights);
        Assert.Equal([(4, 8.75), (1, 1)], design.Groups.Select(g => (g.Rows.Count, g.Weight)));
        Assert.Equal(5 / 36.0, design.Fraction, 12);
    }

    [Fact]
    public void Design_MoreReceivedThanThereAre_Throws() => Assert.Throws<ArgumentException>(() => Simple(3, 4));

    [Fact]
    public void Design_StrataOfUnknownSize_CannotBeWeighed() =>
        Assert.Throws<ArgumentException>(() =>
            SampleDesign.Of(new SampleFrame([new FrameStratum("a", null), new FrameStratum("b", 3)]), [0, 1])
        );

    /// <summary>Over many samples of one made-up nation the estimates lie around its share, and 95 of 100 intervals hold it.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 8)]
    public void Of_ManySamplesOfAMadeUpNation_RecoverItsShare(int seed, int strata)
    {
        const int Draws = 1_000;
        const int Each = 40;
        var random = new SplitMix64((ulong)seed);
        var nation = Enumerable
            .Range(0, strata)
            .Select(h =>
                Enumerable
                    .Range(0, 300 + (100 * h))
                    .Select(_ =>
                    {
                        var all = 200 + random.Below(600);
                        var chance = (uint)(((20 + (6 * h) + random.Below(25)) / 100.0) * uint.MaxValue);
                        return (Y: (double)random.Successes(all, chance), X: (double)all);
                    })
                    .ToArray()
            )
            .ToArray();
        var truth = nation.Sum(s => s.Sum(u => u.Y)) / nation.Sum(s => s.Sum(u => u.X));
        var frame = new SampleFrame([.. nation.Select((s, h) => new FrameStratum($"{h}", s.Length))]);
        double sum = 0;
        var held = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            var rows = nation
                .SelectMany((s, h) => Georgia2013Tests.Draw(random, s.Length, Each).Select(i => (h, s[i])))
                .ToList();
            var y = rows.ConvertAll(r => r.Item2.Y);
            var ratio = RatioEstimator.Of(
                SampleDesign.Of(frame, rows.ConvertAll(r => r.h)),
                y,
                rows.ConvertAll(r => r.Item2.X),
                y
            )!;
            sum += ratio.Value;
            held += Math.Abs(ratio.Value - truth) <= ratio.HalfWidth(0.95) ? 1 : 0;
        }

        Assert.Equal(truth, sum / Draws, 0.001);
        Assert.InRange(held / (double)Draws, 0.93, 0.97);
    }
}
