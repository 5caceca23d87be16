using Scrutineer.Counting.Simulation;
using Scrutineer.Findings;
using Scrutineer.Scrutiny.Forensics;
using Scrutineer.Scrutiny.Forensics.Integers;
using Scrutineer.Scrutiny.Forensics.Placebos;

namespace Scrutineer.Tests.Scrutiny.Forensics.Placebos;

public sealed class PlaceboTests
{
    private static readonly ForensicRun Run = new() { Replicates = 0, Resamples = 199 };

    [Fact]
    public void Draw_CleanTable_KeepsWhatItIsLike()
    {
        var table = Stations.Clean(1000, 6);
        var drawn = new PlaceboElection(table).Draw(3);
        Assert.Equal(table.Registered.AsEnumerable(), drawn.Registered);
        Assert.Equal(table.Count, drawn.Count);
        Near(table.Given.Sum(), drawn.Given.Sum());
        Near(table.Leader.Sum(), drawn.Leader.Sum());
        Near(table.Votes[1].Sum(), drawn.Votes[1].Sum());
        for (var s = 0; s < drawn.Count; s++)
        {
            Assert.InRange(drawn.Given[s], 0, drawn.Registered[s]);
            Assert.InRange(drawn.Votes.Sum(v => v[s]), 0, drawn.Received[s]);
        }

        // Stations differ as much as they did.
        Assert.InRange(Spread(drawn) / Spread(table), 0.9, 1.1);
        Assert.Equal(drawn.Leader.AsEnumerable(), new PlaceboElection(table).Draw(3).Leader);
    }

    /// <summary>The rates of false alarms that the document promises: the tests keep their own levels on clean elections.</summary>
    [Fact]
    public void Rates_CleanElections_TestsSeldomFire()
    {
        var table = Stations.Clean(500, 14);
        table = table with { Marked = [.. Enumerable.Range(0, table.Count).Select(s => s % 3 == 0)] };
        var rates = PlaceboRates.Of(table, ForensicTests.All, 20, withFrauds: false, Run);
        Assert.Equal(ForensicTests.All.Where(t => t.CanFire).Select(t => t.Name), rates.Select(r => r.Test));
        Assert.All(rates, r => Assert.Equal(20, r.Of));
        Assert.All(rates, r => Assert.True(r.Fired <= 2, $"{r.Test} fires in {r.Fired} of {r.Of}"));
    }

    [Fact]
    public void Rates_KnownFrauds_TellWhichTestSeesWhat()
    {
        var integer = new IntegerTest();
        var rates = PlaceboRates.Of(Stations.Clean(2000, 15, 2000, 4000), [integer], 5, withFrauds: true, Run);
        Assert.Equal(1 + Tampering.Usual.Count, rates.Count);
        var rounded = rates.Single(r => r.On.Contains("whole per cent in 20 %", StringComparison.Ordinal));
        Assert.Equal((5, 5), (rounded.Fired, rounded.Of));

        // Ballots that are added leave no whole percentages.
        Assert.InRange(rates.Single(r => r.On.Contains("added", StringComparison.Ordinal)).Fired, 0, 1);
    }

    [Fact]
    public void Tampering_EachKind_DoesWhatItSays()
    {
        var table = new PlaceboElection(Stations.Clean(400, 16, 1000, 2000)).Draw(1);
        var stuffed = new Tampering(InjectionKind.Stuffing, 100, 30).On(table, 1);
        Assert.Equal(table.Given.Sum() + (30 * 400), stuffed.Given.Sum());
        Assert.Equal(table.Leader.Sum() + (30 * 400), stuffed.Leader.Sum());
        var moved = new Tampering(InjectionKind.Moving, 100, 10).On(table, 1);
        Assert.Equal(table.Votes.Sum(v => v.Sum()), moved.Votes.Sum(v => v.Sum()));
        Assert.Equal(table.Leader.Sum() + (10 * 400), moved.Leader.Sum());
        var rounded = new Tampering(InjectionKind.Rounding, 100, 0).On(table, 1);
        Assert.All(
            Enumerable.Range(0, 400),
            s =>
                Assert.Equal(
                    ((table.Leader[s] * 100 / table.Received[s]) + 1) * table.Received[s] / 100.0,
                    rounded.Leader[s],
                    1.0
                )
        );
        Assert.Throws<InvalidOperationException>(() => new Tampering(InjectionKind.DigitSlip, 100, 1).On(table, 1));
    }

    /// <summary>The made-up nation of <c>simulate</c>, clean and with rounded shares.</summary>
    [Fact]
    public void Integer_SyntheticNation_SeesRoundingAndNothingElse()
    {
        var problems = new Problems();
        var plan = SimulationPlan.Read(Checkout.Path("elections/kz-mazhilis-2021"), problems)!;
        Assert.Empty(problems.InOrder());
        var clean = SyntheticNation.Make(plan, 1);
        var test = new IntegerTest();
        Assert.False(test.Run(Table(plan, clean), Run).Fires);
        foreach (var (kind, fires) in new[] { (InjectionKind.Rounding, true), (InjectionKind.Stuffing, false) })
        {
            var (nation, _) = Injector.Inject(plan, clean, [new Injection(kind, 2000, 100)], 1);
            Assert.Equal(fires, test.Run(Table(plan, nation), Run).Fires);
        }
    }

    [Fact]
    public void Interval_OfRates_IsWilsons()
    {
        // Wilson's interval of 1 in 20, as tables have it.
        var (low, high) = new FiringRate("t", "clean", 1, 20).Interval;
        Assert.Equal(0.0089, low, 1e-4);
        Assert.Equal(0.2361, high, 1e-4);
        Assert.Equal((0, 1), new FiringRate("t", "clean", 0, 0).Interval);
    }

    [Fact]
    public void Result_FamilyAndRegistration_AreOfTheTestsThatWereRun()
    {
        var table = Stations.Clean(300, 4);
        var registration = new Registration("ab", "", ForensicTests.All, Run);
        var result = ForensicResult.Of(table, registration);
        Assert.Empty(result.NotRun);
        Assert.Equal(ForensicTests.All.Count, result.Reports.Count);
        Assert.All(result.Family, f => Assert.True(f.Holm >= f.BenjaminiHochberg && f.BenjaminiHochberg >= f.P));
        Assert.Equal(64, registration.Sha256.Length);
        Assert.NotEqual(registration.Sha256, (registration with { List = "A" }).Sha256);
        Assert.NotEqual(registration.Sha256, (registration with { Run = Run with { Seed = 2 } }).Sha256);
        Assert.All(
            ForensicTests.All,
            t => Assert.Contains($"test {t.Name}: ", registration.Text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Result_Stopped_NamesWhatWasNotRun()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var result = ForensicResult.Of(
            Stations.Clean(300, 4),
            new Registration("ab", "", ForensicTests.All, Run with { Stop = stop.Token })
        );
        Assert.Empty(result.Reports);
        Assert.Equal(ForensicTests.All.Select(t => t.Name), result.NotRun);
    }

    private static StationTable Table(SimulationPlan plan, IReadOnlyList<SyntheticStation> nation)
    {
        var layout = plan.Layout;
        var (start, count) = layout.RangeOf(layout.Form.ListField!.Name);
        long Of(SyntheticStation s, params string[] fields) => fields.Sum(f => s.Figures[layout.IndexOf(f)]);
        return Stations.Of(
            [
                .. nation.Select(s =>
                    (
                        Of(s, "registered"),
                        Of(s, "issued-station", "issued-outside"),
                        // The injector raises shares of the votes, not of the ballots.
                        s.Figures.AsSpan(start, count).ToArray().Sum(),
                        s.Figures.AsSpan(start, count).ToArray()
                    )
                ),
            ],
            40
        ) with
        {
            List = plan.Votes.Index().MaxBy(v => v.Item).Index,
        };
    }

    private static void Near(long expected, long actual) => Assert.InRange((double)actual / expected, 0.97, 1.03);

    private static double Spread(StationTable table)
    {
        var shares = Enumerable
            .Range(0, table.Count)
            .Select(s => (double)table.Leader[s] / table.Received[s])
            .ToArray();
        var mean = shares.Average();
        return Math.Sqrt(shares.Average(s => (s - mean) * (s - mean)));
    }
}
