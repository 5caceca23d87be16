using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scrutineer.Counting;
using Scrutineer.Counting.Entry;
using Scrutineer.Files;
using Scrutineer.Web.Access;
using Scrutineer.Web.Night;

namespace Scrutineer.Web.Endpoints;

/// <summary>What programs do in an account's name: see what is open, see a station, make a move. The moves are those of the pages.</summary>
internal static class ApiEndpoints
{
    private const int LongestId = 64;
    private const int LongestReason = 500;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = 4,
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Adds the routes.</summary>
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/api/queue",
                (HttpContext http, ElectionNight night) =>
                    ApiAnswers.Json(
                        new JsonArray([
                            .. night
                                .All.Where(s =>
                                    s.Entry.State
                                        is not (EntryState.NotStarted or EntryState.Settled or EntryState.Deleted)
                                )
                                .Select(s => ApiAnswers.Station(http, s)),
                        ])
                    )
            )
            .OfPrograms(Policies.ApiQueue)
            .ForPrograms("Every station that is under way or waits for a decision.", "application/json", Tag);
        routes
            .MapGet(
                "/api/stations",
                (HttpContext http, ElectionNight night, string? unit) =>
                    night.FindNamed(unit) is { } station
                        ? ApiAnswers.Json(ApiAnswers.Station(http, station))
                        : NoStation()
            )
            .OfPrograms(Policies.ApiRead)
            .ForPrograms(
                "How the protocol of a station stands, with its figures once it is settled.",
                "application/json",
                Tag
            )
            .OrNothing();
        routes
            .MapPost("/api/protocols/moves", MoveAsync)
            .Accepts<ApiMove>("application/json")
            .OfPrograms(Policies.ApiMove)
            .ForPrograms("Makes a move with a protocol, once.", "application/json", Tag)
            .OrNothing();
    }

    private const string Tag = "programs, with the header Authorization: Bearer";

    private static RouteHandlerBuilder OfPrograms(this RouteHandlerBuilder route, string policy) =>
        route.RequireAuthorization(policy).WithMetadata(new TokenMark()).RequireRateLimiting(ElectionServer.Programs);

    private static async Task<IResult> MoveAsync(HttpContext http, ElectionNight night)
    {
        ApiMove? sent;
        try
        {
            sent = await http.Request.ReadFromJsonAsync<ApiMove>(Strict, http.RequestAborted);
        }
        catch (JsonException wrong)
        {
            return ApiAnswers.Problem(400, "not-a-move", $"The body is no move: {wrong.Message}");
        }

        if (sent is null || sent.Id.Length is 0 or > LongestId || (sent.Reason ?? "").Length > LongestReason)
        {
            return ApiAnswers.Problem(
                400,
                "not-a-move",
                $"A move has an id of 1 to {LongestId} characters and a reason of at most {LongestReason}."
            );
        }

        if (night.FindNamed(sent.Unit) is not { } station)
        {
            return NoStation();
        }

        var role = http.User.FindFirstValue(ClaimTypes.Role)!;
        var move = Enum.GetValues<EntryMove>()
            .Cast<EntryMove?>()
            .FirstOrDefault(m => ScalarType.Word(m!.Value) == sent.Move);
        if (move is not { } known || !MayMake(role, known, station, http.User.Identity!.Name!))
        {
            return ApiAnswers.Problem(403, "not-allowed", $"A {role} does not make the move '{sent.Move}' here.");
        }

        var figures = new Dictionary<int, Count>();
        var faults = new JsonArray();
        foreach (var (name, written) in sent.Figures ?? [])
        {
            var column = station
                .Entry.Layout.Columns.Index()
                .Where(c => c.Item.Name == name)
                .Select(c => c.Index)
                .ToList();
            if (column.Count == 1 && EntryEndpoints.Typed(written) is { } figure)
            {
                figures[column[0]] = figure;
            }
            else
            {
                faults.Add(
                    new JsonObject
                    {
                        ["field"] = name,
                        ["expected"] = column.Count == 1 ? "a number in digits, - or ?" : "a column of the form",
                    }
                );
            }
        }

        if (faults.Count > 0 || (known != EntryMove.Submit && figures.Count > 0))
        {
            return ApiAnswers.Problem(422, "figures", "These figures cannot be handed in.", ("problems", faults));
        }

        var outcome = await night.MoveAsync(
            new MoveRequest(station.Entry.Unit, sent.Id, sent.Version, http.Person(), known)
            {
                Reason = TextDirection.Shown((sent.Reason ?? "").Trim()),
                Figures = figures,
            }
        );
        return outcome.Status switch
        {
            MoveStatus.Accepted => ApiAnswers.Json(ApiAnswers.Station(http, outcome.Station)),
            MoveStatus.Refused => ApiAnswers.Problem(
                409,
                "refused-" + ScalarType.Word(outcome.Refusal!.Value),
                "The protocol does not allow this move as it stands.",
                ("station", ApiAnswers.Station(http, outcome.Station))
            ),
            MoveStatus.Overtaken => ApiAnswers.Problem(
                409,
                "overtaken",
                "Somebody else moved first. Look at the station and decide anew.",
                ("station", ApiAnswers.Station(http, outcome.Station))
            ),
            _ => ApiAnswers.Problem(409, "differs", "Another thing was sent under this id."),
        };
    }

    private static bool MayMake(string role, EntryMove move, StationEntry station, string name) =>
        role == Roles.Coordinator
            ? move is not (EntryMove.Claim or EntryMove.Submit)
            : move is EntryMove.Release or EntryMove.Submit
                || (
                    move == EntryMove.Claim
                    && (Roles.MayClaim(role, station.Entry.State) || station.Entry.HeldBy == name)
                );

    private static IResult NoStation() => ApiAnswers.Problem(404, "no-station", "There is no such station.");
}
