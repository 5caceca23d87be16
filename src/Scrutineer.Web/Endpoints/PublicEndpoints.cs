using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
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
            .MapGet("/", (HttpContext http, ElectionNight night) => http.Show<ResultsPage>(200, ("Night", night)))
            .Public()
            .Shared();
        routes
            .MapGet(
                "/stations",
                (HttpContext http, ElectionNight night, string? within) =>
                    night.TerritoryNamed(within) is { } territory
                        ? http.Show<StationsPage>(200, ("Territory", territory))
                        : http.NotFound()
            )
            .Public()
            .Shared();
        routes
            .MapGet(
                "/station",
                (HttpContext http, ElectionNight night, string? unit) =>
                    night.FindNamed(unit) is { } station
                        ? http.Show<StationPage>(200, ("Setup", night.Setup), ("Entry", station.Entry))
                        : http.NotFound()
            )
            .Public()
            .Shared();
        routes
            .MapGet("/results.json", (ElectionNight night) => Answers.Bytes(NightFiles.Json(night), "application/json"))
            .Public()
            .Shared()
            .ForPrograms("Totals, lists, seats and their bounds, as they stand.", "application/json");
        routes
            .MapGet(
                "/stations.csv",
                (ElectionNight night) => Answers.Bytes(NightFiles.Csv(night), "text/csv; charset=utf-8", "stations.csv")
            )
            .Public()
            .Shared()
            .ForPrograms("Every station with its state, and its figures where they stand.", "text/csv");
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

    /// <summary>The territory of a path written in a request; nothing where no station lies in it.</summary>
    private static Territory? TerritoryNamed(this ElectionNight night, string? within) =>
        night.Territories.FirstOrDefault(t => t.Unit.Text == within);

    private static bool IsLocal(string? path) =>
        path is ['/', ..]
        && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Any(c => c == '\\' || char.IsControl(c));

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

        return TypedResults.ServerSentEvents(Revisions(board, lifetime.ApplicationStopping, gone));
    }

    // The revision first, so that a page that lost its connection sees whether it missed something; then each new one.
    private static async IAsyncEnumerable<SseItem<string>> Revisions(
        PublicBoard board,
        CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken gone
    )
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        var channel = Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
        );
        void Tell(object? sender, EventArgs e) => channel.Writer.TryWrite(true);
        board.Renewed += Tell;
        try
        {
            var more = true;
            while (more)
            {
                yield return new SseItem<string>($"{board.Current.Revision}", "revision");
                try
                {
                    more = await channel.Reader.WaitToReadAsync(ends.Token);
                    channel.Reader.TryRead(out _);
                }
                catch (OperationCanceledException)
                {
                    more = false;
                }
            }
        }
        finally
        {
            board.Renewed -= Tell;
        }
    }
}
