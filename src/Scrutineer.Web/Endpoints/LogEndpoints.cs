using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Scrutineer.Evidence;
using Scrutineer.Storage;
using Scrutineer.Web.Access;
using Scrutineer.Web.Night;

namespace Scrutineer.Web.Endpoints;

/// <summary>The log, to be read and verified by anyone. Source of the paths: C2SP, tlog-tiles.</summary>
internal static class LogEndpoints
{
    /// <summary>Adds the routes.</summary>
    public static void MapLog(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/log/checkpoint",
                async (LogKeeper keeper) =>
                    await keeper.CheckpointAsync() is { } note ? Answers.Text(note.ToString()) : Answers.NotFound()
            )
            .Public()
            .ForPrograms("The latest signed checkpoint of the log (C2SP, tlog-checkpoint).", "text/plain")
            .OrNothing();
        routes
            .MapGet(
                "/log/witnessed",
                async (Witnesses witnesses) =>
                    await witnesses.LatestAsync() is { } note ? Answers.Text(note.ToString()) : Answers.NotFound()
            )
            .Public()
            .ForPrograms("The latest checkpoint that witnesses signed (C2SP, tlog-cosignature).", "text/plain")
            .OrNothing();
        routes
            .MapPost("/log/cosignatures", Cosign)
            .Public()
            .Signed()
            .ForPrograms("Takes a checkpoint of this log with the signatures of witnesses.", "text/plain")
            .OrNothing()
            .RequireRateLimiting(ElectionServer.Attempts);
        routes
            .MapGet("/log/key", (NoteKey key) => Answers.Text(key.Verifier + "\n"))
            .Public()
            .ForPrograms("The key that verifies the checkpoint (C2SP, signed-note).", "text/plain");
        routes
            .MapGet(
                "/log/tile/{**path}",
                async (string path, LogKeeper keeper) =>
                    Tile.Read("tile/" + path) is { } tile && await keeper.TileAsync(tile) is { } bytes
                        ? Answers.Bytes(bytes, "application/octet-stream")
                        : Answers.NotFound()
            )
            .Public()
            .ShowsFigures()
            .ForPrograms("A tile of hashes or of entries (C2SP, tlog-tiles).", "application/octet-stream")
            .OrNothing();
        routes
            .MapGet("/log/bundle.zip", Bundle)
            .Public()
            .ShowsFigures()
            .ForPrograms("The whole log as a bundle that can be verified offline.", "application/zip")
            .OrNothing()
            .RequireRateLimiting(ElectionServer.Heavy);
    }

    private static async Task<IResult> Cosign(HttpContext http, Witnesses witnesses)
    {
        const int MostBytes = 16_384;
        var bytes = new byte[MostBytes + 1];
        var length = await http.Request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > MostBytes || SignedNote.Read(bytes.AsSpan(0, length)) is not { } note)
        {
            return Answers.Text("This is no signed checkpoint.", statusCode: 400);
        }

        return await witnesses.AcceptAsync(note) switch
        {
            null => Answers.Text("The log never signed this checkpoint.", statusCode: 404),
            0 => Answers.Text("No signature is one of a known witness.", statusCode: 403),
            _ => Answers.Text("Kept."),
        };
    }

    private static async Task<IResult> Bundle(JobService jobs, CancellationToken gone) =>
        await jobs.BundleAsync(gone) is { } zip
            ? Answers.Bytes(zip, "application/zip", "bundle.zip")
            // There is no checkpoint yet; the first comes with the first turn of the log.
            : Answers.NotFound();
}
