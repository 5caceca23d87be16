using System.Globalization;
using System.Numerics;
using Scrutineer.Allocation;
using Scrutineer.Numerics;

namespace Scrutineer.Counting.Simulation;

/// <summary>
/// A made-up nation of polling stations whose protocols keep every control relation and add up exactly to the published
/// national figures. Every voter decides by a draw of his own: whether he takes a ballot, with the chance of his station;
/// whether it is invalid or for which list, with the chances of his station. Stations differ from their region, and from
/// each other, by drawn amounts; what the draws leave to the published totals is moved ballot by ballot at random.
/// All arithmetic is on whole numbers, so one seed gives one nation on every machine.
/// </summary>
public static class SyntheticNation
{
    /// <summary>Makes a nation.</summary>
    /// <param name="plan">What it must agree with.</param>
    /// <param name="seed">The seed.</param>
    public static IReadOnlyList<SyntheticStation> Make(SimulationPlan plan, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var stations = Places(plan, SplitMix64.For(seed, 1), out var registered, out var regionOf);
        var issued = Issue(plan, registered, regionOf, SplitMix64.For(seed, 2));
        var ballots = Vote(plan, issued, SplitMix64.For(seed, 3));
        Fill(plan, stations, registered, issued, ballots, SplitMix64.For(seed, 4));
        return stations;
    }

    /// <summary>
    /// Voters of each region. How they are spread is not published: all regions get nearly the same number, tilted along
    /// their turnout by just as much as makes the regions' turnouts the national one.
    /// </summary>
    internal static int[] RegisteredByRegion(SimulationPlan plan)
    {
        var turnouts = plan.File.Regions.Values.Select(r => r.Turnout).ToList();
        var national = new Rational(plan.Issued, plan.Registered);
        var mean = turnouts.Aggregate(Rational.Zero, (a, b) => a + b) / turnouts.Count;
        var spread = turnouts.Aggregate(Rational.Zero, (sum, t) => sum + ((t - mean) * (t - mean)));
        // Weights 1 + tilt × (turnout − mean) have the weighted mean mean + tilt × spread / number.
        var tilt = spread.Sign == 0 ? Rational.Zero : (national - mean) * turnouts.Count / spread;
        var weights = turnouts.Select(t => Rational.One + (tilt * (t - mean))).ToList();
        if (weights.Exists(w => w.Sign <= 0))
        {
            throw new ArgumentException(
                "No spread of voters over the regions gives the national turnout.",
                nameof(plan)
            );
        }

        var common = weights.Aggregate(BigInteger.One, (a, w) => a * w.Denominator);
        return Spread.InProportion(plan.Registered, [.. weights.Select(w => w.Numerator * (common / w.Denominator))]);
    }

    private static List<SyntheticStation> Places(
        SimulationPlan plan,
        SplitMix64 random,
        out int[] registered,
        out int[] regionOf
    )
    {
        var byRegion = RegisteredByRegion(plan);
        var territories = Spread.AtLeastOne(plan.File.Territories.Number, byRegion);
        var size = territories.SelectMany((n, region) => Enumerable.Repeat(byRegion[region] / n, n)).ToArray();
        var stationsOf = Spread.AtLeastOne(plan.File.Stations.Number, size);
        var stations = new List<SyntheticStation>();
        var voters = new List<int>();
        var regions = new List<int>();
        var territory = 0;
        foreach (var (region, name) in plan.File.Regions.Keys.Index())
        {
            var first = stations.Count;
            for (var t = 0; t < territories[region]; t++, territory++)
            {
                for (var s = 0; s < stationsOf[territory]; s++)
                {
                    regions.Add(region);
                    stations.Add(
                        new SyntheticStation(
                            name,
                            $"Territory {Number(territory + 1)}",
                            $"Station {Number(stations.Count + 1)}",
                            new long[plan.Layout.Columns.Count]
                        )
                    );
                }
            }

            // Few large stations and many small ones: the product of two even draws.
            var weights = Enumerable
                .Range(first, stations.Count - first)
                .Select(_ => (BigInteger)((40 + random.Below(960)) * (200 + random.Below(800))))
                .ToList();
            voters.AddRange(Spread.InProportion(byRegion[region] - weights.Count, weights).Select(v => v + 1));
        }

        registered = [.. voters];
        regionOf = [.. regions];
        return stations;
    }

    private static int[] Issue(SimulationPlan plan, int[] registered, int[] regionOf, SplitMix64 random)
    {
        var issued = new int[registered.Length];
        var turnouts = plan.File.Regions.Values.Select(r => Fixed(r.Turnout)).ToList();
        for (var s = 0; s < issued.Length; s++)
        {
            // A station's turnout differs from its region's by about six points, the sum of four even draws.
            var noise = Enumerable.Range(0, 4).Sum(_ => (long)random.Below(447_000_000) - 223_500_000);
            var share = (uint)Math.Clamp(turnouts[regionOf[s]] + noise, 0, uint.MaxValue);
            issued[s] = random.Successes(registered[s], share);
        }

        // Each region is brought to its published turnout, the nation to its published total.
        var registeredOf = RegisteredByRegion(plan);
        var common = turnouts.Select((t, r) => (BigInteger)t * registeredOf[r]).ToList();
        var target = Spread.InProportion(plan.Issued, common);
        for (var region = 0; region < target.Length; region++)
        {
            var first = Array.IndexOf(regionOf, region);
            var count = Array.LastIndexOf(regionOf, region) - first + 1;
            var part = issued.AsSpan(first, count).ToArray();
            Spread.Adjust(part, target[region], _ => 0, i => registered[first + i], random);
            part.CopyTo(issued, first);
        }

        return issued;
    }

    /// <summary>Ballots of each station by kind: one column a list, and the invalid ones last.</summary>
    private static int[][] Vote(SimulationPlan plan, int[] issued, SplitMix64 random)
    {
        var targets = plan.Votes.Append(plan.File.Invalid.Number).ToArray();
        var ballots = new int[issued.Length][];
        var limits = new ulong[targets.Length];
        for (var s = 0; s < issued.Length; s++)
        {
            // Each kind is between seven and thirteen tenths as frequent here as in the nation.
            ulong sum = 0;
            for (var k = 0; k < targets.Length; k++)
            {
                sum += (ulong)targets[k] * (ulong)(700 + random.Below(601));
                limits[k] = sum;
            }

            ballots[s] = new int[targets.Length];
            for (var ballot = 0; ballot < issued[s]; ballot++)
            {
                var draw = Math.BigMul(random.Next(), sum, out _);
                var kind = 0;
                while (draw >= limits[kind])
                {
                    kind++;
                }

                ballots[s][kind]++;
            }
        }

        Balance(ballots, targets, random);
        return ballots;
    }

    /// <summary>Moves ballots from kinds of which there are too many to kinds of which there are too few, one by one at random.</summary>
    private static void Balance(int[][] ballots, int[] targets, SplitMix64 random)
    {
        var excess = targets.Select((t, k) => ballots.Sum(b => b[k]) - t).ToArray();
        for (var from = 0; from < excess.Length; from++)
        {
            while (excess[from] > 0)
            {
                var to = Array.FindIndex(excess, e => e < 0);
                var station = ballots[random.Below(ballots.Length)];
                if (station[from] > 0)
                {
                    station[from]--;
                    station[to]++;
                    excess[from]--;
                    excess[to]++;
                }
            }
        }
    }

    private static void Fill(
        SimulationPlan plan,
        List<SyntheticStation> stations,
        int[] registered,
        int[] issued,
        int[][] ballots,
        SplitMix64 random
    )
    {
        var layout = plan.Layout;
        var received = Spread.InProportion(plan.File.BallotsPrinted.Number, [.. registered.Select(r => (BigInteger)r)]);
        var votes = layout.RangeOf(layout.Form.ListField!.Name).Start;
        for (var s = 0; s < stations.Count; s++)
        {
            var figures = stations[s].Figures;
            var outside = issued[s] / (15 + random.Below(25));
            var spoiled = Math.Min(random.Successes(issued[s], 1 << 22), received[s] - issued[s]);
            void Set(string field, long value) => figures[layout.IndexOf(field)] = value;
            Set("registered", registered[s]);
            Set("received", received[s]);
            Set("issued-station", issued[s] - outside);
            Set("issued-outside", outside);
            Set("spoiled", spoiled);
            Set("cancelled", received[s] - issued[s] - spoiled);
            Set("in-fixed", issued[s] - outside);
            Set("in-mobile", outside);
            Set("invalid", ballots[s][^1]);
            for (var list = 0; list < plan.Votes.Count; list++)
            {
                figures[votes + list] = ballots[s][list];
            }

            if (layout.Form.Field("members") is not null && layout.Form.Field("signatures") is not null)
            {
                var members = 7 + (2 * random.Below(3));
                Set("members", members);
                Set("signatures", members - random.Below(2));
            }
        }
    }

    /// <summary>A share as a number of 2³².</summary>
    private static long Fixed(Rational share) => (long)(share * (1L << 32)).Floor();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
