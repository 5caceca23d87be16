using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Scrutineer.Web.Access;
using Scrutineer.Web.Night;
using Scrutineer.Web.Pages;

namespace Scrutineer.Web.Endpoints;

/// <summary>What the sample says while protocols come in, for coordinators.</summary>
internal static class QuickCountEndpoints
{
    /// <summary>Adds the routes.</summary>
    public static void MapQuickCount(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/quick-count",
                (HttpContext http, ElectionNight night, LiveSample sample) =>
                    http.Show<QuickCountPage>(200, ("Setup", night.Setup), ("Live", sample.Current))
            )
            .RequireAuthorization(Policies.Decide);
        routes
            .MapGet(
                "/quick-count/events",
                (LiveSample sample, IHostApplicationLifetime lifetime, CancellationToken gone) =>
                    TypedResults.ServerSentEvents(
                        EventStream.Of(
                            () => sample.Current.Number,
                            (listener, begins) =>
                            {
                                if (begins)
                                {
                                    sample.Changed += listener;
                                }
                                else
                                {
                                    sample.Changed -= listener;
                                }
                            },
                            lifetime.ApplicationStopping,
                            gone
                        )
                    )
            )
            .RequireAuthorization(Policies.Decide);
    }
}
