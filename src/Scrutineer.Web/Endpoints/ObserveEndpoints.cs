using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scrutineer.Files;
using Scrutineer.Storage;
using Scrutineer.Web.Access;
using Scrutineer.Web.Observers;

namespace Scrutineer.Web.Endpoints;

/// <summary>What the devices of observers read and hand in.</summary>
internal static class ObserveEndpoints
{
    private const int LongestJoining = 2_000;

    // Photographs are held in memory while they are looked at.
    private static readonly SemaphoreSlim AtOnce = new(16);

    /// <summary>Adds the routes.</summary>
    public static void MapObserve(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/observe/data.json",
                (ObserverData data, HttpContext http) =>
                {
                    http.Response.Headers.CacheControl = "no-cache";
                    return Answers.Bytes(
                        data.Bytes,
                        "application/json",
                        entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{data.Sha256}\"")
                    );
                }
            )
            .Public();
        routes.MapPost("/observe/join", Join).Public().Signed().RequireRateLimiting(ElectionServer.Devices);
        routes.MapPost("/observe/records", Accept).Public().Signed().RequireRateLimiting(ElectionServer.Devices);
        routes
            .MapPost("/observe/files", Keep)
            .Public()
            .Signed()
            .Takes(PhotographIntake.Longest)
            .RequireRateLimiting(ElectionServer.Devices);
    }

    private static async Task<IResult> Join(HttpContext http, DeviceStore devices, ServerOptions options)
    {
        if (await http.Request.ReadAtMostAsync(LongestJoining) is not { } bytes)
        {
            return Answers.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var problems = new List<ReportProblem>();
        var (secret, key, algorithm) = Joining(bytes, problems);
        if (problems.Count > 0)
        {
            return Say(StatusCodes.Status422UnprocessableEntity, new JsonObject(), problems);
        }

        return await devices.JoinAsync(secret!, key!, algorithm!, options.Clock.GetUtcNow()) is { } observer
            ? Say(StatusCodes.Status200OK, new JsonObject { ["observer"] = observer }, [])
            : Answers.NotFound();
    }

    private static (string? Secret, byte[]? Key, string? Algorithm) Joining(byte[] bytes, List<ReportProblem> problems)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                var fields = new JsonFields(json.RootElement, problems);
                fields.Only(["secret", "key", "algorithm"]);
                var secret = fields.Text("secret", 100, required: true);
                var key = fields.Text("key", 400, required: true) is { } text ? DeviceSignature.Key(text) : null;
                var algorithm = fields.Text("algorithm", 40, required: true);
                if (problems.Count == 0 && (key is null || algorithm != DeviceSignature.Algorithm))
                {
                    problems.Add(
                        new ReportProblem(
                            "key",
                            $"a public key of P-256 as SubjectPublicKeyInfo in base 64, algorithm {DeviceSignature.Algorithm}"
                        )
                    );
                }

                return (secret, key, algorithm);
            }
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // Told below.
        }

        problems.Add(new ReportProblem("joining", "a JSON object with secret, key and algorithm"));
        return default;
    }

    private static async Task<IResult> Accept(HttpContext http, ReportIntake intake)
    {
        if (await http.Request.ReadAtMostAsync(Envelope.Longest) is not { } bytes)
        {
            return Answers.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var outcome = await intake.AcceptAsync(bytes);
        var told = new JsonObject { ["id"] = outcome.Id, ["status"] = ScalarType.Word(outcome.Status) };
        if (outcome.Status == IntakeStatus.Accepted)
        {
            told["notes"] = new JsonArray([.. outcome.Notes.Select(n => JsonValue.Create(n))]);
        }

        return Answer(
            http,
            outcome.Status,
            told,
            (StatusCodes.Status422UnprocessableEntity, "The report is none that this election takes."),
            outcome.Problems
        );
    }

    private static async Task<IResult> Keep(HttpContext http, PhotographIntake intake)
    {
        // Headers hold no letters but Latin ones; pseudonyms do.
        var observer = Uri.UnescapeDataString(http.Request.Headers["X-Observer"].ToString());
        if (!await intake.KnowsAsync(observer))
        {
            // Before anything is read: whoever is not known sends no megabytes.
            return Say(StatusCodes.Status401Unauthorized, Told(IntakeStatus.Unknown), []);
        }

        await AtOnce.WaitAsync(http.RequestAborted);
        try
        {
            if (await http.Request.ReadAtMostAsync(PhotographIntake.Longest) is not { } bytes)
            {
                return Answers.StatusCode(StatusCodes.Status413PayloadTooLarge);
            }

            var outcome = await intake.AcceptAsync(observer, http.Request.Headers["X-Signature"].ToString(), bytes);
            var told = Told(outcome.Status);
            told["received"] = outcome.Received;
            if (outcome.Status == IntakeStatus.Accepted)
            {
                told["sha256"] = outcome.Stored;
            }

            return Answer(
                http,
                outcome.Status,
                told,
                (
                    StatusCodes.Status415UnsupportedMediaType,
                    "It is no JPEG or PNG from end to end, or has too many pixels."
                ),
                []
            );
        }
        finally
        {
            AtOnce.Release();
        }
    }

    /// <summary>What became of what a device handed in, with the one way in which each outcome is told.</summary>
    private static IResult Answer(
        HttpContext http,
        IntakeStatus outcome,
        JsonObject told,
        (int Status, string Reason) refusal,
        IReadOnlyList<ReportProblem> problems
    )
    {
        if (outcome == IntakeStatus.Slow)
        {
            http.Response.Headers.RetryAfter = "60";
        }
        else if (outcome == IntakeStatus.Refused)
        {
            told["reason"] = refusal.Reason;
        }

        var status = outcome switch
        {
            IntakeStatus.Accepted or IntakeStatus.Before => StatusCodes.Status200OK,
            IntakeStatus.Differs => StatusCodes.Status409Conflict,
            IntakeStatus.Unknown => StatusCodes.Status401Unauthorized,
            IntakeStatus.Slow => StatusCodes.Status429TooManyRequests,
            IntakeStatus.Full => StatusCodes.Status403Forbidden,
            _ => refusal.Status,
        };
        return Say(status, told, problems);
    }

    private static JsonObject Told(IntakeStatus status) => new() { ["status"] = ScalarType.Word(status) };

    /// <summary>An answer to a device, with all problems at once.</summary>
    internal static IResult Say(int status, JsonObject told, IReadOnlyList<ReportProblem> problems)
    {
        if (problems.Count > 0)
        {
            told["problems"] = new JsonArray([
                .. problems.Select(p => new JsonObject { ["where"] = p.Where, ["expected"] = p.Expected }),
            ]);
        }

        return Answers.Text(told.ToJsonString(), "application/json; charset=utf-8", statusCode: status);
    }
}
