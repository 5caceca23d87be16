using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Scrutineer.Counting.Entry;
using Scrutineer.Storage;
using Scrutineer.Web.Access;
using Scrutineer.Web.Night;
using Scrutineer.Web.Pages;

namespace Scrutineer.Web.Endpoints;

/// <summary>What coordinators do with the reports of observers: the list, one report, decisions, photographs, a table.</summary>
internal static class ReportEndpoints
{
    /// <summary>Adds the routes.</summary>
    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("/reports").RequireAuthorization(Policies.Decide);
        desk.MapGet(
            "",
            (HttpContext http, ReportDesk desk) =>
            {
                var choice = ReportChoice.Of(http.Request.Query);
                return http.Show<ReportsPage>(
                    200,
                    ("Choice", choice),
                    ("Found", choice.From(desk.Reports.All)),
                    (
                        "Assigned",
                        desk.Reports.All.Select(r => r.AssignedTo).OfType<string>().Distinct().Order().ToList()
                    )
                );
            }
        );
        desk.MapGet("/one", (HttpContext http, ReportDesk desk, string? id) => One(http, desk, id));
        desk.MapGet(
            "/table.csv",
            (HttpContext http, ReportDesk desk) =>
                Answers.Bytes(
                    ReportFiles.Csv(ReportChoice.Of(http.Request.Query).From(desk.Reports.All)),
                    "text/csv; charset=utf-8",
                    "reports.csv"
                )
        );
        desk.MapGet("/photograph/{sha256}", Photograph);
        desk.MapPost("/decide", Decide).Guarded();
        desk.MapGet(
            "/events",
            (Reports reports, ElectionNight night, IHostApplicationLifetime lifetime, CancellationToken gone) =>
                TypedResults.ServerSentEvents(
                    EventStream.Of(
                        () => reports.Revision + night.Revision,
                        (listener, begins) =>
                        {
                            if (begins)
                            {
                                reports.Changed += listener;
                                night.Changed += listener;
                            }
                            else
                            {
                                reports.Changed -= listener;
                                night.Changed -= listener;
                            }
                        },
                        lifetime.ApplicationStopping,
                        gone
                    )
                )
        );
        routes
            .MapGet(
                "/discrepancies",
                (HttpContext http, ElectionNight night, NightViews views) =>
                    http.Show<DiscrepanciesPage>(200, ("Setup", night.Setup), ("Found", views.Discrepancies))
            )
            .RequireAuthorization(Policies.Decide);
    }

    private static IResult One(HttpContext http, ReportDesk desk, string? id, string message = "", int status = 200) =>
        id is not null && desk.Reports.Find(id) is { } report
            ? http.Show<ReportPage>(
                status,
                ("Report", report),
                (
                    "Form",
                    report.Form is { } pin
                        ? http.RequestServices.GetRequiredService<ElectionSetup>().Answered(pin)
                        : null
                ),
                ("Duplicates", desk.LikelyDuplicates(report)),
                ("Merged", desk.Reports.All.Where(r => r.MergedInto == report.ClientId).ToList()),
                ("Message", message)
            )
            : http.NotFound();

    // The bytes were found to be a picture when they came in; they are sent as that and as nothing else.
    private static async Task<IResult> Photograph(string sha256, FileStore files, Reports reports) =>
        reports.All.Any(r => r.Files.Contains(sha256, StringComparer.Ordinal))
        && await files.FindAsync(sha256) is { Type: "image/jpeg" or "image/png" } file
            ? Answers.Bytes(file.Bytes, file.Type)
            : Answers.NotFound();

    private static async Task<IResult> Decide(HttpContext http, ReportDesk desk, ElectionNight night)
    {
        var form = await http.Request.ReadFormAsync();
        var id = form["id"].ToString();
        if (
            id.Length is 0 or > 64
            || !long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            || desk.Reports.Find(form["report"].ToString()) is not { } report
            || ReportForms.ActOf(form["act"].ToString()) is not { } act
        )
        {
            return http.NotFound();
        }

        var texts = http.Page().Texts;
        if (
            act == ReportAct.Publish
            && report is { Kind: ReportKind.Copy, Unit: { } unit }
            && night.Find(unit) is not { Entry.State: EntryState.Settled }
        )
        {
            return One(http, desk, report.ClientId, texts["copy-too-early"], 400);
        }

        if (ReportForms.Body(act, form, report, desk, out var wrong) is not { } body)
        {
            return One(http, desk, report.ClientId, texts[wrong], 400);
        }

        var decision = new ReportDecision(id, report, version, http.User.Identity!.Name!, act, body);
        var back = "/reports/one?id=" + Uri.EscapeDataString(report.ClientId);
        return await desk.DecideAsync(decision) is Appended.Now or Appended.Before
            ? Answers.LocalRedirect(back)
            : http.Say(409, texts["report"], texts["somebody-decided"], back);
    }
}
