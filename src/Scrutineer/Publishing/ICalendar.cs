using System.Globalization;
using System.Text;
using Scrutineer.Law.Calendars;
using Scrutineer.Results.Calendars;

namespace Scrutineer.Publishing;

/// <summary>
/// A calendar as iCalendar (RFC 5545). Times of the capital's clock are written in UTC where the registry gives that clock,
/// and otherwise, like times of each place's clock, as floating times (section 3.3.5, form 1).
/// </summary>
public static class ICalendar
{
    private const int MostOctets = 75;

    /// <summary>The calendar, with lines that end in CR LF and are folded at 75 octets (section 3.1).</summary>
    public static string Of(ElectionCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var file = calendar.Dossier.File;
        var text = new StringBuilder();
        // The stamp may not be the clock's: the same dossier gives the same file.
        var stamp = $"{file.Called ?? file.PollingDay:yyyyMMdd}T000000Z";
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Scrutineer//calendar//EN");
        Line(text, $"X-WR-CALNAME:{Escape(file.Title)}");
        foreach (var window in calendar.Windows)
        {
            var edges = window.Edges.Where(e => e.Moment is not null).ToList();
            if (edges.Count == 0)
            {
                continue;
            }

            Line(text, "BEGIN:VEVENT");
            Line(text, $"UID:{file.Id}.{window.Name}@scrutineer");
            Line(text, $"DTSTAMP:{stamp}");
            var hasTime = edges.Exists(e => e.HasTime);
            Line(text, Time("DTSTART", edges[0], hasTime, calendar));
            if (edges.Count == 2)
            {
                Line(text, Time("DTEND", edges[1], hasTime, calendar));
            }

            Line(text, $"SUMMARY:{Escape(Summary(window, edges))}");
            Line(text, $"DESCRIPTION:{Escape(window.Window.Sentence())}");
            Line(text, "TRANSP:TRANSPARENT");
            Line(text, "END:VEVENT");
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static string Summary(WindowResult window, List<EdgeResult> edges) =>
        window.Window.Says.TrimEnd('.')
        + (
            edges is [{ Closes: true }] ? " (last moment)"
            : edges is [_] ? " (first moment)"
            : ""
        );

    private static string Time(string name, EdgeResult edge, bool hasTime, ElectionCalendar calendar)
    {
        var moment = edge.Moment!.Value;
        if (!hasTime)
        {
            // The end of whole days is the day after the last (section 3.6.1).
            var day = name == "DTEND" ? moment.Date.AddDays(1) : moment.Date;
            return $"{name};VALUE=DATE:{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
        }

        var form = moment.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        return edge.Edge.Clock == ClockName.Capital && calendar.CapitalClock is { } clock
            ? $"{name}:{(moment - clock.Ahead).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)}Z"
            : $"{name}:{form}";
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\n", "\\n");

    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
