using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Scrutineer.Counting;
using Scrutineer.Files;
using Scrutineer.Publishing;
using Scrutineer.Storage;
using Scrutineer.Web.Night;

namespace Scrutineer.Web.Endpoints;

/// <summary>Reports as files: a table for coordinators, and what is published for everybody.</summary>
internal static class ReportFiles
{
    /// <summary>One row a report, with what observers wrote; a cell that begins like a formula is text.</summary>
    public static byte[] Csv(IEnumerable<Report> reports) =>
        Table(
            [
                "id",
                "kind",
                "unit",
                "observer",
                "accepted",
                "happened",
                "category",
                "severity",
                "status",
                "assigned",
                "complaint",
                "ruling",
                "merged-into",
                "published",
                "photographs",
                "text",
            ],
            reports.Select(r =>
                (IReadOnlyList<string>)
                    [
                        r.ClientId,
                        ScalarType.Word(r.Kind),
                        r.Unit?.Text ?? "",
                        r.Observer,
                        Embargo.Written(r.At),
                        Embargo.Written(ReportDesk.HappenedAt(r)),
                        ReportDesk.CategoryOf(r),
                        ReportDesk.SeverityOf(r),
                        r.Status,
                        r.AssignedTo ?? "",
                        r.Complaint ?? "",
                        r.Ruling ?? "",
                        r.MergedInto ?? "",
                        r.Published is null ? "no" : "yes",
                        string.Join(' ', r.Files),
                        r.Payload?.Text ?? "",
                    ]
            )
        );

    /// <summary>The published incidents, the latest first.</summary>
    public static byte[] Incidents(IEnumerable<Report> reports) =>
        Table(
            ["id", "unit", "happened", "category", "severity", "text"],
            PublishedIncidents(reports)
                .Select(r =>
                    (IReadOnlyList<string>)
                        [
                            r.ClientId,
                            r.Unit?.Text ?? "",
                            Of(r, "at"),
                            Of(r, "category"),
                            Of(r, "severity"),
                            Of(r, "text"),
                        ]
                )
        );

    /// <summary>The published incidents without duplicates, the latest first.</summary>
    public static IEnumerable<Report> PublishedIncidents(IEnumerable<Report> reports) =>
        reports
            .Where(r => r is { Kind: ReportKind.Incident, Published: not null, MergedInto: null })
            .OrderByDescending(r => Of(r, "at"), StringComparer.Ordinal)
            .ThenBy(r => r.ClientId, StringComparer.Ordinal);

    /// <summary>A published word of a report; empty where it was not published.</summary>
    public static string Of(Report report, string name) => (string?)report.Published?[name] ?? "";

    /// <summary>
    /// The published copies with what opens their leaves: the salt and the signed envelope whose SHA-256 stands in the log as
    /// <c>private</c>. A copy that was purged has nothing to open.
    /// </summary>
    public static async Task<byte[]> CopiesAsync(ElectionNight night, Reports reports)
    {
        var published = reports
            .All.Where(r =>
                r is { Kind: ReportKind.Copy, Published: not null, Unit: { } unit }
                && night.Find(unit) is { Entry.State: Counting.Entry.EntryState.Settled }
            )
            .ToList();
        var opened = new Dictionary<string, StoredRecord?>(StringComparer.Ordinal);
        foreach (var report in published)
        {
            opened[report.ClientId] = await reports.FirstAsync(report.ClientId);
        }

        return Encoding.UTF8.GetBytes(
            ResultJson.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("election", night.Setup.Dossier.File.Id);
                json.WriteStartArray("copies");
                foreach (var report in published)
                {
                    Copy(json, night, report, opened[report.ClientId]);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            })
        );
    }

    private static void Copy(Utf8JsonWriter json, ElectionNight night, Report report, StoredRecord? first)
    {
        json.WriteStartObject();
        json.WriteString("id", report.ClientId);
        json.WriteString("unit", report.Unit?.Text);
        json.WriteString("observer", report.Observer);
        json.WriteString("accepted", Embargo.Written(report.At));
        json.WriteString("merged-into", report.MergedInto);
        json.WritePropertyName("figures");
        (report.Published!["figures"] ?? new JsonObject()).WriteTo(json);
        json.WriteStartArray("differences");
        var entry = night.Find(report.Unit!.Value)!.Entry;
        foreach (
            var difference in ObserverCopy
                .Published([report with { MergedInto = null }], entry)
                .SelectMany(c => c.Differences)
        )
        {
            json.WriteStartObject();
            json.WriteString("field", night.Setup.Layout.Columns[difference.Column].Name);
            Write("official", difference.Left);
            Write("copy", difference.Right);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("files");
        foreach (var file in report.Files)
        {
            json.WriteStringValue(file);
        }

        json.WriteEndArray();
        json.WriteString("entry", first?.Entry);
        json.WriteString("opened", first?.Private is { } kept ? Convert.ToBase64String(kept) : null);
        json.WriteEndObject();

        void Write(string name, Count count)
        {
            if (count.Value is { } number)
            {
                json.WriteNumber(name, number);
            }
            else
            {
                json.WriteString(name, count.ToString());
            }
        }
    }

    private static byte[] Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(head))
        {
            text.AppendJoin(',', row.Select(CsvCell.Of)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
