using System.Globalization;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.AnomalousVotes;

/// <summary>
/// The votes of the list beyond what its share at an assumed clean turnout gives, as a profile over that turnout with a bootstrap
/// over territories: never one number, because the choice of the clean turnout is everything.
/// </summary>
public sealed record AnomalousVotesTest : IForensicTest
{
    /// <summary>Stations with so many voters or more are pseudo-stations, such as remote electronic voting.</summary>
    public const long Pseudo = 10_000;

    /// <summary>Bins on each side of the clean one from which its ratio is taken.</summary>
    private const int Around = 2;

    /// <summary>The smallest share of all ballots that the clean bins must hold for their ratio to be told.</summary>
    private const double LeastOfBallots = 0.002;

    /// <inheritdoc/>
    public string Name => "anomalous-votes";

    /// <inheritdoc/>
    public string Asks =>
        "How many votes has the list beyond its share at a low turnout, for every turnout that one may take to be clean?";

    /// <inheritdoc/>
    public string CannotSee =>
        "It takes for granted that the share does not depend on the turnout where nothing was added; a list that is strong where people vote more makes the same figures without one false ballot.";

    /// <inheritdoc/>
    public bool CanFire => false;

    /// <inheritdoc/>
    public string Specification =>
        "bins of a whole per cent of turnout; stations with fewer than 10,000 voters; k = L/O of the bins within 2 of the clean one; sum of L - k O from the clean bin; clean turnout from the 1st to the 95th percentile of voters' turnout, every third; 95 % interval by bootstrap over territories; descriptive, never fires";

    /// <inheritdoc/>
    public TestReport Run(StationTable table, ForensicRun run)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(run);
        var registered = table.Registered;
        var choice = new StationChoice(table)
            .WithTurnout()
            .WithShare()
            .Without("10,000 voters or more are registered: no polling station", s => registered[s] >= Pseudo)
            .Choose();
        if (choice.Refuse(Name, 20) is { } refusal)
        {
            return refusal;
        }

        var bins = TurnoutBins.Of(table, choice.Used);
        var cleans = CleanTurnouts(bins);
        if (cleans.Count < 2)
        {
            return choice.Refuse(Name, "All stations have nearly one turnout, or no ballot is for another list.");
        }

        var points = cleans.Select(c => (Clean: c, At: bins.Anomalous(c, Around))).ToList();
        var intervals = Bootstrap(table, choice.Used, cleans, run);
        var (least, most) = (points.MinBy(p => p.At.Votes), points.MaxBy(p => p.At.Votes));
        var peak = bins.OthersPeak;
        var auto = bins.Anomalous(peak, 0);
        var all = (double)bins.List.Sum();
        return new TestReport
        {
            Test = Name,
            Stations = choice.Used.Count,
            LeftOut = choice.LeftOut,
            Effect = new Effect(null, null),
            Figures =
            [
                new FigureGroup(
                    "",
                    [
                        new Figure("list-votes", all),
                        new Figure("least", least.At.Votes),
                        new Figure("least-at-turnout", least.Clean),
                        new Figure("most", most.At.Votes),
                        new Figure("most-at-turnout", most.Clean),
                    ]
                ),
                new FigureGroup(
                    "at-the-peak-of-others",
                    [
                        new Figure("clean-turnout", peak),
                        new Figure("ratio", auto.Ratio, 6),
                        new Figure("clean-share", 100 * auto.Ratio / (1 + auto.Ratio), 4),
                        new Figure("anomalous-votes", auto.Votes),
                    ]
                ),
            ],
            Tables = [Profile(points, intervals, run), .. run.IsBrief ? (FigureTable[])[] : [Distribution(bins)]],
            Says = string.Create(
                CultureInfo.InvariantCulture,
                $"Depending on the turnout that is taken to be clean, from {cleans[0]} % to {cleans[^1]} %, {table.ListName} has between {Shown.Whole((long)Math.Round(least.At.Votes))} (at {least.Clean} %) and {Shown.Whole((long)Math.Round(most.At.Votes))} (at {most.Clean} %) of its {Shown.Whole((long)all)} votes beyond its share at that turnout."
            ),
        };
    }

    /// <summary>Every third bin between the 1st and the 95th percentile of the voters who came, where the bins around hold enough.</summary>
    private static List<int> CleanTurnouts(TurnoutBins bins)
    {
        var all = (double)bins.Given.Sum();
        var cleans = new List<int>();
        double below = 0;
        for (var b = 0; b < TurnoutBins.Bins; b++)
        {
            var isInside = below >= 0.01 * all && below <= 0.95 * all;
            below += bins.Given[b];
            if (b % 3 != 0 || !isInside)
            {
                continue;
            }

            var ballots = 0L;
            for (var c = Math.Max(0, b - Around); c <= Math.Min(TurnoutBins.Bins - 1, b + Around); c++)
            {
                ballots += bins.List[c] + bins.Others[c];
            }

            if (ballots >= LeastOfBallots * all && double.IsFinite(bins.Anomalous(b, Around).Votes))
            {
                cleans.Add(b);
            }
        }

        return cleans;
    }

    /// <summary>For each clean turnout the 2.5th and the 97.5th percentile over territories drawn again with replacement.</summary>
    private static List<(double Low, double High)>? Bootstrap(
        StationTable table,
        IReadOnlyList<int> used,
        List<int> cleans,
        ForensicRun run
    )
    {
        var territories = used.GroupBy(s => table.Territory[s]).Select(g => TurnoutBins.Of(table, g)).ToList();
        if (run.IsBrief || territories.Count < 5)
        {
            return null;
        }

        var random = SplitMix64.For(run.Seed, 101);
        var drawn = cleans.ConvertAll(_ => new double[run.Resamples]);
        for (var r = 0; r < run.Resamples; r++)
        {
            run.Stop.ThrowIfCancellationRequested();
            run.Progress?.Invoke("Bootstrap over territories", r, run.Resamples);
            var (list, others) = (new long[TurnoutBins.Bins], new long[TurnoutBins.Bins]);
            for (var t = 0; t < territories.Count; t++)
            {
                var one = territories[random.Below(territories.Count)];
                for (var b = 0; b < TurnoutBins.Bins; b++)
                {
                    list[b] += one.List[b];
                    others[b] += one.Others[b];
                }
            }

            var bins = new TurnoutBins([.. list], [.. others], [], []);
            for (var c = 0; c < cleans.Count; c++)
            {
                drawn[c][r] = bins.Anomalous(cleans[c], Around).Votes;
            }
        }

        return drawn.ConvertAll(d =>
        {
            var sorted = d.Where(double.IsFinite).Order().ToArray();
            return sorted.Length < 2
                ? (double.NaN, double.NaN)
                : (Percentile.Of(sorted, 0.025), Percentile.Of(sorted, 0.975));
        });
    }

    private static FigureTable Profile(
        List<(int Clean, (double Ratio, double Votes) At)> points,
        List<(double Low, double High)>? intervals,
        ForensicRun run
    ) =>
        new(
            "profile",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Votes of the list beyond its share at an assumed clean turnout (in per cent); low and high: 95 % over {run.Resamples} draws of territories."
            ),
            ["clean-turnout", "clean-share", "anomalous-votes", "low", "high"],
            [
                .. points.Select(
                    (p, i) =>
                        new FigureRow(
                            "",
                            [
                                new Figure("clean-turnout", p.Clean),
                                new Figure("clean-share", 100 * p.At.Ratio / (1 + p.At.Ratio), 2),
                                new Figure("anomalous-votes", p.At.Votes),
                                new Figure("low", intervals?[i].Low ?? double.NaN),
                                new Figure("high", intervals?[i].High ?? double.NaN),
                            ]
                        )
                ),
            ]
        )
        {
            Told = 40,
        };

    private static FigureTable Distribution(TurnoutBins bins) =>
        new(
            "by-turnout",
            "Votes of the list, other ballots and registered voters by whole per cent of turnout.",
            ["turnout", "list", "others", "registered"],
            [
                .. Enumerable
                    .Range(0, TurnoutBins.Bins)
                    .Where(b => bins.Registered[b] > 0)
                    .Select(b => new FigureRow(
                        "",
                        [
                            new Figure("turnout", b),
                            new Figure("list", bins.List[b]),
                            new Figure("others", bins.Others[b]),
                            new Figure("registered", bins.Registered[b]),
                        ]
                    )),
            ]
        )
        {
            IsForCharts = true,
        };
}
