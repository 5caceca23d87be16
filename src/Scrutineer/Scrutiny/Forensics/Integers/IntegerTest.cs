using System.Globalization;
using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Integers;

/// <summary>Whether more stations report a whole percentage than binomial counts would.</summary>
/// <param name="Rule">When a percentage is as good as whole, and which stations are looked at.</param>
public sealed record IntegerTest(IntegerRule Rule) : IForensicTest
{
    /// <summary>The chance, under the model, below which the test fires.</summary>
    public const double Level = 0.001;

    private static readonly IntegerStatistic[] Statistics = Enum.GetValues<IntegerStatistic>();

    /// <summary>The test with the published rule.</summary>
    public IntegerTest()
        : this(new IntegerRule()) { }

    /// <inheritdoc/>
    public string Name => "integer";

    /// <inheritdoc/>
    public string Asks =>
        "Do more stations report a whole percentage of turnout or of the list's share than chance gives?";

    /// <inheritdoc/>
    public string CannotSee =>
        "It sees figures that somebody rounded to a percentage, and nothing else: ballots stuffed, moved or bought leave no whole percentages; and where true rates are themselves clustered on fractions (few voters, equal quotas) it can fire without any fraud.";

    /// <inheritdoc/>
    public bool CanFire => true;

    /// <inheritdoc/>
    public string Specification =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"hit: within {Rule.HalfWidth}/1000 percentage points of a multiple of {Rule.Period} %, in whole numbers; stations: received > 0, registered >= {Rule.MinRegistered}, turnout and share <= {Rule.MostPercent} %; null: binomial with the station's own rates, independent; statistic: union; one-sided; fires at p <= {Level}"
        );

    /// <inheritdoc/>
    public TestReport Run(StationTable table, ForensicRun run)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(run);
        var hits = IntegerHits.Of(table, Rule);
        if (hits.Refuse(Name) is { } refusal)
        {
            return refusal;
        }

        var scores = Statistics.Select(s => (Statistic: s, Score: IntegerScore.Of(hits, s))).ToList();
        var union = scores[0].Score;
        if (union.Sd == 0)
        {
            return hits.Refuse(
                Name,
                "Every station has a share and a turnout of nought or of the whole: nothing can vary."
            );
        }

        var p = scores.ToDictionary(s => s.Statistic, s => PValue(hits, s.Statistic, s.Score));
        var unionP = p[IntegerStatistic.Union];
        var votes = IntegerScore.Of(hits, IntegerStatistic.Union, s => table.Leader[s]);
        var report = new TestReport
        {
            Test = Name,
            Stations = hits.Used.Count,
            LeftOut = hits.LeftOut,
            Figures = [.. scores.Select(s => new FigureGroup(Word(s.Statistic), Figures(s.Score, p[s.Statistic])))],
            PValue = unionP,
            Effect = new Effect(union.Excess, null),
            Fires = unionP <= Level,
            Says =
                $"{Shown.Whole((long)union.Observed)} of {Shown.Whole(hits.Used.Count)} stations report a whole percentage of turnout or of the share of {table.ListName}; chance gives {Number(union.Expected)} ± {Number(union.Sd)}"
                + (
                    union.Excess > 0
                        ? string.Create(
                            CultureInfo.InvariantCulture,
                            $", so the excess is {Number(union.Excess)} stations (z {union.Z:0.00}), with {Number(votes.Excess)} votes for the list beyond what chance gives to such stations."
                        )
                        : ", so there is no excess."
                ),
        };
        report = report with { Findings = Findings(report, run) };
        return run.IsBrief ? report : report with { Tables = Tables(hits, run) };
    }

    private static double PValue(IntegerHits hits, IntegerStatistic statistic, IntegerScore score)
    {
        var n = hits.Used.Count;
        return n > PoissonBinomial.SummedUpTo
            ? score.Sd > 0
                ? NormalTail.Above(score.Z)
                : 1
            : PoissonBinomial.AtLeast(
                [.. Enumerable.Range(0, n).Select(i => hits.Chance(statistic, i))],
                (int)score.Observed
            );
    }

    private static Figure[] Figures(IntegerScore score, double p) => [.. Row(score), new Figure("p-value", p, 6)];

    private static Figure[] Row(IntegerScore score) =>
        [
            new Figure("observed", score.Observed),
            new Figure("expected", score.Expected, 4),
            new Figure("excess", score.Excess, 4),
            new Figure("sd", score.Sd, 4),
            new Figure("z", score.Z, 4),
        ];

    private static IReadOnlyList<Finding> Findings(TestReport report, ForensicRun run) =>
        report.Fires
            ?
            [
                new Finding(
                    "integer-percentages",
                    Severity.Warning,
                    report.Says
                        + " This is inconsistent with counts that nobody rounded; it does not say who rounded, or why.",
                    "Kobak, Shpilkin and Pshenichnikov (2016); exact Poisson-binomial null",
                    run.Verify + " --test integer"
                )
                {
                    Figures =
                    [
                        .. report["union"]
                            .Figures.Select(f =>
                                KeyValuePair.Create(f.Name, f.Value.ToString("0.####", CultureInfo.InvariantCulture))
                            ),
                    ],
                },
            ]
            : [];

    private List<FigureTable> Tables(IntegerHits hits, ForensicRun run)
    {
        var tables = new List<FigureTable> { Weighted(hits), Sensitivity(hits.Table, run) };
        if (IntegerDecomposition.Of(hits, run.Level) is { } byUnit)
        {
            tables.Add(byUnit);
        }

        if (run.Replicates >= 2)
        {
            tables.Add(MonteCarlo(hits, run));
        }

        tables.Add(Histogram(hits));
        return tables;
    }

    private static FigureTable Weighted(IntegerHits hits)
    {
        var table = hits.Table;
        (string Name, Func<int, long> Weight)[] weights =
        [
            ("registered", s => table.Registered[s]),
            ("given", s => table.Given[s]),
            ("list", s => table.Leader[s]),
        ];
        return new FigureTable(
            "weighted",
            "The same with stations weighted by their registered voters, by the voters who came, by the votes of the list.",
            ["observed", "expected", "excess", "sd", "z"],
            [
                .. Statistics.SelectMany(statistic =>
                    weights.Select(w => new FigureRow(
                        $"{Word(statistic)}, by {w.Name}",
                        Row(IntegerScore.Of(hits, statistic, w.Weight))
                    ))
                ),
            ]
        )
        {
            RowsAre = "statistic",
        };
    }

    /// <summary>How the answer moves with each choice that the rule makes.</summary>
    private FigureTable Sensitivity(StationTable table, ForensicRun run)
    {
        IntegerRule[] rules =
        [
            Rule,
            Rule with
            {
                HalfWidth = Rule.HalfWidth / 2,
            },
            Rule with
            {
                HalfWidth = Rule.HalfWidth * 2,
            },
            Rule with
            {
                Period = 5,
            },
            Rule with
            {
                MinRegistered = 300,
            },
            Rule with
            {
                MinRegistered = 1000,
            },
        ];
        var rows = new List<FigureRow>();
        foreach (var rule in rules)
        {
            run.Stop.ThrowIfCancellationRequested();
            var hits = IntegerHits.Of(table, rule);
            rows.Add(
                new FigureRow(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"within {rule.HalfWidth / 1000.0} of {(rule.Period == 1 ? "1 %" : "5 %")}, from {rule.MinRegistered} voters"
                    ),
                    [new Figure("stations", hits.Used.Count), .. Row(IntegerScore.Of(hits, IntegerStatistic.Union))]
                )
            );
        }

        return new FigureTable(
            "sensitivity",
            "How the union moves with each choice: the half-width in percentage points, every or every fifth per cent, the smallest station.",
            ["stations", "observed", "expected", "excess", "sd", "z"],
            rows
        )
        {
            RowsAre = "rule",
        };
    }

    private static FigureTable MonteCarlo(IntegerHits hits, ForensicRun run) =>
        new(
            "monte-carlo",
            string.Create(
                CultureInfo.InvariantCulture,
                $"The test as published: {run.Replicates} elections drawn with seed {run.Seed}; the band is the 99.9th percentile beyond the mean."
            ),
            ["observed", "mean", "excess", "sd", "band", "least", "most", "at-least-observed"],
            [
                .. IntegerMonteCarlo
                    .Of(
                        hits,
                        run.Replicates,
                        run.Seed,
                        run.Progress is { } tell ? (done, of) => tell("Monte Carlo, stations", done, of) : null,
                        run.Stop
                    )
                    .Select(m => new FigureRow(
                        Word(m.Statistic),
                        [
                            new Figure("observed", m.Observed),
                            new Figure("mean", m.Mean, 3),
                            new Figure("excess", m.Excess, 3),
                            new Figure("sd", m.Sd, 4),
                            new Figure("band", m.Band, 3),
                            new Figure("least", m.Least),
                            new Figure("most", m.Most),
                            new Figure("at-least-observed", m.AtLeast),
                        ]
                    )),
            ]
        )
        {
            RowsAre = "statistic",
        };

    /// <summary>Stations by tenths of a per cent, for the histogram in which whole percentages stand out as spikes.</summary>
    private static FigureTable Histogram(IntegerHits hits)
    {
        var table = hits.Table;
        var (turnout, share) = (new int[1001], new int[1001]);
        foreach (var s in hits.Used)
        {
            // To the nearest tenth, so that a whole percentage stands in the middle of its bin.
            turnout[((2000 * table.Given[s]) + table.Registered[s]) / (2 * table.Registered[s])]++;
            share[((2000 * table.Leader[s]) + table.Received[s]) / (2 * table.Received[s])]++;
        }

        return new FigureTable(
            "histogram",
            "Stations by turnout and by share of the list, to the nearest tenth of a per cent.",
            ["percent", "turnout", "share"],
            [
                .. Enumerable
                    .Range(0, 1001)
                    .Where(b => turnout[b] + share[b] > 0)
                    .Select(b => new FigureRow(
                        "",
                        [
                            new Figure("percent", b / 10.0, 1),
                            new Figure("turnout", turnout[b]),
                            new Figure("share", share[b]),
                        ]
                    )),
            ]
        )
        {
            IsForCharts = true,
        };
    }

    private static string Word(IntegerStatistic statistic) => ScalarType.Word(statistic);

    private static string Number(double value) => Shown.Whole((long)Math.Round(value));
}
