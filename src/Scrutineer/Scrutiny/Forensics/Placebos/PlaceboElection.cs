using System.Collections.Immutable;
using Scrutineer.Numerics;
using Scrutineer.Scrutiny.Forensics.Hours;

namespace Scrutineer.Scrutiny.Forensics.Placebos;

/// <summary>
/// An election like the one of a table and known to be clean: every territory keeps its voters, its pooled turnout, its pooled shares of
/// lists and how much its stations differ; every voter then decides by a draw of his own.
/// </summary>
/// <remarks>
/// Turnout and share of a station are drawn from the beta distribution with the mean and the dispersion of its territory, the counts
/// from binomial distributions; the other lists divide what is left by their pooled shares. So rates differ smoothly, counts are counts,
/// and nothing was rounded, moved or added.
/// </remarks>
public sealed class PlaceboElection
{
    private readonly StationTable table;
    private readonly IReadOnlyList<Territory> territories;

    /// <summary>Takes what an election is like from its table.</summary>
    public PlaceboElection(StationTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        this.table = table;
        var usable = new StationChoice(table).WithTurnout().WithShare().Choose();
        Missing = usable.Missing;
        territories =
        [
            .. usable
                .Used.Where(s => table.Votes.All(v => v[s] >= 0))
                .GroupBy(s => table.Territory[s])
                .OrderBy(g => g.Key)
                .Select(g => Territory.Of(table, [.. g])),
        ];
    }

    /// <summary>The column without which no election can be drawn; nothing where all are there.</summary>
    public string? Missing { get; }

    /// <summary>How many stations an election has.</summary>
    public int Stations => territories.Sum(t => t.Stations.Length);

    /// <summary>Draws an election; one seed gives one election.</summary>
    public StationTable Draw(ulong seed)
    {
        var stations = territories.SelectMany(t => t.Stations).ToArray();
        var lists = table.Lists.Length;
        var (given, received) = (new long[stations.Length], new long[stations.Length]);
        var votes = Enumerable.Range(0, lists).Select(_ => new long[stations.Length]).ToArray();
        var came = table.Hours.Select(_ => new long[stations.Length]).ToArray();
        var at = 0;
        foreach (var (number, territory) in territories.Index())
        {
            var random = SplitMix64.For(seed, (ulong)number);
            foreach (var s in territory.Stations)
            {
                if (territory.Hours is { } hours)
                {
                    for (var i = 0; i < hours.Length; i++)
                    {
                        var rate = random.Beta(hours[i].Mean, hours[i].Dispersion);
                        given[at] += random.Binomial(table.Registered[s] - given[at], rate);
                        if (i < came.Length)
                        {
                            came[i][at] = given[at];
                        }
                    }
                }
                else
                {
                    var turnout = random.Beta(territory.Turnout.Mean, territory.Turnout.Dispersion);
                    given[at] = random.Binomial(table.Registered[s], turnout);
                    foreach (var column in came)
                    {
                        column[at] = StationTable.Unknown;
                    }
                }

                received[at] = random.Binomial(given[at], territory.Returned);
                var share = random.Beta(territory.Share.Mean, territory.Share.Dispersion);
                var left = received[at] - (votes[table.List][at] = random.Binomial(received[at], share));
                var chance = 1.0;
                for (var list = 0; list < lists; list++)
                {
                    if (list != table.List)
                    {
                        var part = territory.Others[list];
                        votes[list][at] = chance > 0 ? random.Binomial(left, Math.Min(1, part / chance)) : 0;
                        left -= votes[list][at];
                        chance -= part;
                    }
                }

                at++;
            }
        }

        return table with
        {
            Title = $"Placebo of {table.Title}",
            Count = stations.Length,
            Registered = [.. stations.Select(s => table.Registered[s])],
            Given = [.. given],
            Received = [.. received],
            Votes = [.. votes.Select(v => v.ToImmutableArray())],
            Territory = [.. stations.Select(s => table.Territory[s])],
            Marked = table.Marked.IsEmpty ? [] : [.. stations.Select(s => table.Marked[s])],
            Hours = [.. table.Hours.Zip(came, (h, c) => h with { Came = [.. c] })],
            PathOf = s => table.PathOf(stations[s]),
        };
    }

    private sealed record Territory(
        int[] Stations,
        (double Mean, double Dispersion) Turnout,
        (double Mean, double Dispersion) Share,
        double Returned,
        double[] Others,
        (double Mean, double Dispersion)[]? Hours
    )
    {
        public static Territory Of(StationTable table, int[] stations)
        {
            var given = stations.Sum(s => (double)table.Given[s]);
            var received = stations.Sum(s => (double)table.Received[s]);
            var others = received - stations.Sum(s => (double)table.Leader[s]);
            return new Territory(
                stations,
                Rate(stations, s => table.Given[s], s => table.Registered[s]),
                Rate(stations, s => table.Leader[s], s => table.Received[s]),
                given > 0 ? Math.Min(1, received / given) : 1,
                [.. table.Votes.Select(v => others > 0 ? stations.Sum(s => (double)v[s]) / others : 0)],
                HoursOf(table, stations)
            );
        }

        /// <summary>For each interval of the day, of those who had not come, how many did; nothing where the table does not tell.</summary>
        private static (double Mean, double Dispersion)[]? HoursOf(StationTable table, int[] stations)
        {
            int[] known = [.. stations.Where(s => HourTest.Rises(table, s))];
            return table.Hours.IsEmpty || known.Length == 0
                ? null
                :
                [
                    .. Enumerable
                        .Range(0, table.Hours.Length + 1)
                        .Select(i =>
                        {
                            long Left(int s) => table.Registered[s] - HourTest.Came(table, s, i - 1);
                            int[] open = [.. known.Where(s => Left(s) > 0)];
                            return open.Length == 0
                                ? (0, 0)
                                : Rate(open, s => HourTest.Came(table, s, i) - HourTest.Came(table, s, i - 1), Left);
                        }),
                ];
        }

        /// <summary>The pooled rate and the dispersion by moments (Kleinman 1973).</summary>
        private static (double Mean, double Dispersion) Rate(
            int[] stations,
            Func<int, long> part,
            Func<int, long> whole
        )
        {
            var (n, x, squares) = (0.0, 0.0, 0.0);
            foreach (var s in stations)
            {
                n += whole(s);
                x += part(s);
                squares += (double)whole(s) * whole(s);
            }

            var p = x / n;
            var between = p * (1 - p);
            double sum = 0;
            foreach (var s in stations)
            {
                var d = ((double)part(s) / whole(s)) - p;
                sum += whole(s) * d * d;
            }

            var freedom = stations.Length - 1;
            var room = n - (squares / n) - freedom;
            return (p, between > 0 && room > 0 ? Math.Clamp(((sum / between) - freedom) / room, 0, 1) : 0);
        }
    }
}
