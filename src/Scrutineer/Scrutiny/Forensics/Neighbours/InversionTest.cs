using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Neighbours;

/// <summary>Small lists that have one or two votes in many stations of a territory, and none in hardly any.</summary>
/// <remarks>
/// Source: the rule of A. Kireev for the Duma election of 2021. Under any mixture of Poisson counts p₁² ≤ 2·p₀·p₂ (Cauchy and
/// Schwarz), so at least n₁²/(2·n₂) stations without a vote are to be expected beside n₁ with one and n₂ with two.
/// </remarks>
public sealed record InversionTest : IForensicTest
{
    /// <summary>More stations than this must have one vote, and more than this two.</summary>
    public const int More = 20;

    /// <summary>Fewer stations than this must have none.</summary>
    public const int Fewer = 10;

    /// <inheritdoc/>
    public string Name => "inversions";

    /// <inheritdoc/>
    public string Asks => "Has a small list one or two votes in many stations of a territory, and none in hardly any?";

    /// <inheritdoc/>
    public string CannotSee =>
        "It sees commissions that hand out a vote or two to every small list; it is silent where no list is small, or territories have few stations, and says nothing about the votes of large lists.";

    /// <inheritdoc/>
    public bool CanFire => true;

    /// <inheritdoc/>
    public string Specification =>
        "each list in each unit right above the stations: more than 20 stations with 1 vote, more than 20 with 2, fewer than 10 with 0; fires where a unit has it";

    /// <inheritdoc/>
    public TestReport Run(StationTable table, ForensicRun run)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(run);
        var choice = new StationChoice(table)
            .Without("votes of a list are not known", s => table.Votes.Any(v => v[s] < 0))
            .Without("it has no territory", s => table.Territory[s] < 0)
            .Choose();
        if (choice.Refuse(Name, (2 * More) + 2) is { } refusal)
        {
            return refusal;
        }

        var hits = choice
            .Used.GroupBy(s => table.Territory[s])
            .SelectMany(territory =>
                Enumerable
                    .Range(0, table.Lists.Length)
                    .Select(list => Count(table, territory.Key, [.. territory], list))
            )
            .Where(c => c.Ones > More && c.Twos > More && c.Noughts < Fewer)
            .OrderBy(c => c.List)
            .ThenBy(c => c.Territory)
            .ToList();
        var stations = hits.Select(h => h.Territory)
            .Distinct()
            .Sum(t => choice.Used.Count(s => table.Territory[s] == t));
        var report = new TestReport
        {
            Test = Name,
            Stations = choice.Used.Count,
            LeftOut = choice.LeftOut,
            Fires = hits.Count > 0,
            Effect = new Effect(stations, null),
            Figures =
            [
                new FigureGroup(
                    "",
                    [new Figure("hits", hits.Count), new Figure("stations-of-those-territories", stations)]
                ),
            ],
            Tables = [Table(table, hits)],
            Says =
                hits.Count == 0
                    ? "No small list has one or two votes in many stations of a territory and none in hardly any."
                    : $"{Shown.Of(hits.Count, "time", "times")} a small list has one vote in more than {More} stations of a territory, two in more than {More}, and none in fewer than {Fewer}. Among thousands of territories chance alone gives some such; the placebo elections say how often.",
        };
        return report with
        {
            Findings =
            [
                .. hits.Select(h => new Finding(
                    "small-list-inversion",
                    Severity.Notice,
                    $"In {table.Units[h.Territory].Path} {table.Lists[h.List]} has no vote in {h.Noughts} of {h.Stations} stations, one in {h.Ones} and two in {h.Twos}; counts by chance would on average have none in at least {h.Least:0}.",
                    "rule of Kireev (2021); Cauchy and Schwarz for mixtures of Poisson counts",
                    run.Verify + " --test inversions"
                )
                {
                    Unit = table.Units[h.Territory].Path.Text,
                }),
            ],
        };
    }

    private static Hit Count(StationTable table, int territory, int[] stations, int list)
    {
        var counts = new int[3];
        foreach (var s in stations)
        {
            var votes = table.Votes[list][s];
            if (votes < 3)
            {
                counts[votes]++;
            }
        }

        return new Hit(territory, list, counts[0], counts[1], counts[2], stations.Length);
    }

    private static FigureTable Table(StationTable table, List<Hit> hits) =>
        new(
            "hits",
            "Stations of a territory by votes for a small list; least-noughts is what any mixture of Poisson counts needs.",
            ["none", "one", "two", "stations", "least-noughts"],
            [
                .. hits.Select(h => new FigureRow(
                    $"{table.Lists[h.List]} in {table.Units[h.Territory].Path}",
                    [
                        new Figure("none", h.Noughts),
                        new Figure("one", h.Ones),
                        new Figure("two", h.Twos),
                        new Figure("stations", h.Stations),
                        new Figure("least-noughts", h.Least, 1),
                    ]
                )),
            ]
        )
        {
            RowsAre = "list and territory",
        };

    private sealed record Hit(int Territory, int List, int Noughts, int Ones, int Twos, int Stations)
    {
        public double Least => Twos == 0 ? 0 : (double)Ones * Ones / (2.0 * Twos);
    }
}
