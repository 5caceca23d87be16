using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scrutineer.Web.Access;
using Scrutineer.Web.Night;
using Scrutineer.Web.Pages;

namespace Scrutineer.Web.Endpoints;

/// <summary>The observers' pages as a program that a phone keeps: the page, what it is called when installed, and what makes it open without a network.</summary>
internal static class PhoneEndpoints
{
    /// <summary>The address of the page, and the scope of its service worker.</summary>
    public const string Path = "/observe";

    /// <summary>Adds the routes.</summary>
    public static void MapPhone(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpContext http) => http.Show<ObservePage>()).Public();
        routes.MapGet(PhoneFiles.TextsPath, () => Answers.Bytes(PhoneFiles.Texts, "application/json")).Public();
        routes
            .MapGet(
                PhoneFiles.ManifestPath,
                (HttpContext http) => Answers.Bytes(PhoneFiles.Manifest(http.Page().Texts), "application/manifest+json")
            )
            .Public();
        routes
            .MapGet(
                Path + "/worker.js",
                (HttpContext http, ElectionNight night) =>
                {
                    // The worker lies below the page that it serves; without this the browser would not let it.
                    http.Response.Headers["Service-Worker-Allowed"] = Path;
                    return Answers.Bytes(
                        PhoneFiles.Worker(night.Setup.Dossier.File.Title, http.Request.Query.ContainsKey("sync")),
                        "text/javascript; charset=utf-8"
                    );
                }
            )
            .Public();
    }
}
