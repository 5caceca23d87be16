using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Scrutineer.Counting;
using Scrutineer.Web.Access;
using Scrutineer.Web.Language;
using Scrutineer.Web.Night;
using Scrutineer.Web.Pages;

namespace Scrutineer.Web.Endpoints;

/// <summary>What everybody may see: results as they come in, every settled protocol, downloads.</summary>
internal static class PublicEndpoints
{
    /// <summary>Adds the routes.</summary>
    public static void MapPublic(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/",
                (HttpContext http, ElectionNight night, NightViews views) =>
                    http.Show<ResultsPage>(200, ("Night", night), ("Levels", views.Levels))
            )
            .Public()
            .ShowsFigures()
            .Shared();
        routes
            .MapGet(
                "/unit",
                (HttpContext http, ElectionNight night, NightViews views, string? unit) =>
                    UnitNamed(night, views, unit) is { } progress
                        ? http.Show<UnitPage>(
                            200,
                            ("Setup", night.Setup),
                            ("Progress", progress),
                            ("Within", views.Levels.Within(progress.Unit.Path))
                        )
                        : http.NotFound()
            )
            .Public()
            .ShowsFigures()
            .Shared();
        routes
            .MapGet(
                "/station",
                (HttpContext http, ElectionNight night, Reports reports, string? unit) =>
                    night.FindNamed(unit) is { } station
                        ? http.Show<StationPage>(
                            200,
                            ("Setup", night.Setup),
                            ("Entry", station.Entry),
                            (
                                "Copies",
                                http.User.IsInRole(Roles.Coordinator)
                                    ? ObserverCopy.Of(reports.All, station.Entry, published: false)
                                    : ObserverCopy.Published(reports.All, station.Entry)
                            )
                        )
                        : http.NotFound()
            )
            .Public()
            .ShowsFigures()
            .Shared();
        routes
            .MapGet("/results.json", (ElectionNight night) => Answers.Bytes(NightFiles.Json(night), "application/json"))
            .Public()
            .ShowsFigures()
            .Shared()
            .ForPrograms("Totals, lists, seats and their bounds, as they stand.", "application/json");
        routes
            .MapGet(
                "/stations.csv",
                (ElectionNight night) => Answers.Bytes(NightFiles.Csv(night), "text/csv; charset=utf-8", "stations.csv")
            )
            .Public()
            .ShowsFigures()
            .Shared()
            .ForPrograms("Every station with its state, and its figures where they stand.", "text/csv");
        routes
            .MapGet(
                "/units.csv",
                (ElectionNight night, NightViews views) =>
                    Answers.Bytes(UnitFiles.Csv(night.Setup, views.Levels), "text/csv; charset=utf-8", "units.csv")
            )
            .Public()
            .ShowsFigures()
            .Shared()
            .ForPrograms("Every unit of every level, how much of it stands, and its totals.", "text/csv");
        routes
            .MapGet("/results.nist.json", (NightViews views) => Answers.Bytes(views.Nist, "application/json"))
            .Public()
            .ShowsFigures()
            .ForPrograms(
                "What stands, in the Election Results Common Data Format (NIST SP 1500-100).",
                "application/json"
            )
            .RequireRateLimiting(ElectionServer.Heavy);
        routes
            .MapGet(
                "/copies.json",
                async (ElectionNight night, Reports reports) =>
                    Answers.Bytes(await ReportFiles.CopiesAsync(night, reports), "application/json")
            )
            .Public()
            .ShowsFigures()
            .Shared()
            .ForPrograms(
                "Published copies of observers, where they differ from what stands, and what opens their leaves in the log.",
                "application/json"
            );
        routes
            .MapGet(
                "/published",
                (HttpContext http, Reports reports) =>
                    http.Show<PublishedPage>(200, ("Incidents", ReportFiles.PublishedIncidents(reports.All).ToList()))
            )
            .Public()
            .Shared();
        routes
            .MapGet(
                "/incidents.csv",
                (Reports reports) =>
                    Answers.Bytes(ReportFiles.Incidents(reports.All), "text/csv; charset=utf-8", "incidents.csv")
            )
            .Public()
            .Shared()
            .ForPrograms("Incidents that observers reported and coordinators published.", "text/csv");
        routes
            .MapGet("/events", Events)
            .Public()
            .ForPrograms(
                "Server-sent events named revision: a number that rises when a protocol changed.",
                "text/event-stream"
            );
        routes
            .MapGet("/assets/{name}", (string name) => Assets.Find(name) is { } asset ? asset : Answers.NotFound())
            .Public();
        routes
            .MapGet(
                "/language/{code}",
                (HttpContext http, string code, string? back) =>
                {
                    http.Response.Cookies.Append(
                        "language",
                        Texts.In(code).Language,
                        new CookieOptions
                        {
                            HttpOnly = true,
                            SameSite = SameSiteMode.Lax,
                            IsEssential = true,
                            MaxAge = TimeSpan.FromDays(30),
                        }
                    );
                    // Only to a path of this server, never elsewhere.
                    return Answers.LocalRedirect(IsLocal(back) ? back! : "/");
                }
            )
            .Public();
    }

    /// <summary>The station of a path written in a request; nothing where there is none.</summary>
    public static StationEntry? FindNamed(this ElectionNight night, string? unit)
    {
        try
        {
            return string.IsNullOrEmpty(unit) ? null : night.Find(UnitPath.Parse(unit));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsLocal(string? path) =>
        path is ['/', ..]
        && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Any(c => c == '\\' || char.IsControl(c));

    // A unit in which protocols are made has a page of its own.
    private static Counting.Totals.UnitProgress? UnitNamed(ElectionNight night, NightViews views, string? unit)
    {
        try
        {
            var path = UnitPath.Parse(unit ?? "");
            return night.Setup.Tree.IsStation(path) ? null : views.Levels.Find(path);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static IResult Events(
        HttpContext http,
        PublicBoard board,
        ReaderLimit limit,
        IHostApplicationLifetime lifetime,
        CancellationToken gone
    )
    {
        if (!limit.Take(http))
        {
            return Answers.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        return TypedResults.ServerSentEvents(
            EventStream.Of(
                () => board.Current.Revision,
                (listener, begins) =>
                {
                    if (begins)
                    {
                        board.Renewed += listener;
                    }
                    else
                    {
                        board.Renewed -= listener;
                    }
                },
                lifetime.ApplicationStopping,
                gone
            )
        );
    }
}
