using System.Globalization;
using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Neighbours;

/// <summary>Stations of one territory whose votes agree for every list but at most one.</summary>
public sealed record TwinTest : IForensicTest
{
    /// <summary>The votes that must agree, at least: small numbers agree by chance.</summary>
    public const long Least = 50;

    /// <summary>The chance, under the model, below which the test fires.</summary>
    public const double Level = 0.001;

    /// <inheritdoc/>
    public string Name => "twins";

    /// <inheritdoc/>
    public string Asks =>
        "Do stations of one territory report the same votes for every list but at most one, more often than stations of two territories?";

    /// <inheritdoc/>
    public string CannotSee =>
        "It sees protocols copied from a neighbour and touched up in one line; a copy with two lines changed is no twin, and one protocol entered twice under two names looks the same.";

    /// <inheritdoc/>
    public bool CanFire => true;

    /// <inheritdoc/>
    public string Specification =>
        "pairs of stations whose votes agree for all lists but at most one, at least 50 votes agreeing and three lists at least; within a territory against pairs with the next territory; Poisson, one-sided; fires at p <= 0.001";

    /// <inheritdoc/>
    public TestReport Run(StationTable table, ForensicRun run)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(run);
        var choice = new StationChoice(table)
            .Without("votes of a list are not known", s => table.Votes.Any(v => v[s] < 0))
            .Without("it has no territory", s => table.Territory[s] < 0)
            .Choose();
        if (choice.Refuse(Name) is { } refusal)
        {
            return refusal;
        }

        if (table.Lists.Length < 3)
        {
            return choice.Refuse(Name, $"There are {table.Lists.Length} lists; fewer than three agree by chance.");
        }

        var territories = choice
            .Used.GroupBy(s => table.Territory[s])
            .OrderBy(g => g.Key)
            .Select(g => g.ToArray())
            .ToList();
        if (territories.Count < 2)
        {
            return choice.Refuse(Name, "All stations are of one territory; there is nothing to compare with.");
        }

        var twins = territories.SelectMany(t => Pairs(table, t, t)).OrderBy(p => p).ToList();
        var across = 0;
        var (within, between) = (0.0, 0.0);
        for (var i = 0; i < territories.Count; i++)
        {
            var (here, next) = (territories[i], territories[(i + 1) % territories.Count]);
            within += here.Length * (here.Length - 1) / 2.0;
            between += (double)here.Length * next.Length;
            across += Pairs(table, here, next).Count;
        }

        // One pair more than was seen across stands for what was not seen.
        var expected = between == 0 ? 0 : (across + 1) * within / between;
        var p = AtLeast(twins.Count, expected);
        var stations = twins.SelectMany(t => new[] { t.One, t.Other }).Distinct().Count();
        var report = new TestReport
        {
            Test = Name,
            Stations = choice.Used.Count,
            LeftOut = choice.LeftOut,
            PValue = p,
            Fires = p <= Level,
            Effect = new Effect(stations, null),
            Figures =
            [
                new FigureGroup(
                    "",
                    [
                        new Figure("pairs", twins.Count),
                        new Figure("stations-in-pairs", stations),
                        new Figure("pairs-across", across),
                        new Figure("expected-at-most", expected, 3),
                    ]
                ),
            ],
            Tables = run.IsBrief ? [] : [Table(table, twins)],
            Says = string.Create(
                CultureInfo.InvariantCulture,
                $"{Shown.Of(twins.Count, "pair", "pairs")} of stations of one territory report the same votes for every list but at most one; pairs with the next territory lead one to expect at most {expected:0.00}."
            ),
        };
        return report.Fires
            ? report with
            {
                Findings =
                [
                    new Finding(
                        "twin-stations",
                        Severity.Warning,
                        report.Says
                            + " A protocol copied from a neighbour is one way to it, a protocol entered twice another.",
                        "pairs within territories against pairs across them; Poisson",
                        run.Verify + " --test twins"
                    ),
                ],
            }
            : report;
    }

    /// <summary>The pairs, each once, first station first; within one territory where both are the same.</summary>
    private static HashSet<(int One, int Other)> Pairs(StationTable table, int[] here, int[] there)
    {
        var isOne = ReferenceEquals(here, there);
        var found = new HashSet<(int, int)>();
        for (var without = 0; without < table.Lists.Length; without++)
        {
            var seen = new Dictionary<ulong, List<int>>();
            foreach (var s in there)
            {
                var key = Key(table, s, without);
                (seen.TryGetValue(key, out var list) ? list : seen[key] = []).Add(s);
            }

            foreach (var s in here)
            {
                if (!seen.TryGetValue(Key(table, s, without), out var others))
                {
                    continue;
                }

                foreach (var o in others.Where(o => (!isOne || o > s) && Agree(table, s, o, without)))
                {
                    found.Add((s, o));
                }
            }
        }

        return found;
    }

    private static ulong Key(StationTable table, int station, int without)
    {
        ulong key = 1469598103934665603;
        for (var list = 0; list < table.Lists.Length; list++)
        {
            key = list == without ? key : (key ^ (ulong)table.Votes[list][station]) * 1099511628211;
        }

        return key;
    }

    private static bool Agree(StationTable table, int one, int other, int without)
    {
        long votes = 0;
        for (var list = 0; list < table.Lists.Length; list++)
        {
            if (list != without)
            {
                if (table.Votes[list][one] != table.Votes[list][other])
                {
                    return false;
                }

                votes += table.Votes[list][one];
            }
        }

        return votes >= Least;
    }

    /// <summary>The chance of a Poisson count of at least so many.</summary>
    private static double AtLeast(int count, double mean)
    {
        if (count == 0)
        {
            return 1;
        }

        if (mean <= 0)
        {
            return 0;
        }

        // The tail itself, term by term from the count upwards, so that nothing cancels.
        var term = Math.Exp((count * Math.Log(mean)) - mean - LogFactorial.Of(count));
        double sum = 0;
        for (var k = count; term > sum * 1e-17 && k < count + 100_000; k++)
        {
            sum += term;
            term *= mean / (k + 1);
        }

        return Math.Min(1, sum);
    }

    private static FigureTable Table(StationTable table, List<(int One, int Other)> twins) =>
        new(
            "pairs",
            $"The pairs, with the votes of {table.ListName} and the voters who came.",
            ["list", "list-of-the-other", "given", "given-of-the-other"],
            [
                .. twins.Select(t => new FigureRow(
                    $"{table.PathOf(t.One)} and {table.PathOf(t.Other).Name}",
                    [
                        new Figure("list", table.Leader[t.One]),
                        new Figure("list-of-the-other", table.Leader[t.Other]),
                        new Figure("given", Known(table.Given, t.One)),
                        new Figure("given-of-the-other", Known(table.Given, t.Other)),
                    ]
                )),
            ]
        )
        {
            RowsAre = "stations",
        };

    private static double Known(System.Collections.Immutable.ImmutableArray<long> column, int station) =>
        column.IsEmpty || column[station] < 0 ? double.NaN : column[station];
}
