using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Scrutineer.Counting;
using Scrutineer.Counting.Entry;
using Scrutineer.Counting.Forms;
using Scrutineer.Files;
using Scrutineer.Storage;
using Scrutineer.Web.Access;
using Scrutineer.Web.Night;
using Scrutineer.Web.Pages;

namespace Scrutineer.Web.Endpoints;

/// <summary>Entry of protocols: take one, fill it in, hand it in or give it back.</summary>
internal static class EntryEndpoints
{
    // Somebody else may take a paper first; after so many the list is asked for anew.
    private const int MostTries = 20;

    /// <summary>Adds the routes.</summary>
    public static void MapEntry(this IEndpointRouteBuilder routes)
    {
        var entry = routes.MapGroup("/entry").RequireAuthorization(Policies.Entry);
        entry.MapGet("", (HttpContext http, ElectionNight night, string? find) => List(http, night, find ?? ""));
        entry.MapPost("/next", Next).Guarded();
        entry.MapGet(
            "/form.json",
            (ElectionNight night) => Answers.Bytes(LayoutJson.Of(night.Setup.Layout), "application/json")
        );
        entry.MapGet(
            "/paper",
            async (HttpContext http, ElectionNight night, DraftStore drafts, string? unit) =>
                night.FindNamed(unit) is { } station && station.Entry.HeldBy == http.User.Identity!.Name
                    ? Paper(http, night, station, 200, ("Values", await drafts.TypedAsync(http, station)))
                    : http.NotFound()
        );
        entry.MapPost("/draft", Draft).Guarded();
        entry.MapPost("/claim", Claim).Guarded();
        entry.MapPost("/release", Release).Guarded();
        entry.MapPost("/submit", Submit).Guarded();
    }

    /// <summary>A figure as a clerk types it: a number, <c>-</c> for blank, <c>?</c> for illegible; nothing else.</summary>
    public static Count? Typed(string text) =>
        text.Trim() switch
        {
            "-" => Count.Blank,
            "?" => Count.Illegible,
            var digits when long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
                new Count(number),
            _ => null,
        };

    private static RazorComponentResult<EntryPage> List(HttpContext http, ElectionNight night, string find)
    {
        var (name, role) = (http.User.Identity!.Name!, http.User.FindFirstValue(ClaimTypes.Role)!);
        return http.Show<EntryPage>(
            200,
            ("Mine", night.HeldBy(name)),
            ("Sought", find),
            ("Found", night.Found(name, role, find))
        );
    }

    private static async Task<IResult> Next(HttpContext http, ElectionNight night)
    {
        var (name, role) = (http.User.Identity!.Name!, http.User.FindFirstValue(ClaimTypes.Role)!);
        var id = (await http.Request.ReadFormAsync())["id"].ToString();
        if (night.HeldBy(name) is [var held, ..])
        {
            return Answers.LocalRedirect(PaperPath(held.Entry.Unit));
        }

        foreach (var station in night.FreeFor(name, role).Take(MostTries))
        {
            var outcome = await night.MoveAsync(
                new MoveRequest(station.Entry.Unit, id, station.Version, http.Person(), EntryMove.Claim)
            );
            if (outcome.Status == MoveStatus.Accepted)
            {
                return Answers.LocalRedirect(PaperPath(station.Entry.Unit));
            }
        }

        return http.Say(404, http.Page().Texts["entry-none"], "", "/entry");
    }

    private static async Task<IResult> Claim(HttpContext http, ElectionNight night)
    {
        var form = await http.Request.ReadFormAsync();
        if (night.FindNamed(form["unit"]) is not { } station)
        {
            return Answers.LocalRedirect("/entry?find=" + Uri.EscapeDataString(form["unit"].ToString()));
        }

        if (
            !Roles.MayClaim(http.User.FindFirstValue(ClaimTypes.Role)!, station.Entry.State)
            && station.Entry.HeldBy != http.User.Identity!.Name
        )
        {
            return http.Refused(EntryRefusal.NotInThisState, "/entry");
        }

        // A list of stations is old as soon as it is shown; what is taken is the protocol as it stands.
        var outcome = await night.MoveAsync(
            new MoveRequest(station.Entry.Unit, form["id"].ToString(), station.Version, http.Person(), EntryMove.Claim)
        );
        return http.Answer(outcome, PaperPath(station.Entry.Unit), "/entry");
    }

    private static async Task<IResult> Release(HttpContext http, ElectionNight night)
    {
        var form = await http.Request.ReadFormAsync();
        if (night.Request(form, http.Person(), EntryMove.Release) is not { } request)
        {
            return http.NotFound();
        }

        var outcome = await night.MoveAsync(request);
        return http.Answer(outcome, "/entry", "/entry");
    }

    private static async Task<IResult> Draft(HttpContext http, ElectionNight night, DraftStore drafts)
    {
        var form = await http.Request.ReadFormAsync();
        if (
            night.Request(form, http.Person(), EntryMove.Submit) is not { } request
            || night.Find(request.Unit) is not { } station
            || station.Entry.HeldBy != request.By.Id
            || station.Version != request.Version
        )
        {
            return Answers.StatusCode(StatusCodes.Status409Conflict);
        }

        await drafts.SaveAsync(station, request.By.Id, TypedIn(form, night.Setup.Layout));
        return Answers.NoContent();
    }

    private static async Task<IResult> Submit(HttpContext http, ElectionNight night)
    {
        var form = await http.Request.ReadFormAsync();
        if (night.Request(form, http.Person(), EntryMove.Submit) is not { } request)
        {
            return http.NotFound();
        }

        var typed = TypedIn(form, night.Setup.Layout);
        var wrong = typed.Where(t => Typed(t.Value) is null).Select(t => t.Key).ToList();
        var station = night.Find(request.Unit)!;
        var texts = http.Page().Texts;
        if (wrong.Count > 0)
        {
            return Again(wrong, texts["faults"]);
        }

        var figures = typed.ToDictionary(t => t.Key, t => Typed(t.Value)!.Value);
        var outcome = await night.MoveAsync(request with { Figures = figures });
        return outcome.Refusal is EntryRefusal.FieldAtFault or EntryRefusal.NotTheFieldsAskedFor
            ? Again(AtFault(night.Setup.Layout, figures), texts["refused-" + ScalarType.Word(outcome.Refusal.Value)])
            : http.Answer(outcome, "/entry", "/entry");

        IResult Again(IReadOnlyCollection<int> columns, string message) =>
            station.Entry.HeldBy == request.By.Id
                ? Paper(
                    http,
                    night,
                    station,
                    400,
                    ("Id", request.ClientId),
                    ("Values", typed),
                    ("Wrong", columns),
                    ("Message", message)
                )
                : http.Answer(new MoveOutcome(MoveStatus.Overtaken, station), "/entry", "/entry");
    }

    private static Dictionary<int, string> TypedIn(IFormCollection form, FormLayout layout) =>
        form
            .Keys.Where(k =>
                k is ['c', ..]
                && int.TryParse(k.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var column)
                && column < layout.Columns.Count
            )
            .ToDictionary(k => int.Parse(k.AsSpan(1), CultureInfo.InvariantCulture), k => form[k].ToString());

    private static List<int> AtFault(FormLayout layout, Dictionary<int, Count> figures)
    {
        var protocol = new Protocol(
            layout,
            UnitPath.Whole,
            CopyKind.FirstEntry,
            [.. Enumerable.Range(0, layout.Columns.Count).Select(c => figures.GetValueOrDefault(c))]
        );
        return [.. layout.Check(protocol.Values, protocol.States).Faults.Select(f => f.Column)];
    }

    private static RazorComponentResult<PaperPage> Paper(
        HttpContext http,
        ElectionNight night,
        StationEntry station,
        int status = 200,
        params ReadOnlySpan<(string, object?)> more
    ) =>
        http.Show<PaperPage>(
            status,
            [("Setup", night.Setup), ("Station", station), ("Id", Guid.NewGuid().ToString()), .. more]
        );

    private static string PaperPath(UnitPath unit) => "/entry/paper?unit=" + Uri.EscapeDataString(unit.Text);
}
