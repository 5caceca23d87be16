using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Law.Calendars;

namespace Scrutineer.Results.Calendars;

/// <summary>What a calendar has to say: days counted otherwise than the rule reads, and events outside their time.</summary>
internal static class CalendarFindings
{
    public static IReadOnlyList<Finding> Of(ElectionCalendar calendar) =>
        [
            .. calendar
                .Windows.SelectMany(w => w.Edges.SelectMany(e => Edge(calendar, w, e)))
                .Concat(Uniform(calendar))
                .Concat(calendar.Windows.SelectMany(w => w.Events.SelectMany(e => Event(calendar, w, e))))
                .Concat(Clocks(calendar))
                .OrderByDescending(f => f.Severity),
        ];

    /// <summary>A moment in words: a day, and the time where it has one.</summary>
    public static string Shown(DateTime moment, bool hasTime) =>
        Numerics.Shown.Day(DateOnly.FromDateTime(moment)) + (hasTime ? $", {moment:HH:mm}" : "");

    private static string Verify(ElectionCalendar calendar) =>
        $"scrutineer calendar {SourceText.Show(calendar.Dossier.Folder)}";

    private static IEnumerable<Finding> Edge(ElectionCalendar calendar, WindowResult window, EdgeResult edge)
    {
        var end = edge.Closes ? "closes" : "opens";
        var rule = $"'{window.Name}' {end} {edge.Edge.InWords()}";
        if (edge is { State: EdgeState.CountedOtherwise, Anchor: { } anchor, Computed: { } computed, Set.Day: { } set })
        {
            var used = Math.Abs(set.DayNumber - DateOnly.FromDateTime(anchor).DayNumber);
            yield return new Finding(
                "deadline-counted-otherwise",
                Severity.Warning,
                $"{rule}: that is {Numerics.Shown.Day(DateOnly.FromDateTime(computed))}, and the day set is {Numerics.Shown.Day(set)}, {used} days away. It fits where {Words(edge.Fits[0])}.",
                edge.Edge.Cite,
                Verify(calendar)
            )
            {
                Unit = window.Name,
                Where = calendar.Facts.Calendar[window.Name].At,
                Figures =
                [
                    KeyValuePair.Create("rule", Math.Abs(edge.Edge.Offset.Number).ToString()),
                    KeyValuePair.Create("used", used.ToString()),
                ],
            };
        }
        else if (edge is { State: EdgeState.Differs, Computed: { } expected, Set: { } written })
        {
            yield return new Finding(
                "deadline-differs",
                Severity.Warning,
                $"{rule}: that is {Shown(expected, edge.HasTime)}, and what was set is {written.InWords()}.",
                edge.Edge.Cite,
                Verify(calendar)
            )
            {
                Unit = window.Name,
                Where = calendar.Facts.Calendar[window.Name].At,
            };
        }
        else if (edge.State == EdgeState.Untold)
        {
            yield return new Finding(
                "deadline-untold",
                Severity.Info,
                $"{rule}, and that day is not known here{(edge.Set is { } only ? $"; what was set is {only.InWords()}" : "")}.",
                edge.Edge.Cite,
                Verify(calendar)
            )
            {
                Unit = window.Name,
            };
        }
    }

    /// <summary>Whether one convention of counting gives every day that was set.</summary>
    private static IEnumerable<Finding> Uniform(ElectionCalendar calendar)
    {
        var counted = calendar
            .Windows.SelectMany(w => w.Edges.Select(e => (w.Name, Edge: e)))
            .Where(e => e.Edge.Edge.Offset.IsCounted && e.Edge.Fits.Count > 0)
            .ToList();
        if (
            counted.Count > 1
            && !Enum.GetValues<CountingConvention>().Any(c => counted.TrueForAll(e => e.Edge.Fits.Contains(c)))
        )
        {
            var groups = counted
                .GroupBy(e => e.Edge.Fits[0])
                .OrderBy(g => g.Key)
                .Select(g =>
                    $"where {Words(g.Key)}: {Numerics.Shown.Row(g.Select(e => $"{e.Name} ({e.Edge.Edge.Offset})").Distinct())}"
                );
            yield return new Finding(
                "counting-not-uniform",
                Severity.Notice,
                $"No one way of counting gives all {counted.Count} days that were set. They fit {string.Join("; ", groups)}.",
                "the calendar of the law, and the days set",
                Verify(calendar)
            );
        }
    }

    private static IEnumerable<Finding> Event(ElectionCalendar calendar, WindowResult window, JudgedEvent judged)
    {
        var happened = judged.Event;
        var (code, severity, says) = judged.Verdict switch
        {
            EventVerdict.TooEarly => (
                "before-its-time",
                Severity.Warning,
                $"before '{window.Name}' opened ({Shown(window.Opens!.Moment!.Value, window.Opens.HasTime)})"
            ),
            EventVerdict.TooLate => (
                "after-its-time",
                Severity.Warning,
                $"after '{window.Name}' closed ({Shown(window.Closes!.Moment!.Value, window.Closes.HasTime)})"
            ),
            EventVerdict.Forbidden => (
                "forbidden-in-its-time",
                Severity.Warning,
                $"inside '{window.Name}', in which {ScalarType.Word(happened.What)} is forbidden"
            ),
            EventVerdict.BeforeTheEnd => (
                "inside-time-to-dispute",
                Severity.Warning,
                $"inside '{window.Name}', which ends on {Shown(window.Closes!.Moment!.Value, window.Closes.HasTime)}; a dispute until then would suspend it"
            ),
            _ => ("", Severity.Info, ""),
        };
        if (code.Length > 0)
        {
            yield return Judged(
                code,
                severity,
                $"{happened.Says.TrimEnd('.')} ({happened.On.InWords()}): {says}.",
                calendar,
                window,
                happened
            );
        }
    }

    private static Finding Judged(
        string code,
        Severity severity,
        string statement,
        ElectionCalendar calendar,
        WindowResult window,
        Registry.EventEntry happened
    ) =>
        new(
            code,
            severity,
            statement,
            string.Join("; ", window.Edges.Select(e => e.Edge.Cite).Distinct()),
            Verify(calendar)
        )
        {
            Unit = window.Name,
            Where = happened.At,
        };

    private static IEnumerable<Finding> Clocks(ElectionCalendar calendar)
    {
        foreach (
            var window in calendar.Windows.Where(w =>
                w.Closes is { Edge.Clock: ClockName.Local, Moment: not null }
                && w.Window.Holds.Contains(Registry.EventKind.Voting)
            )
        )
        {
            foreach (var behind in calendar.Clocks.GroupBy(c => c.Behind).OrderBy(g => g.Key))
            {
                var closes = window.Closes!.Moment!.Value;
                var early = calendar.Facts.Events.Where(e =>
                    e.What == Registry.EventKind.TurnoutAnnounced
                    && e.On.IsToTheMinute
                    && e.On.Earliest >= closes
                    && e.On.Earliest < closes + behind.Key
                );
                yield return new Finding(
                    "polls-close-at-different-times",
                    early.Any() ? Severity.Warning : Severity.Notice,
                    $"'{window.Name}' closes at {closes:HH:mm} local time; in {Numerics.Shown.Row(behind.Select(b => b.Place.NameOn(calendar.Dossier.File.PollingDay)))} that is {closes + behind.Key:HH:mm} on the capital's clock."
                        + string.Concat(early.Select(e => $" Before it: {e.Says}")),
                    window.Closes.Edge.Cite,
                    Verify(calendar)
                )
                {
                    Unit = window.Name,
                };
            }
        }
    }

    private static string Words(CountingConvention counting) =>
        counting switch
        {
            CountingConvention.ClearDays => "only whole days between count",
            CountingConvention.BothEnds => "both ends count",
            _ => "the day counted from is day nought",
        };
}
