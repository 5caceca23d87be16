using System.Globalization;
using Scrutineer.Findings;
using Scrutineer.Numerics;

namespace Scrutineer.Scrutiny.Forensics.Hours;

/// <summary>Stations, and territories, to which far more voters came between two hours than to the others.</summary>
public sealed record HourTest : IForensicTest
{
    /// <summary>The chance, under the model, that a clean table has any surge.</summary>
    public const double Level = 0.01;

    /// <summary>Where fewer voters had still to come, a station is not held against others in the interval.</summary>
    public const long LeastToCome = 100;

    /// <inheritdoc/>
    public string Name => "hours";

    /// <inheritdoc/>
    public string Asks =>
        "Did far more voters come to a station between two hours than to the others of its territory?";

    /// <inheritdoc/>
    public string CannotSee =>
        "A shift that votes together, a bus, or a barracks makes a surge by right; a surge everywhere at once, or spread over the day, is not told, and without an earlier election neither are a station's own habits.";

    /// <inheritdoc/>
    public bool CanFire => true;

    /// <inheritdoc/>
    public string Specification =>
        "voters who came between two hours, of the registered who had not come; y = 2 asin sqrt((k + 3/8)/(n + 3/4)), n >= 100; deleted residual among the stations of a territory, and of territories among each other, six at least; Student's t, one-sided, Bonferroni over all; fires at p <= 0.01";

    /// <inheritdoc/>
    public TestReport Run(StationTable table, ForensicRun run)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(run);
        var choice = new StationChoice(table)
            .WithTurnout()
            .Without("it has no territory", s => table.Territory[s] < 0)
            .Without("the turnout of an hour is not known", s => table.Hours.Any(h => h.Came[s] < 0))
            .Without("fewer had come by an hour than by the one before", s => !Rises(table, s))
            .Choose();
        if (table.Hours.IsEmpty)
        {
            return choice.Refuse(Name, "The mapping names no columns of turnout by hour ('turnout').");
        }

        if (choice.Refuse(Name, Held.Least) is { } refusal)
        {
            return refusal;
        }

        var (surges, tests) = Surges(table, choice.Used);
        if (tests == 0)
        {
            return choice.Refuse(Name, $"Nowhere are {Held.Least} stations of a territory, or territories, left.");
        }

        var named = surges.Where(s => s.P <= Level).OrderBy(s => s.P).ToList();
        var voters = named.Where(s => s.Station >= 0).Sum(s => s.Beyond);
        var least = surges.Select(s => s.P).DefaultIfEmpty(1).Min();
        return new TestReport
        {
            Test = Name,
            Stations = choice.Used.Count,
            LeftOut = choice.LeftOut,
            PValue = least,
            Fires = named.Count > 0,
            Effect = new Effect(named.Where(s => s.Station >= 0).Select(s => s.Station).Distinct().Count(), null),
            Figures =
            [
                new FigureGroup(
                    "",
                    [
                        new Figure("surges", named.Count),
                        new Figure("voters-beyond-at-stations", voters),
                        new Figure("held", tests),
                    ]
                ),
            ],
            Tables = run.IsBrief ? [] : [Table(table, named), Courses(table, choice.Used)],
            Says = string.Create(
                CultureInfo.InvariantCulture,
                $"{Shown.Of(named.Count, "surge", "surges")} among {Shown.Whole(tests)} intervals of stations and territories; at stations {Shown.Whole((long)Math.Round(voters))} voters came in them beyond what the others of the territory imply, of those registered who had not come."
            ),
            Findings = [.. named.Select(s => Found(table, s, run))],
        };
    }

    /// <summary>Voters who had come by the end of an interval; the last ends with the day.</summary>
    internal static long Came(StationTable table, int station, int interval) =>
        interval < 0 ? 0
        : interval < table.Hours.Length ? table.Hours[interval].Came[station]
        : table.Given[station];

    /// <summary>Whether every hour is known and none has fewer voters than the one before.</summary>
    internal static bool Rises(StationTable table, int station) =>
        table.Hours.All(h => h.Came[station] >= 0)
        && Enumerable.Range(0, table.Hours.Length + 1).All(i => Came(table, station, i) >= Came(table, station, i - 1));

    private static (List<Surge> Surges, int Tests) Surges(StationTable table, IReadOnlyList<int> used)
    {
        var territories = used.GroupBy(s => table.Territory[s]).OrderBy(g => g.Key).ToList();
        var held = new List<Surge>();
        for (var i = 0; i <= table.Hours.Length; i++)
        {
            (long Part, long Whole) At(int s) =>
                (Came(table, s, i) - Came(table, s, i - 1), table.Registered[s] - Came(table, s, i - 1));
            foreach (var territory in territories)
            {
                Add([.. territory.Select(s => (s, territory.Key, At(s)))], i);
            }

            Add([.. territories.Select(t => (-1, t.Key, (t.Sum(s => At(s).Part), t.Sum(s => At(s).Whole))))], i);
        }

        return ([.. held.Select(s => s with { P = Math.Min(1, s.P * held.Count) })], held.Count);

        void Add(IReadOnlyList<(int Station, int Territory, (long Part, long Whole) Count)> units, int interval)
        {
            var enough = units.Where(u => u.Count.Whole >= LeastToCome).ToList();
            if (enough.Count >= Held.Least)
            {
                held.AddRange(
                    Held.Of(enough.ConvertAll(u => u.Count))
                        .Zip(enough, (h, u) => new Surge(u.Station, u.Territory, interval, u.Count.Part, h.Beyond, h.P))
                );
            }
        }
    }

    private static string Where(StationTable table, Surge surge) =>
        surge.Station >= 0 ? table.PathOf(surge.Station).Text : table.Units[surge.Territory].Path.Text;

    private static string When(StationTable table, int interval)
    {
        var to = interval < table.Hours.Length ? Hour(table, interval) : "the end";
        return interval == 0 ? $"until {to}" : $"from {Hour(table, interval - 1)} to {to}";
    }

    private static string Hour(StationTable table, int hour) =>
        table.Hours[hour].Time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static Finding Found(StationTable table, Surge surge, ForensicRun run) =>
        new(
            "turnout-surge",
            Severity.Warning,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Where(table, surge)}: {When(table, surge.Interval)} {Shown.Whole(surge.Part)} voters came, {Shown.Whole((long)Math.Round(surge.Beyond))} beyond what the rate of the other {(surge.Station >= 0 ? "stations of the territory" : "territories")} implies (p = {surge.P:0.0000}, all intervals together). A shift that votes together is one way to it."
            ),
            "voters by hour against the others; Student's t, Bonferroni",
            run.Verify + " --test hours"
        )
        {
            Unit = Where(table, surge),
        };

    private static FigureTable Table(StationTable table, List<Surge> named) =>
        new(
            "surges",
            "Voters who came in an interval, and how many of them are beyond what the others' rate implies.",
            ["came", "beyond", "p"],
            [
                .. named.Select(s => new FigureRow(
                    $"{Where(table, s)}, {When(table, s.Interval)}",
                    [new Figure("came", s.Part), new Figure("beyond", s.Beyond), new Figure("p", s.P, 6)]
                )),
            ]
        )
        {
            RowsAre = "unit and hours",
        };

    /// <summary>The course of the whole, and of each territory.</summary>
    private static FigureTable Courses(StationTable table, IReadOnlyList<int> used)
    {
        FigureRow Row(string label, IReadOnlyList<int> stations) =>
            new(
                label,
                [
                    .. table.Hours.Select(
                        (h, i) =>
                            new Figure(
                                Hour(table, i),
                                100.0 * stations.Sum(s => h.Came[s]) / stations.Sum(s => table.Given[s]),
                                1
                            )
                    ),
                ]
            );
        return new FigureTable(
            "courses",
            "The part of the voters at the end, in per cent, who had come by each hour: the whole, then each territory.",
            [.. table.Hours.Select((_, i) => Hour(table, i))],
            [
                Row("the whole", used),
                .. used.GroupBy(s => table.Territory[s])
                    .OrderBy(g => g.Key)
                    .Select(g => Row(table.Units[g.Key].Path.Text, [.. g])),
            ]
        )
        {
            RowsAre = "territory",
        };
    }

    private sealed record Surge(int Station, int Territory, int Interval, long Part, double Beyond, double P);
}
