using System.IO.Compression;
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
    private static readonly SemaphoreSlim OneBundle = new(1);

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
            .ForPrograms("A tile of hashes or of entries (C2SP, tlog-tiles).", "application/octet-stream")
            .OrNothing();
        routes
            .MapGet("/log/bundle.zip", Bundle)
            .Public()
            .ForPrograms("The whole log as a bundle that can be verified offline.", "application/zip")
            .OrNothing()
            .RequireRateLimiting(ElectionServer.Heavy);
    }

    private static async Task<IResult> Bundle(LogKeeper keeper, Reports reports, CancellationToken gone)
    {
        await OneBundle.WaitAsync(gone);
        var folder = Directory.CreateTempSubdirectory("scrutineer-bundle-");
        try
        {
            await keeper.WriteBundleAsync(folder.FullName, reports.PublishedFiles);
            var zip = new MemoryStream();
            await ZipFile.CreateFromDirectoryAsync(folder.FullName, zip, gone);
            zip.Position = 0;
            return Answers.File(zip, "application/zip", "bundle.zip");
        }
        catch (StorageException)
        {
            // There is no checkpoint yet; the first comes with the first turn of the log.
            return Answers.NotFound();
        }
        finally
        {
            folder.Delete(recursive: true);
            OneBundle.Release();
        }
    }
}
