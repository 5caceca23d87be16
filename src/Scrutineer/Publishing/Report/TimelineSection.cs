using System.Globalization;
using Scrutineer.Dossier;
using Scrutineer.Numerics;
using Scrutineer.Publishing.Charts;
using Scrutineer.Registry;
using Scrutineer.Results;
using Scrutineer.Results.Calendars;

namespace Scrutineer.Publishing.Report;

/// <summary>What happened, drawn on one scale of time and told in order, under the names of the day.</summary>
internal static class TimelineSection
{
    public static string Of(ElectionResult result)
    {
        if (result.Calendar is not { Facts: { Events.Count: > 0 } facts } calendar)
        {
            return "";
        }

        var dossier = result.Dossier;
        var rows = facts
            .Events.Select(e =>
            {
                var day = e.On.Day ?? dossier.File.PollingDay;
                return (IReadOnlyList<Cell>)
                    [
                        e.On.InWords(),
                        EventWords.Says(e),
                        string.Join(", ", e.Who.Select(w => facts.NameOf(w, day))),
                        e.Where is { } place ? facts.NameOf(place, day) : "",
                        new Cell(
                            string.Join("; ", e.Sources.Select(s => dossier.File.Sources[s].Title)),
                            string.Join(
                                "; ",
                                e.Sources.Select(s =>
                                    Cell.Link(dossier.File.Sources[s].Title, Html.Id("source", s)).Markup
                                )
                            )
                        ),
                    ];
            })
            .ToList();
        return Drawn(dossier, calendar)
            + Html.Table(
                "Events in order of time; names are those of the day",
                ["When", "What", "Who", "Where", "Source"],
                rows,
                "timeline"
            );
    }

    /// <summary>From the call, or the first day that was set, to the last event of the elected body's first session.</summary>
    private static string Drawn(ElectionDossier dossier, ElectionCalendar calendar)
    {
        var polling = dossier.File.PollingDay;
        var windows = calendar
            .Windows.Select(w => (Window: w, Opens: Moment(w, closes: false), Closes: Moment(w, closes: true)))
            .Where(w => w is { Opens: not null, Closes: not null } && w.Opens <= w.Closes)
            .Select(w => new TimelineRow(w.Window.Window.Says, w.Opens!.Value, w.Closes!.Value, IsWindow: true))
            .ToList();
        var events = calendar.Facts.Events;
        var first = Day(
            events.FirstOrDefault(e => e.What == EventKind.Call)?.On.Earliest ?? windows.Min(w => (DateTime?)w.From)
        );
        var last = Day(
            events.LastOrDefault(e => e.What == EventKind.FirstSession)?.On.Latest
                ?? events.LastOrDefault(e => e.What == EventKind.ResultFixed)?.On.Latest
        );
        var days = (
            First: first is { } f && f < polling ? f : polling.AddMonths(-2),
            Last: last is { } l && l > polling ? l : polling.AddDays(7)
        );
        var within = events
            .Where(e =>
                e.On.Earliest > DateTime.MinValue
                && e.On.Latest < DateTime.MaxValue
                && DateOnly.FromDateTime(e.On.Latest) >= days.First
                && DateOnly.FromDateTime(e.On.Earliest) <= days.Last
            )
            .Select(e => new TimelineRow(e.Says, e.On.Earliest, e.On.Latest, Lead: Short(e.On)))
            .ToList();
        if (within.Count == 0)
        {
            return "";
        }

        var beyond = events.Count - within.Count;
        return Html.Figure(
            Timeline.Render(
                new ChartFrame(
                    "timeline-chart",
                    "Timeline",
                    $"Windows of the calendar and events from {Shown.Day(days.First)} to {Shown.Day(days.Last)}.",
                    400
                ),
                days,
                (polling, "voting"),
                [.. windows.Concat(within).OrderBy(r => r.From)]
            ),
            $"From {Shown.Day(days.First)} to {Shown.Day(days.Last)}."
                + (
                    beyond > 0
                        ? $" {Shown.Of(beyond, "event", "events")} before or after, or without a day, {(beyond == 1 ? "stands" : "stand")} in the table only."
                        : ""
                )
        );
    }

    private static DateTime? Moment(WindowResult window, bool closes) =>
        window.Edges.FirstOrDefault(e => e.Closes == closes)?.Moment;

    private static DateOnly? Day(DateTime? moment) => moment is { } at ? DateOnly.FromDateTime(at) : null;

    private static string Short(PartialDate on) =>
        (on.Day is null ? "by " : "") + on.Latest.ToString("d MMM", CultureInfo.InvariantCulture);
}
