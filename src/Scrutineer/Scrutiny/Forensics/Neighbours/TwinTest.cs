using System.Globalization;
using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Neighbours;

/// <summary>Stations of one territory whose votes agree for every list but at most one.</summary>
public sealed record TwinTest : IForensicTest
{
    /// <summary>The votes that must agree, at least: small numbers agree by chance.</summary>
    public const long Least = 50;

    /// <summary>How far one list's votes are apart, at most, in the pairs that are counted beside.</summary>
    public const int Farthest = 5;

    /// <summary>The chance, under the model, below which the test fires.</summary>
    public const double Level = 0.001;

    // Eleven to the third is more than a thousand: with two pairs no outcome has a chance below the level.
    private const int FewestPairs = 3;

    /// <inheritdoc/>
    public string Name => "twins";

    /// <inheritdoc/>
    public string Asks =>
        "Do stations of one territory report the same votes for every list but at most one, more often than votes that miss by a few?";

    /// <inheritdoc/>
    public string CannotSee =>
        "It sees protocols copied from a neighbour and touched up in one line; a copy with two lines changed is no twin, and one protocol entered twice under two names looks the same.";

    /// <inheritdoc/>
    public bool CanFire => true;

    /// <inheritdoc/>
    public string Specification =>
        "pairs of stations whose votes agree for all lists but at most one, at least 50 votes agreeing and three lists at least; within a territory, against pairs of the same territory in which one further list, the one with most votes there, is one to five votes apart; binomial with 1/11, one-sided; fires at p <= 0.001";

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
        var pairs = new TwinPairs(table);
        territories.ForEach(pairs.Add);
        var twins = pairs.Twins;

        // A list's votes can be one to five apart in ten ways, and agree in one; counts that nobody copied know no difference
        // between them.
        const int Ways = 2 * Farthest;
        var expected = pairs.Apart / (double)Ways;
        var compared = twins.Count + pairs.Apart;
        if (compared < FewestPairs)
        {
            return choice.Refuse(
                Name,
                $"{Shown.Of(compared, "pair", "pairs")} of stations agree or miss by a few votes; with fewer than {FewestPairs} even all agreeing would be no rare chance."
            );
        }

        var p = AtLeast(twins.Count, compared, 1.0 / (1 + Ways));
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
                        new Figure("pairs-one-to-five-apart", pairs.Apart),
                        new Figure("expected", expected, 3),
                    ]
                ),
            ],
            Tables = run.IsBrief ? [] : [Table(table, twins)],
            Says = string.Create(
                CultureInfo.InvariantCulture,
                $"{Shown.Of(twins.Count, "pair", "pairs")} of stations of one territory report the same votes for every list but at most one; pairs that miss by up to five votes of one more list lead one to expect {expected:0.00}."
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
                        "pairs that agree against pairs one to five votes apart; binomial",
                        run.Verify + " --test twins"
                    ),
                ],
            }
            : report;
    }

    /// <summary>The chance of at least so many of a number of trials.</summary>
    private static double AtLeast(int count, int trials, double chance)
    {
        // The tail itself, term by term from the count upwards, so that nothing cancels.
        var sum = 0.0;
        for (var k = count; k <= trials; k++)
        {
            sum += Math.Exp(
                LogFactorial.Of(trials)
                    - LogFactorial.Of(k)
                    - LogFactorial.Of(trials - k)
                    + (k * Math.Log(chance))
                    + ((trials - k) * Math.Log(1 - chance))
            );
        }

        return Math.Min(1, sum);
    }

    private static FigureTable Table(StationTable table, IReadOnlyCollection<(int One, int Other)> twins) =>
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
