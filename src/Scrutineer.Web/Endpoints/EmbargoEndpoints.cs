using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scrutineer.Files;
using Scrutineer.Storage;
using Scrutineer.Web.Access;
using Scrutineer.Web.Night;
using Scrutineer.Web.Pages;

namespace Scrutineer.Web.Endpoints;

/// <summary>The embargo: a coordinator sets until when the public sees no figures, or lifts it.</summary>
internal static class EmbargoEndpoints
{
    private const int LongestReason = 500;

    /// <summary>Adds the routes.</summary>
    public static void MapEmbargo(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/night",
                (HttpContext http, Embargo embargo) => http.Show<NightPage>(200, ("Setting", embargo.Setting))
            )
            .RequireAuthorization(Policies.Decide);
        routes.MapPost("/night/embargo", Set).RequireAuthorization(Policies.Decide).Guarded();
    }

    private static async Task<IResult> Set(HttpContext http, Embargo embargo)
    {
        var form = await http.Request.ReadFormAsync();
        var texts = http.Page().Texts;
        var (id, written, reason) = (
            form["id"].ToString(),
            form["until"].ToString().Trim(),
            TextDirection.Shown(form["reason"].ToString().Trim())
        );
        if (
            id.Length is 0 or > 64
            || !long.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        )
        {
            return http.NotFound();
        }

        var lifts = form["act"] == "lift";
        var until = Instant(written);
        if (!lifts && until is null)
        {
            return Again("embargo-wrong");
        }

        if (reason.Length is 0 or > LongestReason)
        {
            return Again("refused-reason-missing");
        }

        return
            await embargo.SetAsync(id, version, http.User.Identity!.Name!, lifts ? null : until, reason)
                is Appended.Now
                    or Appended.Before
            ? Answers.LocalRedirect("/night")
            : http.Say(409, texts["embargo"], texts["somebody-decided"], "/night");

        IResult Again(string message) =>
            http.Show<NightPage>(
                400,
                ("Setting", embargo.Setting),
                ("Message", texts[message]),
                ("Written", written),
                ("Reason", reason)
            );
    }

    /// <summary>A moment with its offset from UTC, to the minute, such as <c>2025-06-15 23:00 +05:00</c>; nothing for anything else.</summary>
    internal static DateTimeOffset? Instant(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-dd HH:mm zzz", "yyyy-MM-ddTHH:mmzzz"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var instant
        )
            ? instant
            : null;
}
