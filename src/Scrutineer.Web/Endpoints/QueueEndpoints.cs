using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scrutineer.Counting.Entry;
using Scrutineer.Files;
using Scrutineer.Web.Access;
using Scrutineer.Web.Night;
using Scrutineer.Web.Pages;

namespace Scrutineer.Web.Endpoints;

/// <summary>The coordinator's queue: what is open, the gravest first, and the decisions that entry alone cannot make.</summary>
internal static class QueueEndpoints
{
    private const int LongestReason = 500;

    /// <summary>Adds the routes.</summary>
    public static void MapQueue(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/queue", (HttpContext http, ElectionNight night) => http.Show<QueuePage>(200, ("Night", night)))
            .RequireAuthorization(Policies.Queue);
        routes
            .MapGet(
                "/queue/paper",
                (HttpContext http, ElectionNight night, string? unit) =>
                    night.FindNamed(unit) is { } station
                        ? http.Show<DecidePage>(200, ("Setup", night.Setup), ("Station", station))
                        : http.NotFound()
            )
            .RequireAuthorization(Policies.Decide);
        routes.MapPost("/queue/decide", Decide).RequireAuthorization(Policies.Decide).Guarded();
    }

    private static async Task<IResult> Decide(HttpContext http, ElectionNight night)
    {
        var form = await http.Request.ReadFormAsync();
        var word = form["move"].ToString();
        var move = Enum.GetValues<EntryMove>()
            .Where(m => m is not (EntryMove.Claim or EntryMove.Submit))
            .Cast<EntryMove?>()
            .FirstOrDefault(m => ScalarType.Word(m!.Value) == word);
        var reason = TextDirection.Shown(form["reason"].ToString().ReplaceLineEndings("\n").Trim());
        if (
            move is not { } known
            || reason.Length > LongestReason
            || night.Request(form, http.Person(), known) is not { } request
        )
        {
            return http.NotFound();
        }

        var back = "/queue/paper?unit=" + Uri.EscapeDataString(request.Unit.Text);
        return http.Answer(await night.MoveAsync(request with { Reason = reason }), "/queue", back);
    }
}
