using Scrutineer.Findings;
using Scrutineer.Law;
using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Estimation;

namespace Scrutineer.Tests.Scrutiny.Estimation;

public sealed class SeatBootstrapTests
{
    private static Edition Law(string name)
    {
        var problems = new Problems();
        var law = ElectoralLaw.Read(Checkout.Path($"laws/{name}.yaml"), problems);
        Assert.Empty(problems.InOrder());
        return law!.Editions[^1];
    }

    /// <summary>A made-up sample of two lists of which the smaller has a mean share, by stations that differ.</summary>
    private static QuickCount Sample(int stations, double share, ulong seed)
    {
        var random = new SplitMix64(seed);
        var rows = string.Concat(
            Enumerable
                .Range(0, stations)
                .Select(i =>
                {
                    var votes = 400 + random.Below(200);
                    var small = random.Successes(
                        votes,
                        (uint)(share * (0.5 + (random.Below(1_000) / 1_000.0)) * uint.MaxValue)
                    );
                    return $"a,{i},1000,{votes},0,0,{votes - small},{small}\n";
                })
        );
        return Samples.Count(rows, SampleFrame.Whole(stations * 20));
    }

    /// <summary>The replicates spread as the linearised formula says: the chance to pass is that of the normal distribution.</summary>
    [Theory]
    [InlineData(0.030)]
    [InlineData(0.0325)]
    [InlineData(0.035)]
    public void Of_ListNearTheThreshold_PassesAsOftenAsTheIntervalSays(double share)
    {
        var count = Sample(300, share, 11);
        var estimate = count.Of("B");
        var forecast = Forecast(count, 2_000, 1);
        Assert.Null(forecast.Untold);
        Assert.Equal((120, 120), (forecast.Seats, forecast.Lists.Sum(l => l.Seats)));
        var z = (estimate.Value!.Value - 0.0325) / estimate.StandardError!.Value;
        var chance = MathNet.Numerics.Distributions.Normal.CDF(0, 1, z);
        var small = forecast.Lists[1];
        Assert.InRange(small.Passes, chance - 0.05, chance + 0.05);
        Assert.True(small.Low <= small.Seats && small.Seats <= small.High);
        Assert.Equal(small.Passes is > 0.025 and < 0.975, small.Low == 0 && small.High > 0);
    }

    [Fact]
    public void Of_SameSeed_IsTheSameForecast()
    {
        var count = Sample(50, 0.0325, 3);
        Assert.Equal(Forecast(count, 200, 1).Lists, Forecast(count, 200, 1).Lists);
        Assert.NotEqual(Forecast(count, 200, 1).Lists, Forecast(count, 200, 2).Lists);
    }

    [Fact]
    public void Of_OneStation_SaysThatItCannotAnswer()
    {
        var forecast = Forecast(Samples.Count("a,1,200,100,10,0,60,30\n", SampleFrame.Whole(10)), 10, 1);
        Assert.Empty(forecast.Lists);
        Assert.Contains("fewer than two stations", forecast.Untold, StringComparison.Ordinal);
    }

    /// <summary>The Duma's threshold is of the ballots in the boxes, which the test form does not have.</summary>
    [Fact]
    public void Of_BaseThatTheSampleDoesNotHave_SaysThatItCannotAnswer()
    {
        var count = Samples.Count("a,1,200,100,0,0,70,30\na,2,200,100,0,0,60,40\n", SampleFrame.Whole(20));
        var forecast = SeatBootstrap.Of(
            count.Sample,
            "ru-duma",
            Law("ru/duma"),
            "lists",
            10,
            1,
            0.95,
            stop: TestContext.Current.CancellationToken
        );
        Assert.Empty(forecast.Lists);
        Assert.Contains("needs a figure", forecast.Untold, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_EveryStationReceived_HasTheSeatsOfTheCount()
    {
        var count = Samples.Count("a,1,200,100,0,0,70,30\na,2,200,100,0,0,60,40\n", SampleFrame.Whole(2));
        var forecast = Forecast(count, 50, 1);
        Assert.All(forecast.Lists, l => Assert.Equal((l.Seats, l.Seats), (l.Low, l.High)));
        Assert.Equal(78, forecast.Lists[0].Seats);
    }

    private static SeatForecast Forecast(QuickCount count, int replicates, ulong seed) =>
        SeatBootstrap.Of(count.Sample, "il-knesset", Law("il/knesset"), "knesset", replicates, seed, 0.95);

    /// <summary>Samples of 1,000 of the 96,325 stations of the Duma 2021: the seats of the full count lie in the intervals.</summary>
    [Fact]
    public void Of_SampleOfDuma2021_HoldsTheSeatsOfTheCount()
    {
        var table = Samples.Shared("data/ru-duma-2021/2021.csv.zip", "ru/duma-2021");
        var plan = SamplePlan.Of(
            table,
            new SampleRequest { Size = 1_000, Seed = "19 September 2021" },
            new Problems()
        )!;
        var drawn = plan.Drawn.Select(d => d.Unit).ToHashSet();
        var whole = Scrutineer.Scrutiny.Estimation.Sample.Of(
            table,
            SampleFrame.Whole(table.Count),
            null,
            null,
            new Problems()
        )!;
        var list = DrawnFile(plan);
        var sample = whole.Only(list);
        Assert.Equal(drawn, sample.Stations.Select(s => s.Unit).ToHashSet());
        var forecast = SeatBootstrap.Of(
            sample,
            "ru-duma",
            Law("ru/duma"),
            "lists",
            2_000,
            1,
            0.99,
            stop: TestContext.Current.CancellationToken
        );
        int[] official = [126, 48, 19, 19, 13];
        var seated = forecast.Lists.Where(l => l.High > 0).OrderByDescending(l => l.Seats).ToList();
        foreach (var (index, seats) in official.Index())
        {
            Assert.InRange(seats, seated[index].Low, seated[index].High);
        }

        Assert.True(seated[0].Passes == 1 && seated[1].Passes == 1);
    }

    private static DrawnList DrawnFile(SamplePlan plan)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(
                path,
                "unit,stratum,ticket\n"
                    + string.Concat(
                        plan.Drawn.Select(d =>
                            $"\"{d.Unit.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{d.Stratum},{d.Ticket}\n"
                        )
                    )
            );
            var problems = new Problems();
            var list = DrawnList.Read(path, problems);
            Assert.Empty(problems.InOrder());
            return list!;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
