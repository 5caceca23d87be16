using Scrutineer.Counting;
using Scrutineer.Storage;

namespace Scrutineer.Web.Night;

/// <summary>The work of coordinators on reports: what they decide, and what they are helped to see.</summary>
internal sealed class ReportDesk(Reports reports, ServerOptions options)
{
    private static readonly TimeSpan Near = TimeSpan.FromMinutes(60);

    /// <summary>The states in which the work on a report can stand, in order.</summary>
    public static IReadOnlyList<string> States { get; } = ["new", "open", "checked", "closed"];

    /// <summary>Every report.</summary>
    public Reports Reports => reports;

    /// <summary>Writes a decision, once, if the coordinator saw the report as it stands.</summary>
    public async Task<Appended> DecideAsync(ReportDecision decision) =>
        (
            await reports.AppendAsync(
                new NewRecord(
                    decision.Id,
                    decision.Report.Territory,
                    ReportRecord.Stream(decision.Report.ClientId),
                    decision.Version + 1,
                    decision.Kind,
                    decision.By,
                    options.Clock.GetUtcNow(),
                    decision.Body
                )
            )
        ).Appended;

    /// <summary>
    /// Incidents that are likely the same as this one: of the same unit, of the same category, within an hour, and not merged yet;
    /// the nearest in time first.
    /// </summary>
    public IReadOnlyList<Report> LikelyDuplicates(Report report) =>
        report.Kind != ReportKind.Incident
            ? []
            :
            [
                .. reports
                    .All.Where(r =>
                        r.Kind == ReportKind.Incident
                        && r.ClientId != report.ClientId
                        && r.MergedInto is null
                        && r.Unit == report.Unit
                        && CategoryOf(r) == CategoryOf(report)
                        && (HappenedAt(r) - HappenedAt(report)).Duration() <= Near
                    )
                    .OrderBy(r => (HappenedAt(r) - HappenedAt(report)).Duration())
                    .ThenBy(r => r.ClientId, StringComparer.Ordinal),
            ];

    /// <summary>What a report is about: as a coordinator holds it, or else as the observer wrote it; empty where neither says it.</summary>
    public static string CategoryOf(Report report) =>
        report.Category ?? (report.Payload?.Category is { } category ? Files.ScalarType.Word(category) : "");

    /// <summary>How grave it is: as a coordinator holds it, or else as the observer wrote it; empty where neither says it.</summary>
    public static string SeverityOf(Report report) =>
        report.Severity ?? (report.Payload?.Severity is { } severity ? Files.ScalarType.Word(severity) : "");

    /// <summary>When it happened by the observer's word, or else when the server accepted it.</summary>
    public static DateTimeOffset HappenedAt(Report report) => report.Payload?.At ?? report.At;

    /// <summary>Whether a report may be merged into another: another one of its kind that is no duplicate itself.</summary>
    public bool MayMerge(Report report, string into) =>
        into != report.ClientId
        && reports.Find(into) is { MergedInto: null } other
        && other.Kind == report.Kind
        && !reports.All.Any(r => r.MergedInto == report.ClientId);

    /// <summary>The unit in words; empty where a report names none.</summary>
    public static string UnitOf(Report report) =>
        report.Unit is { } unit && unit != UnitPath.Whole ? string.Join(" › ", unit.Parts) : "";
}
