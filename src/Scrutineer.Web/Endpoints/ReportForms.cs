using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Scrutineer.Files;
using Scrutineer.Observation;
using Scrutineer.Web.Night;

namespace Scrutineer.Web.Endpoints;

/// <summary>From a coordinator's form to what the record of the decision says.</summary>
internal static class ReportForms
{
    private const int LongestNote = 500;

    /// <summary>The categories of incidents, as words of the files.</summary>
    public static IReadOnlyList<string> Categories { get; } =
    [.. Enum.GetValues<IncidentKind>().Select(k => ScalarType.Word(k))];

    /// <summary>The grades of severity, as words of the files, the gravest first.</summary>
    public static IReadOnlyList<string> Severities { get; } =
    [.. Enum.GetValues<IncidentSeverity>().OrderDescending().Select(s => ScalarType.Word(s))];

    /// <summary>The act of a word; nothing where there is none.</summary>
    public static ReportAct? ActOf(string word) =>
        Enum.GetValues<ReportAct>().Cast<ReportAct?>().FirstOrDefault(a => ScalarType.Word(a!.Value) == word);

    /// <summary>What the record says; nothing where the form is not filled in as the act needs it.</summary>
    /// <param name="act">The act.</param>
    /// <param name="form">The form.</param>
    /// <param name="report">The report.</param>
    /// <param name="desk">The reports.</param>
    /// <param name="wrong">The name of the text that says what is wrong.</param>
    public static JsonObject? Body(
        ReportAct act,
        IFormCollection form,
        Report report,
        ReportDesk desk,
        out string wrong
    )
    {
        wrong = "report-wrong";
        var note = Text("note");
        if (note.Length > LongestNote)
        {
            return null;
        }

        JsonObject? body = act switch
        {
            ReportAct.Triage => Triage(),
            ReportAct.Assign => new JsonObject { ["to"] = Short("to") is { Length: > 0 } to ? to : null },
            ReportAct.Link => new JsonObject { ["complaint"] = Short("complaint"), ["ruling"] = Short("ruling") },
            ReportAct.Merge => desk.MayMerge(report, Text("into")) ? new JsonObject { ["into"] = Text("into") } : null,
            ReportAct.Publish => Published(report, form["text"] == "yes"),
            _ => note.Length > 0 ? [] : null,
        };
        if (body is not null && note.Length > 0)
        {
            body["note"] = note;
        }

        return body;

        string Text(string name) => TextDirection.Shown(form[name].ToString().Trim());
        string Short(string name) => Text(name) is { Length: <= LongestNote } text ? text : Text(name)[..LongestNote];
        JsonObject? Triage() =>
            ReportDesk.States.Contains(Text("status"), StringComparer.Ordinal)
            && (report.Kind != ReportKind.Incident || Categories.Contains(Text("category"), StringComparer.Ordinal))
            && (report.Kind != ReportKind.Incident || Severities.Contains(Text("severity"), StringComparer.Ordinal))
                ? report.Kind == ReportKind.Incident
                    ? new JsonObject
                    {
                        ["severity"] = Text("severity"),
                        ["category"] = Text("category"),
                        ["status"] = Text("status"),
                    }
                    : new JsonObject { ["status"] = Text("status") }
                : null;
    }

    // What becomes public stands in the record itself; what was purged cannot be published.
    private static JsonObject? Published(Report report, bool withText) =>
        report switch
        {
            { Kind: ReportKind.Copy, Payload: { } payload } => new JsonObject
            {
                ["figures"] = new JsonObject(
                    payload
                        .Figures.OrderBy(f => f.Key, StringComparer.Ordinal)
                        .Select(f =>
                            KeyValuePair.Create<string, JsonNode?>(
                                f.Key,
                                f.Value.Value is { } n ? n : f.Value.ToString()
                            )
                        )
                ),
            },
            { Kind: ReportKind.Incident, Payload: { } payload } => Incident(report, withText ? payload.Text : ""),
            _ => null,
        };

    private static JsonObject Incident(Report report, string text)
    {
        var body = new JsonObject
        {
            ["category"] = ReportDesk.CategoryOf(report),
            ["severity"] = ReportDesk.SeverityOf(report),
            ["at"] = Embargo.Written(ReportDesk.HappenedAt(report)),
        };
        if (text.Length > 0)
        {
            body["text"] = text;
        }

        return body;
    }
}
