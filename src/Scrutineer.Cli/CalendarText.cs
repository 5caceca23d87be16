using Scrutineer.Files;
using Scrutineer.Findings;
using Scrutineer.Numerics;
using Scrutineer.Registry;
using Scrutineer.Results.Calendars;

namespace Scrutineer.Cli;

/// <summary>The text of <c>calendar</c>.</summary>
internal static class CalendarText
{
    public static string Of(ElectionCalendar calendar)
    {
        var file = calendar.Dossier.File;
        var text = Words.Wrap(file.Title, 0);
        text += Words.Wrap($"Law: {calendar.Dossier.Law.File.Id}, edition {calendar.Dossier.Edition.Name}.", 0);
        if (file.Called is { } called)
        {
            var days = file.PollingDay.DayNumber - called.DayNumber;
            text += Words.Wrap(
                $"Called on {Shown.Day(called)}, {days} days before voting; {days + 1} days with both ends.",
                0
            );
        }

        text += "E is the day of voting of the contest.\n\n";
        text += TextTable.Of(
            ["window", "end", "by the rule", "set", ">day", "rule"],
            [
                .. calendar.Windows.SelectMany(w =>
                    w.Edges.Select(e =>
                        (IReadOnlyList<string>)
                            [
                                w.Name,
                                e.Closes ? "closes" : "opens",
                                e.Computed is { } computed ? Moment(computed, e) : "unknown",
                                e.Set?.Written.Replace('T', ' ') ?? "",
                                e.DaysFrom(w.PollingDay) is { } days ? Offset(days) : "",
                                $"{e.Edge.InWords()} [{e.Edge.Cite}; {ScalarType.Word(e.Edge.Checked)}]",
                            ]
                    )
                ),
            ]
        );
        if (calendar.Clocks.Count > 0)
        {
            text += "\n";
            foreach (var clock in calendar.Clocks.GroupBy(c => c.Behind).OrderBy(g => g.Key))
            {
                text += Words.Wrap(
                    $"{Shown.Row(clock.Select(c => c.Place.NameOn(file.PollingDay)))}: {clock.Key.TotalMinutes} minutes behind the capital's clock.",
                    0
                );
            }
        }

        if (calendar.Facts.Events.Count > 0)
        {
            text += "\nEvents\n";
            text += TextTable.Of(
                ["when", ">day", "what", "window and verdict"],
                [.. calendar.Facts.Events.Select(e => Row(calendar, e))]
            );
        }

        foreach (var finding in calendar.Findings.Where(f => f.Severity > Severity.Info))
        {
            text +=
                $"\n{Words.Wrap(finding.Statement, 0)}{Words.Wrap($"[{finding.Code}; {finding.Unit}{(finding.Unit.Length > 0 ? "; " : "")}{finding.Basis}]", 2)}";
        }

        return text;
    }

    private static IReadOnlyList<string> Row(ElectionCalendar calendar, EventEntry happened)
    {
        var polling = happened.Contest is { } contest
            ? calendar.Dossier.File.Contests.GetValueOrDefault(contest)?.PollingDay
            : null;
        var days = happened.On.Day?.DayNumber - (polling ?? calendar.Dossier.File.PollingDay).DayNumber;
        var verdicts = calendar.Windows.SelectMany(w =>
            w.Events.Where(j => ReferenceEquals(j.Event, happened))
                .Select(j => $"{w.Name}: {ScalarType.Word(j.Verdict).Replace('-', ' ')}")
        );
        return
        [
            happened.On.Written.Replace('T', ' '),
            days is { } n ? Offset(n) : "",
            ScalarType.Word(happened.What) + (happened.Who.Count > 0 ? $" ({string.Join(", ", happened.Who)})" : ""),
            string.Join("; ", verdicts),
        ];
    }

    private static string Moment(DateTime moment, EdgeResult edge) =>
        moment.ToString(
            edge.HasTime && edge.Edge.Time is not null
            || edge.Edge.Offset.Unit < Scrutineer.Law.Calendars.OffsetUnit.Day
                ? "yyyy-MM-dd HH:mm"
                : "yyyy-MM-dd"
        );

    /// <summary>The distance from the day of voting: E−41, E, E+2.</summary>
    private static string Offset(int days) => days == 0 ? "E" : $"E{Shown.Signed(days)}";
}
