using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Estimation;

namespace Scrutineer.Tests.Scrutiny.Estimation;

/// <summary>President of Georgia 2013: every one of 3,707 precincts is known, so that samples of them can be judged.</summary>
public sealed class Georgia2013Tests
{
    private const string Data = "data/ge-president-2013/official.csv";
    private const string Map = "ge/president-2013-official";

    [Fact]
    public void Plan_600Stations_HasTheDesignEffectOfTheFullTable()
    {
        var plan = SamplePlan.Of(
            Samples.Shared(Data, Map),
            new SampleRequest { Size = 600, Seed = "4 1 6 2" },
            new Problems()
        )!;
        Assert.Equal("Margvelashvili", plan.Prior.Quantity.Name);
        Assert.Equal(0.62121, plan.Prior.Share, 5);
        Assert.Equal(24.1, plan.Prior.DesignEffect!.Value, 1);
        Assert.Equal(0.053, plan.Prior.IntraCluster!.Value, 3);
        Assert.Equal(600, plan.Drawn.Count);
        var first = plan.Drawn[0];
        Assert.Equal("17/3", first.Unit.Text);
        Assert.Equal(PublicDraw.Ticket("4 1 6 2", "17/3"), first.Ticket);
        Assert.Contains(plan.Findings, f => f.Code == "size-without-clustering");
    }

    [Fact]
    public void Estimate_2000Samples_CoverTheTruth94To96TimesIn100()
    {
        const int Draws = 2_000;
        const int Size = 600;
        var table = Samples.Shared(Data, Map);
        var whole = QuickCount.Of(table, SampleFrame.Whole(table.Count), new EstimateOptions(), new Problems())!;
        var truth = whole.Of("Margvelashvili").Value!.Value;
        var share = QuickCount.Shares(whole.Sample, BaseName.ValidVotes).Single(q => q.Name == "Margvelashvili");
        var parts = share.Parts(whole.Sample.Stations).Parts;
        var random = new SplitMix64(2013);
        var held = 0;
        var frame = SampleFrame.Whole(parts.Count);
        var design = SampleDesign.Of(frame, new int[Size]);
        for (var draw = 0; draw < Draws; draw++)
        {
            var drawn = Draw(random, parts.Count, Size).Select(i => parts[i]).ToList();
            var y = drawn.ConvertAll(p => p.Y);
            var ratio = RatioEstimator.Of(design, y, drawn.ConvertAll(p => p.X), y)!;
            held += Math.Abs(ratio.Value - truth) <= ratio.HalfWidth(0.95) ? 1 : 0;
        }

        Assert.InRange(held / (double)Draws, 0.94, 0.96);
    }

    [Fact]
    public void Estimate_InvalidBallotsInTheDenominator_IsAnotherFigureAndAFindingSaysSo()
    {
        var table = Samples.Shared(Data, Map);
        var frame = SampleFrame.Whole(table.Count);
        var valid = QuickCount.Of(table, frame, new EstimateOptions(), new Problems())!;
        var ballots = QuickCount.Of(
            table,
            frame,
            new EstimateOptions { Base = BaseName.BallotsInBox },
            new Problems()
        )!;
        Assert.Equal(0.6212, valid.Of("Margvelashvili").Value!.Value, 4);
        Assert.Equal(0.6099, ballots.Of("Margvelashvili").Value!.Value, 4);
        var finding = valid.Finding("estimate-base-matters")!;
        Assert.Equal(Severity.Notice, finding.Severity);
        Assert.Equal(["62.12 %", "60.99 %"], finding.Figures.Select(f => f.Value));
    }

    /// <summary>
    /// A sample of 800 precincts had published 38.2 ± 1.1 at 17:00 and 47.0 at the end. The full table says 38.81 and 46.80 where
    /// the register is known; with the 52 unknown registers taken for nought it would say 38.94 and 46.95.
    /// </summary>
    [Fact]
    public void Estimate_TurnoutOfTheFullTable_IsBesideThePublishedQuickCount()
    {
        var table = Samples.Shared(Data, Map);
        var whole = QuickCount.Of(table, SampleFrame.Whole(table.Count), new EstimateOptions(), new Problems())!;
        var registered = SampleBase.Of(table.Layout, BaseName.Registered)!;
        foreach (var (field, known, asNought) in new[] { ("voted-by-17", 0.3881, 0.3894), ("signed", 0.4680, 0.4695) })
        {
            var column = table.Layout.IndexOf(field);
            var turnout = Quantity.Share(field, [column], registered).Estimate(whole.Sample, 0.95);
            Assert.Equal(3_655, turnout.Stations);
            Assert.Equal(known, turnout.Value!.Value, 0.0001);
            Assert.InRange(
                turnout.Value.Value,
                field == "signed" ? 0.46 : 0.382 - 0.011,
                field == "signed" ? 0.48 : 0.382 + 0.011
            );
            var stations = whole.Sample.Stations;
            Assert.Equal(
                asNought,
                stations.Sum(s => s.Values[column]!.Value) / stations.Sum(s => registered.In(s) ?? 0),
                0.0001
            );
        }
    }

    /// <summary>So many different numbers below a bound, each set as likely as any other (Floyd's method).</summary>
    internal static IReadOnlyCollection<int> Draw(SplitMix64 random, int bound, int count)
    {
        var drawn = new HashSet<int>();
        for (var i = bound - count; i < bound; i++)
        {
            var pick = random.Below(i + 1);
            drawn.Add(drawn.Contains(pick) ? i : pick);
        }

        return drawn;
    }
}
