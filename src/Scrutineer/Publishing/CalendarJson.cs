using System.Globalization;
using System.Text.Json;
using Scrutineer.Files;
using Scrutineer.Results.Calendars;

namespace Scrutineer.Publishing;

/// <summary>The document of <c>calendar --json</c>.</summary>
public static class CalendarJson
{
    /// <summary>The document.</summary>
    public static string Of(ElectionCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return ResultJson.Write(json =>
        {
            json.WriteStartObject();
            ResultJson.Head(json, calendar.Dossier);
            json.WriteStartArray("windows");
            foreach (var window in calendar.Windows)
            {
                json.WriteStartObject();
                json.WriteString("window", window.Name);
                json.WriteString("says", window.Window.Says);
                json.WriteString("polling-day", window.PollingDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                Edge(json, "opens", window, window.Opens);
                Edge(json, "closes", window, window.Closes);
                json.WriteStartArray("events");
                foreach (var judged in window.Events)
                {
                    json.WriteStartObject();
                    json.WriteString("on", judged.Event.On.Written);
                    json.WriteString("what", ScalarType.Word(judged.Event.What));
                    json.WriteString("says", judged.Event.Says);
                    json.WriteString("verdict", ScalarType.Word(judged.Verdict));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("clocks");
            foreach (var (place, behind) in calendar.Clocks)
            {
                json.WriteStartObject();
                json.WriteString("place", place.Id);
                json.WriteNumber("minutes-behind-the-capital", (int)behind.TotalMinutes);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("findings");
            foreach (var finding in calendar.Findings)
            {
                ResultJson.Finding(json, finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Edge(Utf8JsonWriter json, string name, WindowResult window, EdgeResult? edge)
    {
        if (edge is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("rule", edge.Edge.InWords());
        json.WriteString("by-the-rule", edge.Computed?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        json.WriteString("set", edge.Set?.Written);
        json.WriteString("state", ScalarType.Word(edge.State));
        json.WriteStartArray("fits");
        foreach (var counting in edge.Fits)
        {
            json.WriteStringValue(ScalarType.Word(counting));
        }

        json.WriteEndArray();
        ContestJson.Number(json, "days-from-polling", edge.DaysFrom(window.PollingDay));
        json.WriteString("cite", edge.Edge.Cite);
        json.WriteString("checked", ScalarType.Word(edge.Edge.Checked));
        json.WriteEndObject();
    }
}
