using Scrutineer.Files;
using Scrutineer.Results;
using Scrutineer.Results.Calendars;

namespace Scrutineer.Publishing.Report;

/// <summary>The windows of the law's calendar, the days set, and the events that they judge.</summary>
internal static class CalendarSection
{
    public static string Of(ElectionResult result)
    {
        if (result.Calendar is not { Windows.Count: > 0 } calendar)
        {
            return "";
        }

        var rows = calendar
            .Windows.SelectMany(w =>
                w.Edges.Select(e =>
                    (IReadOnlyList<Cell>)
                        [
                            w.Window.Says,
                            e.Closes ? "closes" : "opens",
                            $"{e.Edge.InWords()} ({e.Edge.Cite}; {ScalarType.Word(e.Edge.Checked)})",
                            e.Computed is { } computed
                                ? CalendarFindings.Shown(computed, e.HasTime && e.Edge.Time is not null)
                                : "cannot be told",
                            e.Set?.InWords() ?? "not found",
                            ScalarType.Word(e.State).Replace('-', ' '),
                        ]
                )
            )
            .ToList();
        var text = Html.Table(
            $"The calendar of the law, edition {result.Dossier.Edition.Name}, and the days that were set",
            ["What", "End", "Rule", "By the rule", "Set", "Compared"],
            rows,
            "calendar"
        );
        var judged = calendar
            .Windows.SelectMany(w => w.Events.Select(e => (Window: w, e.Event, e.Verdict)))
            .Select(j =>
                (IReadOnlyList<Cell>)
                    [
                        j.Event.On.InWords(),
                        j.Event.Says,
                        j.Window.Window.Says,
                        ScalarType.Word(j.Verdict).Replace('-', ' '),
                    ]
            )
            .ToList();
        return judged.Count == 0
            ? text
            : text
                + Html.Table(
                    "Events, and the windows that they kept or missed",
                    ["When", "Event", "Window", "Verdict"],
                    judged,
                    "calendar-events"
                );
    }
}
