using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Scrutineer.Files;
using Scrutineer.Storage;
using Scrutineer.Web.Access;
using Scrutineer.Web.Night;
using Scrutineer.Web.Pages;

namespace Scrutineer.Web.Endpoints;

/// <summary>The administrator's page of what is purged: what would go is said first, and its name is typed again before it goes.</summary>
internal static class PurgeEndpoints
{
    private const int LongestName = 200;
    private const int LongestReason = 500;

    /// <summary>What can be purged, in the order in which it is offered.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["observer", "report", "photograph"];

    /// <summary>Adds the routes.</summary>
    public static void MapPurge(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/accounts/purge", LookAsync).RequireAuthorization(Policies.Accounts);
        routes.MapPost("/accounts/purge", PurgeAsync).RequireAuthorization(Policies.Accounts).Guarded();
    }

    private static async Task<IResult> LookAsync(
        HttpContext http,
        ElectionDatabase database,
        string? what,
        string? name
    )
    {
        if (what is null || string.IsNullOrWhiteSpace(name))
        {
            return http.Show<PurgePage>(200, ("What", Kinds.Contains(what) ? what : ""));
        }

        if (TargetOf(what, name) is not { } target)
        {
            return http.NotFound();
        }

        var plan = await Purge.PlanAsync(database, target);
        return Page(http, plan.Refusal is null ? 200 : 400, what, name.Trim(), plan);
    }

    private static async Task<IResult> PurgeAsync(
        HttpContext http,
        ElectionDatabase database,
        RecordFeed feed,
        ServerOptions options
    )
    {
        var form = await http.Request.ReadFormAsync();
        var (what, name, again, reason) = (
            form["what"].ToString(),
            form["name"].ToString().Trim(),
            form["again"].ToString().Trim(),
            TextDirection.Shown(form["reason"].ToString().Trim())
        );
        if (TargetOf(what, name) is not { } target)
        {
            return http.NotFound();
        }

        var plan = await Purge.PlanAsync(database, target);
        var wrong =
            plan.Refusal is not null ? ""
            : again != name ? "purge-not-typed"
            : reason.Length is 0 or > LongestReason ? "refused-reason-missing"
            : null;
        if (wrong is not null)
        {
            return Page(http, 400, what, name, plan, wrong, reason);
        }

        var result = await Purge.RunAsync(
            database,
            target,
            reason,
            http.User.Identity!.Name!,
            options.Clock.GetUtcNow()
        );

        // This server forgets it at once; the others when they have read the record.
        await feed.FollowAsync();
        return http.Show<PurgePage>(200, ("Done", result));
    }

    private static RazorComponentResult<PurgePage> Page(
        HttpContext http,
        int status,
        string what,
        string name,
        PurgePlan plan,
        string wrong = "",
        string reason = ""
    ) =>
        http.Show<PurgePage>(
            status,
            ("What", what),
            ("Name", name),
            ("Plan", plan),
            (
                "Message",
                plan.Refusal switch
                {
                    PurgeRefusal.Nothing => http.Page().Texts["purge-nothing"],
                    PurgeRefusal.Counts => http.Page().Texts["purge-counts"],
                    _ => wrong.Length == 0 ? "" : http.Page().Texts[wrong],
                }
            ),
            ("Reason", reason)
        );

    private static PurgeTarget? TargetOf(string what, string name) =>
        name.Trim() is not { Length: > 0 and <= LongestName } known
            ? null
            : what switch
            {
                "observer" => PurgeTarget.OfObserver(known),
                "report" => PurgeTarget.OfRecord(known),
                "photograph" => PurgeTarget.OfPhotograph(known.ToLowerInvariant()),
                _ => null,
            };
}
